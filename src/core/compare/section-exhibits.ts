import { nameExhibit } from './exhibits.ts';
import { judgeWords } from './judge.ts';
import type {
  Change,
  ChangeSide,
  ComparableExhibit,
  FigureComparison,
  TableComparison,
  TableRowComparison,
} from './model.ts';
import type { SectionContext, Spot } from './section-context.ts';
import { compareTables } from './tables.ts';
import type { ComparedTable } from './tables.ts';

interface ExhibitPair {
  readonly from?: ComparableExhibit;
  readonly to?: ComparableExhibit;
}

/** Exhibits of a kind in a clause of either text: those of both where the later text has them. */
function listPairs(
  { texts, exhibits, lists }: SectionContext,
  spot: Spot,
  kind: 'tables' | 'figures',
): readonly ExhibitPair[] {
  const own = (side: 'from' | 'to') =>
    spot[side] === undefined ? [] : (lists[side].contents[spot[side]]?.[kind] ?? []);
  const answers = new Map(
    [...exhibits].map(([a, b]) => [texts.to.exhibits[b], texts.from.exhibits[a]] as const),
  );
  const answered = new Set(answers.values());
  return [
    ...own('from')
      .filter((exhibit) => !answered.has(exhibit))
      .map((from) => ({ from })),
    ...own('to').map((to) => {
      const from = answers.get(to);
      return from ? { from, to } : { to };
    }),
  ];
}

/** What a change of an exhibit has in common with all of its changes. */
function startChange(pair: ExhibitPair) {
  const side = (exhibit: ComparableExhibit | undefined, text: string): ChangeSide | undefined =>
    exhibit && { clause: exhibit.clause, text };
  return (texts: { readonly from?: string | undefined; readonly to?: string | undefined }) => {
    const from = texts.from === undefined ? undefined : side(pair.from, texts.from);
    const to = texts.to === undefined ? undefined : side(pair.to, texts.to);
    return { ...(from && { from }), ...(to && { to }) };
  };
}

/** The tables of a clause, cell by cell; one that only one text has is a change as a whole. */
export function buildTables(context: SectionContext, spot: Spot): readonly TableComparison[] {
  return listPairs(context, spot, 'tables').flatMap((pair) => {
    const { from, to } = pair;
    const table = from && to && compareTables(from, to, context.places);
    const isOne = table?.rows.some(({ state }) => state === 'both') ?? true;
    if (isOne) return [buildTable(context, pair, table)];
    // Without a row in common, one table took the place of another.
    return [buildTable(context, from ? { from } : {}), buildTable(context, to ? { to } : {})];
  });
}

function buildTable(
  { changes, places }: SectionContext,
  pair: ExhibitPair,
  table?: ComparedTable,
): TableComparison {
  const { from, to } = pair;
  const sides = startChange(pair);
  const names = { from: from && nameExhibit(from), to: to && nameExhibit(to) };
  if (!from || !to || !table) {
    const kind = from ? 'removed' : 'added';
    const text = names.from ?? names.to ?? '';
    changes.count(kind, 'table');
    const pieces = [{ kind, text }] as const;
    const change = changes.add({
      kind,
      subject: 'table',
      type: null,
      ...sides(names),
      pieces,
      limits: [],
      isMoved: false,
    });
    return { ...pickNames(names), pieces, change, ...drawAlone(from ?? to, kind) };
  }
  const { kind, pieces } = judgeWords(names.from ?? '', names.to ?? '', places);
  const change = kind
    ? changes.add({
        kind,
        subject: 'table',
        type: null,
        ...sides(names),
        pieces,
        limits: [],
        isMoved: false,
      })
    : undefined;
  return {
    ...pickNames(names),
    pieces,
    ...(change !== undefined && { change }),
    columns: table.columns,
    rows: [
      buildHead(table, to.label, changes, sides),
      ...buildBody(table, to.label, changes, sides),
    ],
  };
}

const pickNames = ({
  from,
  to,
}: {
  readonly from: string | undefined;
  readonly to: string | undefined;
}) => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

