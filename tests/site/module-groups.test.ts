import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { groupModules } from '#site/integrations/module-groups.ts';
import type { ModuleGraph } from '#site/integrations/module-groups.ts';

const CLIENT = 'src/site/client/';

/** A graph of modules by their files, each with what it imports; `later`: what each loads later. */
function graphOf(
  imports: Readonly<Record<string, readonly string[]>>,
  entries: readonly string[],
  later: Readonly<Record<string, readonly string[]>> = {},
): ModuleGraph {
  const listIn = (all: Readonly<Record<string, readonly string[]>>, id: string) =>
    Object.entries(all).flatMap(([file, named]) =>
      resolve(file) === id ? named.map((name) => resolve(name)) : [],
    );
  const ids = Object.keys(imports).map((file) => resolve(file));
  return {
    getModuleIds: () => ids,
    getModuleInfo: (id) =>
      ids.includes(id)
        ? {
            isEntry: entries.some((file) => resolve(file) === id),
            importedIds: listIn(imports, id),
            dynamicallyImportedIds: listIn(later, id),
          }
        : null,
  };
}

const groupsOf = (graph: ModuleGraph) =>
  Object.fromEntries(
    [...groupModules(graph)].map(([id, name]) => [id.slice(resolve('.').length + 1), name]),
  );

test('what every page loads is one file, and holds nothing that comes after its first paint', () => {
  const graph = graphOf(
    {
      'base.ts': [`${CLIENT}page.ts`],
      [`${CLIENT}page.ts`]: ['day.ts'],
      [`${CLIENT}page-tools.ts`]: ['day.ts', 'theme.ts'],
      'day.ts': [],
      'theme.ts': [],
    },
    ['base.ts'],
    { [`${CLIENT}page.ts`]: [`${CLIENT}page-tools.ts`] },
  );
  expect(groupsOf(graph)).toEqual({
    [`${CLIENT}page.ts`]: 'page',
    'day.ts': 'page',
    [`${CLIENT}page-tools.ts`]: 'page-tools',
    'theme.ts': 'page-tools',
  });
});

test('a page that does not search is not given the search for a module that both need', () => {
  const graph = graphOf(
    {
      'search.ts': [`${CLIENT}search/engine.ts`],
      'other.ts': ['json.ts'],
      [`${CLIENT}search/engine.ts`]: ['json.ts', 'shards.ts', 'search/record/spelling.ts'],
      'json.ts': [],
      'shards.ts': [],
      'search/record/spelling.ts': [],
    },
    ['search.ts', 'other.ts'],
  );
  expect(groupsOf(graph)).toEqual({
    'search/record/spelling.ts': 'reading',
    [`${CLIENT}search/engine.ts`]: 'asking',
    'shards.ts': 'asking',
    'json.ts': 'page-tools',
  });
});

test('what is loaded later, and is part of no group, comes by itself', () => {
  const graph = graphOf(
    {
      'search.ts': [`${CLIENT}search/engine.ts`],
      [`${CLIENT}search/engine.ts`]: ['shards.ts'],
      'shards.ts': [],
      'server.ts': ['shards.ts'],
    },
    ['search.ts'],
    { [`${CLIENT}search/engine.ts`]: ['server.ts'] },
  );
  expect(Object.keys(groupsOf(graph))).not.toContain('server.ts');
  expect(groupsOf(graph)['shards.ts']).toBe('asking');
});
