import { keyOfNumber } from '#core/catalog/index.ts';
import { pathOfReplaced } from '../locate.ts';
import type { LibraryRule } from '../rule.ts';

export const replacementCycle: LibraryRule = {
  id: 'replacement-cycle',
  scope: 'library',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '代替关系不成环，标准不代替自己',
    en: 'Replacements form no circle, and nothing replaces itself',
  },
  examples: {
    bad: {
      'standards/local/db9999-t-12-2023/index.md':
        '---\nnumber: DB9999/T 12—2023\nreplaces: [DB9999/T 13—2023]\n---\n',
      'standards/local/db9999-t-13-2023/index.md':
        '---\nnumber: DB9999/T 13—2023\nreplaces: [DB9999/T 12—2023]\n---\n',
    },
    good: {
      'standards/local/db9999-t-12-2023/index.md':
        '---\nnumber: DB9999/T 12—2023\nreplaces: [DB9999/T 13—2023]\n---\n',
      'standards/local/db9999-t-13-2023/index.md': '---\nnumber: DB9999/T 13—2023\n---\n',
    },
  },
  *check({ catalog, all }) {
    // Depth-first over whole replacements; a way back to a standard on the way is a circle. Iterative: chains may be long.
    const done = new Set<string>();
    const whole = (key: string): readonly string[] => {
      const entry = catalog.byKey(key);
      if (!entry) return [];
      return catalog
        .replacesOf(entry)
        .filter(({ partial }) => partial === undefined)
        .map((relation) => relation.key);
    };
    for (const row of all) {
      const itself = row.meta.replaces.find(({ number }) => keyOfNumber(number) === row.key);
      if (itself) {
        yield {
          row,
          at: { meta: pathOfReplaced(row, row.key) },
          message: {
            zh: `${row.number} 说它代替自己`,
            en: `${row.number} says it replaces itself`,
          },
          hint: {
            zh: '删去这一项，或写上一版的年号',
            en: 'Delete it, or give the year of the earlier edition',
          },
        };
      }
      const way: { key: string; next: readonly string[]; at: number }[] = [];
      const onWay = new Set<string>();
      const enter = (key: string) => {
        way.push({ key, next: whole(key), at: 0 });
        onWay.add(key);
      };
      if (!done.has(row.key)) enter(row.key);
      for (let step = way.at(-1); step; step = way.at(-1)) {
        const next = step.next[step.at];
        if (next === undefined) {
          done.add(step.key);
          onWay.delete(step.key);
          way.pop();
          continue;
        }
        step.at += 1;
        if (onWay.has(next)) {
          const circle = [
            ...way.map(({ key }) => key).slice(way.findIndex(({ key }) => key === next)),
            next,
          ];
          const here =
            circle.map((key) => catalog.byKey(key)?.row).find((each) => each !== undefined) ?? row;
          yield {
            row: here,
            at: { meta: 'replaces' },
            message: {
              zh: `代替关系成了环：${circle.join(' 代替 ')}`,
              en: `Replacements form a circle: ${circle.join(' replaces ')}`,
            },
            hint: { zh: '核对哪一项写反了', en: 'Check which of them is the wrong way round' },
          };
        } else if (!done.has(next)) enter(next);
      }
    }
  },
};
