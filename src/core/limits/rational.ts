/** An exact fraction; the denominator is above zero and the two share no divisor. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** The fraction of two whole numbers, in lowest terms. */
export function rational(n: bigint, d = 1n): Rational {
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestDivisor(n < 0n ? -n : n, d * sign) || 1n;
  return { n: (n * sign) / divisor, d: (d * sign) / divisor };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

/** A number as it is written in decimals: 0.1 is one tenth and not the binary fraction next to it. */
export function toRational(value: number): Rational {
  const [, sign = '', whole = '0', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  const exponent = Number(power) - part.length;
  const digits = BigInt(`${sign}${whole}${part}`);
  return exponent < 0
    ? rational(digits, 10n ** BigInt(-exponent))
    : rational(digits * 10n ** BigInt(exponent));
}

/** The number nearest to a fraction. */
export function toNumber({ n, d }: Rational): number {
  if (n === 0n) return 0;
  // 25 digits, of which a number keeps about 17.
  const shift = 25 - (String(n < 0n ? -n : n).length - String(d).length);
  const scaled = shift < 0 ? n / (d * 10n ** BigInt(-shift)) : (n * 10n ** BigInt(shift)) / d;
  return Number(`${scaled}e${-shift}`);
}

/** The product. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** The quotient; nothing is divided by zero here, for no factor of a unit is. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** The sum of two fractions. */
export function add(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** A fraction to a whole power. */
export function raise(a: Rational, power: number): Rational {
  let result: Rational = { n: 1n, d: 1n };
  for (let count = 0; count < Math.abs(power); count++) {
    result = power > 0 ? multiply(result, a) : divide(result, a);
  }
  return result;
}
