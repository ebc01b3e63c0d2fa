import { findTableLimits } from '#core/limits/index.ts';
import { decideDirection, listLimitChanges } from './limits.ts';
import { judgeWords } from './judge.ts';
import type { ChangeKind, ComparableExhibit, LimitChange, LimitPart, Piece } from './model.ts';
import { foldText } from './normalise.ts';
import type { Places } from './normalise.ts';
import { chooseBest } from './similarity.ts';

/** A cell that both tables have, or one alone. */
export interface ComparedCell {
  readonly from?: string;
  readonly to?: string;
  readonly kind?: ChangeKind;
  readonly pieces: readonly Piece[];
  readonly limits: readonly LimitChange[];
}

interface Line {
  readonly state: 'both' | 'added' | 'removed';
  readonly from?: number;
  readonly to?: number;
}

export interface ComparedTable {
  /** What stands above each column. */
  readonly heads: readonly ComparedCell[];
  readonly columns: readonly Line['state'][];
  readonly rows: readonly {
    readonly state: Line['state'];
    readonly name: string;
    readonly cells: readonly ComparedCell[];
  }[];
}

/** Rows or columns beyond this are compared in their order. */
const mostLines = 2000;

interface Grid {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly limits: ReadonlyMap<string, LimitPart>;
}

function readGrid({ rows = [], headRows = 0 }: ComparableExhibit): Grid {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const heads = Array.from({ length: width }, (_, column) =>
    [...new Set(rows.slice(0, headRows).map((row) => row[column] ?? ''))].join(' ').trim(),
  );
  const limits = new Map(
    findTableLimits({ rows, headRows }).map((limit) => [
      `${limit.row - headRows},${limit.column}`,
      limit,
    ]),
  );
  return { heads, rows: rows.slice(headRows), limits };
}

/** Two tables cell by cell: columns answer each other by their heads, rows by their first cells. */
export function compareTables(
  from: ComparableExhibit,
  to: ComparableExhibit,
  places: Places,
): ComparedTable {
  const [a, b] = [readGrid(from), readGrid(to)];
  const columns = mergeLines(alignColumns(a.heads, b.heads), a.heads.length, b.heads.length);
  const shared = columns.filter(({ state }) => state === 'both');
  const rows = mergeLines(alignRows(a, b, shared), a.rows.length, b.rows.length);
  const read = (grid: Grid, row: number | undefined, column: number | undefined) =>
    row === undefined || column === undefined ? undefined : (grid.rows[row]?.[column] ?? '');
  return {
    heads: columns.map((column) =>
      compareCells(pickOf(a.heads, column.from), pickOf(b.heads, column.to), places),
    ),
    columns: columns.map(({ state }) => state),
    rows: rows.map((row) => ({
      state: row.state,
      name: nameRow(row.to === undefined ? a.rows[row.from ?? -1] : b.rows[row.to]),
      cells: columns.map((column) =>
        compareCells(read(a, row.from, column.from), read(b, row.to, column.to), places, {
          from: a.limits.get(`${row.from},${column.from}`),
          to: b.limits.get(`${row.to},${column.to}`),
        }),
      ),
    })),
  };
}

const pickOf = (list: readonly string[], at: number | undefined): string | undefined =>
  at === undefined ? undefined : list[at];

/** The first cell that is no mere number. */
const nameRow = (row: readonly string[] = []): string =>
  [...new Set(row.slice(0, 3).filter((cell) => /\p{L}/u.test(cell)))][0] ?? row[0] ?? '';

function compareCells(
  from: string | undefined,
  to: string | undefined,
  places: Places,
  limits?: { readonly from: LimitPart | undefined; readonly to: LimitPart | undefined },
): ComparedCell {
  if (from === undefined || to === undefined) {
    const text = from ?? to ?? '';
    const kind = from === undefined ? 'added' : 'removed';
    return {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      kind,
      pieces: text === '' ? [] : [{ kind, text }],
      limits: [],
    };
  }
  const { kind, pieces } = judgeWords(from, to, places);
  if (kind !== 'changed') return { from, to, ...(kind && { kind }), pieces, limits: [] };
  const changes = limits?.from && limits.to ? listLimitChanges([limits.from], [limits.to]) : [];
  const isWhole = changes.length === 1 && changes[0]?.from && changes[0].to;
  if (!isWhole) return { from, to, kind, pieces, limits: [] };
  return {
    from,
    to,
    kind: decideDirection(changes.map(({ direction }) => direction)),
    pieces,
    limits: changes,
  };
}

