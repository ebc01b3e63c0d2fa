import { foldSigns } from '../limits/fold-signs.ts';
import { listNumbers } from '../limits/numerals.ts';
import type { Comparator, Limit, Quantity } from '../limits/index.ts';

/** A limit as it is printed in a table: `≤ 2.0` and `%`. */
export interface ShownLimit {
  readonly value: string;
  readonly unit: string;
  /** Under which the rest is asked, and not what is asked. */
  readonly isCondition: boolean;
  readonly object: string;
}

const signs: Readonly<Record<Comparator, string>> = {
  '<': '< ',
  '<=': '≤ ',
  '>': '> ',
  '>=': '≥ ',
  '=': '',
};

/** A limit of a text with its values as they are written there, so that `2.0` stays `2.0`, and 1/3 and 1×10⁻⁶ stand whole. */
export function showLimit(
  { comparator, quantity, isCondition, object }: Limit,
  text: string,
): ShownLimit {
  const written = text.slice(quantity.start, quantity.end);
  const value = signs[comparator] + printQuantity(quantity, startPrinter(written));
  return { value, unit: quantity.unit, isCondition, object };
}

type Print = (value: number) => string;

/** Prints each value of a quantity as it stands in its text; one that does not stand there in digits, as a number. */
function startPrinter(written: string): Print {
  const numbers = listNumbers(foldSigns(written));
  return (value) => {
    const found = numbers.find((number) => number.value === Math.abs(value));
    if (found) return (value < 0 ? '-' : '') + raisePower(found.written);
    const share = /[一二三四五六七八九十百]+分之[一二三四五六七八九十百]+/.exec(written)?.[0];
    return share !== undefined && !share.startsWith('百') ? share : String(value);
  };
}

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('-0123456789', (sign, at) => [sign, '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(at)]),
);

/** `1×10-6`, `1×10^{-6}`: with the exponent raised. */
function raisePower(written: string): string {
  return written.replace(
    /× ?10[\^{ ]*([-⁻⁰¹²³⁴⁵⁶⁷⁸⁹\d]+)[}^ ]*/,
    (_, exponent: string) => `×10${exponent.replaceAll(/[-\d]/g, (sign) => raised[sign] ?? sign)}`,
  );
}

function printQuantity(quantity: Quantity, print: Print): string {
  switch (quantity.kind) {
    case 'value':
      return print(quantity.value);
    case 'range':
      return `${print(quantity.min)}～${print(quantity.max)}`;
    case 'tolerance': {
      const { nominal, minus, plus, toleranceUnit = '', unit } = quantity;
      const around = minus === plus ? `±${print(plus)}` : `+${print(plus)}/−${print(minus)}`;
      const middle = nominal === undefined ? '' : `${print(nominal)}${toleranceUnit && ` ${unit}`}`;
      return middle + around + toleranceUnit;
    }
    case 'ratio':
      return quantity.ratio;
    case 'size':
      return quantity.values.map(print).join('×');
    case 'grade':
      return quantity.grade;
  }
}
