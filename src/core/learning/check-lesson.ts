import type { Position } from '../model/diagnostic.ts';
import type { Report } from '../text/report.ts';
import { renderMath } from '../render/math.ts';
import { parseLesson } from './markdown.ts';
import type { Slot } from './markdown.ts';

/** What stands in the Markdown of a lesson beside words, at lines of its file; what is wrong in it goes into the report. */
export function checkLesson(
  body: string,
  linesBefore: number,
  report: Report,
): readonly (Slot & { readonly line: number })[] {
  const { slots, faults } = parseLesson(body);
  const move = ({ line, column }: Position): Position => ({ line: line + linesBefore, column });
  for (const { range, ...fault } of faults)
    report.add({ ...fault, range: { start: move(range.start), end: move(range.end) } });
  const placed = slots.map((slot) => ({ ...slot, line: slot.line + linesBefore }));
  for (const slot of placed) {
    if (slot.kind !== 'formula') continue;
    const { error } = renderMath(slot.tex, slot.display);
    if (error === null) continue;
    const start = { line: slot.line, column: 1 };
    report.add({
      rule: 'formula-invalid',
      range: { start, end: start },
      message: {
        zh: `公式写错了，已按原文印出：${error.slice(0, 160)}`,
        en: `The formula is wrong and is printed as typed: ${error.slice(0, 160)}`,
      },
    });
  }
  return placed;
}
