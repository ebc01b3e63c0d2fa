import type { Indicator } from '#core/model/meta.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Clause, CompiledText } from '#core/model/standard.ts';
import type { Node, Place, MaybeBilingual, System, SystemRow } from '#core/systems/index.ts';

/** Where the goods or the work come from and go to, with the words of the edge. */
export interface Neighbour {
  readonly node: Node;
  readonly label?: MaybeBilingual | undefined;
}

export interface Neighbours {
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
}

/** Nodes that edges lead from and to, in the order of the file, with the words of the edge; none for a branch. */
export function findNeighbours({ nodes, model }: System, { id, kind }: Place): Neighbours {
  if (kind === 'branch') return { before: [], after: [] };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pick = (from: string, label: Neighbour['label']): readonly Neighbour[] => {
    const node = byId.get(from);
    return node ? [{ node, label }] : [];
  };
  return {
    before: model.edges.flatMap(({ from, to, label }) => (to === id ? pick(from, label) : [])),
    after: model.edges.flatMap(({ from, to, label }) => (from === id ? pick(to, label) : [])),
  };
}

/** The hosted standards of some rows, each once. */
export function listHosted(rows: readonly SystemRow[]): readonly StandardRow[] {
  const hosted = rows.flatMap(({ subject }) =>
    subject.kind === 'standard' && subject.entry.row ? [subject.entry.row] : [],
  );
  return [...new Set(hosted)];
}

export interface PlacedIndicator {
  readonly row: StandardRow;
  readonly indicator: Indicator;
}

/** Every indicator of some hosted standards with the row it is from, in their order. */
export function listIndicators(hosted: readonly StandardRow[]): readonly PlacedIndicator[] {
  return hosted.flatMap((row) => row.meta.indicators.map((indicator) => ({ row, indicator })));
}

export interface Organisation {
  readonly name: string;
  readonly count: number;
}

/** Who is responsible for, issued or drafted the standards of some rows; those with the most first. */
export function listOrganisations(rows: readonly SystemRow[]): readonly Organisation[] {
  const counts = new Map<string, number>();
  for (const { responsible, subject } of rows) {
    const entry = subject.kind === 'standard' ? subject.entry : undefined;
    const names = [
      ...responsible,
      ...(entry?.issuers ?? []),
      ...(entry?.row?.meta.draftedBy ?? []),
    ];
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

export interface Chapter {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Requirements in it and below it (GB/T 1.1—2020, table 1). */
  readonly requirements: number;
}

/** Chapters and annexes of a text that require something, in its order. */
export function listChapters({ clauses, provisions }: CompiledText): readonly Chapter[] {
  const counts = new Map<Clause, number>();
  for (const { type, clause } of provisions) {
    if (type !== 'requirement') continue;
    let top = clauses[clause];
    while (top && top.parent !== null) top = clauses[top.parent];
    if (top) counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  return clauses.flatMap((clause) => {
    const requirements = counts.get(clause);
    if (requirements === undefined) return [];
    const { id, label, title } = clause;
    return [{ id, label, title, requirements }];
  });
}
