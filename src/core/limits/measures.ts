import { multiply, raise, rational } from './rational.ts';
import type { Rational } from './rational.ts';
import { prefixedSymbols } from './units.ts';

/** What a unit measures, and how much of it, in units that this file holds as bases. */
export interface Measure {
  /** Powers of the bases. */
  readonly powers: ReadonlyMap<string, number>;
  readonly factor: Rational;
  /** What is added after the factor, of units whose zero is elsewhere: ℃. */
  readonly offset?: Rational;
  /** Of a share: what it is a share of, where the unit says so: mg/kg is one of masses, mL/L one of volumes. */
  readonly share?: string;
}

const whole = (n: number): Rational => rational(BigInt(n));
const ten = (power: number): Rational => raise(whole(10), power);

/** GB 3100—1993, table 5; µ is folded to μ when a unit is read. */
const prefixFactors: Readonly<Record<string, number>> = {
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  d: -1,
  c: -2,
  m: -3,
  μ: -6,
  n: -9,
  p: -12,
};

type Row = readonly [unit: string, factor: Rational, base: string, power?: number];

/**
 * Units by exact factors, all decimal or whole by definition. Sources: SI base and derived units with names (GB 3100—1993,
 * tables 1 to 3); min, h, d, t, L, kn, n mile, °, ′, ″ and r/min (GB 3100—1993, table 4); hm² and bar (GB/T 3101 and
 * GB 3102.3—1993); inch and standard atmosphere as GB 3102.1 and GB 3102.3—1993 have them in their annexes.
 *
 * Kinds that have one dimension in the SI and are never told by each other have bases of their own: hertz and becquerel,
 * gray and sievert, torque (N·m) and energy (J), active and apparent power. What has no one factor is its own base, so it is
 * only ever the same as itself: calories, millimetres of mercury, months, bytes by thousands or by 1 024, counts of things.
 * Decibels are logarithms and take no factor.
 */
const rows: readonly Row[] = [
  ['m', whole(1), 'm'],
  ['in', rational(254n, 10_000n), 'm'],
  ['n mile', whole(1852), 'm'],
  ['L', ten(-3), 'm', 3],
  ['hm²', ten(4), 'm', 2],
  ['g', whole(1), 'g'],
  ['t', ten(6), 'g'],
  ['s', whole(1), 's'],
  ['min', whole(60), 's'],
  ['h', whole(3600), 's'],
  ['d', whole(86_400), 's'],
  ['周', whole(604_800), 's'],
  ['月', whole(1), '月'],
  ['年', whole(12), '月'],
  ['a', whole(12), '月'],
  ['A', whole(1), 'A'],
  ['K', whole(1), 'K'],
  ['mol', whole(1), 'mol'],
  ['cd', whole(1), 'cd'],
  ['Hz', whole(1), 'Hz'],
  ['N', whole(1), 'N'],
  ['J', whole(1), 'J'],
  ['V', whole(1), 'V'],
  ['F', whole(1), 'F'],
  ['Ω', whole(1), 'Ω'],
  ['S', whole(1), 'S'],
  ['T', whole(1), 'T'],
  ['H', whole(1), 'H'],
  ['lm', whole(1), 'lm'],
  ['Bq', whole(1), 'Bq'],
  ['Gy', whole(1), 'Gy'],
  ['Sv', whole(1), 'Sv'],
  ['VA', whole(1), 'VA'],
  ['var', whole(1), 'var'],
  ['cal', whole(1), 'cal'],
  ['eV', whole(1), 'eV'],
  ['gce', whole(1), 'gce'],
  ['tce', ten(6), 'gce'],
  ['bit', whole(1), 'bit'],
  ['r', whole(1), 'r'],
  ['°', whole(3600), '″'],
  ['′', whole(60), '″'],
  ['″', whole(1), '″'],
];

interface Compound {
  readonly factor: Rational;
  readonly powers: readonly (readonly [base: string, power: number])[];
}

const compounds: Readonly<Record<string, Compound>> = {
  Pa: {
    factor: whole(1),
    powers: [
      ['N', 1],
      ['m', -2],
    ],
  },
  bar: {
    factor: ten(5),
    powers: [
      ['N', 1],
      ['m', -2],
    ],
  },
  标准大气压: {
    factor: whole(101_325),
    powers: [
      ['N', 1],
      ['m', -2],
    ],
  },
  W: {
    factor: whole(1),
    powers: [
      ['J', 1],
      ['s', -1],
    ],
  },
  lx: {
    factor: whole(1),
    powers: [
      ['lm', 1],
      ['m', -2],
    ],
  },
  kn: {
    factor: rational(1852n, 3600n),
    powers: [
      ['m', 1],
      ['s', -1],
    ],
  },
  bps: {
    factor: whole(1),
    powers: [
      ['bit', 1],
      ['s', -1],
    ],
  },
  '%': { factor: ten(-2), powers: [] },
  '‰': { factor: ten(-3), powers: [] },
  ppm: { factor: ten(-6), powers: [] },
  ppb: { factor: ten(-9), powers: [] },
};

const measures = new Map<string, Measure>([
  ...rows.map(
    ([unit, factor, base, power = 1]) =>
      [unit, { powers: new Map([[base, power]]), factor }] as const,
  ),
  ...Object.entries(compounds).map(
    ([unit, { factor, powers }]) => [unit, { powers: new Map(powers), factor }] as const,
  ),
]);

/** Of one unit without powers, products or quotients: `kPa`, `mL`, ℃; a word that things are counted by is its own base. */
export function measureSymbol(symbol: string): Measure {
  if (symbol === '℃') return { powers: new Map([['K', 1]]), factor: whole(1) };
  const known = measures.get(symbol);
  if (known) return known;
  const prefix = symbol.charAt(0);
  const power = prefixFactors[prefix];
  const rest = symbol.slice(1);
  const base = measures.get(rest);
  if (power !== undefined && base && prefixedSymbols.has(rest)) {
    return { powers: base.powers, factor: multiply(base.factor, ten(power)) };
  }
  return { powers: new Map([[symbol, 1]]), factor: whole(1) };
}

/** 0 ℃ is 273.15 K (GB 3102.4—1993, 4-2.a). */
export const zeroCelsius = rational(27_315n, 100n);
