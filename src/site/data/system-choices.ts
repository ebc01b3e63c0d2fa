import { chainStages, roles } from '../../core/systems/index.ts';
import type { ChainStage, Place, System, SystemRow } from '../../core/systems/index.ts';

export interface StageGroup {
  /** Absent for a system without nodes. */
  readonly stage?: ChainStage;
  readonly places: readonly Place[];
}

/** Places from upstream to downstream, what supports them last; of a system without nodes its branches. */
export function groupByStage({ nodes, places }: System): readonly StageGroup[] {
  if (nodes.length === 0) return places.length > 0 ? [{ places }] : [];
  return chainStages
    .map((stage) => ({ stage, places: nodes.filter((node) => node.stage === stage) }))
    .filter((group) => group.places.length > 0);
}

/** `产品:3 方法:1`, for the choices of the browser. */
export function countRoles(rows: readonly SystemRow[]): string {
  return roles
    .flatMap((role) => {
      const count = rows.filter((row) => row.role === role).length;
      return count > 0 ? [`${role}:${count}`] : [];
    })
    .join(' ');
}

/** What the 明细表 shows of a place: its own rows and those of other places that apply there; of a branch all below it. */
export function listRowsFor(system: System, { id, kind, ...place }: Place): readonly SystemRow[] {
  if (kind === 'node') return [...place.rows, ...place.related];
  const within = new Set<number>();
  for (const [at, { code, parent }] of system.branches.entries()) {
    if (code === id || (parent !== null && within.has(parent))) within.add(at);
  }
  return system.rows.filter(({ branch }) => within.has(branch));
}

/** Codes of the branch of a row and of those above it, its own first. What a code begins with says nothing. */
export function listBranchCodes({ branches }: System, { branch }: SystemRow): readonly string[] {
  const codes: string[] = [];
  for (let at = branches[branch]; at; at = at.parent === null ? undefined : branches[at.parent]) {
    codes.push(at.code);
  }
  return codes;
}
