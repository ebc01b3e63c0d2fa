import { buildFigures, buildTables } from './section-exhibits.ts';
import { buildRows } from './section-rows.ts';
import type { CompareProgress, SectionContext, Spot } from './section-context.ts';
import { judgeWords } from './judge.ts';
import type { ComparableClause, Row, Section } from './model.ts';

/** The sections of a comparison, in the order of the later text; what only the earlier has stands where it stood. */
export function* buildSections(context: SectionContext): Generator<CompareProgress, Section[]> {
  const { done, total } = context.progress;
  const pairs = {
    toOf: new Map(context.aligned.pairs.map(({ from, to }) => [from, to] as const)),
    fromOf: new Map(context.aligned.pairs.map(({ from, to }) => [to, from] as const)),
  };
  const sections: Section[] = [];
  let seen = 0;
  for (const spot of orderSpots(context)) {
    sections.push(buildSection(context, spot, pairs));
    if (spot.to !== undefined) seen += 1;
    yield { done: done + seen, total };
  }
  return sections;
}

/** Clauses in the order of the later text; those of the earlier alone behind the one they followed. */
function orderSpots({ texts, clauses }: SectionContext): readonly Spot[] {
  const behind = new Map<number, number[]>();
  let last = -1;
  for (const from of texts.from.clauses.keys()) {
    const to = clauses.toOf.get(from);
    if (to === undefined) behind.set(last, [...(behind.get(last) ?? []), from]);
    else last = to;
  }
  const alone = (at: number): readonly Spot[] => (behind.get(at) ?? []).map((from) => ({ from }));
  const spots: Spot[] = [...alone(-1)];
  for (const to of texts.to.clauses.keys()) {
    const from = clauses.fromOf.get(to);
    spots.push(from === undefined ? { to } : { from, to }, ...alone(to));
  }
  return spots;
}

function buildSection(
  context: SectionContext,
  spot: Spot,
  pairs: {
    readonly toOf: ReadonlyMap<number, number>;
    readonly fromOf: ReadonlyMap<number, number>;
  },
): Section {
  const { texts, moves, changes } = context;
  const one = spot.from === undefined ? undefined : texts.from.clauses[spot.from];
  const other = spot.to === undefined ? undefined : texts.to.clauses[spot.to];
  const move = moves.get(one && other ? (spot.from ?? -1) : -1) ?? 'none';
  const change =
    move === 'none' || !one || !other
      ? undefined
      : changes.add({
          kind: 'moved',
          subject: 'clause',
          type: null,
          from: { clause: spot.from ?? -1, text: nameClause(one) },
          to: { clause: spot.to ?? -1, text: nameClause(other) },
          pieces: [],
          limits: [],
          isMoved: move === 'moved',
        });
  return {
    ...spot,
    move,
    ...(change !== undefined && { change }),
    title: buildTitle(context, spot, one, other),
    rows: buildRows(context, spot, pairs, move !== 'none'),
    tables: buildTables(context, spot),
    figures: buildFigures(context, spot),
  };
}

/** A clause as a list of changes names it: number and title. */
export const nameClause = ({ label, title, kind }: ComparableClause): string =>
  kind === 'clause' || kind === 'term' || kind === 'chapter' || kind === 'annex'
    ? [label, title].filter(Boolean).join('　')
    : title;

const fullTitle = ({ title, titleEn }: ComparableClause): string =>
  [title, titleEn].filter(Boolean).join('　');

function buildTitle(
  { places, changes }: SectionContext,
  spot: Spot,
  one: ComparableClause | undefined,
  other: ComparableClause | undefined,
): Row {
  const [from, to] = [one && fullTitle(one), other && fullTitle(other)];
  if (from === undefined || to === undefined) {
    const kind = from === undefined ? 'added' : 'removed';
    const text = from ?? to ?? '';
    const isChange = text !== '' && (one ?? other)?.text === '';
    const side = { clause: spot.from ?? spot.to ?? -1, text };
    const pieces = text === '' ? [] : ([{ kind, text }] as const);
    const change = isChange
      ? changes.add({
          kind,
          subject: 'title',
          type: null,
          ...(from === undefined ? { to: side } : { from: side }),
          pieces,
          limits: [],
          isMoved: false,
        })
      : undefined;
    return {
      subject: 'title',
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      pieces,
      ...(change !== undefined && { change }),
    };
  }
  const { kind, pieces } = judgeWords(from, to, places);
  const change = kind
    ? changes.add({
        kind,
        subject: 'title',
        type: null,
        from: { clause: spot.from ?? -1, text: from },
        to: { clause: spot.to ?? -1, text: to },
        pieces,
        limits: [],
        isMoved: false,
      })
    : undefined;
  return { subject: 'title', from, to, pieces, ...(change !== undefined && { change }) };
}
