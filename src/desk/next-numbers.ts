import { formatNumber, parseNumber } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';

/** A series of numbers, and the next one that is free in it. */
export interface NextNumber {
  readonly series: string;
  readonly number: string;
}

/**
 * The next free number of each series that a library publishes in, for a year: one more than the highest serial among all
 * numbers known, hosted or not. Series come in the order of those that publish most.
 */
export function listNextNumbers(
  hosted: readonly string[],
  known: readonly string[],
  year: string,
): readonly NextNumber[] {
  const highest = new Map<string, { number: StandardNumber; hosted: number }>();
  const take = (written: string, isHosted: boolean): void => {
    const parsed = parseNumber(written);
    if (!parsed.ok || !isCounted(parsed.number)) return;
    const { number } = parsed;
    const series = nameSeries(number);
    const before = highest.get(series);
    if (!before && !isHosted) return;
    const isHigher = !before || Number(number.serial) > Number(before.number.serial);
    highest.set(series, {
      number: isHigher ? number : before.number,
      hosted: (before?.hosted ?? 0) + Number(isHosted),
    });
  };
  for (const each of hosted) take(each, true);
  for (const each of known) take(each, false);
  return [...highest]
    .sort(([, a], [, b]) => b.hosted - a.hosted)
    .map(([series, { number }]) => ({
      series,
      number: formatNumber({
        ...number,
        part: null,
        serial: String(Number(number.serial) + 1).padStart(number.serial.length, '0'),
        year,
        yearWritten: null,
      }),
    }));
}

const isCounted = ({ form, serial, year }: StandardNumber): boolean =>
  form === 'plain' && /^\d{1,6}$/.test(serial) && year !== null;

const nameSeries = ({ prefix, nature, series }: StandardNumber): string =>
  [
    prefix,
    nature === 'recommended' && !prefix.startsWith('T/') ? '/T' : nature === 'guidance' ? '/Z' : '',
    series === null ? '' : ` ${series}`,
  ].join('');
