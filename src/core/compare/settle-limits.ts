import { findTableLimits } from '#core/limits/index.ts';
import { findQuantities } from '#core/limits/quantities.ts';
import { foldSigns } from '#core/limits/fold-signs.ts';
import { baseOf, judgeLimits, listLimits, senseOf } from './limits.ts';
import type { ComparableExhibit, Direction, LimitChange, LimitPart } from './model.ts';
import type { SectionContext } from './section-context.ts';
import type { Unit } from './units.ts';

/** Two sentences that answer each other, by their places in the lists of either text. */
interface Pair {
  readonly from: number;
  readonly to: number;
}

/** More values than these are left to the eye: only where they stand is said. */
const mostValues = 4;
const mostWords = 60;

/**
 * What became of limits that the answer of their sentence no longer has. One is gone only where nothing of its quantity is
 * left in that clause, in its sub-clauses or in a table it leads to: otherwise it is set by cases, elsewhere in the clause or
 * in a table, and stricter or less strict only where all of its values say so alike.
 */
export function settleLimits(
  context: SectionContext,
  pair: Pair,
  limits: readonly LimitChange[],
): readonly LimitChange[] {
  const [a, b] = [context.lists.from.units[pair.from], context.lists.to.units[pair.to]];
  if (!a || !b) return limits;
  return limits
    .filter(({ direction }) => direction === 'removed')
    .reduce(
      (left, gone) => settleOne(context, pair, left, gone),
      joinKept(listLimits(a), listLimits(b), joinContrary(limits)),
    );
}

function settleOne(
  context: SectionContext,
  { from: atFrom, to: atTo }: Pair,
  limits: readonly LimitChange[],
  gone: LimitChange,
): readonly LimitChange[] {
  const { from } = gone;
  const [a, b] = [context.lists.from.units[atFrom], context.lists.to.units[atTo]];
  if (!from || !a || !b) return limits;
  if (stillSays(a, b, from)) return limits.filter((each) => each !== gone);
  const isOf = (limit: LimitPart) => isSameKind(limit, from);
  const fresh = limits.filter(({ direction, to }) => direction === 'added' && to && isOf(to));
  const near = [
    ...fresh.flatMap(({ to }) => to ?? []),
    ...listRest(b, a).filter(isOf),
    ...listFollowing(context, atTo).flatMap((unit) =>
      [...listLimits(unit), ...listRest(unit, a)].filter(isOf),
    ),
  ];
  const [first, second] = near;
  const isSame = first && !second && !judgeLimits(from, first);
  if (isSame) return limits.filter((each) => each !== gone && !fresh.includes(each));
  const taken = listLimits(b).filter(isOf);
  const answer: LimitChange | undefined =
    near.length > 0
      ? { from, cases: near, direction: judgeAll(from, near) }
      : (findTable(context, a, b, from) ??
        findInClause(context, atTo, a, from) ??
        (taken.length > 0 ? { from, cases: taken, direction: 'unsure' } : undefined));
  if (!answer) return limits;
  return limits.flatMap((each) => (each === gone ? [answer] : fresh.includes(each) ? [] : [each]));
}

/** Whether the later sentence has the very words of a limit as often as the earlier: nothing is gone then. */
function stillSays(a: Unit, b: Unit, { text }: LimitPart): boolean {
  const count = (whole: string) => foldSigns(whole).split(foldSigns(text)).length - 1;
  return count(b.text) > 0 && count(b.text) >= count(a.text);
}

const isSameKind = (one: LimitPart, other: LimitPart): boolean =>
  baseOf(one.quantity) === baseOf(other.quantity) &&
  (one.quantity.kind === 'grade') === (other.quantity.kind === 'grade');

