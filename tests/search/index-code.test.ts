import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { INDEX_CODE } from '#search/embedded/pagefind/build.ts';
import { projectRoot } from '#library/code-digest.ts';

/** Files of the core and of the search whose values a file uses, from the root. */
function listUsed(file: string): string[] {
  const source = readFileSync(join(projectRoot, file), 'utf8');
  return [...source.matchAll(/^(?:import|export) (?!type )[^;]*? from '([.#][^']+)'/gm)]
    .map(([, path = '']) =>
      path.startsWith('#')
        ? path.replace(/^#core/, 'src/core').replace(/^#search/, 'search')
        : normalize(join(dirname(file), path)),
    )
    .filter((path) => /^(?:src\/core|search)\//.test(path));
}

test('an index is made anew when any code that makes it has changed', () => {
  const used = new Set(['search/embedded/pagefind/build.ts']);
  for (const file of used) for (const path of listUsed(file)) used.add(path);
  expect(used).toContain('src/core/characters/index.ts');
  const isWatched = (path: string) =>
    INDEX_CODE.some((code) => path === code || path.startsWith(`${code}/`));
  expect([...used].filter((path) => !isWatched(path)).sort()).toEqual([]);
});
