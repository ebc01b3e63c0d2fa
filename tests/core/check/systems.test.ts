import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#core/catalog/index.ts';
import { checkSystems } from '#core/check/index.ts';
import { systemRules } from '#core/check/registry.ts';
import { buildSystems } from '#core/systems/index.ts';
import { makeRecord, makeRow } from '../catalog/build.ts';
import { lineOf, readModel, writeSystem } from '../systems/write.ts';
import type { Parts } from '../systems/write.ts';
import { applyFixes, pointedAt } from './wrap.ts';

const day = { issued: '2020-01-01', implemented: '2020-06-01' };
const records = [
  makeRecord('GB/T 1-2020', day),
  makeRecord('GB/T 2-2010', {
    status: '被代替',
    implemented: '2010-06-01',
    replacedBy: ['GB/T 2-2020'],
  }),
  makeRecord('GB/T 2-2020', day),
  makeRecord('GB/T 3-2010', { status: '废止', withdrawn: '2019-01-01' }),
  makeRecord('GB/T 30982-2014', { ...day, title: '已经发布的名称' }),
];
const rows = [makeRow('DB9902/T 7—2020', { ...day, planNumber: 'SF2019-001' })];

function check(...sources: readonly string[]) {
  const catalog = buildCatalog({ rows, records, asOf: '2026-06-01' });
  const models = sources.map((source, at) => readModel(source, `systems/s${at}.yaml`));
  const systems = buildSystems(models, catalog);
  return checkSystems(systems, catalog, {
    chains: ['cold-chain', 'marine'],
    sourceOf: (file) => sources[Number(/\d+/.exec(file)?.[0])],
  });
}

const at = (keys: string) => `  - { node: store, ${keys}, role: 基础 }`;
const good = at('number: GB/T 1-2020');
const store = "{ id: store, name: { zh: 库, en: S }, stage: 中游, system: '2.1' }";
const road = "{ id: road, name: { zh: 路, en: R }, stage: 中游, system: '2.2' }";

/** A system of a sub-system and its node. */
const oneNode = (code: string): Parts => ({
  tree: `  - { code: ${code}, name: { zh: 路, en: R } }`,
  nodes: `  - { id: road, name: { zh: 路, en: R }, stage: 中游, system: ${code} }`,
  edges: '',
  rows: '  - { node: road, number: GB/T 1-2020, role: 基础 }',
});

/** Seven nodes, each of which leads to all behind it: the first of the 21 edges. */
function dense(edges: number): Parts {
  const ids = Array.from({ length: 7 }, (_, index) => `n${index}`);
  const all = ids.flatMap((from, index) => ids.slice(index + 1).map((to) => ({ from, to })));
  return {
    nodes: ids
      .map((id) => `  - { id: ${id}, name: { zh: 某, en: S }, stage: 中游, system: '2.1' }`)
      .join('\n'),
    edges: all
      .slice(0, edges)
      .map(({ from, to }) => `  - { from: ${from}, to: ${to} }`)
      .join('\n'),
  };
}

/** Nodes in a row. */
function many(count: number): Parts {
  const ids = Array.from({ length: count }, (_, index) => `n${index}`);
  return {
    nodes: ids
      .map((id) => `  - { id: ${id}, name: { zh: 某, en: S }, stage: 支撑, system: '2.1' }`)
      .join('\n'),
    edges: ids
      .slice(1)
      .map((id) => `  - { from: n0, to: ${id} }`)
      .join('\n'),
  };
}

