import { html } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import { parseNumber } from '../number/index.ts';
import type { ParsedDocument } from '../text/document.ts';

/** What an amendment sheet or a correction did to a clause, in a line behind its text; nothing of a clause as it was issued. */
export function drawChanges(id: string, { meta, language }: ParsedDocument): readonly Html[] {
  if (!meta) return [];
  const { amendments, corrections } = meta;
  const isZh = language === 'zh';
  return [
    ...amendments
      .filter(({ clauses }) => clauses.includes(id))
      .map(({ number, date }) => {
        const sheet = nameSheet(number, isZh);
        return isZh ? `〔${sheet}修改，${date}起实施〕` : `[Changed by ${sheet} as of ${date}]`;
      }),
    ...corrections
      .filter(({ clauses }) => clauses.includes(id))
      .map(({ date }) => (isZh ? `〔${date}勘误〕` : `[Corrected on ${date}]`)),
  ].map((line) => html`<p class="clause-change">${line}</p>`);
}

/** 第1号修改单; the number as it is written where it is not that of a sheet. */
function nameSheet(number: string, isZh: boolean): string {
  const parsed = parseNumber(number);
  const serial = parsed.ok ? parsed.number.amendments.at(-1)?.serial : undefined;
  if (serial === undefined) return number;
  return isZh ? `第${serial}号修改单` : `amendment sheet No. ${serial}`;
}
