import { describe, expect, test } from 'vitest';
import { chainStages } from '#core/systems/index.ts';
import type { Counts } from '#core/systems/index.ts';
import { drawChain, lackOf, mostExpected, scaleBar } from '#site/drawings/system-map.ts';
import { listNext } from '#site/data/system-choices.ts';
import { writeMapSvg } from '#site/drawings/system-map-svg.ts';
import { showSystem } from '#site/views/system-days.ts';
import { openSystem, writeSystem } from '../core/systems/write.ts';

describe('the map of a chain', () => {
  test('keeps a name whole that two lines can hold', async () => {
    const names = [
      'Temperature monitoring and metrology',
      'Standardization in services and government',
    ];
    const nodes = names.map(
      (en, at) => `  - { id: n${at}, name: { zh: 某, en: ${en} }, stage: 中游, system: '2.1' }`,
    );
    const { system } = openSystem(writeSystem({ nodes: nodes.join('\n'), edges: '' }));
    const [map] = await drawChain(system, 'en');
    expect(map?.boxes.map(({ lines }) => lines.join(' ')).toSorted()).toEqual(names.toSorted());
  });

  test('breaks a name into even lines, with room for wider letters than those measured', async () => {
    const names = ['Consultation and funding', 'Adoption of international standards', 'Ports'];
    const nodes = names.map(
      (en, at) => `  - { id: n${at}, name: { zh: 某, en: ${en} }, stage: 中游, system: '2.1' }`,
    );
    const { system } = openSystem(writeSystem({ nodes: nodes.join('\n'), edges: '' }));
    const [map] = await drawChain(system, 'en');
    expect(map?.boxes.map(({ lines }) => lines.join('|')).toSorted()).toEqual([
      'Adoption of|international standards',
      'Consultation|and funding',
      'Ports',
    ]);
  });

  test('is walked from upstream to downstream, row by row, whatever the order of its file', async () => {
    const stages = ['支撑', '下游', '中游', '上游', '中游', '上游', '下游', '支撑'];
    const nodes = stages.map(
      (stage, at) =>
        `  - { id: n${at}, name: { zh: 某, en: Some }, stage: ${stage}, system: '2.1' }`,
    );
    const edges = ['n5, to: n2', 'n3, to: n4', 'n4, to: n6', 'n2, to: n1'];
    const { system } = openSystem(
      writeSystem({
        nodes: nodes.join('\n'),
        edges: edges.map((ends) => `  - { from: ${ends} }`).join('\n'),
      }),
    );
    const [map] = await drawChain(system, 'zh');
    const boxes = map?.boxes ?? [];
    expect(boxes).toHaveLength(stages.length);
    for (const [at, next] of boxes.slice(1).entries()) {
      const before = boxes[at];
      if (!before) continue;
      const [from, to] = [before, next].map(({ node }) =>
        chainStages.findIndex((stage) => stage === node.stage),
      );
      const follows =
        from === to ? before.y < next.y || (before.y === next.y && before.x < next.x) : true;
      expect((from ?? 0) <= (to ?? 0) && follows, `${before.id} ${next.id}`).toBe(true);
    }
  });

  test('leaves room for the counts beside the longest bar', async () => {
    const expected = (count: number) =>
      writeSystem({
        nodes: `  - { id: n0, name: { zh: 某, en: Some }, stage: 中游, system: '2.1', expected: ${count} }`,
        edges: '',
        rows: "  - { code: '1', system: '1', number: GB/T 1-2020, role: 基础 }",
      });
    const lengths = await Promise.all(
      [9, 99, 999].map(async (count) => {
        const [map] = await drawChain(openSystem(expected(count)).system, 'zh');
        return map?.barLength ?? 0;
      }),
    );
    // A digit at 13 px is 7.3 px wide.
    for (const [at, length] of lengths.slice(1).entries()) {
      expect((lengths[at] ?? 0) - length).toBeGreaterThan(7.2);
      expect(length).toBeGreaterThan(60);
    }
  });

  test.each([
    // expected, most of the chain, length of the bar
    [14, 14, 1],
    [7, 14, 0.5],
    [3, 14, 3 / 14],
    [1, 14, 0.15],
    [0, 14, 0.15],
    [20, 14, 1],
    [0, 0, 1],
  ])('has a bar for %i expected where the most is %i of length %d', (expected, most, length) => {
    expect(scaleBar({ expected }, most)).toBeCloseTo(length, 9);
  });

  test.each([
    [0, 4, undefined],
    [4, 4, undefined],
    [2, 3, 1],
    [6, 9, 1],
    [1, 2, 2],
    [1, 3, 2],
    [2, 7, 3],
    [1, 4, 3],
    [11, 12, 1],
  ])('has a box for %i of %i with a tint of %s thirds', (inForce, expected, thirds) => {
    expect(lackOf({ inForce, expected } as Counts)).toBe(thirds);
  });

  test('says of each node where it leads, of those in support nothing', () => {
    const nodes = ['上游', '中游', '下游', '支撑'].map(
      (stage, at) =>
        `  - { id: n${at}, name: { zh: 甲${at}, en: A${at} }, stage: ${stage}, system: '2.1' }`,
    );
    const edges = [
      'n0, to: n1',
      'n0, to: n2',
      'n1, to: n2',
      'n2, to: n0, back: true',
      'n3, to: n1',
    ];
    const { system } = openSystem(
      writeSystem({
        nodes: nodes.join('\n'),
        edges: edges.map((ends) => `  - { from: ${ends} }`).join('\n'),
      }),
    );
    expect([...listNext(system, 'zh')]).toEqual([
      ['n0', ['甲1', '甲2']],
      ['n1', ['甲2']],
      ['n2', ['甲0']],
      ['n3', []],
    ]);
    expect(listNext(system, 'en').get('n0')).toEqual(['A1', 'A2']);
    expect(mostExpected([])).toBe(0);
  });

  test('says at an arrow where it leads, and what the chain says of it', async () => {
    const edges = `  - { from: store, to: road, label: { zh: 装车, en: Loading } }
  - { from: road, to: store, back: true }`;
    const { system } = openSystem(writeSystem({ edges }));
    const [zh] = await drawChain(system, 'zh');
    const [en] = await drawChain(system, 'en');
    expect(zh?.edges.map(({ title }) => title)).toEqual(['冷库 → 公路：装车', '公路 → 冷库']);
    expect(en?.edges.map(({ title }) => title)).toEqual(['Store → Road: Loading', 'Road → Store']);
  });

  test('hatches what is missing in its file, as on the page', async () => {
    const { catalog, system } = openSystem(
      writeSystem({ rows: '  - { node: store, planned: 某, level: 地方, role: 基础 }' }),
    );
    const svg =
      (await writeMapSvg({ since: '2026-06-01', system: showSystem({ catalog }, system) }, 'zh')) ??
      '';
    const used = [...svg.matchAll(/fill="url\(#([a-z]+)\)"/g)].map((found) => found[1]);
    // One bar and the legend.
    expect(used).toEqual(['hatch', 'hatch']);
    expect(svg).toContain('<pattern id="hatch"');
  });

  test('is for paper in one of its drawings', async () => {
    const nodes = [1, 2, 3, 4, 5, 6].map(
      (at) => `  - { id: n${at}, name: { zh: 某, en: Some }, stage: 中游, system: '2.1' }`,
    );
    const edges = [1, 2, 3, 4, 5].map((at) => `  - { from: n${at}, to: n${at + 1} }`);
    const { system } = openSystem(
      writeSystem({ nodes: nodes.join('\n'), edges: edges.join('\n') }),
    );
    const maps = await drawChain(system, 'en');
    expect(maps).toHaveLength(2);
    expect(maps.filter(({ onPaper }) => onPaper)).toHaveLength(1);
  });
});