/** Of each rule: parts that break it, the text it points at, and parts that keep it. */
const cases: readonly (readonly [string, Parts, string, Parts])[] = [
  [
    'system-number-unknown',
    { rows: at('number: GB/T 30928-2014') },
    'GB/T 30928-2014',
    { rows: at('number: GB/T 30982-2014') },
  ],
  [
    'system-number-replaced',
    { rows: at('number: GB/T 2-2010') },
    'GB/T 2-2010',
    { rows: at('number: GB/T 2-2010, keep: true, remark: 对照') },
  ],
  [
    'system-number-withdrawn',
    { rows: at('number: GB/T 3-2010') },
    'GB/T 3-2010',
    { rows: at('number: GB/T 3-2010, keep: true, remark: 对照') },
  ],
  [
    'system-number-repeated',
    { rows: `${good}\n${good}` },
    'GB/T 1-2020',
    { rows: at('also: [road], number: GB/T 1-2020') },
  ],
  [
    'system-chain-unknown',
    { head: 'kind: 产业链\nchain: cold-chains' },
    'cold-chains',
    { head: 'kind: 领域' },
  ],
  [
    'system-chain-unknown',
    { head: 'kind: 产业链' },
    '产业链',
    { head: 'kind: 领域\nchain: marine' },
  ],
  [
    'system-code-repeated',
    {
      rows: `${at("code: '2.1-1', number: GB/T 1-2020")}\n${at("code: '2.1-1', number: GB/T 2-2020")}`,
    },
    "'2.1-1'",
    {
      rows: `${at("code: '2.1-1', number: GB/T 1-2020")}\n${at("code: '2.1-2', number: GB/T 2-2020")}`,
    },
  ],
  [
    'system-code-repeated',
    { rows: at("code: '2.1-1', number: GB/T 1-2020"), tail: "retired: ['2.1-1']\n" },
    "'2.1-1'",
    { tail: "retired: ['2.1-1']\n" },
  ],
  [
    'system-code-missing',
    { rows: `${at("code: '2.1-1', number: GB/T 1-2020")}\n${at('number: GB/T 2-2020')}` },
    '基础',
    {},
  ],
  [
    'system-id-repeated',
    { nodes: `  - ${store}\n  - ${road}\n  - ${store}` },
    'store',
    { nodes: `  - ${store}\n  - ${road}` },
  ],
  ['system-id-repeated', oneNode('road'), 'road', oneNode('R')],
  [
    'system-node-unknown',
    {
      edges: '  - { from: store, to: raod }',
      rows: `${good}\n  - { node: road, number: GB/T 2-2020, role: 基础 }`,
    },
    'raod',
    {},
  ],
  [
    'system-node-unknown',
    { rows: at('also: [rode], number: GB/T 1-2020') },
    'rode',
    { rows: at('also: [road], number: GB/T 1-2020') },
  ],
  [
    'system-branch-unknown',
    { rows: at("system: '2.7', number: GB/T 1-2020") },
    "'2.7'",
    { rows: at("system: '2.2', number: GB/T 1-2020") },
  ],
  [
    'system-row-nowhere',
    { rows: '  - { number: GB/T 1-2020, role: 基础 }' },
    '{ number: GB/T 1-2020, role: 基础 }',
    {},
  ],
  ['system-node-orphan', { edges: '', rows: good }, 'road', { rows: good }],
  [
    'system-cycle',
    { edges: '  - { from: store, to: road }\n  - { from: road, to: store }' },
    '{ from: road, to: store }',
    { edges: '  - { from: store, to: road }\n  - { from: road, to: store, back: true }' },
  ],
  ['system-chain-large', dense(21), '{ from: n5, to: n6 }', dense(20)],
  [
    'system-chain-large',
    many(81),
    "{ id: n80, name: { zh: 某, en: S }, stage: 支撑, system: '2.1' }",
    many(80),
  ],
  [
    'system-plan-exists',
    { rows: at('planned: 已经 发布的名称, level: 地方') },
    '已经 发布的名称',
    { rows: at('planned: 没有发布的名称, level: 地方') },
  ],
  [
    'system-plan-exists',
    { rows: at('planned: 某, plan: SF2019-001, level: 地方') },
    '某',
    { rows: at('planned: 某, plan: SF2019-002, level: 地方') },
  ],
  [
    'system-expected-short',
    {
      nodes: `  - ${store.replace(' }', ' }').replace(/ \}$/, ', expected: 0 }')}\n  - ${road}`,
      rows: good,
    },
    '0',
    { nodes: `  - ${store.replace(/ \}$/, ', expected: 1 }')}\n  - ${road}`, rows: good },
  ],
];

it('every rule has a case', () => {
  // Whether a planned row names its project is asked of a library with projects: its examples are the test.
  const alone = systemRules.filter(({ id }) => id !== 'system-plan-project');
  expect(new Set(cases.map(([id]) => id))).toEqual(new Set(alone.map(({ id }) => id)));
});

