/** What is read of the file of a system (`<id>.json`). */
export interface SystemFile {
  readonly tree: readonly Branch[];
  readonly nodes: readonly {
    readonly id: string;
    readonly name: Name;
    readonly stage: string;
  }[];
  readonly rows: readonly {
    readonly system: string;
    readonly node?: string;
    readonly also?: readonly string[];
    readonly role: string;
  }[];
}

interface Name {
  readonly zh: string;
  readonly en: string;
}

interface Branch {
  readonly code: string;
  readonly name: Name;
  readonly children: readonly Branch[];
}

/** A place to choose, as the filters of a 明细表 name it: `node=road`, `branch=2.1`. */
export interface FoundPlace {
  readonly value: string;
  readonly name: Name;
  readonly stage?: string;
}

const stages = ['上游', '中游', '下游', '支撑'];

/** Segments from upstream to downstream; of a system without segments the sub-systems that have rows. */
export function listPlaces({ nodes, tree, rows }: SystemFile): readonly FoundPlace[] {
  if (nodes.length > 0) {
    return stages.flatMap((stage) =>
      nodes
        .filter((node) => node.stage === stage)
        .map(({ id, name }) => ({ value: `node=${id}`, name, stage })),
    );
  }
  const used = new Set(rows.map(({ system }) => system));
  return listBranches(tree)
    .filter(({ code }) => used.has(code))
    .map(({ code, name }) => ({ value: `branch=${code}`, name }));
}

/** How many rows the list shows of each role at a place; of all rows without a place. */
export function listRoles({ rows, tree }: SystemFile, place: string): ReadonlyMap<string, number> {
  const [kind, id = ''] = place.split('=');
  const below = new Set(
    kind === 'branch'
      ? listBranches(listBranches(tree).filter(({ code }) => code === id)).map(({ code }) => code)
      : [],
  );
  const fits = rows.filter(
    ({ node, also = [], system }) =>
      place === '' || (kind === 'node' ? node === id || also.includes(id) : below.has(system)),
  );
  const counts = new Map<string, number>();
  for (const { role } of fits) counts.set(role, (counts.get(role) ?? 0) + 1);
  return counts;
}

function listBranches(tree: readonly Branch[]): readonly Branch[] {
  return tree.flatMap((branch) => [branch, ...listBranches(branch.children)]);
}
