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

/** A limit of a text with its value as it is written there, so that `2.0` stays `2.0`. */
export function showLimit(
  { comparator, quantity, isCondition, object }: Limit,
  text: string,
): ShownLimit {
  const written = text.slice(quantity.start, quantity.end);
  const value = signs[comparator] + printQuantity(quantity, written);
  return { value, unit: quantity.unit, isCondition, object };
}

function printQuantity(quantity: Quantity, written: string): string {
  switch (quantity.kind) {
    case 'value':
      return /^[-+−]?\d(?:[\d  .]*\d)?/.exec(written)?.[0] ?? String(quantity.value);
    case 'range':
      return `${quantity.min}～${quantity.max}`;
    case 'tolerance': {
      const { nominal, minus, plus, toleranceUnit = '', unit } = quantity;
      const around = minus === plus ? `±${plus}` : `+${plus}/−${minus}`;
      const middle = nominal === undefined ? '' : `${nominal}${toleranceUnit && ` ${unit}`}`;
      return middle + around + toleranceUnit;
    }
    case 'ratio':
      return quantity.ratio;
    case 'size':
      return quantity.values.join('×');
    case 'grade':
      return quantity.grade;
  }
}
