import { describe, expect, test } from 'vitest';
import { statisticsOf } from '#core/systems/index.ts';
import type { System } from '#core/systems/index.ts';
import { listFigures, queryCell } from '#site/data/system-list-links.ts';
import { makeRecord } from '../core/catalog/build.ts';
import { openSystem, writeSystem } from '../core/systems/write.ts';

const records = [
  makeRecord('GB/T 1-2020', { status: '现行' }),
  makeRecord('GB/T 2-2020', { status: '现行' }),
  makeRecord('GB/T 3-2020', { status: '废止' }),
  makeRecord('SB/T 4-2020', { status: '现行' }),
];

const rows = [
  "  - { system: '1', number: GB/T 1-2020, role: 基础 }",
  "  - { system: '1', number: GB/T 2-2020, role: 方法 }",
  "  - { system: '1', number: GB/T 3-2020, role: 方法, keep: true, remark: 仍用 }",
  '  - { node: store, number: SB/T 4-2020, role: 产品 }',
  '  - { node: road, planned: 甲, level: 地方, role: 产品 }',
  '  - { node: road, planned: 乙, level: 地方, role: 产品, stage: 在研 }',
];

const open = (list: readonly string[], nodes?: string): System =>
  openSystem(writeSystem({ rows: list.join('\n'), ...(nodes && { nodes }) }), records).system;

/** Rows the list shows for a query, as `client/system-list.ts` chooses them. */
function countShown({ rows: all }: System, query: string): number {
  const asked = [...new URLSearchParams(query)];
  return all.filter((row) =>
    asked.every(([name, value]) => {
      if (name === 'state' && value === 'underway') return /coming|preparing/.test(row.state);
      return row[name as 'role' | 'level' | 'state'] === value;
    }),
  ).length;
}

describe('links of the figures of a system', () => {
  test('lead to as many rows as the figure says', () => {
    const system = open(rows.filter((row) => !row.includes('keep')));
    const { expected, inForce, underway, missing } = system.counts;
    const figures = listFigures(system);
    const shown = Object.entries(figures).flatMap(([part, { query, count }]) => {
      if (query === undefined) return [];
      expect(countShown(system, query), part).toBe(count);
      return [[part, count]];
    });
    expect(Object.fromEntries(shown)).toEqual({
      expected,
      'in-force': inForce,
      underway,
      missing,
    });
  });

  test('are left out where the list has other rows, or none', () => {
    expect(listFigures(open(rows)).expected.query).toBeUndefined();
    const nodes = `  - { id: store, name: { zh: 冷库, en: Store }, stage: 中游, system: '2.1', expected: 5 }
  - { id: road, name: { zh: 公路, en: Road }, stage: 中游, system: '2.2' }`;
    const unnamed = open(rows, nodes);
    expect(unnamed.counts.unnamed).toBe(4);
    expect(listFigures(unnamed).missing.query).toBeUndefined();
    expect(listFigures(open(rows.slice(0, 1))).underway.query).toBeUndefined();
  });
});

describe('links of the 统计表', () => {
  test('lead to as many rows as the cell says', () => {
    const system = open(rows);
    const { lines, levels, byLevel } = statisticsOf(system);
    const cells = [
      ...lines.flatMap(({ role, byLevel: own, total }) => [
        { role, level: undefined, cell: total },
        ...levels.map((level) => ({ role, level, cell: own[level] })),
      ]),
      ...levels.map((level) => ({ role: undefined, level, cell: byLevel[level] })),
    ];
    const links = cells.flatMap(({ role, level, cell }) => {
      const queries = queryCell(system, { ...(role && { role }), ...(level && { level }) });
      return (['expected', 'existing'] as const).flatMap((which) => {
        const query = queries[which];
        return query === undefined ? [] : [{ query, said: cell?.[which] }];
      });
    });
    expect(links.length).toBeGreaterThan(6);
    for (const { query, said } of links) expect(countShown(system, query), query).toBe(said);
  });

  test('lead to what is in force where rows are listed that are not expected', () => {
    const system = open(rows);
    expect(queryCell(system, { role: '方法' })).toEqual({
      existing: `?${new URLSearchParams({ role: '方法', state: 'in-force' }).toString()}`,
    });
  });
});
