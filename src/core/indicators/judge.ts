import type { Comparator, Quantity } from '../limits/index.ts';

/** A value asked for, in the unit of its indicator. */
export interface AskedValue {
  readonly comparator: Comparator;
  readonly quantity: Quantity;
}

export type Better = 'lower' | 'higher';

/** The least and the greatest that a value allows; null where it is open, or where no number bounds it. */
export function boundsOf({ comparator, quantity }: AskedValue): {
  readonly min: number | null;
  readonly max: number | null;
} {
  switch (quantity.kind) {
    case 'value':
      return {
        min: comparator.startsWith('<') ? null : quantity.value,
        max: comparator.startsWith('>') ? null : quantity.value,
      };
    case 'range':
      return { min: quantity.min, max: quantity.max };
    case 'tolerance': {
      const { nominal = 0, minus, plus, toleranceUnit } = quantity;
      const share = toleranceUnit === undefined ? 1 : Math.abs(nominal) / 100;
      return { min: nominal - minus * share, max: nominal + plus * share };
    }
    default:
      return { min: null, max: null };
  }
}

/** Whether a number keeps to a value asked for; null where that is none that a number can keep to. */
export function meets(own: number, asked: AskedValue): boolean | null {
  const { min, max } = boundsOf(asked);
  if (min === null && max === null) return null;
  if (max !== null && (asked.comparator === '<' ? own >= max : own > max)) return false;
  return min === null || (asked.comparator === '>' ? own > min : own >= min);
}

/** The place among levels, the best first, that a number reaches; null where it reaches none. */
export function levelOf(
  own: number,
  levels: readonly number[],
  better: Better | undefined,
): number | null {
  if (better === undefined) return null;
  const at = levels.findIndex((level) => (better === 'lower' ? own <= level : own >= level));
  return at < 0 ? null : at;
}

/** The number by which a value asked for is held to levels: its upper end where lower is better, else its lower end. */
export function decisiveBound(asked: AskedValue, better: Better | undefined): number | null {
  if (better === undefined) return null;
  const { min, max } = boundsOf(asked);
  return better === 'lower' ? max : min;
}
