import type { Quantity } from './quantities.ts';
import { add, divide, multiply, raise, rational, toNumber, toRational } from './rational.ts';
import type { Rational } from './rational.ts';
import { measureSymbol, zeroCelsius } from './measures.ts';
import type { Measure } from './measures.ts';

const one = rational(1n);
const powerOf: Readonly<Record<string, number>> = { '²': 2, '³': 3 };
/** Units whose own signs would be taken for those of a product or a quotient. */
const asOne = new Set(['hm²', 'n mile', 'dB(A)', 'dB(C)']);

/** What a unit measures, as `readUnit` gives it back: `mg/kg`, `W/(m²·K)`, `CFU/100 mL`. */
export function measureUnit(unit: string): Measure {
  if (unit === '℃') return { ...measureSymbol(unit), offset: zeroCelsius };
  if (asOne.has(unit)) return measureSymbol(unit);
  const [first = '', ...divisors] = splitQuotient(unit);
  let { powers, factor } = measureProduct(first);
  for (const divisor of divisors) {
    const below = measureProduct(divisor.replace(/^\((.*)\)$/, '$1'));
    factor = divide(factor, below.factor);
    powers = join(powers, below.powers, -1);
  }
  const isShare = powers.size === 0 && divisors.length > 0;
  return { powers, factor, ...(isShare && { share: nameKind(measureProduct(first).powers) }) };
}

/** Parts of `a/b/(c·d)`, brackets kept whole. */
function splitQuotient(unit: string): readonly string[] {
  return unit.match(/(?:\([^()]*\)|[^/()])+/g) ?? [unit];
}

function measureProduct(product: string): Measure {
  const [, amount, rest = product] = /^(\d+(?:\.\d+)?) (.*)$/.exec(product) ?? [];
  let factor: Rational = amount === undefined ? one : toRational(Number(amount));
  let powers: ReadonlyMap<string, number> = new Map();
  for (const written of asOne.has(rest) ? [rest] : rest.split('·')) {
    const power = asOne.has(written) ? undefined : powerOf[written.slice(-1)];
    const each = measureSymbol(power === undefined ? written : written.slice(0, -1));
    factor = multiply(factor, raise(each.factor, power ?? 1));
    powers = join(powers, each.powers, power ?? 1);
  }
  return { powers, factor };
}

function join(
  powers: ReadonlyMap<string, number>,
  more: ReadonlyMap<string, number>,
  times: number,
): ReadonlyMap<string, number> {
  const joined = new Map(powers);
  for (const [base, power] of more) {
    const sum = (joined.get(base) ?? 0) + power * times;
    if (sum === 0) joined.delete(base);
    else joined.set(base, sum);
  }
  return joined;
}

function nameKind(powers: ReadonlyMap<string, number>): string {
  return [...powers]
    .map(([base, power]) => `${base}${power}`)
    .sort()
    .join(' ');
}

/**
 * Whether values in one unit can be said in the other: both measure one kind of quantity. No unit is like itself only, and a
 * share of masses is none of volumes; `%`, which does not say of what, is like either.
 */
export function areLike(from: string, to: string): boolean {
  if (from === to) return true;
  if (from === '' || to === '') return false;
  const [a, b] = [measureUnit(from), measureUnit(to)];
  if (nameKind(a.powers) !== nameKind(b.powers)) return false;
  return a.share === undefined || b.share === undefined || a.share === b.share;
}

/**
 * A value in another unit, exact until it is a number again; null where the units are not alike. `isDifference`: of two values,
 * as a tolerance, an uncertainty, a fluctuation, so that a zero elsewhere (℃, K) does not count.
 */
export function convertValue(
  value: number,
  from: string,
  to: string,
  isDifference = false,
): number | null {
  if (from === to) return value;
  if (!areLike(from, to)) return null;
  const [source, target] = [measureUnit(from), measureUnit(to)];
  const offset = (measure: Measure): Rational =>
    isDifference ? rational(0n) : (measure.offset ?? rational(0n));
  const base = add(multiply(toRational(value), source.factor), offset(source));
  const { n, d } = offset(target);
  return toNumber(divide(add(base, { n: -n, d }), target.factor));
}

/** A quantity in another unit; null where that cannot be, as of grades, and of ratios with a unit. */
export function convertQuantity(
  quantity: Quantity,
  to: string,
  isDifference = false,
): Quantity | null {
  const { unit: from } = quantity;
  if (from === to) return quantity;
  if (!areLike(from, to)) return null;
  const value = (each: number): number => convertValue(each, from, to, isDifference) ?? each;
  const difference = (each: number): number => convertValue(each, from, to, true) ?? each;
  switch (quantity.kind) {
    case 'value':
      return { ...quantity, value: value(quantity.value), unit: to };
    case 'range':
      return { ...quantity, min: value(quantity.min), max: value(quantity.max), unit: to };
    case 'size':
      return { ...quantity, values: quantity.values.map(value), unit: to };
    case 'tolerance': {
      const isShare = quantity.toleranceUnit !== undefined;
      return {
        ...quantity,
        ...(quantity.nominal !== undefined && { nominal: value(quantity.nominal) }),
        minus: isShare ? quantity.minus : difference(quantity.minus),
        plus: isShare ? quantity.plus : difference(quantity.plus),
        unit: to,
      };
    }
    default:
      return null;
  }
}
