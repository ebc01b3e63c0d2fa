import { formatNumber, numberSlug, parseNumber } from '#core/number/index.ts';
import { asHosted } from '#core/terms/index.ts';
import { Refusal } from './refusal.ts';

/** The folder of the standard with a number, `standards/local/db9999-t-12-2023`; undefined where the library hosts none such. */
export function tryPath(written: string): string | undefined {
  const parsed = parseNumber(written);
  const kind = parsed.ok ? asHosted(parsed.number.family) : undefined;
  return parsed.ok && kind ? `standards/${kind}/${numberSlug(parsed.number)}` : undefined;
}

/**
 * The same.
 *
 * @throws {Refusal} where the library hosts none such, with the reason
 */
export function findPath(written: string): string {
  const path = tryPath(written);
  if (path !== undefined) return path;
  const parsed = parseNumber(written);
  throw new Refusal(
    422,
    parsed.ok
      ? {
          zh: `${formatNumber(parsed.number)} 不是地方、团体或企业标准的编号。`,
          en: `${formatNumber(parsed.number)} is no number of a local, group or enterprise standard.`,
        }
      : {
          zh: `标准编号“${written}”不成立：${parsed.reason.zh}。`,
          en: `"${written}" is no number: ${parsed.reason.en}.`,
        },
    { zh: '写成 DB9999/T 50—2027 这样。', en: 'Write it like DB9999/T 50—2027.' },
  );
}
