import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';

/** How the bundler cuts modules into files. */
type CodeSplittingOptions = NonNullable<
  Extract<
    NonNullable<NonNullable<NonNullable<ViteUserConfig['build']>['rolldownOptions']>['output']>,
    { codeSplitting?: unknown }
  >['codeSplitting']
>;
type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/** What the bundler knows of a module. */
interface KnownModule {
  readonly isEntry: boolean;
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

/** The modules of the browser's code. */
export interface ModuleGraph {
  readonly getModuleIds: () => Iterable<string>;
  /** Null for one that is not known. */
  readonly getModuleInfo: (id: string) => KnownModule | null;
}

/** Modules that come as one file: what `roots` import, and those import in turn. */
interface ModuleGroup {
  readonly name: string;
  /** Files below `src/site/client/` or, with `#search/`, below `search/`. */
  readonly roots: readonly string[];
  /** Without modules that others need which need none of the roots. */
  readonly own?: true;
}

/**
 * By when they are needed: with every page; where a status stands; after the first paint; to read numbers and words; to ask the search; to make out what a
 * question means. An
 * earlier group keeps what it has. Many small files cost a slow phone more than their bytes do: each has its head, and waits its turn.
 */
const GROUPS: readonly ModuleGroup[] = [
  { name: 'page', roots: ['page.ts'] },
  { name: 'status', roots: ['status-now.ts'] },
  { name: 'page-tools', roots: ['page-tools.ts'] },
  { name: 'reading', roots: ['#search/record/spelling.ts', '#search/record/numbers.ts'] },
  {
    name: 'asking',
    roots: [
      'search/engine.ts',
      'search/exact-number.ts',
      'search/recents.ts',
      'search/view.ts',
      '#search/match/excerpt-clause.ts',
    ],
    own: true,
  },
  {
    name: 'understanding',
    roots: [
      '#search/match/plan.ts',
      '#search/match/asked.ts',
      '#search/match/marks.ts',
      '#search/places/answer-place.ts',
      '#search/places/asking.ts',
      '#search/places/place-words.ts',
      '#search/question/words.ts',
    ],
    own: true,
  },
];

const CLIENT = fileURLToPath(new URL('../client/', import.meta.url));
const SEARCH = fileURLToPath(new URL('../../../search/', import.meta.url));

const fileOf = (root: string): string =>
  root.startsWith('#search/') ? SEARCH + root.slice('#search/'.length) : CLIENT + root;

/** The name of the group of each module that belongs to one. What a group leaves to others comes with the tools of every page. */
export function groupModules(graph: ModuleGraph): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  const put = (ids: Iterable<string>, name: string): void => {
    for (const id of ids) if (!groups.has(id)) groups.set(id, name);
  };
  for (const { name, roots, own } of GROUPS) {
    const files = roots.map(fileOf);
    const reached = listReached(files, graph);
    const others = own ? listOthers(files, graph) : new Set<string>();
    put(
      [...reached].filter((id) => !others.has(id)),
      name,
    );
    put(reached, 'page-tools');
  }
  return groups;
}

/** Tells Rolldown, for the browser's code, which modules come as one file. */
export function startModuleGroups(): {
  readonly plugin: VitePlugin;
  readonly codeSplitting: CodeSplittingOptions;
} {
  let groups: ReadonlyMap<string, string> = new Map();
  return {
    plugin: {
      name: 'biaolian:module-groups',
      applyToEnvironment: ({ name }) => name === 'client',
      renderStart() {
        groups = groupModules({
          getModuleIds: () => this.getModuleIds(),
          getModuleInfo: (id) => this.getModuleInfo(id),
        });
      },
    },
    codeSplitting: {
      groups: GROUPS.map(({ name }, at) => ({
        name,
        priority: GROUPS.length - at,
        test: (id) => groups.get(id) === name,
      })),
    },
  };
}

/** The modules themselves and all that they import, one by way of another; with `later` also what is loaded later. `stop` is not followed. */
function listReached(
  from: Iterable<string>,
  { getModuleInfo }: ModuleGraph,
  { later, stop }: { readonly later: boolean; readonly stop: ReadonlySet<string> } = nowAll,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (id: string): void => {
    const info = reached.has(id) || stop.has(id) ? null : getModuleInfo(id);
    if (!info) return;
    reached.add(id);
    for (const imported of info.importedIds) follow(imported);
    if (later) for (const imported of info.dynamicallyImportedIds) follow(imported);
  };
  for (const id of from) follow(id);
  return reached;
}

const nowAll = { later: false, stop: new Set<string>() };

/** What pages come to need without any module that imports one of the roots. */
function listOthers(roots: readonly string[], graph: ModuleGraph): ReadonlySet<string> {
  const ids = [...graph.getModuleIds()];
  const needsRoot = (id: string): boolean => {
    const all = listReached([id], graph);
    return roots.some((root) => all.has(root));
  };
  const entries = ids.filter((id) => graph.getModuleInfo(id)?.isEntry);
  return listReached(entries, graph, { later: true, stop: new Set(ids.filter(needsRoot)) });
}
