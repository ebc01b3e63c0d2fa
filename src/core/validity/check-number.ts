import { distance } from 'fastest-levenshtein';
import type { Bilingual } from '../base/bilingual.ts';
import type { DayStanding } from '../catalog/day-status.ts';
import { formatNumber, nearestNumbers, numberKey } from '../number/index.ts';
import type { LineNumber, StandardNumber } from '../number/index.ts';
import { isForeign } from '../terms/index.ts';
import type { DayStatus } from '../terms/index.ts';
import type { Checked, CheckedNumber, TitleCheck, Verdict } from './checked.ts';
import { explainHeard, statusOfHeard } from './heard.ts';
import { followSuccessors, statusOn, stemOf, unpadNumber } from './known.ts';
import type { HeardStandard, KnownIndex, KnownStandard } from './known.ts';
import { compareTitles, foldTitle, listTitles } from './titles.ts';

/** What is known of a number on a day, with the title that stands beside it. */
export function checkNumber(
  { number, raw, before, after }: LineNumber,
  countInRow: number,
  known: KnownIndex,
  day: string,
): Checked {
  const written = raw.replace(/[\s,，;；、]+$/, '').trim();
  const proper = formatNumber(number);
  const base = { written, number, proper };
  const matches = nearestNumbers(proper, known.numbers, 6).flatMap(({ key, level }) => {
    const standard = known.byKey.get(key);
    return standard ? [{ standard, level }] : [];
  });
  const titles = listTitles([after, ...(countInRow === 1 ? [before] : [])]);
  const [best] = matches;
  if (best?.level === 'exact')
    return { ...base, ...judge(best.standard, best.level, titles, known, day) };
  const heard = known.heard.get(numberKey(number));
  if (heard) return { ...base, ...judgeHeard(heard, known, day) };
  if (best?.level === 'undated') {
    const editions = matches.filter(({ level }) => level === 'undated');
    const judged = judgeUndated(number, editions, titles, known, day);
    if (judged.verdict === 'valid') return { ...base, ...judged };
    const padded = askPadded(number, known);
    return { ...base, ...(padded ?? judged) };
  }
  const padded = askPadded(number, known);
  if (padded) return { ...base, ...padded };
  const slip = best && best.level !== 'edit' ? findYearSlip(number, day) : undefined;
  if (slip)
    return { ...base, verdict: 'question', near: listEditions(proper, known), remarks: [slip] };
  if (!best) return { ...base, verdict: 'absent', ...titleOf(titles, undefined, known) };
  if (best.level === 'other-year') {
    const edition = chooseEdition(
      matches.filter(({ level }) => level === 'other-year'),
      day,
    );
    return {
      ...base,
      ...judge(edition, best.level, titles, known, day),
      verdict: 'other-edition',
    };
  }
  const title = titleOf(titles, undefined, known);
  // Of a number that could be read a guess by its spelling is only a neighbour, and one of another code is none.
  if (best.level === 'edit') {
    const near = matches.filter(
      ({ standard }) => isNeighbour(proper, standard) && standard !== title.title?.owner,
    );
    return {
      ...base,
      verdict: 'absent',
      ...(near.length > 0 && { level: best.level, near: near.slice(0, 3) }),
      ...title,
    };
  }
  return { ...base, verdict: 'question', level: best.level, near: matches.slice(0, 3), ...title };
}

type Judged = Omit<Checked, 'written'>;

function judge(
  standard: KnownStandard,
  level: NonNullable<CheckedNumber['level']>,
  titles: readonly string[],
  known: KnownIndex,
  day: string,
): Judged {
  const status = statusOn(standard, day);
  return {
    verdict: verdictOf(status),
    level,
    standard,
    status,
    successors: followSuccessors(standard, known, day),
    ...titleOf(titles, standard, known),
  };
}

function judgeHeard(heard: HeardStandard, known: KnownIndex, day: string): Judged {
  const status = statusOfHeard(heard, day);
  const replacedBy = heard.successors.map(({ key, facts: { implemented } }) => ({
    key,
    ...(implemented !== undefined && { implemented }),
    ...(heard.partly && { partial: true }),
  }));
  return {
    verdict: verdictOf(status),
    status,
    successors: followSuccessors({ key: heard.key, facts: { replacedBy } }, known, day),
    remarks: [explainHeard(heard, status)],
  };
}

/**
 * A number without a year, on a day: the edition in force then. Where the library has none so old, what its records tell of the
 * edition before; and where they do not tell, that it is not known.
 */
function judgeUndated(
  number: StandardNumber,
  editions: readonly { readonly standard: KnownStandard }[],
  titles: readonly string[],
  known: KnownIndex,
  day: string,
): Judged {
  const judged = judge(chooseEdition(editions, day), 'undated', titles, known, day);
  const { standard, status } = judged;
  if (!standard || (status?.status !== '尚未发布' && status?.status !== '即将实施')) return judged;
  const heard = known.heardByNumber.get(formatStem(number)) ?? [];
  const held = heard
    .map((each) => ({ each, at: statusOfHeard(each, day).status }))
    .filter(({ at }) => at !== '尚未发布');
  const before = held.find(({ at }) => at === '现行') ?? held.find(({ at }) => at === '未知');
  if (before) {
    const older = judgeHeard(before.each, known, day);
    return { ...older, level: 'undated', ...titleOf(titles, standard, known) };
  }
  // A text that is here says what it replaces: where that is nothing it is the first.
  if (standard.hosted) return judged;
  const unknown: Bilingual = {
    zh: `库中最早的一版 ${standard.number} 那一天还没有${status.status === '尚未发布' ? '发布' : '实施'}，更早的版本库中没有`,
    en: `${standard.number}, the oldest edition here, was not yet ${status.status === '尚未发布' ? 'issued' : 'in force'} on that day; earlier ones are not in this library`,
  };
  if (status.status === '即将实施') return { ...judged, remarks: [unknown] };
  // The day of its issue ends nothing.
  const { until: _issue, ...rest } = status;
  return {
    ...judged,
    verdict: 'unknown',
    status: { ...rest, status: '未知' },
    remarks: [unknown],
  };
}

