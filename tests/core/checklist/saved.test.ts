import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import {
  filterRows,
  listRows,
  mergeEntries,
  noFilter,
  noMark,
  readChecklist,
  tabulateChecklist,
  toEntry,
  writeChecklist,
} from '#core/checklist/index.ts';
import type { ChecklistRow, Mark, SavedEntry } from '#core/checklist/index.ts';
import { writeCsv } from '#core/render/csv.ts';
import { writeMarkdownTable } from '#core/render/markdown-table.ts';
import { clause, provision, standard } from './example.ts';

const texts = ['噪声不应大于60 dB。', '外壳应接地。', '标志应清晰。'];
const make = (sentences: readonly string[], name?: { slug: string; number: string }) =>
  listRows(
    standard(
      {
        clauses: [clause('5', '要求')],
        provisions: sentences.map((text, at) => provision('5', text, { id: `c5.p${at + 1}` })),
      },
      name,
    ),
  );
const rows = make(texts);
const mark = (note: string): Mark => ({ done: true, note, person: '王工', date: '2026-11-30' });
const entries = rows.map((row, at) => toEntry(row, mark(`n${at}`)));
const saved = {
  name: '清单',
  source: 'standard=gb-t-1-2025',
  standards: [{ slug: 'gb-t-1-2025', number: 'GB/T 1—2025' }],
  entries,
};
/** The note at each row, by the text of the row. */
const notes = (list: readonly ChecklistRow[], marks: ReadonlyMap<string, Mark>) =>
  list.map(({ key, text }) => `${text} ${marks.get(key)?.note ?? '-'}`);

describe('a saved checklist', () => {
  test('comes back as it was written', () => {
    expect(readChecklist(writeChecklist(saved))).toEqual({
      kind: 'checklist',
      checklist: saved,
      left: 0,
    });
  });

  test('of another version is named, and told from what is none', () => {
    const later = writeChecklist(saved).replace('"version": 1', '"version": 7');
    expect(readChecklist(later)).toEqual({ kind: 'other-version', version: '7' });
    for (const text of ['', '{', '[]', 'PK\u0003', '{"format":"biaolian-baskets","version":1}'])
      expect(readChecklist(text)).toEqual({ kind: 'damaged' });
  });

  test('is never believed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (list, name) => {
        const read = readChecklist(
          JSON.stringify({ format: 'biaolian-checklist', version: 1, name, entries: list }),
        );
        const again =
          read.kind === 'checklist' ? readChecklist(writeChecklist(read.checklist)) : undefined;
        expect(again).toEqual({ ...read, left: 0 });
      }),
    );
    const read = readChecklist(
      '{"format":"biaolian-checklist","version":1,"entries":[{"slug":"a","id":"b","done":"yes","date":"soon"},{},7]}',
    );
    expect(read).toMatchObject({
      kind: 'checklist',
      left: 2,
      checklist: { entries: [{ done: false, date: '' }] },
    });
  });
});

