import type { Comparator, Quantity } from '#core/limits/index.ts';
import type { Direction, LimitChange, LimitPart } from './model.ts';
import type { Unit } from './units.ts';

/** Units that are multiples of one another: which they all are, and how many of it each is. */
const scales: Readonly<Record<string, readonly [base: string, times: number]>> = {
  ms: ['s', 0.001],
  s: ['s', 1],
  秒: ['s', 1],
  min: ['s', 60],
  分钟: ['s', 60],
  h: ['s', 3600],
  小时: ['s', 3600],
  d: ['s', 86400],
  天: ['s', 86400],
  日: ['s', 86400],
  月: ['month', 1],
  个月: ['month', 1],
  年: ['month', 12],
  a: ['month', 12],
  nm: ['m', 1e-9],
  μm: ['m', 1e-6],
  mm: ['m', 0.001],
  cm: ['m', 0.01],
  dm: ['m', 0.1],
  m: ['m', 1],
  km: ['m', 1000],
  'mm²': ['m²', 1e-6],
  'cm²': ['m²', 1e-4],
  'm²': ['m²', 1],
  'cm³': ['L', 0.001],
  mL: ['L', 0.001],
  L: ['L', 1],
  'm³': ['L', 1000],
  μg: ['g', 1e-6],
  mg: ['g', 0.001],
  g: ['g', 1],
  kg: ['g', 1000],
  t: ['g', 1e6],
  'mg/kg': ['mg/kg', 1],
  'g/kg': ['mg/kg', 1000],
  'μg/kg': ['mg/kg', 0.001],
  'mg/L': ['mg/L', 1],
  'g/L': ['mg/L', 1000],
  'μg/L': ['mg/L', 0.001],
  Pa: ['Pa', 1],
  kPa: ['Pa', 1000],
  MPa: ['Pa', 1e6],
  N: ['N', 1],
  kN: ['N', 1000],
  mV: ['V', 0.001],
  V: ['V', 1],
  kV: ['V', 1000],
  mA: ['A', 0.001],
  A: ['A', 1],
  W: ['W', 1],
  kW: ['W', 1000],
  Hz: ['Hz', 1],
  kHz: ['Hz', 1000],
  MHz: ['Hz', 1e6],
  '%': ['%', 1],
  '‰': ['%', 0.1],
  B: ['B', 1],
  KB: ['B', 1024],
  kB: ['B', 1000],
};

