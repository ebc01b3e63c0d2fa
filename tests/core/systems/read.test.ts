import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSystem } from '#core/systems/index.ts';
import { lineOf, readModel, writeSystem } from './write.ts';

const read = (source: string, file = 'systems/sample.yaml') => readSystem(source, { file });
const rulesOf = (source: string) => read(source).diagnostics.map(({ rule }) => rule);

describe('the format', () => {
  it('is the one the guide shows', () => {
    const guide = readFileSync(new URL('../../../docs/systems.md', import.meta.url), 'utf8');
    const example = /^```yaml\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? '';
    const model = readModel(example);
    expect([model.nodes.length, model.edges.length, model.rows.length]).toEqual([2, 2, 3]);
    expect(model.retired).toEqual(['2.2-09']);
  });

  it('reads a tree into branches, parents before children', () => {
    const { branches } = readModel(writeSystem());
    expect(branches.map(({ code, parent, depth }) => [code, parent, depth])).toEqual([
      ['1', null, 1],
      ['2', null, 1],
      ['2.1', 1, 2],
      ['2.2', 1, 2],
    ]);
  });

  it('says at its line what an explanation does not print as it is meant', () => {
    const said =
      'explanation: |\n  第一段。\n\n  见[网站](https://a.example/)和[明细](../list.xlsx)。\nexplanationEn: See ![a map](map.png).\n';
    const source = `${writeSystem().trimEnd()}\n${said}`;
    const lines = source.split('\n');
    expect(
      read(source).diagnostics.map(({ rule, range }) => [rule, lines[range.start.line - 1]]),
    ).toEqual([
      ['link-unsafe', '  见[网站](https://a.example/)和[明细](../list.xlsx)。'],
      ['image-unsafe', 'explanationEn: See ![a map](map.png).'],
    ]);
    expect(read(source).system?.explanation.zh).toContain('明细');
  });

  it('needs no graph', () => {
    const model = readModel(writeSystem({ head: 'kind: 企业', nodes: '', edges: '' }));
    expect(model.nodes).toEqual([]);
    expect(model.rows).toHaveLength(1);
  });
});

describe('a value that cannot be', () => {
  const messagesOf = (source: string) => read(source).diagnostics.map(({ message }) => message);

  it('is a day that is in no calendar', () => {
    const source = writeSystem().replace('date: 2026-06-01', 'date: 2026-02-30');
    expect(messagesOf(source)).toMatchObject([
      { zh: expect.stringContaining('要有这一天') as unknown },
    ]);
    expect(read(source).system).toBeNull();
    expect(messagesOf(source.replace('2026-02-30', '2028-02-29'))).toEqual([]);
  });

  it.each(['-1', '1.5', '10001'])('is %s standards, and the bounds are said', (expected) => {
    const tree = `  - { code: '1', name: { zh: 通用, en: General }, expected: ${expected} }`;
    const [message] = messagesOf(writeSystem({ tree, nodes: '', edges: '' }));
    expect(message?.zh).toBe('“tree.0.expected”：应为 0 到 10000 的整数');
    expect(message?.en).toContain('must be a whole number from 0 to 10000');
  });

  it('is a year out of bounds', () => {
    const rows = "  - { system: '1', planned: 某, level: 地方, year: 226, role: 基础 }";
    expect(messagesOf(writeSystem({ rows }))).toMatchObject([
      { zh: '“rows.0.year”：应为 1990 到 2100 的整数' },
    ]);
  });
});

describe('a broken element', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a role nobody knows', "  - { system: '1', number: GB/T 2-2020, role: 杂 }", 'system-value'],
    [
      'a key nobody knows',
      "  - { system: '1', number: GB/T 2-2020, role: 基础, x: 1 }",
      'system-unknown-key',
    ],
    [
      'a number and a plan',
      "  - { system: '1', number: GB/T 2-2020, planned: 某, level: 地方, role: 基础 }",
      'system-value',
    ],
    ['neither number nor plan', "  - { system: '1', role: 基础 }", 'system-value'],
    ['a plan without level', "  - { system: '1', planned: 某, role: 基础 }", 'system-value'],
    [
      'a level of an existing standard',
      "  - { system: '1', number: GB/T 2-2020, level: 国家, role: 基础 }",
      'system-value',
    ],
    [
      'keep without a reason',
      "  - { system: '1', number: GB/T 2-2020, keep: true, role: 基础 }",
      'system-value',
    ],
    [
      'a code that is a number',
      '  - { system: 1, number: GB/T 2-2020, role: 基础 }',
      'system-value',
    ],
  ];
  it.each(cases)('%s is found at its line and left out; the rest is there', (_, bad, rule) => {
    const good = "  - { system: '1', number: GB/T 1-2020, role: 基础 }";
    const source = writeSystem({ rows: `${good}\n${bad}\n${good.replace('1-2020', '3-2020')}` });
    const { system, diagnostics } = read(source);
    expect(diagnostics.map((found) => found.rule)).toEqual([rule]);
    for (const { range, message, severity } of diagnostics) {
      expect(lineOf(source, range.start.line)).toBe(bad);
      expect(severity).toBe('error');
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/[a-z]/);
    }
    expect(system?.rows.map(({ number }) => number)).toEqual(['GB/T 1-2020', 'GB/T 3-2020']);
    for (const row of system?.rows ?? []) {
      expect(lineOf(source, system?.ranges.get(row.path)?.start.line ?? 0)).toContain(row.number);
    }
  });
});

describe('bad files give findings and never throw', () => {
  it.each([
    ['broken YAML', 'name: [', 'system-yaml'],
    ['a key twice', writeSystem({ tail: "version: '2'\n" }), 'system-yaml'],
    ['a list', '- 1\n', 'system-value'],
    ['nothing', '', 'system-value'],
    ['no tree', writeSystem({ tree: '' }), 'system-value'],
    ['too many characters', `# ${'x'.repeat(4_000_001)}`, 'system-too-long'],
    [
      'aliases that grow',
      `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n`,
      'system-yaml',
    ],
    ['nesting without end', `tree: ${'['.repeat(5000)}`, 'system-yaml'],
  ])('%s', (_, source, rule) => {
    expect(rulesOf(source)).toContain(rule);
    expect(read(source).system).toBeNull();
  });

  it('a file name that is no id', () => {
    const { system, diagnostics } = read(writeSystem(), 'systems/冷链 1.yaml');
    expect(system).toBeNull();
    expect(diagnostics).toMatchObject([{ rule: 'system-file-name' }]);
  });

  it('a file name that is the address of another page', () => {
    const { system, diagnostics } = read(writeSystem(), 'systems/gaps.yaml');
    expect(system).toBeNull();
    expect(diagnostics).toMatchObject([{ rule: 'system-file-name' }]);
  });
});
