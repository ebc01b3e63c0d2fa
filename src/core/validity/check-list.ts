import { formatNumber, nearestNumbers, numberKey, readNumberLine } from '../number/index.ts';
import type { LineNumber, MatchLevel, Reason, StandardNumber } from '../number/index.ts';
import type { DayStanding } from '../catalog/day-status.ts';
import { followSuccessors, statusOn, stemOf } from './known.ts';
import type { KnownIndex, KnownStandard, SuccessorStep } from './known.ts';
import { splitLongRow } from './long-rows.ts';
import { joinCodes, readStrayYear } from './stray-year.ts';
import { compareTitles, foldTitle, listTitles } from './titles.ts';

/** One row of a list: a line of text, or the cells of a row parted by tabs. */
export interface ListRow {
  /** Where it stands: `3`, `清单!3`. */
  readonly place: string;
  readonly text: string;
}

/**
 * What is said of a number: its status on the day, or why there is none. `other-edition`: only other years are known;
 * `question`: only something near is known, to be confirmed; `absent`: not in this library, which says nothing of its
 * validity; `unreadable`: no number was found in a row that has text.
 */
export type Verdict =
  | 'valid'
  | 'coming'
  | 'not-issued'
  | 'replaced'
  | 'withdrawn'
  | 'unknown'
  | 'other-edition'
  | 'question'
  | 'absent'
  | 'unreadable';

export interface TitleCheck {
  /** As written beside the number. */
  readonly written: string;
  /** `same`, or like enough; `other`: the title of another known standard; `different`: of none that is known. */
  readonly result: 'same' | 'other' | 'different';
  /** Whose title it is. */
  readonly owner?: KnownStandard;
}

export interface CheckedNumber {
  readonly place: string;
  /** The number as written; the whole row where none was found. */
  readonly written: string;
  readonly verdict: Verdict;
  readonly number?: StandardNumber;
  /** As it should be printed. */
  readonly proper?: string;
  readonly level?: MatchLevel;
  /** The known standard it is, or for `other-edition` the edition to be used on the day. */
  readonly standard?: KnownStandard;
  readonly status?: DayStanding;
  /** Replacements of `standard` up to the newest. */
  readonly successors: readonly SuccessorStep[];
  /** What may be meant, for `question`; what is near, for `absent`. */
  readonly near: readonly { readonly standard: KnownStandard; readonly level: MatchLevel }[];
  readonly title?: TitleCheck;
  /** The place where the same number stands first. */
  readonly duplicateOf?: string;
  /** Why nothing could be read. */
  readonly reason?: Reason;
}

/** More rows than this are no list of standards. */
export const mostRows = 50_000;

/** Numbers of rows, in order, with what is known of each on a day (`YYYY-MM-DD`). Rows without any text are passed over. */
export function* checkRows(
  rows: Iterable<ListRow>,
  known: KnownIndex,
  day: string,
): Generator<CheckedNumber> {
  const first = new Map<string, string>();
  for (const row of rows) {
    if (row.text.trim() === '') continue;
    for (const checked of checkLongRow(row, known, day)) {
      const key = checked.number && numberKey(checked.number);
      const before = key === undefined ? undefined : first.get(key);
      if (key !== undefined && before === undefined) first.set(key, row.place);
      yield before === undefined ? checked : { ...checked, duplicateOf: before };
    }
  }
}

/** Whatever the length of a row: text that goes on without a number is no entry of its own. */
function checkLongRow(row: ListRow, known: KnownIndex, day: string): readonly CheckedNumber[] {
  const { place, text } = row;
  const { pieces, left } = splitLongRow(text);
  const [first = [], ...others] = pieces.map((piece) =>
    checkRow({ place, text: piece }, known, day),
  );
  const checked = [...first, ...others.flat().filter(({ number }) => number)];
  if (!left) return checked;
  const written = `${text.slice(0, 40)}…`;
  return [
    ...checked,
    { place, written, verdict: 'unreadable', reason: left, successors: [], near: [] },
  ];
}

/** A row without a number and with a title that is known, or the head of a table, is told from one that cannot be read. */
const head = /标准(?:编号|号|名称)|序号|编号|名称|number|title/i;