describe('saved records', () => {
  test('stand at their rows again, whatever was put before them in the clause', () => {
    const now = make(['新增的应在前。', ...texts]);
    const { marks, lost } = mergeEntries(now, new Map(), entries);
    expect(notes(now, marks)).toEqual([
      '新增的应在前。 -',
      `${texts[0]} n0`,
      `${texts[1]} n1`,
      `${texts[2]} n2`,
    ]);
    expect(lost).toEqual([]);
  });

  test('of a text that changed or is gone are kept with the reason, and are no tick for the new text', () => {
    const now = make(['噪声不应大于55 dB。', texts[1] ?? '']);
    const { marks, lost } = mergeEntries(now, new Map(), entries);
    expect(notes(now, marks)).toEqual(['噪声不应大于55 dB。 -', `${texts[1]} n1`]);
    expect(lost.map(({ reason, entry, now: there }) => [reason, entry.note, there?.text])).toEqual([
      ['changed', 'n0', '噪声不应大于55 dB。'],
      ['gone', 'n2', undefined],
    ]);
  });

  test('of another edition stand where clause and text are the same, and say so; of another standard nowhere', () => {
    const now = make(texts, { slug: 'gb-t-1-2030', number: 'GB/T 1—2030' });
    const { marks, editions, lost } = mergeEntries(now, new Map(), entries);
    expect(marks.size).toBe(3);
    expect([...editions.values()]).toEqual(['GB/T 1—2025', 'GB/T 1—2025', 'GB/T 1—2025']);
    expect(lost).toEqual([]);
    const other = make(texts, { slug: 'gb-t-12-2025', number: 'GB/T 12—2025' });
    expect(mergeEntries(other, new Map(), entries).lost.map(({ reason }) => reason)).toEqual([
      'not-listed',
      'not-listed',
      'not-listed',
    ]);
  });

  test('never write over what is there', () => {
    const there = new Map([[rows[0]?.key ?? '', mark('mine')]]);
    const { marks, lost } = mergeEntries(rows, there, entries);
    expect(notes(rows, marks)[0]).toBe(`${texts[0]} mine`);
    expect(lost.map(({ reason, entry }) => [reason, entry.note])).toEqual([['differs', 'n0']]);
    expect(mergeEntries(rows, new Map([[rows[0]?.key ?? '', mark('n0')]]), entries).lost).toEqual(
      [],
    );
  });

  test('are each at one row or among the lost, whatever is loaded into whatever', () => {
    const pick = fc.subarray([...texts, '同一句应相同。', '同一句应相同。']);
    fc.assert(
      fc.property(pick, pick, (before, after) => {
        const old = make(before).map((row, at) => toEntry(row, mark(`n${at}`)));
        const { marks, lost } = mergeEntries(make(after), new Map(), old);
        const kept = [
          ...[...marks.values()].map(({ note }) => note),
          ...lost.map(({ entry }: { entry: SavedEntry }) => entry.note),
        ];
        expect(kept.sort()).toEqual(old.map(({ note }) => note).sort());
      }),
    );
  });
});

describe('filters', () => {
  const marks = new Map([[rows[1]?.key ?? '', { ...noMark, done: true, note: '已测 接地电阻' }]]);
  const left = (filter: Partial<typeof noFilter>) =>
    filterRows(rows, marks, { ...noFilter, ...filter }).map((row) => rows.indexOf(row));
  test('leave what they say', () => {
    expect(left({})).toEqual([0, 1, 2]);
    expect(left({ limited: true })).toEqual([0]);
    expect(left({ open: true })).toEqual([0, 2]);
    expect(left({ marked: true })).toEqual([1]);
    expect(left({ type: 'permission' })).toEqual([]);
    expect(left({ source: 'detector', slug: 'gb-t-1-2025' })).toEqual([0, 1, 2]);
    expect(left({ text: '电阻 外壳' })).toEqual([1]);
    expect(left({ text: '电阻 噪声' })).toEqual([]);
  });
});

describe('tables to take away', () => {
  const notesOfReader = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', 'a|b\n`c`', '"q"'];
  const list = make(notesOfReader.map((_, at) => `第${at}项不应大于${at + 1}.0 mm。`));
  const marks = new Map(
    list.map(({ key }, at) => [key, { ...noMark, note: notesOfReader[at] ?? '' }]),
  );
  const table = tabulateChecklist(
    list,
    marks,
    'zh',
    ({ slug }) => `https://x.example/standards/${slug}/`,
  );

  test('have a cell for each head, limits and units apart', () => {
    for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    const cell = (name: string) => table.rows[1]?.[table.head.indexOf(name)];
    expect([cell('限值'), cell('单位'), cell('类型'), cell('来源'), cell('完成')]).toEqual([
      '≤ 2.0',
      'mm',
      '要求',
      '自动识别',
      '',
    ]);
  });

  test('are harmless in a spreadsheet as CSV, and the same otherwise', () => {
    const read: string[][] = parse(writeCsv([table.head, ...table.rows]), { bom: true });
    const note = table.head.indexOf('备注');
    expect(read.slice(1).map((row) => row[note])).toEqual([
      `'=HYPERLINK("http://x","y")`,
      "'+1",
      "'-1",
      "'@SUM(A1)",
      'a|b\n`c`',
      '"q"',
    ]);
  });

  test('keep their columns as Markdown, whatever signs stand in a cell', () => {
    const lines = writeMarkdownTable(table.head, table.rows).split('\n');
    expect(lines).toHaveLength(list.length + 2);
    for (const line of lines) {
      expect(line.replaceAll(/\\./g, '').split('|')).toHaveLength(table.head.length + 2);
    }
    expect(lines[6]).toContain('a\\|b \\`c\\`');
  });
});
