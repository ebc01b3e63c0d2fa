import { effectiveStatus } from './status.ts';
import type { DayStatus } from '../terms/index.ts';
import type { EffectiveStatus, StatusFacts } from './status.ts';

/**
 * What a standard was on a day that someone asks for, who may ask for days long past. Shipped to the browser, as
 * `status.ts` is.
 */

export interface DayStanding extends Omit<EffectiveStatus, 'status'> {
  readonly status: DayStatus;
  /** For 未知: what a source said on a later day, from which nothing follows for the day asked. */
  readonly heard?: NonNullable<StatusFacts['recorded']>;
}

export interface StandingOptions {
  /** The key of the standard, whose year is that of its issue: known where the day is not. */
  readonly key?: string;
  readonly reviewYears?: number;
}

/**
 * The status on a day, `YYYY-MM-DD`, as far as it is known: 尚未发布 before the day of issue, and 未知 where a source says only
 * later, and without a day, what has become of a standard.
 */
export function standingOn(
  facts: StatusFacts,
  day: string,
  { key, reviewYears }: StandingOptions = {},
): DayStanding {
  const { declared, issued, recorded } = facts;
  const found = effectiveStatus(facts, day, reviewYears);
  const isHeard = recorded !== undefined && day >= recorded.asOf;
  if (declared === 'draft' || (issued === undefined && isHeard)) return found;
  const isIssued = askIssued(facts, day, key);
  if (isIssued === false)
    return {
      status: '尚未发布',
      flags: [],
      ...(issued !== undefined && { until: issued }),
      replacedBy: [],
      newer: [],
      partlyReplacedBy: [],
    };
  if (recorded === undefined || isHeard) return found;
  const isEnded = found.status === '废止' || found.status === '被代替';
  if (isIssued === undefined || (isEnded && found.since === undefined)) {
    return { ...found, status: '未知', flags: [], heard: recorded };
  }
  return found;
}

/** Whether a standard was issued by a day; undefined where nothing tells. */
function askIssued(
  { issued, implemented }: StatusFacts,
  day: string,
  key = '',
): boolean | undefined {
  if (issued !== undefined) return day >= issued;
  if (implemented !== undefined && day >= implemented) return true;
  const year = /[-:](\d{4})$/.exec(key)?.[1];
  const asked = day.slice(0, 4);
  return year === undefined || asked === year ? undefined : asked > year;
}

/** The days from which and until which an edition is in force, as far as they are known; the last is the first on which it is not. */
export interface InForce {
  readonly from?: string;
  readonly until?: string;
}

/** The days between which a standard is in force: from its implementation to its withdrawal or its first whole successor. */
export function listDaysInForce({ implemented, withdrawn, replacedBy = [] }: StatusFacts): InForce {
  const ends = replacedBy.flatMap((each) => (each.partial ? [] : (each.implemented ?? [])));
  const until = [...ends, ...(withdrawn === undefined ? [] : [withdrawn])].sort()[0];
  return {
    ...(implemented !== undefined && { from: implemented }),
    ...(until !== undefined && { until }),
  };
}