interface Interval {
  readonly base: string;
  /** Lowest and highest value that is allowed. */
  readonly low: number;
  readonly high: number;
  /** The ends that are themselves not allowed. */
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

/** The unit of which that of a quantity is a multiple: equal for quantities of one kind. */
export const baseOf = ({ unit }: Pick<Quantity, 'unit'>): string => scales[unit]?.[0] ?? unit;

/** The values a limit allows; undefined where they are no interval, as with grades. */
function readInterval({ comparator, quantity }: LimitPart): Interval | undefined {
  const [base, times] = scales[quantity.unit] ?? [quantity.unit, 1];
  const round = (value: number) => Number((value * times).toPrecision(12));
  const closed = { base, openLow: false, openHigh: false };
  switch (quantity.kind) {
    case 'value':
      return readBound(comparator, round(quantity.value), base);
    case 'range':
      return { ...closed, low: round(quantity.min), high: round(quantity.max) };
    case 'tolerance': {
      if (quantity.toleranceUnit !== undefined) return undefined;
      const { nominal = 0, minus, plus } = quantity;
      return { ...closed, low: round(nominal - minus), high: round(nominal + plus) };
    }
    default:
      return undefined;
  }
}

function readBound(comparator: Comparator, value: number, base: string): Interval {
  const [low, high] = {
    '<': [-Infinity, value],
    '<=': [-Infinity, value],
    '>': [value, Infinity],
    '>=': [value, Infinity],
    '=': [value, value],
  }[comparator] as [number, number];
  return { base, low, high, openLow: comparator === '>', openHigh: comparator === '<' };
}

/**
 * Which way a limit went: tightened where all that it allows now was allowed before and less of it is, loosened where it is
 * the other way round. `changed` where units, kinds or objects do not allow to say; undefined where both allow the same.
 */
export function judgeLimits(from: LimitPart, to: LimitPart): Direction | undefined {
  const [a, b] = [readInterval(from), readInterval(to)];
  if (!a || !b || a.base !== b.base || from.isCondition !== to.isCondition)
    return sayWritten(from.quantity, to.quantity);
  const isSame =
    a.low === b.low && a.high === b.high && a.openLow === b.openLow && a.openHigh === b.openHigh;
  if (isSame) return undefined;
  // What a condition asks for more or fewer cases, or another value for all of them, is not more or less strict by its number.
  if (from.isCondition || isPoint(a) || isPoint(b)) return 'changed';
  if (holds(a, b)) return 'tightened';
  return holds(b, a) ? 'loosened' : 'changed';
}

const isPoint = ({ low, high }: Interval): boolean => low === high;

/** Whether all values of the second are values of the first. */
function holds(whole: Interval, part: Interval): boolean {
  const low = part.low > whole.low || (part.low === whole.low && (part.openLow || !whole.openLow));
  const high =
    part.high < whole.high || (part.high === whole.high && (part.openHigh || !whole.openHigh));
  return low && high;
}

const withoutPlace = ({ start: _start, end: _end, ...quantity }: Quantity): string =>
  JSON.stringify(quantity);

const sayWritten = (from: Quantity, to: Quantity): Direction | undefined =>
  withoutPlace(from) === withoutPlace(to) ? undefined : 'changed';

/** Limits of what a sentence asks, as far as they stand in it; none of what only tells. */
export function listLimits({ provisions, text: whole }: Unit): readonly LimitPart[] {
  const found = provisions.flatMap(({ limits = [] }) =>
    limits.filter(({ text }) => whole.includes(text)),
  );
  const seen = new Set<string>();
  return found.flatMap(({ object, comparator, quantity, isCondition, text: written }) => {
    // A sentence of two types has its limits twice.
    const key = `${object} ${comparator} ${written}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ object, comparator, quantity, isCondition, text: written }];
  });
}

/** How far a limit of one text is likely to be that of the other. */
function likeness(from: LimitPart, to: LimitPart, at: number): number {
  const [a, b] = [readInterval(from), readInterval(to)];
  if (from.isCondition !== to.isCondition) return 0;
  const sameBase = (a?.base ?? from.quantity.unit) === (b?.base ?? to.quantity.unit);
  if (!sameBase || from.quantity.kind === 'grade' || to.quantity.kind === 'grade')
    return from.quantity.kind === to.quantity.kind && from.object === to.object ? 1 : 0;
  const sameSense = senseOf(from.comparator) === senseOf(to.comparator);
  return 1 + (sameSense ? 2 : 0) + 2 * shareOfCharacters(from.object, to.object) - at * 0.01;
}

/** Whether a comparator bounds from above, from below, or names the value. */
export const senseOf = (comparator: Comparator): string =>
  comparator.startsWith('<') ? 'at most' : comparator.startsWith('>') ? 'at least' : 'equal';

function shareOfCharacters(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [new Set(a), new Set(b)];
  const common = [...one].filter((sign) => other.has(sign)).length;
  return common / Math.max(1, one.size, other.size);
}

/** Limits that changed between two sentences: those of equal units and like objects answer each other. */
export function listLimitChanges(
  from: readonly LimitPart[],
  to: readonly LimitPart[],
): readonly LimitChange[] {
  const candidates = from.flatMap((one, a) =>
    to.map((other, b) => ({ a, b, score: likeness(one, other, Math.abs(a - b)) })),
  );
  candidates.sort(
    (one, other) =>
      other.score - one.score ||
      Math.abs(one.a - one.b) - Math.abs(other.a - other.b) ||
      one.a + one.b - (other.a + other.b),
  );
  const answers = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b, score } of candidates) {
    if (score <= 0 || answers.has(a) || taken.has(b)) continue;
    answers.set(a, b);
    taken.add(b);
  }
  const kept = from.flatMap((one, a): readonly LimitChange[] => {
    const other = to[answers.get(a) ?? -1];
    if (!other) return [{ from: one, direction: 'removed' }];
    const direction = judgeLimits(one, other);
    return direction ? [{ from: one, to: other, direction }] : [];
  });
  const added = to.flatMap((other, b): readonly LimitChange[] =>
    taken.has(b) ? [] : [{ to: other, direction: 'added' }],
  );
  return [...kept, ...added];
}

/**
 * What verb and limits say together: tightened or loosened only where nothing of it goes the other way or is uncertain. A
 * limit that is new does not loosen, one that is gone does not tighten.
 */
export function decideDirection(directions: readonly LimitChange['direction'][]): Direction {
  const has = (direction: LimitChange['direction']) => directions.includes(direction);
  if (has('changed') || has('unsure')) return 'changed';
  if (has('tightened') && !has('loosened') && !has('removed')) return 'tightened';
  if (has('loosened') && !has('tightened') && !has('added')) return 'loosened';
  return 'changed';
}
