import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Given } from '#core/text/passes/draft.ts';
import { findings } from '#core/text/passes/findings.ts';
import { passes } from '#core/text/passes/order.ts';
import { definePass, startPasses } from '#core/text/passes/pass.ts';
import { tree } from '#core/text/passes/tree.ts';
import { startReport } from '#core/text/report.ts';

const given: Given = {
  file: 'a.md',
  source: '# 范围\n',
  lineStarts: [0, 5],
  language: 'zh',
  original: null,
  ledger: [],
  report: startReport('a.md', '# 范围\n'),
};

interface Documented {
  readonly name: string;
  readonly asks: string;
  readonly reads: readonly string[];
  readonly adds: readonly string[];
}

/** The rows of the table of docs/architecture.md. */
function listDocumented(): readonly Documented[] {
  const [, rest = ''] = readFileSync('docs/architecture.md', 'utf8').split('## 一遍一问');
  const [table = ''] = rest.split('\n## ');
  const names = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, name = '', asks = '', reads, adds] = line.split('|');
      return {
        name: names(name)[0] ?? '',
        asks: asks.trim(),
        reads: names(reads),
        adds: names(adds),
      };
    });
}

describe('the passes of reading', () => {
  it('are those that docs/architecture.md lists, in this order, each in its file', () => {
    const listed = passes.list.map(({ name, reads, adds }) => {
      const code = readFileSync(`src/core/text/passes/${name}.ts`, 'utf8');
      const [, asks] = /\/\*\* (.*) \*\/\nexport const/.exec(code) ?? [];
      return { name, asks, reads, adds };
    });
    expect(listDocumented()).toEqual(listed);
  });

  it('read what is given or was added before, and add each thing once', () => {
    const has = new Set<string>(Object.keys(given));
    for (const { name, reads, adds } of passes.list) {
      expect(
        reads.filter((key) => !has.has(key)),
        `${name} reads`,
      ).toEqual([]);
      expect(
        adds.filter((key) => has.has(key)),
        `${name} adds`,
      ).toEqual([]);
      for (const key of adds) has.add(key);
    }
  });

  it('give all that they say, and keep what is given', () => {
    const draft = passes.run(given);
    const said = passes.list.flatMap(({ adds }) => adds);
    expect(Object.keys(draft).toSorted()).toEqual([...Object.keys(given), ...said].toSorted());
    expect(draft.clauses.map(({ title }) => title)).toContain('范围');
  });

  it('do not compile in an order in which one lacks what it reads', () => {
    const start = startPasses<Given>();
    // @ts-expect-error There is no tree to find causes in.
    start.next(findings);
    // @ts-expect-error Nothing has bounded the source.
    start.next(tree);
    const twice = definePass({
      name: 'twice',
      reads: ['source'],
      adds: ['file'],
      run: ({ source }) => ({ file: source }),
    });
    // @ts-expect-error The file is given.
    expect(start.next(twice).list).toHaveLength(1);
  });
});
