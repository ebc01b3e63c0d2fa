import type { Diagnostic } from '../model/diagnostic.ts';
import type { GuideText } from '../model/guide.ts';
import type { Clause } from '../model/standard.ts';
import { startReport } from '../text/report.ts';
import type { Report } from '../text/report.ts';
import { reportProse } from '../text/syntax/prose.ts';

const longest = 200_000;

/**
 * The notes of `guide.md`: what stands before the first `## #id` is the introduction, what follows each is about that clause.
 * A note whose clause is gone, or that stands twice, is left out with a finding at its line. `source` uses LF line ends.
 */
export function readGuide(
  source: string,
  { file, clauses }: { readonly file: string; readonly clauses: readonly Clause[] },
): { readonly guide: GuideText; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const known = new Map(
    clauses.flatMap(({ id, aliases }) => [id, ...aliases].map((each) => [each, id] as const)),
  );
  const notes = new Map<string, string>();
  const parts = source.slice(0, longest).split(/^(?=##[ \t]+#)/m);
  reportProse(source.slice(0, longest), report, { pages: true });
  let offset = 0;
  let intro = '';
  for (const part of parts) {
    const start = offset;
    offset += part.length;
    checkLinks(part, start, known, report);
    const [head = '', written = ''] = /^##[ \t]+#(\S+)[ \t]*$/m.exec(part) ?? [];
    if (!part.startsWith('##') || written === '') {
      intro += part;
      continue;
    }
    const id = known.get(written);
    if (id === undefined || notes.has(id)) {
      reportNote(report, {
        start,
        end: start + head.length,
        id: written,
        isDouble: id !== undefined,
      });
      continue;
    }
    notes.set(id, part.slice(head.length).trim());
  }
  return {
    guide: { intro: intro.trim(), notes: Object.fromEntries(notes) },
    diagnostics: report.found,
  };
}

function reportNote(
  report: Report,
  { start, end, id, isDouble }: { start: number; end: number; id: string; isDouble: boolean },
): void {
  report.add({
    rule: 'guide-clause',
    range: report.rangeAt(start, end),
    message: isDouble
      ? {
          zh: `导读里 #${id} 的说明写了两次，后一处没有用`,
          en: `The guide has a note on #${id} twice; the later one is left out`,
        }
      : {
          zh: `导读说明的条 #${id} 不在正文里，这条说明没有用`,
          en: `The guide has a note on #${id}, which the text does not have; it is left out`,
        },
    hint: {
      zh: '改成正文里有的条的标识（std show 文件 --ids 列出它们）',
      en: 'Write the id of a clause of the text (std show FILE --ids lists them)',
    },
  });
}

/** Links to clauses that are not there: printed as words, with a finding. */
function checkLinks(
  part: string,
  start: number,
  known: ReadonlyMap<string, string>,
  report: Report,
): void {
  for (const { 0: whole, 1: id = '', index } of part.matchAll(/\]\(#([^\s)]+)\)/g)) {
    if (known.has(id)) continue;
    report.add({
      rule: 'guide-link',
      range: report.rangeAt(start + index, start + index + whole.length),
      message: {
        zh: `导读里的链接 #${id} 指向正文里没有的条`,
        en: `The link #${id} of the guide leads to no clause of the text`,
      },
    });
  }
}