/** The same number with more or fewer zeros before it: `HY/T 187.1-2024`, `HY/T 0187.1-2024`. */
function askPadded(number: StandardNumber, known: KnownIndex): Judged | undefined {
  const key = numberKey(number);
  const near = (known.byUnpadded.get(unpadNumber(stemOf({ key }))) ?? []).filter(
    (each) =>
      stemOf(each) !== stemOf({ key }) && (number.year === null || each.key.endsWith(number.year)),
  );
  if (near.length === 0) return undefined;
  return {
    verdict: 'question',
    near: near.slice(0, 3).map((standard) => ({ standard, level: 'edit' as const })),
    remarks: [
      { zh: '编号里的 0 与库中的不同', en: 'the zeros of the number are others than here' },
    ],
  };
}

const formatStem = (number: StandardNumber): string => stemOf({ key: numberKey(number) });

/** Standards of China are numbered by year since then. */
const firstYear = 1949;

/** Why the year of a number cannot be one, if it cannot; undefined for most. */
function findYearSlip({ year, family }: StandardNumber, day: string): Bilingual | undefined {
  if (year === null) return undefined;
  if (!isForeign(family) && Number(year) < firstYear)
    return { zh: `年号 ${year} 不像是对的`, en: `the year ${year} can hardly be right` };
  if (year <= day.slice(0, 4)) return undefined;
  return {
    zh: `年号 ${year} 在所查的 ${day} 之后`,
    en: `the year ${year} is after the day asked about, ${day}`,
  };
}

/** The known standards a text may mean, those first whose year is nearest to what is written as one. */
export function listEditions(text: string, known: KnownIndex, year = ''): CheckedNumber['near'] {
  const asked = year === '' ? (/[-—:](\d+)$/.exec(text)?.[1] ?? '') : year;
  const off = ({ key }: KnownStandard): number =>
    distance(asked, /[-:](\d{4})$/.exec(key)?.[1] ?? '');
  return nearestNumbers(text, known.numbers, 6)
    .flatMap(({ key, level }) => {
      const standard = known.byKey.get(key);
      return standard ? [{ standard, level }] : [];
    })
    .sort((a, b) => (asked === '' ? 0 : off(a.standard) - off(b.standard)))
    .slice(0, 3);
}

/** Whether two numbers have one code: of `GB/T 191` no number of a society or a trade is a neighbour. */
function isNeighbour(proper: string, { number }: KnownStandard): boolean {
  const codeOf = (text: string): string => text.replace(/\s.*$/, '').replace(/\/T$/, '');
  return codeOf(proper) === codeOf(number);
}

/** Statuses of editions, that first which answers for a number without a year. */
const preferred: readonly DayStatus[] = ['现行', '未知', '即将实施', '被代替', '废止'];

/** The edition in force on the day; else what it may be, the newest of those that were; of those to be issued the first. */
function chooseEdition(
  matches: readonly { readonly standard: KnownStandard }[],
  day: string,
): KnownStandard {
  const standards = matches.map(({ standard }) => standard);
  const statuses = new Map(standards.map((each) => [each, statusOn(each, day).status]));
  const chosen =
    preferred
      .map((status) => standards.find((each) => statuses.get(each) === status))
      .find((each) => each !== undefined) ?? standards.at(-1);
  if (!chosen) throw new Error('there is no edition to choose from');
  return chosen;
}

function verdictOf({ status }: DayStanding): Verdict {
  switch (status) {
    case '现行':
      return 'valid';
    case '即将实施':
      return 'coming';
    case '尚未发布':
      return 'not-issued';
    case '被代替':
      return 'replaced';
    case '废止':
      return 'withdrawn';
    default:
      return 'unknown';
  }
}

/** Titles that share so many of their pairs are one title, shortened or misspelt. */
const sameTitle = 0.5;

function titleOf(
  titles: readonly string[],
  standard: KnownStandard | undefined,
  known: KnownIndex,
): { readonly title?: TitleCheck } {
  const [written] = titles;
  if (written === undefined) return {};
  const names = standard ? [standard.title, standard.titleEn ?? ''] : [];
  const isOwn = (title: string): boolean => names.some((name) => holds(name, title));
  const own = titles.find(isOwn);
  if (own !== undefined) return { title: { written: own, result: 'same' } };
  for (const title of titles) {
    const owner = known.byTitle.get(foldTitle(title))?.[0];
    // Editions of one number may have had other titles.
    if (owner && standard && stemOf(owner) === stemOf(standard))
      return { title: { written: title, result: 'same' } };
    if (owner) return { title: { written: title, result: 'other', owner } };
  }
  if (!standard) return {};
  const near = titles.find((title) =>
    names.some((name) => compareTitles(name, title) >= sameTitle),
  );
  return { title: { written: near ?? written, result: near === undefined ? 'different' : 'same' } };
}

/** Whether one title stands in the other whole: 「质量管理体系」 in 「质量管理体系 要求」. */
function holds(name: string, title: string): boolean {
  const [a, b] = [foldTitle(name), foldTitle(title)];
  return a.length >= 4 && b.length >= 4 && (a.includes(b) || b.includes(a));
}
