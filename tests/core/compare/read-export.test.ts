import { describe, expect, it } from 'vitest';
import { compareTexts, listRecords, readExport, tabulateChanges } from '#core/compare/index.ts';
import type { ComparableText } from '#core/compare/index.ts';
import { readClauses } from './read-clauses.ts';

/** The data of a standard as a site has them, by way of JSON. */
function toExport(text: ComparableText): unknown {
  const idOf = (clause: number | null) => (clause === null ? null : text.clauses[clause]?.id);
  return JSON.parse(
    JSON.stringify({
      format: 'biaolian-standard',
      version: 1,
      number: 'DB9902/T 99—2025',
      slug: 'db9902-t-99-2025',
      metadata: { title: '样例', titleEn: 'Sample' },
      text: {
        language: 'zh',
        clauses: text.clauses.map((clause) => ({ ...clause, parent: idOf(clause.parent) })),
        provisions: text.provisions.map((provision) => ({
          ...provision,
          clause: idOf(provision.clause),
        })),
        exhibits: text.exhibits.map((exhibit) => ({ ...exhibit, clause: idOf(exhibit.clause) })),
      },
    }),
  );
}

const before = readClauses(`# 要求

## 温度 {#t}

温度不应大于5 ℃。企业宜建立台账。

:::table[限值]{#tab}
| 项目 | 限值 |
| --- | --- |
| 甲 | ≤ 5 |
| 乙 | ≤ 8 |
:::
`);
const after = readClauses(`# 要求

## 温度 {#t}

温度不应大于3 ℃。企业应建立台账。

:::table[限值]{#tab}
| 项目 | 限值 |
| --- | --- |
| 甲 | ≤ 4 |
| 丙 | ≤ 9 |
:::
`);

describe('the data of a standard', () => {
  it('compare as the compiled text does', () => {
    const [one, other] = [before, after].map((text) => readExport(toExport(text)));
    if (!one || !other || !('standard' in one) || !('standard' in other))
      throw new Error('refused');
    expect(one.standard).toMatchObject({
      number: 'DB9902/T 99—2025',
      title: '样例',
      titleEn: 'Sample',
    });
    const [a, b] = [one.standard.texts.zh, other.standard.texts.zh];
    if (!a || !b) throw new Error('no text');
    expect(compareTexts(a, b).changes).toEqual(compareTexts(before, after).changes);
    expect(compareTexts(a, b).changes.length).toBeGreaterThan(3);
  });

  it.each([
    ['nothing', null],
    ['another file', { format: 'other' }],
    ['a later version', { format: 'biaolian-standard', version: 2 }],
    ['a record without text', { format: 'biaolian-standard', version: 1, metadata: {} }],
    [
      'clauses without words',
      { format: 'biaolian-standard', version: 1, text: { clauses: [{ id: 'a', text: '' }] } },
    ],
    [
      'clauses that are none',
      { format: 'biaolian-standard', version: 1, text: { clauses: 'many' } },
    ],
  ])('are refused where they are %s', (_name, value) => {
    expect(readExport(value)).toHaveProperty('refusal.zh');
    expect(readExport(value)).toHaveProperty('refusal.en');
  });

  it('leave out what does not fit', () => {
    const clauses = [
      { id: 'a', text: '甲。', parent: 'a', level: 'deep' },
      { id: 'b', text: '乙。', parent: 'nowhere' },
      'no clause',
    ];
    const provisions = [
      { clause: 'a', type: 'wish', text: '甲。' },
      { clause: 'c', type: 'requirement', text: '甲。' },
      { clause: 'b', type: 'requirement', text: '乙。', limits: [{ object: 1 }, null] },
    ];
    const exhibits = [
      { kind: 'song', clause: 'a' },
      { kind: 'table', clause: 'b', rows: [['1', 2], 'x'] },
    ];
    const read = readExport({
      format: 'biaolian-standard',
      version: 1,
      text: { clauses, provisions, exhibits },
    });
    if (!('standard' in read)) throw new Error('refused');
    const text = read.standard.texts.zh;
    expect(text?.clauses.map(({ id, parent, level }) => [id, parent, level])).toEqual([
      ['a', null, 1],
      ['b', null, 1],
    ]);
    expect(text?.provisions).toEqual([
      { clause: 1, type: 'requirement', negative: false, text: '乙。' },
    ]);
    expect(text?.exhibits.map(({ rows }) => rows)).toEqual([[['1', '']]]);
    expect(text && compareTexts(text, text).changes).toEqual([]);
  });
});

describe('the list of changes', () => {
  it('has a row for each, with its limits and an address', () => {
    const records = listRecords(compareTexts(before, after));
    const { head, rows } = tabulateChanges(records, 'zh', (id) => `https://example.org/#${id}`);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows[0]).toEqual(
      [
        '加严',
        '条文',
        '要求',
        '1.1',
        '1.1',
        '',
        '温度不应大于5 ℃。',
        '温度不应大于3 ℃。',
        '不应大于5 ℃ → 不应大于3 ℃ (加严)',
        'https://example.org/#c-t-1',
      ].map((cell) => cell.replace('1.1', rows[0]?.[3] ?? '')),
    );
    expect(rows.map((row) => row.slice(0, 2).join(' '))).toEqual([
      '加严 条文',
      '加严 条文',
      '加严 表格单元',
      '删除 表格行',
      '增加 表格行',
    ]);
    expect(rows[1]?.[8]).toBe('推荐 → 要求 (加严)');
    expect(rows[2]?.[5]).toBe('表1　甲　限值');
    const english = tabulateChanges(records, 'en', (id) => id);
    expect(english.rows[1]?.slice(0, 3)).toEqual(['Tightened', 'Text', 'Requirement']);
    expect(english.rows.map((row) => row.at(-1))).toEqual(records.map(({ id }) => id));
  });
});
