import type { Bilingual } from '../commands/command.ts';
import type { ImportedDraft, PlacedLeft } from '#import/draft/draft.ts';
import { listTotals } from '#import/draft/totals.ts';
import { describeDiagnostics } from './diagnostics.ts';
import { drawSection, joinLines } from './report-section.ts';

/** What became of a Word file, for a terminal: counts, what needs a person, what did not come over, what a check still finds. */
export function describeDraft(
  name: string,
  folder: string,
  draft: ImportedDraft,
  outcome: Bilingual,
): string {
  const { report, mended, diagnostics } = draft;
  const { paragraphs, left } = report;
  const { file, totals } = listTotals(report);
  const sums = totals.map((total) => `${total.name.zh} ${total.name.en} ${total.characters}`);
  const lines = [
    `${name} → ${folder}/${draft.textFile}`,
    `段 paragraphs: ${paragraphs.file} · 进正文 in the text ${paragraphs.text} · 其他 other ${paragraphs.other}`,
    `字 characters: ${file} = ${sums.join(' + ')}`,
    `自动改正 put right: ${mended}`,
    ...report.notices.flatMap(({ zh, en }) => [zh, en]),
    ...drawSection(
      { zh: '需要人看', en: 'For a person' },
      left.filter(({ kind, needsPerson }) => needsPerson && kind !== 'guess'),
      describeLeft,
    ),
    ...drawSection(
      { zh: '推断的', en: 'Guessed' },
      left.filter(({ kind }) => kind === 'guess'),
      describeLeft,
    ),
    ...drawSection(
      { zh: '没有照原样写进正文的', en: 'Not in the text as it stood' },
      left.filter(({ kind, needsPerson }) => !needsPerson && kind !== 'guess'),
      describeLeft,
    ),
    '',
  ];
  const found = diagnostics.filter(({ severity }) => severity !== 'info');
  return `${joinLines(lines)}${describeDiagnostics(found)}${joinLines(['', outcome.zh, outcome.en])}`;
}

const describeLeft = ({ place, line, text, why }: PlacedLeft): readonly string[] => [
  `${place === 0 ? '全文 whole draft' : `第 ${place} 段 → 第 ${line} 行 paragraph ${place} → line ${line}`}: ${shorten(text)}`,
  why.zh,
  why.en,
];

const shorten = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};
