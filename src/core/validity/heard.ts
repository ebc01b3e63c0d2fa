import type { Bilingual } from '../base/bilingual.ts';
import type { DayStanding } from '../catalog/day-status.ts';
import { statusOn } from './known.ts';
import type { HeardStandard, KnownStandard } from './known.ts';

const nothing: Pick<DayStanding, 'flags' | 'replacedBy' | 'newer' | 'partlyReplacedBy'> = {
  flags: [],
  replacedBy: [],
  newer: [],
  partlyReplacedBy: [],
};

const earliest = (days: readonly (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).sort()[0];

/**
 * What a standard is on a day that has no record of its own, as the records of those that replace it tell: replaced once one of
 * them is in force, in force between the issue of one and its day, before that not known.
 */
export function statusOfHeard(
  { key, successors, partly }: HeardStandard,
  day: string,
): DayStanding {
  const year = /[-:](\d{4})$/.exec(key)?.[1];
  if (year !== undefined && day.slice(0, 4) < year) return { ...nothing, status: '尚未发布' };
  const keys = successors.map((each) => each.key);
  if (partly) return { ...nothing, status: '未知', partlyReplacedBy: keys };
  const statuses = successors.map((each) => statusOn(each, day).status);
  const arrived = successors.filter((each, at) => hasArrived(each, statuses[at], day));
  if (arrived.length > 0) {
    const since = earliest(arrived.map(({ facts }) => facts.implemented));
    return {
      ...nothing,
      status: '被代替',
      ...(since !== undefined && { since }),
      replacedBy: arrived.map((each) => each.key),
    };
  }
  const until = earliest(successors.map(({ facts }) => facts.implemented));
  const isAnnounced = statuses.includes('即将实施') && until !== undefined;
  return {
    ...nothing,
    status: isAnnounced ? '现行' : '未知',
    newer: keys,
    ...(isAnnounced && { until }),
  };
}

/** Whether a standard has come into force by a day, whatever became of it after. */
function hasArrived({ facts }: KnownStandard, status: string | undefined, day: string): boolean {
  if (facts.implemented !== undefined) return facts.implemented <= day;
  return status === '现行' || status === '被代替' || status === '废止';
}

/** From what the status of a standard without a record follows. */
export function explainHeard(heard: HeardStandard, { status }: DayStanding): Bilingual {
  const [first] = heard.successors;
  const number = first?.number ?? '';
  const day = first?.facts.implemented;
  const from = day === undefined ? ['', ''] : [`自 ${day} `, ` from ${day}`];
  if (status === '现行')
    return {
      zh: `旧版：由 ${number} ${from[0]}代替，此前仍有效（库中没有这一版的记录，据 ${number} 的记录）`,
      en: `an older edition, in force until ${number} replaces it${from[1]}; this library has no record of it but that of ${number}`,
    };
  return {
    zh: `库中没有这一版的记录，只知道由 ${number} ${from[0]}${heard.partly ? '部分' : ''}代替`,
    en: `this library has no record of it and knows only that ${number} replaces ${heard.partly ? 'a part of it' : 'it'}${from[1]}`,
  };
}
