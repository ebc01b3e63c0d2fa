import type { Bilingual } from '../commands/command.ts';
import type { FieldDifference, ImportReport, RowPlace } from '#import/catalogue/index.ts';
import { drawSection, joinLines } from './report-section.ts';

/** The report for a terminal, Chinese first. */
export function describeImport(report: ImportReport, outcome: Bilingual): string {
  const { tables, counts, broken, duplicates, conflicts, rejects, values } = report;
  const lines: string[] = [];
  for (const { name, encoding, total, columns, unused } of tables) {
    const pairs = [...columns].map(([column, head]) =>
      head === column ? head : `${head}→${column}`,
    );
    lines.push(`${name}: ${encoding}, ${total} 行 rows`, `  列 Columns: ${pairs.join(', ')}`);
    if (unused.length > 0) lines.push(`  未用的列 Columns not used: ${unused.join(', ')}`);
  }
  lines.push(
    ...drawSection({ zh: '读不通的文件', en: 'Files that cannot be read' }, broken, (each) => [
      `${each.file}${each.line === undefined ? '' : `:${each.line}`}  ${each.reason.zh}`,
      each.reason.en,
    ]),
    ...drawSection({ zh: '没有采用的行', en: 'Rows not taken' }, rejects, (each) => [
      `${place(each)}  ${each.reason.zh} · ${each.reason.en}`,
      each.text,
    ]),
    ...drawSection({ zh: '没有采用的内容', en: 'Values not taken' }, values, (each) => [
      `${place(each)}  ${each.number} ${each.column} “${each.text}”`,
      `${each.reason.zh} · ${each.reason.en}`,
    ]),
    ...drawSection({ zh: '重复的编号', en: 'Numbers that stand twice' }, duplicates, (each) => [
      `${each.number}  采用 ${place(each.kept)}，不用 ${place(each.left)}：${each.reason.zh}`,
      `kept ${place(each.kept)}, left ${place(each.left)}: ${each.reason.en}`,
      ...(each.fields.length > 0 ? differ(each.fields) : ['内容相同 · they say the same']),
    ]),
    ...drawSection({ zh: '与库中不一致', en: 'Not the same in the library' }, conflicts, (each) => [
      each.kept === 'incoming'
        ? `${each.number}  采用 ${place(each.incoming)}，改写 ${place(each.library)}：${each.reason.zh}`
        : `${each.number}  保留 ${place(each.library)}，不用 ${place(each.incoming)}：${each.reason.zh}`,
      `kept ${each.kept === 'incoming' ? place(each.incoming) : place(each.library)}: ${each.reason.en}`,
      ...differ(each.fields),
    ]),
    '',
    `新增 added ${counts.added} · 更新 changed ${counts.changed} · 不变 unchanged ${counts.unchanged} · ` +
      `在其他文件 in other files ${counts.elsewhere}`,
    `没有采用的行 rows not taken ${rejects.length} · 没有采用的内容 values not taken ${values.length} · ` +
      `重复 duplicates ${duplicates.length} · 不一致 conflicts ${conflicts.length}`,
    outcome.zh,
    outcome.en,
  );
  return joinLines(lines);
}

const place = ({ file, line }: RowPlace): string => `${file}:${line}`;

const differ = (fields: readonly FieldDifference[]): readonly string[] =>
  fields.map(({ column, kept, left }) => `${column}: “${kept}” ≠ “${left}”`);
