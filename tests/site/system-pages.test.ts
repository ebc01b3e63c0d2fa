import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counts, RowState, SystemRow } from '#core/systems/index.ts';
import { chainStages } from '#core/systems/index.ts';
import {
  countRoles,
  groupByStage,
  listBranchCodes,
  listRowsFor,
} from '#site/data/system-choices.ts';
import { listSystemFiles } from '#site/files/system-file-list.ts';
import { heatOf } from '#site/data/system-gaps.ts';
import { drawBar, drawChain, mapMargin } from '#site/drawings/system-map.ts';
import { nameShortly } from '#site/data/system-name.ts';
import { openSystem, writeSystem } from '../core/systems/write.ts';

const number = fc.integer({ min: 0, max: 40 });

/** Counts as the model gives them: what is expected is the sum of its parts. */
const someCounts: fc.Arbitrary<Counts> = fc
  .record({
    inForce: number,
    coming: number,
    preparing: number,
    toMake: number,
    unverified: number,
    unnamed: number,
    replaced: number,
    withdrawn: number,
  })
  .map((counts) => {
    const { inForce, coming, preparing, toMake, unverified, unnamed } = counts;
    const underway = coming + preparing;
    const missing = toMake + unnamed;
    const expected = inForce + underway + missing + unverified;
    const coverage = expected === 0 ? null : inForce / expected;
    return { ...counts, underway, missing, expected, coverage };
  });

describe('the bar of counts', () => {
  test('is filled from end to end by parts that follow one another', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const parts = drawBar(counts);
        const whole = counts.expected === 0 ? 0 : 1;
        expect(parts.reduce((sum, { length }) => sum + length, 0)).toBeCloseTo(whole, 9);
        let end = 0;
        for (const { start, length } of parts) {
          expect(start).toBeCloseTo(end, 9);
          expect(length).toBeGreaterThan(0);
          end = start + length;
        }
      }),
    );
  });
});

describe('the heat of a square', () => {
  const rowsOf = (...states: readonly RowState[]) =>
    states.map((state) => ({ state }) as SystemRow);
  const heat = (
    coverage: number | null,
    own: readonly RowState[],
    also: readonly RowState[] = [],
  ) => heatOf({ counts: { coverage } as Counts, rows: rowsOf(...own), related: rowsOf(...also) });

  test.each([
    [0.01, 2],
    [0.33, 2],
    [1 / 3, 3],
    [0.66, 3],
    [2 / 3, 4],
    [0.99, 4],
    [1, 5],
  ])('%s is %i', (coverage, step) => {
    expect(heat(coverage, ['in-force'])).toBe(step);
  });

  test('is that of no standard only where there is none, as in the list of gaps', () => {
    expect(heat(0, ['to-make'])).toBe(0);
    expect(heat(0, ['replaced', 'withdrawn'])).toBe(0);
    expect(heat(null, [])).toBe(0);
    for (const state of ['unverified', 'preparing', 'coming'] as const) {
      expect(heat(0, ['to-make', state])).toBe(1);
    }
    expect(heat(0, ['to-make'], ['in-force'])).toBe(1);
    expect(heat(null, [], ['in-force'])).toBe(-1);
  });
});

describe('the map of a chain', () => {
  const wide = (count: number) =>
    writeSystem({
      nodes: Array.from(
        { length: count },
        (_, at) =>
          `  - { id: n${at}, name: { zh: 某个环节的很长的名称第${at}号, en: A link with quite a long name number ${at} of many }, stage: 中游, system: '2.1' }`,
      ).join('\n'),
      edges: Array.from({ length: count - 1 }, (_, at) => `  - { from: n0, to: n${at + 1} }`).join(
        '\n',
      ),
    });

  test('fits the width of a page, in a second drawing that of a small screen', async () => {
    const { system } = openSystem(wide(16));
    const maps = await drawChain(system, 'en');
    const widths = maps.map(({ width, direction }) => {
      const side = direction === 'down' ? mapMargin.side.en : 0;
      return width + side + 2 * mapMargin.band;
    });
    expect(widths[0]).toBeLessThanOrEqual(1216);
    expect(widths.at(-1)).toBeLessThanOrEqual(1080);
    expect(new Set(maps.map(({ screen }) => screen)).size).toBe(maps.length);
    for (const { boxes } of maps) expect(boxes).toHaveLength(16);
  });

  test('breaks names into two lines at most, and shows that a third was cut', async () => {
    const { system } = openSystem(wide(3));
    for (const language of ['zh', 'en'] as const) {
      const [map] = await drawChain(system, language);
      for (const { lines, node } of map?.boxes ?? []) {
        expect(lines.length).toBeLessThanOrEqual(2);
        const whole = lines.join(language === 'en' ? ' ' : '');
        expect(whole === node.name[language] || whole.endsWith('…')).toBe(true);
        // What stands before the ellipsis is the start of the name.
        expect(node.name[language].startsWith(whole.replace(/…$/, '').trim())).toBe(true);
      }
    }
  });

  test('is not drawn beyond what a reader can take in', async () => {
    const { system } = openSystem(wide(81));
    expect(await drawChain(system, 'zh')).toEqual([]);
  });

  test('is not drawn where nearly everything leads to everything: the page lists it and no file is offered', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `n${at}`);
    const nodes = ids.map(
      (id) => `  - { id: ${id}, name: { zh: 环, en: Link }, stage: 中游, system: '2.1' }`,
    );
    const edges = ids.flatMap((from, at) =>
      ids.slice(at + 1).map((to) => `  - { from: ${from}, to: ${to} }`),
    );
    const { system } = openSystem(
      writeSystem({ nodes: nodes.join('\n'), edges: edges.join('\n') }),
    );
    expect(await drawChain(system, 'zh')).toEqual([]);
    expect(listSystemFiles(system).map(({ kind }) => kind)).not.toContain('map');
  });
});

