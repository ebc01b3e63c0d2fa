import type { Language } from '#core/model/standard.ts';
import { chainStages, roles } from '#core/systems/index.ts';
import type { Branch, ChainStage, Place, SystemFacts, SystemRow } from '#core/systems/index.ts';

export interface StageGroup<Entry> {
  /** Absent for a system without nodes. */
  readonly stage?: ChainStage;
  readonly places: readonly Place<Entry>[];
}

/** Places from upstream to downstream, what supports them last; of a system without nodes its branches. */
export function groupByStage<Entry>({
  nodes,
  places,
}: SystemFacts<Entry>): readonly StageGroup<Entry>[] {
  if (nodes.length === 0) return places.length > 0 ? [{ places }] : [];
  return chainStages
    .map((stage) => ({ stage, places: nodes.filter((node) => node.stage === stage) }))
    .filter((group) => group.places.length > 0);
}

/** Names of the nodes that each node leads to, in the order of the file; those in support lead nowhere. */
export function listNext(
  { nodes, model }: SystemFacts<unknown>,
  language: Language,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map(nodes.map(({ id, name }) => [id, name[language]]));
  const leaving = Map.groupBy(model.edges, ({ from }) => from);
  return new Map(
    nodes.map(({ id, stage }) => [
      id,
      stage === '支撑' ? [] : (leaving.get(id) ?? []).flatMap(({ to }) => names.get(to) ?? []),
    ]),
  );
}

/** `产品:3 方法:1`, for the choices of the browser. */
export function countRoles(rows: readonly SystemRow<unknown>[]): string {
  return roles
    .flatMap((role) => {
      const count = rows.filter((row) => row.role === role).length;
      return count > 0 ? [`${role}:${count}`] : [];
    })
    .join(' ');
}

/** What the 明细表 shows of a place: its own rows and those of other places that apply there; of a branch all below it. */
export function listRowsFor<Entry>(
  system: SystemFacts<Entry>,
  { id, kind, ...place }: Place<Entry>,
): readonly SystemRow<Entry>[] {
  if (kind === 'node') return [...place.rows, ...place.related];
  const within = new Set<number>();
  for (const [at, { code, parent }] of system.branches.entries()) {
    if (code === id || (parent !== null && within.has(parent))) within.add(at);
  }
  return system.rows.filter(({ branch }) => within.has(branch));
}

/** Codes of the branch of a row and of those above it, its own first. What a code begins with says nothing. */
export function listBranchCodes(
  { branches }: SystemFacts<unknown>,
  { branch }: SystemRow<unknown>,
): readonly string[] {
  return climb(branches, branches[branch]);
}

function climb(
  branches: readonly Branch<unknown>[],
  from: Branch<unknown> | undefined,
): readonly string[] {
  const codes: string[] = [];
  for (let at = from; at; at = at.parent === null ? undefined : branches[at.parent]) {
    codes.push(at.code);
  }
  return codes;
}

/** Places where more is expected than is listed, with the codes of their branch and of those above it. */
export function listUnnamed<Entry>({ branches, nodes, places }: SystemFacts<Entry>): readonly {
  readonly place: Place<Entry>;
  readonly codes: readonly string[];
}[] {
  const branchOf = new Map(nodes.map(({ key, system }) => [key, system]));
  return places
    .filter(({ counts }) => counts.unnamed > 0)
    .map((place) => {
      const own = branchOf.get(place.key) ?? place.id;
      return {
        place,
        codes: climb(
          branches,
          branches.find(({ code }) => code === own),
        ),
      };
    });
}

/** Whether a row has a Chinese title and no English one. */
export function lacksEnglish(rows: readonly SystemRow<unknown>[]): boolean {
  return rows.some(({ title }) => title.zh !== '' && !title.en);
}
