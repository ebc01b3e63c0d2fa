import type { StandardMeta } from '../model/meta.ts';
import type { Clause, CompiledText } from '../model/standard.ts';

/** The clause that says how a value is measured, and the standards that it cites for it. */
export interface FoundMethod {
  readonly anchor: string;
  readonly label: string;
  readonly title: string;
  /** Keys of standards, in the order of the text. */
  readonly cites: readonly string[];
}

interface Asked {
  readonly clause: number;
  readonly table?: number;
  readonly row?: number;
  readonly ids: readonly string[];
  /** Of the provision itself. */
  readonly verify?: string;
  /** An address that the author of the indicator gives. */
  readonly asked?: string | undefined;
}

const isMethodHead = /(?:试验|检验|检测|测试|测定|验证|评价)方法|^方法$/;

/** Ids of what a cell names: `[#id]` as its author writes it, or printed addresses (5.3, 第6章). */
function idsOf(cell: string, clauses: readonly Clause[]): readonly string[] {
  const written = [...cell.matchAll(/\[#([^\]]+)\]/g)].map(([, id = '']) => id);
  const printed = cell
    .split(/[、，,；;和及]/)
    .flatMap((part) => clauses.find(({ label }) => label === part.trim())?.id ?? []);
  return [...written, ...printed];
}

/**
 * Returns the clause by which a value is tested: the one its author names, the `verify` of the provision, the cell 试验方法 of its
 * row, the row of a table of items that names its clause, or the one the front matter gives; null where none of these says.
 */
export function findMethod(
  asked: Asked,
  text: CompiledText,
  meta: StandardMeta,
  names: readonly string[],
): FoundMethod | null {
  const own = asked.asked === undefined ? undefined : (asked.asked.split('#')[1] ?? asked.asked);
  const ids = [own, asked.verify, findInRow(asked, text), findInItems(asked, text)];
  const id = ids.find((each) => each !== undefined) ?? findInFrontMatter(asked, text, meta, names);
  const at = text.clauses.findIndex(
    (clause) => clause.id === id || clause.aliases.includes(id ?? ''),
  );
  const clause = text.clauses[at];
  if (id === undefined || !clause) return null;
  const cites = text.references.filter(({ clause: place }) => isBelow(place, at, text.clauses));
  return {
    anchor: clause.id,
    label: clause.label,
    title: clause.title,
    cites: [...new Set(cites.map(({ key }) => key))].slice(0, 4),
  };
}

function isBelow(place: number, top: number, clauses: readonly Clause[]): boolean {
  for (let at: number | null = place; at !== null; at = clauses[at]?.parent ?? null) {
    if (at === top) return true;
  }
  return false;
}

/** The cell below a head 试验方法 in the row of the value. */
function findInRow({ table, row }: Asked, { clauses, exhibits }: CompiledText): string | undefined {
  if (table === undefined || row === undefined) return undefined;
  const { rows = [], headRows = 1 } = exhibits[table] ?? {};
  return readMethodCell(rows, headRows, row, clauses);
}

function readMethodCell(
  rows: readonly (readonly string[])[],
  headRows: number,
  row: number,
  clauses: readonly Clause[],
): string | undefined {
  const heads = rows.slice(0, headRows);
  const column = (rows[0] ?? []).findIndex((_, at) =>
    heads.some((head) => isMethodHead.test(head[at] ?? '')),
  );
  return column < 0 ? undefined : idsOf(rows[row]?.[column] ?? '', clauses)[0];
}

/** A table of items to inspect: a row that names the clause of the value beside one of methods. */
function findInItems(
  { clause, ids }: Asked,
  { clauses, exhibits }: CompiledText,
): string | undefined {
  const wanted = new Set(ids);
  for (let at: number | null = clause; at !== null; at = clauses[at]?.parent ?? null) {
    const id = clauses[at]?.id;
    if (id !== undefined) wanted.add(id);
  }
  for (const { rows = [], headRows = 1 } of exhibits) {
    for (let row = headRows; row < rows.length; row += 1) {
      const method = readMethodCell(rows, headRows, row, clauses);
      if (method === undefined) continue;
      const isNamed = (rows[row] ?? [])
        .flatMap((cell) => idsOf(cell, clauses))
        .some((id) => id !== method && wanted.has(id));
      if (isNamed) return method;
    }
  }
  return undefined;
}

function findInFrontMatter(
  { clause }: Asked,
  { clauses }: CompiledText,
  { indicators }: StandardMeta,
  names: readonly string[],
): string | undefined {
  const here = indicators.filter(({ clause: id }) => {
    const at = clauses.findIndex((each) => each.id === id);
    return at >= 0 && isBelow(clause, at, clauses);
  });
  const named = here.find(({ name }) => names.some((each) => name.includes(each)));
  const { method } = named ?? (here.length === 1 ? here[0] : undefined) ?? {};
  return method === undefined ? undefined : idsOf(method, clauses)[0];
}
