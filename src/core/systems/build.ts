import type { Bilingual } from '../model/diagnostic.ts';
import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import { branchCodeOf, branchesOfNodes, codeSortKey, codesOfRows } from './codes.ts';
import { countRows, unnamedAt } from './counts.ts';
import type { Counts } from './counts.ts';
import type { BranchModel, NodeModel, RowModel, SystemFrame, SystemModel } from './model.ts';
import { lookUp } from './row.ts';
import type { SystemRow } from './row.ts';

/** A sub-system with its rows and counts. */
export interface Branch<Entry = CatalogEntry> extends BranchModel {
  /** Rows of this branch itself, by code. */
  readonly rows: readonly SystemRow<Entry>[];
  /** Of this branch and all beneath it. */
  readonly counts: Counts;
}

/**
 * Where rows stand and are counted: a node of the chain, or a branch with the rows that stand at no
 * node. Each row has one place, so the counts of a system are the sums of those of its places.
 */
export interface Place<Entry = CatalogEntry> {
  readonly kind: 'node' | 'branch';
  /** `<system>/<id>`, the value of the facet `node`. */
  readonly key: string;
  /** Id of the node, or code of the branch. */
  readonly id: string;
  readonly name: Bilingual;
  /** By code. */
  readonly rows: readonly SystemRow<Entry>[];
  /** Rows of other places that serve it too; not counted here. */
  readonly related: readonly SystemRow<Entry>[];
  readonly counts: Counts;
}

/** A node of the chain with its rows and counts. */
export interface Node<Entry = CatalogEntry> extends NodeModel, Place<Entry> {
  readonly kind: 'node';
}

/** One standard system, looked up and counted on the day of the catalog. */
export interface SystemFacts<Entry = CatalogEntry> {
  readonly id: string;
  readonly model: SystemFrame;
  /** By code. Rows at no known place, and second rows of a standard, are left out. */
  readonly rows: readonly SystemRow<Entry>[];
  /** In the order of the tree. */
  readonly branches: readonly Branch<Entry>[];
  /** In the order of the file. */
  readonly nodes: readonly Node<Entry>[];
  /**
   * Branches with rows at no node, and those at the ends of the tree that no node belongs to, in the
   * order of the tree; then the nodes.
   */
  readonly places: readonly Place<Entry>[];
  readonly counts: Counts;
}

/** The same with what its file says, for checks. */
export interface System extends SystemFacts {
  readonly model: SystemModel;
  /** Second rows of a standard, with the row that counts. */
  readonly repeated: readonly { readonly row: RowModel; readonly first: SystemRow }[];
}

/** Where a standard stands. */
export interface Standing {
  readonly system: System;
  readonly row: SystemRow;
  readonly branch: Branch;
  readonly place: Place;
  /** Other nodes it serves. */
  readonly also: readonly Node[];
}

/** All standard systems of a library. */
export interface Systems {
  /** By id. */
  readonly list: readonly System[];
  readonly byId: (id: string) => System | undefined;
  /** The system of a chain or field of the vocabulary. */
  readonly ofChain: (chain: string) => System | undefined;
  /** Where a standard stands in every system; empty for most. */
  readonly systemsOf: (entry: CatalogEntry) => readonly Standing[];
  /** What a standard is found under by itself and by its systems; empty for most. */
  readonly facetsOf: (entry: CatalogEntry) => SystemFacets;
  /** The place of a value of the facet `node`. */
  readonly placeOf: (key: string) => { readonly system: System; readonly place: Place } | undefined;
}

/** Values of facets, each once. */
export interface SystemFacets {
  /** Chains and fields (ids of the vocabulary) that it names itself, and those of the systems it stands in. */
  readonly chains: readonly string[];
  /** Keys of its places, then of other nodes it serves: `cold-chain/storage`. */
  readonly places: readonly string[];
}

const nowhere: readonly Standing[] = [];

/** Systems of a catalogue that was the same but for what is said of some standards, given by their keys. */
export interface KnownSystems {
  readonly systems: Systems;
  readonly changed: ReadonlySet<string>;
}