/** Which way a limit went that several answer: only where they all went that way is it certain. */
function judgeAll(from: LimitPart, cases: readonly LimitPart[]): Direction | 'unsure' {
  const isSure = cases.every(
    (each) =>
      each.isCondition === from.isCondition &&
      each.text !== '' &&
      senseOf(each.comparator) === senseOf(from.comparator) &&
      each.comparator !== '=',
  );
  const [first, ...others] = cases.map((each) => judgeLimits(from, each));
  if (!isSure || (first !== 'tightened' && first !== 'loosened')) return 'unsure';
  return others.every((each) => each === first) ? first : 'unsure';
}

/**
 * A limit whose answer says one thing and a further limit of the same sentence the other: stricter for one case and less strict
 * for another is neither.
 */
function joinContrary(limits: readonly LimitChange[]): readonly LimitChange[] {
  return limits.reduce<readonly LimitChange[]>((left, each) => {
    const { from, to, direction } = each;
    if (!from || !to || (direction !== 'tightened' && direction !== 'loosened')) return left;
    const contrary = left.filter(
      (other) =>
        other.direction === 'added' &&
        other.to !== undefined &&
        other.to.isCondition === from.isCondition &&
        senseOf(other.to.comparator) === senseOf(from.comparator) &&
        isSameKind(other.to, from) &&
        judgeLimits(from, other.to) === (direction === 'tightened' ? 'loosened' : 'tightened'),
    );
    if (contrary.length === 0) return left;
    const cases = [to, ...contrary.flatMap((other) => other.to ?? [])];
    return left.flatMap((other): readonly LimitChange[] => {
      if (other === each) return [{ from, cases, direction: 'unsure' }];
      return contrary.includes(other) ? [] : [other];
    });
  }, limits);
}

/** A limit that stays as it was for one case only, as a further one of the sentence is for another. */
function joinKept(
  before: readonly LimitPart[],
  after: readonly LimitPart[],
  limits: readonly LimitChange[],
): readonly LimitChange[] {
  return before.reduce((left, from) => {
    const isAlike = (other: LimitPart) =>
      isSameKind(from, other) &&
      senseOf(from.comparator) === senseOf(other.comparator) &&
      from.isCondition === other.isCondition;
    const isChanged = left.some(
      (each) => each.from?.text === from.text && each.from.object === from.object,
    );
    const isOnly = before.filter(isAlike).length === 1 && !isChanged;
    const same = after.find((to) => isAlike(to) && !judgeLimits(from, to));
    const added = left.filter(({ direction, to }) => direction === 'added' && to && isAlike(to));
    if (!isOnly || !same || added.length === 0) return left;
    const cases = [same, ...added.flatMap(({ to }) => to ?? [])];
    return [
      { from, cases, direction: 'unsure' },
      ...left.filter((each) => !added.includes(each)),
    ] satisfies readonly LimitChange[];
  }, limits);
}

/** Quantities of a sentence that are read as no limit of it, and that the earlier sentence does not name as well. */
function listRest(unit: Unit, earlier: Unit): readonly LimitPart[] {
  const limits = listLimits(unit);
  const named = listQuantities(earlier.text).map(({ text }) => text);
  const bounds = listLimits(earlier).map(({ text }) => text);
  return listQuantities(unit.text).filter(
    ({ text }) =>
      !limits.some((limit) => limit.text.includes(text)) &&
      (!named.includes(text) || bounds.some((bound) => bound.includes(text))),
  );
}

function listQuantities(text: string): readonly LimitPart[] {
  return findQuantities(foldSigns(text)).map((quantity) => ({
    object: '',
    comparator: '=',
    quantity,
    isCondition: false,
    text: text.slice(quantity.start, quantity.end),
  }));
}

/** The items that a sentence leads to, and what a semicolon joins to it. */
function listFollowing({ lists }: SectionContext, at: number): readonly Unit[] {
  const { units } = lists.to;
  const found: Unit[] = [];
  for (let next = at; /[：:；;]\s*$/.test(units[next]?.text ?? ''); next += 1) {
    const unit = units[next + 1];
    if (!unit || unit.clause !== units[at]?.clause) break;
    found.push(unit);
  }
  return found;
}

