import { natureTerms, valuesOf } from '../terms/index.ts';
import type { StatedNature } from '../terms/index.ts';
import type { StandardNumber } from './types.ts';

export type { StatedNature };

/** What a number says of the force of its standard, `unknown` where the code alone does not tell; in the order a reader sees them. */
export const statedNatures = valuesOf(natureTerms);

/** The division came with 标准化法 (in force since 1989-04-01); a bare code of an older year says nothing. */
const FIRST_YEAR = '1989';

/**
 * Bare codes that hold mandatory standards and others side by side: engineering construction, where single clauses are
 * mandatory, water, railway and the methods of environmental monitoring; special equipment, whose documents are rules.
 */
const MIXED = new Set([
  'CJJ',
  'JGJ',
  'JTG',
  'JTJ',
  'JTS',
  'GBJ',
  'SDJ',
  'SHJ',
  'SLJ',
  'SYJ',
  'TBJ',
  'YBJ',
  'YDJ',
  'YSJ',
  'HGJ',
  'LYJ',
  'FJJ',
  'MHJ',
  'GYJ',
  'GDJ',
  'DLJ',
  'JJ',
  'SL',
  'TB',
  'HJ',
  'TSG',
  'ZB',
  'GJB',
  'GBN',
  'SZDB',
  'SZJG',
  'SJG',
  'XJJ',
  'DBJ',
  'DGJ',
  'DB',
]);

/**
 * Whether a number names a mandatory or a recommended standard or a guidance document: `/T` and `/Z` say so, a bare code
 * is mandatory (标准化法 art. 2; bare codes of industries and places remain where the law excepts them). Null where the division is
 * not made: group and enterprise standards, documents of metrology, numbers from abroad, samples and other documents.
 */
export function classifyNature(number: StandardNumber): StatedNature | null {
  const { family, prefix, nature, year, form } = number;
  if (family !== 'national' && family !== 'industry' && family !== 'local') return null;
  if (prefix === 'GSB' || form === 'metrology-sector') return null;
  if (nature === 'recommended' || nature === 'guidance') return nature;
  if (nature === null || MIXED.has(prefix) || /^(?:DBJ|DGJ)|\(J\)$|\/JT?$/.test(prefix)) {
    return 'unknown';
  }
  return year !== null && year < FIRST_YEAR ? 'unknown' : 'mandatory';
}