/**
 * Linear in rows and nodes. Of two systems with one id, or of one chain, the first counts. A system of `before` that has none of
 * the standards which changed is the same object: so is all that was worked out of it.
 */
export function buildSystems(
  models: readonly SystemModel[],
  catalog: Catalog,
  before?: KnownSystems,
): Systems {
  const list = models
    .map((model) => (before && findKnown(before, model, catalog)) ?? buildSystem(model, catalog))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const byId = new Map(list.toReversed().map((system) => [system.id, system]));
  const byChain = new Map(
    list.toReversed().flatMap((system) => {
      const { chain } = system.model;
      return chain === undefined ? [] : [[chain, system] as const];
    }),
  );
  const standings = new Map<string, Standing[]>();
  for (const system of list) {
    for (const { key, standing } of listStandings(system)) {
      const known = standings.get(key);
      if (known) known.push(standing);
      else standings.set(key, [standing]);
    }
  }
  const places = new Map(
    list.flatMap((system) => system.places.map((place) => [place.key, { system, place }] as const)),
  );
  const systemsOf = (entry: CatalogEntry) => standings.get(entry.key) ?? nowhere;
  return {
    list,
    byId: (id) => byId.get(id),
    ofChain: (chain) => byChain.get(chain),
    systemsOf,
    facetsOf: (entry) => listFacets(entry, systemsOf(entry)),
    placeOf: (key) => places.get(key),
  };
}

function findKnown(
  { systems, changed }: KnownSystems,
  model: SystemModel,
  catalog: Catalog,
): System | undefined {
  const system = systems.byId(model.id);
  const isSame = ({ subject }: SystemRow): boolean => {
    if (subject.kind === 'planned') return true;
    if (subject.kind === 'standard') return !changed.has(subject.entry.key);
    const found = catalog.resolve(subject.key, true);
    return found.kind === 'unknown' || !changed.has(found.entry.key);
  };
  return system?.model === model && system.rows.every(isSame) ? system : undefined;
}

function listFacets(entry: CatalogEntry, standings: readonly Standing[]): SystemFacets {
  const chains = [...entry.chains, ...standings.flatMap(({ system }) => system.model.chain ?? [])];
  const own = standings.map(({ place }) => place.key);
  const also = standings.flatMap((standing) => standing.also.map(({ key }) => key));
  return { chains: [...new Set(chains)], places: [...new Set([...own, ...also])] };
}

function* listStandings(system: System): Iterable<{ key: string; standing: Standing }> {
  const nodes = new Map(system.nodes.toReversed().map((node) => [node.id, node]));
  const places = new Map(system.places.toReversed().map((place) => [place.key, place]));
  for (const row of system.rows) {
    const branch = system.branches[row.branch];
    const place = places.get(row.place);
    if (row.subject.kind !== 'standard' || !branch || !place) continue;
    const also = row.also.flatMap((id) => nodes.get(id) ?? []);
    yield { key: row.subject.entry.key, standing: { system, row, branch, place, also } };
  }
}

/**
 * A system with its rows looked up and counted on the day of a catalog, each row at one place. A node or number that
 * stands twice counts where it stands first.
 */
export function buildSystem(model: SystemModel, catalog: Catalog): System {
  const { rows, repeated } = resolveRows(model, catalog);
  const atNode = new Map<string, SystemRow[]>();
  const serving = new Map<string, SystemRow[]>();
  const atBranch = new Map<number, SystemRow[]>();
  for (const row of rows) {
    push(atBranch, row.branch, row);
    if (row.node !== undefined) push(atNode, row.node, row);
    for (const id of row.also) push(serving, id, row);
  }
  const seen = new Set<string>();
  const nodes = model.nodes.map((node): Node => {
    const first = !seen.has(node.id);
    seen.add(node.id);
    const own = (first && atNode.get(node.id)) || [];
    return {
      ...node,
      kind: 'node',
      key: `${model.id}/${node.id}`,
      rows: own,
      related: (first && serving.get(node.id)) || [],
      counts: countRows(own, unnamedAt(node.expected, own)),
    };
  });
  const branches = buildBranches(model, nodes, atBranch);
  const places = [...listBranchPlaces(model, nodes, atBranch), ...nodes];
  const unnamed = places.reduce((sum, { counts }) => sum + counts.unnamed, 0);
  const counts = countRows(rows, unnamed);
  return { id: model.id, model, rows, repeated, branches, nodes, places, counts };
}

