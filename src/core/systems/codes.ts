import type { RowModel, SystemModel } from './model.ts';

/** Orders codes as people do: `2.1-9` before `2.1-10`. */
export function codeSortKey(code: string): string {
  return code.toUpperCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** The branch a row belongs to: its own `system`, else that of its node; undefined where neither is known. */
export function branchCodeOf(
  row: RowModel,
  branchOfNode: ReadonlyMap<string, string>,
): string | undefined {
  return row.system ?? (row.node === undefined ? undefined : branchOfNode.get(row.node));
}

/** Codes of nodes' branches, by the id of the node; the first of two nodes with one id counts. */
export function branchesOfNodes(model: SystemModel): ReadonlyMap<string, string> {
  return new Map(model.nodes.toReversed().map(({ id, system }) => [id, system]));
}

/**
 * The code of each row: as written, else its branch's code and the next free number of two digits or
 * more, in the order of the file. Codes that are written anywhere in the file, of branches too, or
 * retired are passed over.
 */
export function codesOfRows(model: SystemModel): ReadonlyMap<RowModel, string> {
  const taken = new Set<string>([
    ...model.retired,
    ...model.branches.map(({ code }) => code),
    ...model.rows.flatMap(({ code }) => (code === undefined ? [] : [code])),
  ]);
  const last = new Map<string, number>();
  const branchOfNode = branchesOfNodes(model);
  return new Map(
    model.rows.map((row) => {
      if (row.code !== undefined) return [row, row.code];
      const branch = branchCodeOf(row, branchOfNode) ?? '0';
      let serial = last.get(branch) ?? 0;
      let code: string;
      do {
        serial += 1;
        code = `${branch}-${String(serial).padStart(2, '0')}`;
      } while (taken.has(code));
      last.set(branch, serial);
      return [row, code];
    }),
  );
}
