import type { Bilingual } from '../commands/command.ts';
import type { SheetPlace } from '#import/system/rows.ts';
import type { UnreadSheet } from '#import/system/sheets.ts';
import { plural } from '#import/system/words.ts';
import type { SystemReport } from '#import/system/index.ts';
import { drawSection, joinLines } from './report-section.ts';

/** The report for a terminal, Chinese first. */
export function describeSystemImport(report: SystemReport | undefined, outcome: Bilingual): string {
  const lines = [...(report ? describe(report) : []), outcome.zh, outcome.en];
  return joinLines(lines);
}

function describe(report: SystemReport): readonly string[] {
  const {
    format,
    sheet,
    columns,
    unused,
    unread,
    counts,
    notices,
    unmatched,
    titles,
    left,
    notes,
  } = report;
  const pairs = [...columns].map(([column, head]) => `${head}→${column}`);
  return [
    `${format}${sheet && ` “${sheet}”`}: ${counts.rows} 行 ${plural(counts.rows, 'row')}`,
    `  列 Columns: ${pairs.join(', ')}`,
    ...(unused.length > 0 ? [`  未用的列 Columns not used: ${unused.join(', ')}`] : []),
    ...(unread.length > 0
      ? [
          `  没有读的工作表（用 --sheet 另选） Sheets not read (choose with --sheet): ${unread.map(nameSheet).join(', ')}`,
        ]
      : []),
    ...drawSection({ zh: '文件', en: 'The file' }, notices, ({ zh, en }) => [zh, en]),
    ...drawSection({ zh: '没有采用的行', en: 'Rows not taken' }, left, (each) => [
      `${place(each)}  ${each.reason.zh}`,
      each.reason.en,
      each.text,
    ]),
    ...drawSection({ zh: '改动', en: 'Changed' }, notes, (each) => [
      `${place(each)}  ${each.reason.zh}`,
      each.reason.en,
      each.text,
    ]),
    ...drawSection({ zh: '库和目录里没有的编号', en: 'Numbers not known' }, unmatched, (each) => [
      `${place(each)}  ${each.number} ${each.title}`,
      ...(each.nearest.length > 0 ? [`相近的 near: ${each.nearest.join('、')}`] : []),
    ]),
    ...drawSection({ zh: '名称与目录不同', en: 'Other titles on record' }, titles, (each) => [
      `${place(each)}  ${each.number} “${each.title}” ≠ “${each.known}”`,
    ]),
    ...drawSection({ zh: '检查', en: 'Checks' }, report.diagnostics, (each) => [
      `${each.file}:${each.range.start.line}  ${each.rule}  ${each.message.zh}`,
      each.message.en,
    ]),
    '',
    `查得 matched ${counts.matched} · 查不到 not known ${counts.unmatched} · 计划 planned ${counts.planned} · ` +
      `没有采用 not taken ${counts.left} · 注释与小计 notes and sums ${counts.asides} · 子体系 sub-systems ${counts.branches}`,
  ];
}

const nameSheet = ({ name, rows }: UnreadSheet): string =>
  `“${name}” ${rows} 行 ${plural(rows, 'row')}`;

const place = ({ sheet, line }: SheetPlace): string => (sheet ? `${sheet}!${line}` : String(line));