function checkRow(
  { place, text: row }: ListRow,
  known: KnownIndex,
  day: string,
): readonly CheckedNumber[] {
  const joined = joinCodes(row);
  const text = joined !== row && readNumberLine(row).numbers.length === 0 ? joined : row;
  const line = readNumberLine(text);
  const none = { place, successors: [], near: [] };
  if (line.numbers.length > 0) {
    const checked = line.numbers.map((each) => ({
      ...none,
      ...checkDated(each, text, line.numbers.length, known, day),
    }));
    // A title may name another standard: 「按照 ISO/IEC 8482 采用……」.
    return checked.filter(
      ({ written }) => !checked.some(({ standard }) => standard && namesIn(standard, written)),
    );
  }
  const written = text.replace(/\s+/g, ' ').trim();
  if (line.meant) {
    const near = listNear(written, known);
    return [
      {
        ...none,
        written,
        number: line.meant,
        proper: formatNumber(line.meant),
        verdict: 'question',
        near,
      },
    ];
  }
  const byTitle = [
    ...new Set(listTitles([text]).flatMap((title) => known.byTitle.get(foldTitle(title)) ?? [])),
  ];
  if (byTitle.length > 0) {
    const near = byTitle.slice(0, 3).map((standard) => ({ standard, level: 'edit' as const }));
    return [{ ...none, written, verdict: 'question', near }];
  }
  if (head.test(text) && /[\t,，]/.test(text) && !/\d/.test(text)) return [];
  return [{ ...none, written, verdict: 'unreadable', ...(line.reason && { reason: line.reason }) }];
}

type Checked = Omit<CheckedNumber, 'place' | 'successors' | 'near'> & Partial<CheckedNumber>;

/** A number with the year that stands beside it; one whose year cannot be read is to be confirmed. */
function checkDated(
  found: LineNumber,
  row: string,
  countInRow: number,
  known: KnownIndex,
  day: string,
): Checked {
  const stray = readStrayYear(found, row);
  // A year in a cell of its own may be one of something else.
  if (stray?.kind === 'year' && (!stray.ownCell || known.byKey.has(numberKey(stray.number.number))))
    return checkNumber(stray.number, countInRow, known, day);
  const checked = checkNumber(found, countInRow, known, day);
  if (!stray || stray.kind === 'year' || checked.level !== 'undated') return checked;
  if (stray.kind === 'day') {
    const meant = known.byKey.get(numberKey(stray.number.number));
    if (!meant || meant === checked.standard) return checked;
  }
  const proper = formatNumber(found.number);
  const near = listNear(proper, known);
  const { title } = checked;
  const { number } = found;
  return {
    written: stray.kind === 'day' ? stray.number.raw : stray.written,
    number,
    proper,
    verdict: 'question',
    near,
    ...(title && { title }),
  };
}

function checkNumber(
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
  if (!best) return { ...base, verdict: 'absent', ...titleOf(titles, undefined, known) };
  if (best.level === 'exact' || best.level === 'undated') {
    const chosen = best.level === 'exact' ? best.standard : chooseEdition(matches, day);
    const status = statusOn(chosen, day);
    return {
      ...base,
      verdict: verdictOf(status),
      level: best.level,
      standard: chosen,
      status,
      successors: followSuccessors(chosen, known),
      ...titleOf(titles, chosen, known),
    };
  }
  if (best.level === 'other-year') {
    const edition = chooseEdition(
      matches.filter(({ level }) => level === 'other-year'),
      day,
    );
    return {
      ...base,
      verdict: 'other-edition',
      level: best.level,
      standard: edition,
      status: statusOn(edition, day),
      successors: followSuccessors(edition, known),
      ...titleOf(titles, edition, known),
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

/** Whether two numbers have one code: of `GB/T 191` no number of a society or a trade is a neighbour. */
function isNeighbour(proper: string, { number }: KnownStandard): boolean {
  const codeOf = (text: string): string => text.replace(/\s.*$/, '').replace(/\/T$/, '');
  return codeOf(proper) === codeOf(number);
}

/** Whether a number stands in the title of a standard. */
function namesIn({ title, titleEn = '' }: KnownStandard, number: string): boolean {
  return [title, titleEn].some((each) => foldTitle(each).includes(foldTitle(number)));
}

function listNear(text: string, known: KnownIndex): CheckedNumber['near'] {
  return nearestNumbers(text, known.numbers, 3).flatMap(({ key, level }) => {
    const standard = known.byKey.get(key);
    return standard ? [{ standard, level }] : [];
  });
}

/** The edition in force on the day; else the newest. */
function chooseEdition(
  matches: readonly { readonly standard: KnownStandard }[],
  day: string,
): KnownStandard {
  const standards = matches.map(({ standard }) => standard);
  const inForce = standards.find((each) => statusOn(each, day).status === '现行');
  const chosen = inForce ?? standards[0];
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