describe.each(cases)('%s', (id, bad, pointed, kept) => {
  it('finds it at its place, in both languages, with a hint, and nothing else', () => {
    const source = writeSystem(bad);
    const found = check(source);
    expect(found.map(({ rule }) => rule)).toEqual([id]);
    for (const finding of found) {
      expect(pointedAt(source, finding)).toBe(pointed);
      expect(finding.file).toBe('systems/s0.yaml');
      expect(finding.message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(finding.message.en).toMatch(/[a-z]/);
      expect(finding.hint?.zh).toBeTruthy();
      expect(finding.hint?.en).toBeTruthy();
    }
  });

  it('is silent where it is kept', () => {
    expect(check(writeSystem(kept)).map(({ rule, message }) => `${rule}: ${message.zh}`)).toEqual(
      [],
    );
  });
});

describe('findings help', () => {
  it('with the nearest number, node and chain', () => {
    expect(check(writeSystem({ rows: at('number: GB/T 30928-2014') }))[0]?.hint?.zh).toContain(
      'GB/T 30982—2014',
    );
    expect(check(writeSystem({ rows: at('number: GB/T 1-2019') }))[0]?.hint?.en).toContain(
      'GB/T 1—2020',
    );
    expect(
      check(writeSystem({ edges: '  - { from: stroe, to: road }', rows: good }))[0]?.hint?.en,
    ).toContain('store');
    expect(check(writeSystem({ head: 'kind: 产业链\nchain: marin' }))[0]?.hint?.zh).toContain(
      'marine',
    );
  });

  it('with the successor as a fix', () => {
    const source = writeSystem({ rows: at('number: GB/T 2-2010') });
    const fixed = applyFixes(source, check(source));
    expect(fixed).toContain('number: GB/T 2-2020, role');
    expect(check(fixed)).toEqual([]);
  });

  it('with no fix where the successor stands in the system already', () => {
    const found = check(
      writeSystem({ rows: `${at('number: GB/T 2-2010')}\n${at('number: GB/T 2-2020')}` }),
    );
    expect(found).toMatchObject([{ rule: 'system-number-replaced' }]);
    expect(found[0]?.fix).toBeUndefined();
  });

  it('with codes for rows that have none, past those that were used', () => {
    const source = writeSystem({
      rows: `${at("code: '2.1-01', number: GB/T 1-2020")}\n${at('number: GB/T 2-2020')}`,
      tail: "retired: ['2.1-02']\n",
    });
    const fixed = applyFixes(source, check(source));
    expect(fixed).toContain("number: GB/T 2-2020, role: 基础, code: '2.1-03' }");
    expect(check(fixed)).toEqual([]);
  });

  it('with a line for each circle, and an end', () => {
    const ids = Array.from({ length: 70 }, (_, index) => `n${index}`);
    const nodes = ids.map(
      (id) => `  - { id: ${id}, name: { zh: 节, en: N }, stage: 中游, system: '2.1' }`,
    );
    const edges = ids.map((id, index) => `  - { from: ${id}, to: ${ids[(index + 1) % 70]} }`);
    const source = writeSystem({ nodes: nodes.join('\n'), edges: edges.join('\n') });
    const found = check(source);
    expect(found.map(({ rule }) => rule)).toEqual(['system-cycle']);
    expect(lineOf(source, found[0]?.range.start.line ?? 0)).toContain('from: n69, to: n0');
    expect(
      check(
        writeSystem({ edges: '  - { from: store, to: store }\n  - { from: store, to: road }' }),
      ),
    ).toMatchObject([
      { rule: 'system-cycle', message: { en: expect.stringContaining('Store → Store') as string } },
    ]);
  });

  it('about two systems of one chain', () => {
    expect(check(writeSystem(), writeSystem())).toMatchObject([
      { rule: 'system-chain-unknown', file: 'systems/s1.yaml' },
    ]);
  });

  it('up to a bound', () => {
    const bad = Array.from(
      { length: 1200 },
      (_, index) => `  - { number: X ${index}, role: 基础 }`,
    );
    const found = check(writeSystem({ rows: bad.join('\n') }));
    expect(found).toHaveLength(1001);
    expect(found.at(-1)).toMatchObject({ rule: 'too-many-findings' });
  });
});
