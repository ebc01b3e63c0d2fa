import type { Bilingual } from '../std/command.ts';
import type { SheetPlace } from '../../src/library/import-system-rows.ts';
import type { SystemReport } from '../../src/library/import-system.ts';

/** Findings of one kind that are printed; `--json` has all. */
const SHOWN = 20;

/** The report for a terminal, Chinese first. */
export function describeSystemImport(report: SystemReport | undefined, outcome: Bilingual): string {
  const lines = [...(report ? describe(report) : []), outcome.zh, outcome.en];
  return `${lines.map(printable).join('\n')}\n`;
}

function describe(report: SystemReport): readonly string[] {
  const { format, sheet, columns, unused, counts, notices, unmatched, titles, left, notes } =
    report;
  const pairs = [...columns].map(([column, head]) => `${head}→${column}`);
  return [
    `${format}${sheet && ` “${sheet}”`}: ${counts.rows} 行 rows`,
    `  列 Columns: ${pairs.join(', ')}`,
    ...(unused.length > 0 ? [`  未用的列 Columns not used: ${unused.join(', ')}`] : []),
    ...section({ zh: '文件', en: 'The file' }, notices, ({ zh, en }) => [zh, en]),
    ...section({ zh: '没有采用的行', en: 'Rows not taken' }, left, (each) => [
      `${place(each)}  ${each.reason.zh}`,
      each.reason.en,
      each.text,
    ]),
    ...section({ zh: '改动', en: 'Changed' }, notes, (each) => [
      `${place(each)}  ${each.reason.zh}`,
      each.reason.en,
      each.text,
    ]),
    ...section({ zh: '库和目录里没有的编号', en: 'Numbers not known' }, unmatched, (each) => [
      `${place(each)}  ${each.number} ${each.title}`,
      ...(each.nearest.length > 0 ? [`相近的 near: ${each.nearest.join('、')}`] : []),
    ]),
    ...section({ zh: '名称与目录不同', en: 'Other titles on record' }, titles, (each) => [
      `${place(each)}  ${each.number} “${each.title}” ≠ “${each.known}”`,
    ]),
    ...section({ zh: '检查', en: 'Checks' }, report.diagnostics, (each) => [
      `${each.rule}:${each.range.start.line}  ${each.message.zh}`,
      each.message.en,
    ]),
    '',
    `查得 matched ${counts.matched} · 查不到 not known ${counts.unmatched} · 计划 planned ${counts.planned} · ` +
      `没有采用 not taken ${counts.left} · 子体系 sub-systems ${counts.branches}`,
  ];
}

function section<T>(
  title: Bilingual,
  items: readonly T[],
  say: (item: T) => readonly string[],
): readonly string[] {
  if (items.length === 0) return [];
  const lines = items.slice(0, SHOWN).flatMap((item) => {
    const [head = '', ...rest] = say(item);
    return [`  ${head}`, ...rest.map((line) => `    ${line}`)];
  });
  const more = items.length - SHOWN;
  if (more > 0)
    lines.push(`  …… 另有 ${more} 条，--json 列出全部 · ${more} more; --json lists all`);
  return ['', `${title.zh} ${title.en} (${items.length})`, ...lines];
}

const place = ({ sheet, line }: SheetPlace): string => (sheet ? `${sheet}!${line}` : String(line));

/** Control characters of untrusted input must not reach a terminal. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\ufffd');