function drawAlone(
  exhibit: ComparableExhibit | undefined,
  kind: 'added' | 'removed',
): Pick<TableComparison, 'columns' | 'rows'> {
  const { rows = [], headRows = 0 } = exhibit ?? {};
  return {
    columns: (rows[0] ?? []).map(() => kind),
    rows: rows.map((cells, at) => ({
      state: kind,
      isHead: at < headRows,
      cells: cells.map((text) => ({
        ...(kind === 'added' ? { to: text } : { from: text }),
        pieces: text === '' ? [] : [{ kind, text }],
      })),
    })),
  };
}

type Sides = ReturnType<typeof startChange>;

function buildHead(
  { heads, columns }: ComparedTable,
  name: string,
  changes: SectionContext['changes'],
  sides: Sides,
): TableRowComparison {
  return {
    state: 'both',
    isHead: true,
    cells: heads.map(({ from, to, kind, pieces }, at) => {
      const state = columns[at] ?? 'both';
      if (state !== 'both') changes.count(state, 'table');
      const change = kind
        ? changes.add({
            kind,
            subject: 'column',
            type: null,
            ...sides({ from, to }),
            at: [name, to ?? from].filter(Boolean).join('　'),
            pieces,
            limits: [],
            isMoved: false,
          })
        : undefined;
      return { ...pickNames({ from, to }), pieces, ...(change !== undefined && { change }) };
    }),
  };
}

function buildBody(
  table: ComparedTable,
  name: string,
  changes: SectionContext['changes'],
  sides: Sides,
): readonly TableRowComparison[] {
  return table.rows.map(({ state, name: row, cells }): TableRowComparison => {
    const texts = (side: 'from' | 'to') => cells.flatMap((cell) => cell[side] ?? []).join('　');
    const shared = {
      subject: 'row',
      type: null,
      at: [name, row].filter(Boolean).join('　'),
      limits: [],
      isMoved: false,
    } as const;
    let change: number | undefined;
    if (state !== 'both') {
      changes.count(state, 'table');
      const text = texts(state === 'added' ? 'to' : 'from');
      change = changes.add({
        ...shared,
        kind: state,
        ...sides(state === 'added' ? { to: text } : { from: text }),
        pieces: [{ kind: state, text }],
      });
    }
    return {
      state,
      isHead: false,
      ...(change !== undefined && { change }),
      cells: cells.map(({ from, to, kind, pieces, limits }, at) => {
        const isBoth = state === 'both' && table.columns[at] === 'both';
        if (isBoth) changes.count(kind, 'table');
        const head = table.heads[at];
        const own: Omit<Change, 'id'> | undefined =
          isBoth && kind
            ? {
                kind,
                subject: 'cell',
                type: null,
                ...sides({ from, to }),
                at: [name, row, head?.to ?? head?.from ?? ''].filter(Boolean).join('　'),
                pieces,
                limits,
                isMoved: false,
              }
            : undefined;
        return { ...pickNames({ from, to }), pieces, ...(own && { change: changes.add(own) }) };
      }),
    };
  });
}

/** The figures of a clause: whether they are there, by what name and files. What is drawn is not compared. */
export function buildFigures(
  { changes, places, ...context }: SectionContext,
  spot: Spot,
): readonly FigureComparison[] {
  return listPairs({ changes, places, ...context }, spot, 'figures').map((pair) => {
    const { from, to } = pair;
    const names = { from: from && nameExhibit(from), to: to && nameExhibit(to) };
    const kind =
      names.from !== undefined && names.to !== undefined
        ? judgeWords(names.from, names.to, places).kind
        : names.from === undefined
          ? 'added'
          : 'removed';
    const { pieces } = judgeWords(names.from ?? '', names.to ?? '', places);
    const change = kind
      ? changes.add({
          kind,
          subject: 'figure',
          type: null,
          ...startChange(pair)(names),
          pieces,
          limits: [],
          isMoved: false,
        })
      : undefined;
    const sameFiles = (from?.files ?? []).join('\n') === (to?.files ?? []).join('\n');
    return { ...pickNames(names), sameFiles, ...(change !== undefined && { change }) };
  });
}