type Pairs = ReadonlyMap<number, number>;

/** Columns of equal heads, then of the most alike; the first columns name the rows and answer each other. */
function alignColumns(from: readonly string[], to: readonly string[]): Pairs {
  if (Math.max(from.length, to.length) > mostLines) return inOrder(from.length, to.length);
  const candidates = from.flatMap((head, a) =>
    to.map((other, b) => ({ from: a, to: b, score: likeness(head, other) })),
  );
  const pairs = new Map(
    chooseBest(candidates.filter(({ score }) => score >= 0.5)).map((each) => [each.from, each.to]),
  );
  const isFree = !pairs.has(0) && ![...pairs.values()].includes(0);
  if (isFree && from.length > 0 && to.length > 0) pairs.set(0, 0);
  return pairs;
}

/** Rows whose first cells are equal, as many of them as it takes to tell rows apart; then those that are the most alike. */
function alignRows(a: Grid, b: Grid, columns: readonly Line[]): Pairs {
  if (a.rows.length * b.rows.length > mostLines * 200) return inOrder(a.rows.length, b.rows.length);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const keyed = (grid: Grid, side: 'from' | 'to', width: number) => {
    const found = new Map<string, number | null>();
    for (const [at, row] of grid.rows.entries()) {
      const cells = columns
        .slice(0, width)
        .map((column) => foldText(row[column[side] ?? -1] ?? ''));
      const key = cells.join('\n');
      found.set(key, found.has(key) ? null : at);
    }
    return found;
  };
  for (let width = 1; width <= Math.min(3, columns.length); width += 1) {
    const others = keyed(b, 'to', width);
    for (const [key, one] of keyed(a, 'from', width)) {
      const other = others.get(key);
      if (one === null || other === null || other === undefined) continue;
      if (pairs.has(one) || taken.has(other)) continue;
      pairs.set(one, other);
      taken.add(other);
    }
  }
  const left = a.rows.flatMap((row, from) =>
    pairs.has(from)
      ? []
      : b.rows.flatMap((other, to) => {
          if (taken.has(to)) return [];
          const scores = columns.map((column) =>
            likeness(row[column.from ?? -1] ?? '', other[column.to ?? -1] ?? ''),
          );
          const score = scores.reduce((sum, each) => sum + each, 0) / Math.max(1, scores.length);
          const isNamed = Math.max(...scores.slice(0, 2), 0) >= 0.5;
          return score >= 0.66 && isNamed ? [{ from, to, score }] : [];
        }),
  );
  for (const { from, to } of chooseBest(left)) pairs.set(from, to);
  return pairs;
}

const inOrder = (from: number, to: number): Pairs =>
  new Map(Array.from({ length: Math.min(from, to) }, (_, at) => [at, at]));

/** Lines of both in the order of the later, with those that only the earlier has behind the one they followed. */
function mergeLines(pairs: Pairs, from: number, to: number): readonly Line[] {
  const fromOf = new Map([...pairs].map(([a, b]) => [b, a] as const));
  const behind = new Map<number, number[]>();
  let last = -1;
  for (let a = 0; a < from; a += 1) {
    const answer = pairs.get(a);
    if (answer === undefined) behind.set(last, [...(behind.get(last) ?? []), a]);
    else last = answer;
  }
  const removed = (at: number): readonly Line[] =>
    (behind.get(at) ?? []).map((a) => ({ state: 'removed', from: a }));
  return [
    ...removed(-1),
    ...Array.from({ length: to }, (_, b): readonly Line[] => {
      const a = fromOf.get(b);
      const line: Line =
        a === undefined ? { state: 'added', to: b } : { state: 'both', from: a, to: b };
      return [line, ...removed(b)];
    }).flat(),
  ];
}

/** How many characters two short texts have in common. */
export function likeness(a: string, b: string): number {
  const [one, other] = [[...foldText(a)], [...foldText(b)]];
  if (one.join('') === other.join('')) return 1;
  if (one.length === 0 || other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const sign of other) left.set(sign, (left.get(sign) ?? 0) + 1);
  let common = 0;
  for (const sign of one) {
    const count = left.get(sign) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(sign, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}