/** A clause and what stands under it, by index. */
function listUnder({ texts }: SectionContext, clause: number): ReadonlySet<number> {
  const under = new Set([clause]);
  for (const [at, { parent }] of texts.to.clauses.entries())
    if (parent !== null && under.has(parent)) under.add(at);
  return under;
}

/** A table that the clause has or names and that answers no earlier one, or a row of another that speaks of the same thing. */
function findTable(
  context: SectionContext,
  a: Unit,
  b: Unit,
  from: LimitPart,
): LimitChange | undefined {
  const { texts, exhibits } = context;
  const answered = new Set(exhibits.values());
  const under = listUnder(context, b.clause);
  const words = [...under].map((at) => texts.to.clauses[at]?.text ?? '').join('\n');
  for (const [at, table] of texts.to.exhibits.entries()) {
    if (table.kind !== 'table' || table.label === '' || !table.rows) continue;
    const isNamed = namesTable(b.text, table.label) && !answered.has(at);
    const isNear =
      isNamed || (!answered.has(at) && (under.has(table.clause) || namesTable(words, table.label)));
    const found = isNear ? listOfTable(table, from) : listOfTable(table, from, a.text);
    if (found.length === 0 && !isNamed) continue;
    const own = found.length <= mostValues ? found : [];
    return { from, cases: own, where: { table: table.label }, direction: 'unsure' };
  }
  return undefined;
}

function namesTable(words: string, label: string): boolean {
  const [text, name] = [words.replace(/\s+/g, ''), label.replace(/\s+/g, '')];
  return text
    .split(name)
    .slice(1)
    .some((rest) => !/^[\d.]/.test(rest));
}

/** Values of a kind in a table; with words of a sentence, only of rows that share so many pairs of characters with it. */
function listOfTable(
  { rows = [], headRows = 0 }: ComparableExhibit,
  from: LimitPart,
  sentence?: string,
): readonly LimitPart[] {
  const limits = findTableLimits({ rows, headRows });
  return rows.flatMap((row, at) => {
    if (at < headRows) return [];
    if (sentence !== undefined && countShared(row.join(' '), sentence) < 2) return [];
    const bounds = limits.filter((limit) => limit.row === at);
    const rest = row.flatMap((cell, column) =>
      bounds.some((bound) => bound.column === column) ? [] : listQuantities(cell),
    );
    return [...bounds, ...rest]
      .filter((limit) => limit.quantity.unit !== '' && isSameKind(limit, from))
      .map(({ object, comparator, quantity, isCondition, text }) => {
        const unit =
          quantity.unit === '' || text.includes(quantity.unit) ? '' : ` ${quantity.unit}`;
        return { object, comparator, quantity, isCondition, text: `${text}${unit}` };
      });
  });
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
      Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
    ),
  );

function countShared(a: string, b: string): number {
  const other = pairsOf(b);
  return [...pairsOf(a)].filter((pair) => other.has(pair)).length;
}

/** A sentence of the clause, or of what stands under it, that answers no other of that quantity and was not there before. */
function findInClause(
  context: SectionContext,
  at: number,
  earlier: Unit,
  from: LimitPart,
): LimitChange | undefined {
  const { lists, aligned } = context;
  const answers = new Map(aligned.pairs.map((pair) => [pair.to, pair.from] as const));
  const under = listUnder(context, lists.to.units[at]?.clause ?? -1);
  const hasKind = (unit: Unit | undefined) =>
    unit !== undefined &&
    [...listLimits(unit), ...listRest(unit, earlier)].some((limit) => isSameKind(limit, from));
  for (const [index, unit] of lists.to.units.entries()) {
    if (index === at || !under.has(unit.clause) || from.quantity.unit === '') continue;
    const answered = lists.from.units[answers.get(index) ?? -1];
    if (!hasKind(unit) || hasKind(answered)) continue;
    const words = unit.text.trim();
    const cut = words.length > mostWords ? `${words.slice(0, mostWords)}……` : words;
    return { from, where: { words: cut }, direction: 'unsure' };
  }
  return undefined;
}