describe('choices', () => {
  const { system } = openSystem(
    writeSystem({
      rows: [
        "  - { system: '1', number: GB/T 1-2020, role: 基础 }",
        '  - { node: store, number: GB/T 2-2020, role: 产品, also: [road] }',
        '  - { node: road, number: GB/T 3-2020, role: 产品 }',
        '  - { node: road, number: GB/T 4-2020, role: 方法 }',
      ].join('\n'),
    }),
  );

  test('group the places of a chain by stage, in its order', () => {
    const groups = groupByStage(system);
    expect(groups.map(({ stage }) => stage)).toEqual(['中游']);
    expect(groups.flatMap(({ places }) => places.map(({ id }) => id))).toEqual(['store', 'road']);
    expect(chainStages).toContain(groups[0]?.stage);
  });

  test('count what applies at a place by role, its own and that of other places', () => {
    const road = system.places.find(({ id }) => id === 'road');
    expect(road && countRoles(listRowsFor(system, road))).toBe('方法:1 产品:2');
    const general = system.places.find(({ id }) => id === '1');
    expect(general && countRoles(listRowsFor(system, general))).toBe('基础:1');
    expect(countRoles(system.rows)).toBe('基础:1 方法:1 产品:2');
  });

  test('take a branch as what the tree puts below it, whatever its code begins with', () => {
    const { system: other } = openSystem(
      writeSystem({
        head: 'kind: 领域',
        tree: [
          '  - { code: A, name: { zh: 通用, en: General }, children: [{ code: B-1, name: { zh: 术语, en: Terms } }] }',
          '  - { code: A.1, name: { zh: 服务, en: Services } }',
        ].join('\n'),
        nodes: '',
        edges: '',
        rows: [
          '  - { system: A, number: GB/T 1-2020, role: 基础 }',
          '  - { system: B-1, number: GB/T 2-2020, role: 方法 }',
          '  - { system: A.1, number: GB/T 3-2020, role: 服务 }',
        ].join('\n'),
      }),
    );
    const top = other.places.find(({ id }) => id === 'A');
    expect(top && countRoles(listRowsFor(other, top))).toBe('基础:1 方法:1');
    expect(other.rows.map((row) => [row.number, listBranchCodes(other, row)])).toEqual(
      expect.arrayContaining([
        ['GB/T 1—2020', ['A']],
        ['GB/T 2—2020', ['B-1', 'A']],
        ['GB/T 3—2020', ['A.1']],
      ]),
    );
  });
});

describe('the short name of a system', () => {
  const { system } = openSystem(writeSystem());
  const named = (zh: string, en: string) => ({
    vocabulary: { chains: [{ id: 'cold-chain', zh, en }] },
  });

  test.each([
    ['冷链物流', 'Cold chain logistics', '冷链物流', 'Cold chain logistics'],
    ['海洋产业（海水养殖）', 'Marine (mariculture)', '海洋产业', 'Marine'],
  ])('is that of its chain, without what stands in brackets: %s', (zh, en, shortZh, shortEn) => {
    const library = named(zh, en) as unknown as Parameters<typeof nameShortly>[0];
    expect(nameShortly(library, system, 'zh')).toBe(shortZh);
    expect(nameShortly(library, system, 'en')).toBe(shortEn);
  });

  test('is its own where the vocabulary has no such chain', () => {
    const library = { vocabulary: { chains: [] } } as unknown as Parameters<typeof nameShortly>[0];
    expect(nameShortly(library, system, 'zh')).toBe('样例体系');
  });
});