function resolveRows(model: SystemModel, catalog: Catalog): Pick<System, 'rows' | 'repeated'> {
  const codes = codesOfRows(model);
  const branchOfNode = branchesOfNodes(model);
  const branchIndex = indexBranches(model);
  const first = new Map<string, SystemRow>();
  const repeated: { row: RowModel; first: SystemRow }[] = [];
  const rows: { readonly row: SystemRow; readonly sort: string }[] = [];
  for (const row of model.rows) {
    const node = row.node !== undefined && branchOfNode.has(row.node) ? row.node : undefined;
    const branch = branchIndex.get(branchCodeOf(row, branchOfNode) ?? '');
    if (branch === undefined) continue;
    const code = codes.get(row) ?? '';
    const resolved: SystemRow = {
      system: model.id,
      code,
      role: row.role,
      ...lookUp(row, catalog),
      branch,
      place: `${model.id}/${node ?? model.branches[branch]?.code ?? ''}`,
      node,
      also: [...new Set(row.also)].filter((id) => id !== node && branchOfNode.has(id)),
      keep: row.keep,
      remark: row.remark,
      path: row.path,
    };
    const { subject } = resolved;
    const key = subject.kind === 'standard' ? subject.entry.key : 'key' in subject && subject.key;
    const before = key ? first.get(key) : undefined;
    if (before) {
      repeated.push({ row, first: before });
      continue;
    }
    if (key) first.set(key, resolved);
    rows.push({ row: resolved, sort: codeSortKey(code) });
  }
  rows.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  return { rows: rows.map(({ row }) => row), repeated };
}

/** Indexes of branches by code; the first of two with one code counts. */
function indexBranches(model: SystemModel): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [at, { code }] of model.branches.entries()) if (!index.has(code)) index.set(code, at);
  return index;
}

function buildBranches(
  model: SystemModel,
  nodes: readonly Node[],
  atBranch: ReadonlyMap<number, readonly SystemRow[]>,
): readonly Branch[] {
  const index = indexBranches(model);
  const unnamed = model.branches.map(({ expected }, at) =>
    unnamedAt(
      expected,
      (atBranch.get(at) ?? []).filter(({ node }) => node === undefined),
    ),
  );
  for (const { system, counts } of nodes) {
    const at = index.get(system);
    if (at !== undefined) unnamed[at] = (unnamed[at] ?? 0) + counts.unnamed;
  }
  const all = model.branches.map((_, at) => [...(atBranch.get(at) ?? [])]);
  for (let at = model.branches.length - 1; at >= 0; at--) {
    const parent = model.branches[at]?.parent ?? null;
    if (parent === null) continue;
    for (const row of all[at] ?? []) all[parent]?.push(row);
    unnamed[parent] = (unnamed[parent] ?? 0) + (unnamed[at] ?? 0);
  }
  return model.branches.map((branch, at) => ({
    ...branch,
    rows: atBranch.get(at) ?? [],
    counts: countRows(all[at] ?? [], unnamed[at] ?? 0),
  }));
}

function listBranchPlaces(
  model: SystemModel,
  nodes: readonly Node[],
  atBranch: ReadonlyMap<number, readonly SystemRow[]>,
): readonly Place[] {
  const index = indexBranches(model);
  const parents = new Set(model.branches.map(({ parent }) => parent));
  const used = new Set(nodes.map(({ system }) => index.get(system)));
  return model.branches.flatMap(({ code, name, expected }, at): Place[] => {
    const rows = (atBranch.get(at) ?? []).filter(({ node }) => node === undefined);
    const bare = parents.has(at) || used.has(at) || index.get(code) !== at;
    if (bare && rows.length === 0 && expected === undefined) return [];
    const counts = countRows(rows, unnamedAt(expected, rows));
    const key = `${model.id}/${code}`;
    return [{ kind: 'branch', key, id: code, name, rows, related: [], counts }];
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
