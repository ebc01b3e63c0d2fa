import { judgeSentences } from './judge.ts';
import { decideDirection, listLimitChanges, listLimits } from './limits.ts';
import { claimedBy } from './parts.ts';
import type { Part } from './parts.ts';
import type { Change, Row } from './model.ts';
import type { SectionContext, Spot } from './section-context.ts';
import { settleLimits } from './settle-limits.ts';
import { chooseStronger } from './units.ts';
import type { Unit } from './units.ts';
import { findVerbChange } from './verbs.ts';
import { diffWords } from './word-diff.ts';

interface Pairs {
  readonly toOf: ReadonlyMap<number, number>;
  readonly fromOf: ReadonlyMap<number, number>;
}

/**
 * The sentences of a clause of either text or of both, in the order of the later. One whose answer stands in another clause
 * is shown with it where the later text has it, and alone where the earlier has it.
 */
export function buildRows(
  context: SectionContext,
  spot: Spot,
  pairs: Pairs,
  isElsewhere: boolean,
): readonly Row[] {
  const own = { from: listOwn(context, spot, 'from'), to: listOwn(context, spot, 'to') };
  const rows: Row[] = [];
  const given = new Set(own.from);
  const behind = new Map<number, number[]>();
  let last = -1;
  for (const from of own.from) {
    const to = pairs.toOf.get(from);
    if (to !== undefined && own.to.includes(to)) last = to;
    else behind.set(last, [...(behind.get(last) ?? []), from]);
  }
  const addAlone = (at: number) => {
    for (const from of behind.get(at) ?? []) rows.push(buildFromAlone(context, from, pairs));
  };
  addAlone(-1);
  for (const to of own.to) {
    const from = pairs.fromOf.get(to);
    rows.push(
      from === undefined
        ? buildToAlone(context, to)
        : buildPair(context, from, to, { isHere: given.has(from), isElsewhere }),
    );
    addAlone(to);
  }
  return rows;
}

function listOwn({ lists }: SectionContext, spot: Spot, side: 'from' | 'to'): readonly number[] {
  const clause = spot[side];
  if (clause === undefined) return [];
  const { starts, contents } = lists[side];
  const start = starts[clause] ?? 0;
  return Array.from({ length: contents[clause]?.units.length ?? 0 }, (_, at) => start + at);
}

const sideOf = ({ clause, text }: Unit) => ({ clause, text: text.trim() });

/** Counts a sentence, unless it only leads to items that are counted themselves. */
function count(
  { changes }: SectionContext,
  kind: Change['kind'] | undefined,
  ...units: readonly Unit[]
) {
  if (units.every(({ isLead }) => isLead)) return;
  changes.count(
    kind,
    units.reduce<Unit['type']>((type, unit) => chooseStronger(type, unit.type), null),
  );
}

function buildPair(
  context: SectionContext,
  from: number,
  to: number,
  { isHere, isElsewhere }: { readonly isHere: boolean; readonly isElsewhere: boolean },
): Row {
  const { lists, places, parts, changes } = context;
  const [a, b] = [lists.from.units[from], lists.to.units[to]];
  if (!a || !b) throw new Error('no such sentence');
  const { kind, pieces, verb, limits } = judgeSentences(
    a,
    b,
    places,
    claimedBy(parts, from, to),
    (found) => settleLimits(context, { from, to }, found),
  );
  const result = kind ?? (isHere ? undefined : 'moved');
  count(context, result ?? (isElsewhere ? 'moved' : undefined), a, b);
  const change = result
    ? changes.add({
        kind: result,
        subject: b.subject,
        type: chooseStronger(a.type, b.type),
        from: sideOf(a),
        to: sideOf(b),
        pieces,
        ...(verb && { verb }),
        limits,
        isMoved: !isHere,
      })
    : undefined;
  return {
    subject: b.subject,
    from: a.text,
    to: b.text,
    pieces,
    ...(change !== undefined && { change }),
    ...(!isHere && { elsewhere: a.clause }),
  };
}

/** A sentence of the earlier text that has no answer here: gone, joined to another, or standing in another clause now. */
function buildFromAlone(context: SectionContext, from: number, { toOf }: Pairs): Row {
  const { lists, parts, changes } = context;
  const unit = lists.from.units[from];
  if (!unit) throw new Error('no such sentence');
  const row = { subject: unit.subject, from: unit.text };
  const answer = lists.to.units[toOf.get(from) ?? -1];
  // The change itself stands where the later text has the sentence.
  if (answer)
    return { ...row, pieces: [{ kind: 'same', text: unit.text }], elsewhere: answer.clause };
  const part = parts.joined.get(from);
  if (part) return { ...row, ...buildPart(context, { from, to: part.whole }, part, 'from') };
  count(context, 'removed', unit);
  const pieces = [{ kind: 'removed', text: unit.text }] as const;
  const change = changes.add({
    kind: 'removed',
    subject: unit.subject,
    type: unit.type,
    from: sideOf(unit),
    pieces,
    limits: [],
    isMoved: false,
  });
  return { ...row, pieces, change };
}

function buildToAlone(context: SectionContext, to: number): Row {
  const { lists, parts, changes } = context;
  const unit = lists.to.units[to];
  if (!unit) throw new Error('no such sentence');
  const row = { subject: unit.subject, to: unit.text };
  const part = parts.divided.get(to);
  if (part) return { ...row, ...buildPart(context, { from: part.whole, to }, part, 'to') };
  count(context, 'added', unit);
  const pieces = [{ kind: 'added', text: unit.text }] as const;
  const change = changes.add({
    kind: 'added',
    subject: unit.subject,
    type: unit.type,
    to: sideOf(unit),
    pieces,
    limits: [],
    isMoved: false,
  });
  return { ...row, pieces, change };
}

/** A sentence that is a part of one of the other text: neither added nor removed, but divided or joined. */
function buildPart(
  context: SectionContext,
  pair: { readonly from: number; readonly to: number },
  part: Part,
  side: 'from' | 'to',
): Pick<Row, 'pieces' | 'change' | 'elsewhere'> {
  const [a, b] = [context.lists.from.units[pair.from], context.lists.to.units[pair.to]];
  if (!a || !b) throw new Error('no such sentence');
  const [unit, whole] = side === 'to' ? [b, a] : [a, b];
  const own = listLimits(unit);
  const limits = settleLimits(
    context,
    pair,
    side === 'to' ? listLimitChanges(part.limits, own) : listLimitChanges(own, part.limits),
  );
  const found = findVerbChange(a, b);
  // A part has another sentence around it: only what type it makes is sure.
  const verb = found?.from.type === found?.to.type ? undefined : found;
  const kind = decideDirection([
    ...(verb ? [verb.direction] : []),
    ...limits.map((each) => each.direction),
  ]);
  count(context, kind, unit);
  // Only the words of the sentence itself: those of the whole are shown where it stands.
  const left = side === 'to' ? 'removed' : 'added';
  const pieces = diffWords(a.text, b.text).filter((piece) => piece.kind !== left);
  const change = context.changes.add({
    kind,
    subject: unit.subject,
    type: chooseStronger(unit.type, whole.type),
    from: sideOf(a),
    to: sideOf(b),
    pieces: diffWords(a.text, b.text),
    ...(verb && { verb }),
    limits,
    isMoved: a.clause !== b.clause,
    isPart: true,
  });
  return { pieces, change, elsewhere: whole.clause };
}
