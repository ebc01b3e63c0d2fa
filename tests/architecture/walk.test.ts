import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');

/** Rows of the table of hands: the functions named, and the files they are in. */
function listHands(): readonly { functions: readonly string[]; files: readonly string[] }[] {
  const [, rest = ''] = read('docs/architecture.md').split('## 一项标准走过的手');
  const [table = ''] = rest.split('\n## ');
  return table
    .split('\n')
    .filter((line) => /^\|.*`/.test(line))
    .map((line) => {
      const [, , hands = '', places = ''] = line.split('|');
      const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return { functions: names(hands), files: names(places) };
    });
}

describe('the walk of one standard', () => {
  it('names functions that are exported where it says', () => {
    const hands = listHands();
    expect(hands.length).toBeGreaterThan(15);
    const missing = hands.flatMap(({ functions, files }) => {
      const sources = files.map((file) => (existsSync(file) ? read(file) : '')).join('\n');
      return functions.filter(
        (name) => !new RegExp(`export (?:async )?function\\*? ${name}\\b`).test(sources),
      );
    });
    expect(missing).toEqual([]);
    const absent = hands.flatMap(({ files }) => files.filter((file) => !existsSync(file)));
    expect(absent).toEqual([]);
  });
});
