import { formatNumber, parseNumber } from '../number/index.ts';
import type { Reference } from '../model/standard.ts';
import type { Catalog } from './catalog.ts';

/**
 * The references that a run of numbers stands for (`GB 4806.1～4806.9`), each with its own number; any other reference, and a
 * run that is one entry of the catalogue (`GB 3100～3102—1993`), is itself alone.
 */
export function unfoldReference(
  reference: Reference,
  { resolve }: Pick<Catalog, 'resolve'>,
): readonly Reference[] {
  const { key, dated, members } = reference;
  if (!members) return [reference];
  const whole = resolve(key, dated);
  if (whole.kind !== 'unknown' && whole.entry.parsed?.through) return [reference];
  return members.map((member) => {
    const parsed = parseNumber(member);
    return { ...reference, key: member, raw: parsed.ok ? formatNumber(parsed.number) : member };
  });
}
