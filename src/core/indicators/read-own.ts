import { areLike, convertValue } from '../limits/convert.ts';
import { readUnit } from '../limits/units.ts';

/** A reader's own value in the unit of an indicator, or why there is none. */
export type OwnValue =
  | { readonly ok: true; readonly value: number; readonly written: string }
  | {
      readonly ok: false;
      readonly why: 'no-number' | 'unknown-unit' | 'other-kind';
      readonly unit: string;
    };

const number = /^[+-]?(?:\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?/i;

/** `0.5 h` in minutes: 30. A number without a unit is in the unit of the indicator; one of another kind is refused. */
export function readOwnValue(text: string, unit: string, isDifference = false): OwnValue {
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim();
  const [written = ''] = number.exec(plain) ?? [];
  const value = Number(written.replaceAll(/[ ,]/g, '') || Number.NaN);
  if (!/\d/.test(written) || !Number.isFinite(value))
    return { ok: false, why: 'no-number', unit: '' };
  const rest = plain.slice(written.length).trim();
  if (rest === '') return { ok: true, value, written: unit ? `${written} ${unit}` : written };
  const found = readUnit(rest, 0);
  if (!found || found.end !== rest.length) return { ok: false, why: 'unknown-unit', unit: rest };
  if (!areLike(found.unit, unit)) return { ok: false, why: 'other-kind', unit: found.unit };
  const same = convertValue(value, found.unit, unit, isDifference);
  return same === null
    ? { ok: false, why: 'other-kind', unit: found.unit }
    : { ok: true, value: same, written: `${written} ${found.unit}` };
}
