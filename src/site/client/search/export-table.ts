import { standingOn } from '#core/catalog/day-status.ts';
import type { CitedStandard } from '#core/catalog/citation-formats.ts';
import { writeCsv as writeRows } from '#core/render/csv.ts';
import type { SearchHit } from '#search/contract.ts';
import { nameValue } from './labels.ts';
import type { ListedFacts } from './listed-facts.ts';
import { printKey } from './view.ts';
import type { FileTable } from '../table-file.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

export interface TableContext {
  /** The reader's day: statuses are those of that day. */
  readonly day: string;
  /** Makes a path of the site an absolute address. */
  readonly linkTo: (path: string) => string;
  readonly words: SearchWords;
  /** By path; empty where they could not be had. */
  readonly facts: ReadonlyMap<string, ListedFacts>;
}

/** A table of standards to take away, one a row: what the hits say, then the columns of the lists. */
export function makeTable(hits: readonly SearchHit[], context: TableContext): FileTable {
  const { words } = context;
  const rows = hits.map((hit) => [...describeHit(hit, context), ...describeListed(hit, context)]);
  return { head: [...words.columns, ...words.listedColumns], rows };
}

/** Clauses that answer, one a row, with the standard each stands in; a standard without one has a row of its own. */
export function makeClauseTable(hits: readonly SearchHit[], context: TableContext): FileTable {
  const { words, linkTo } = context;
  const rows = hits.flatMap((hit) => {
    const standard = [...describeHit(hit, context), ...describeListed(hit, context)];
    const clauses = hit.clauses.map(({ label, title, snippet, path }) => [
      label,
      title,
      snippet.map(({ text }) => text).join(''),
      linkTo(path),
    ]);
    return (clauses.length > 0 ? clauses : [['', '', '', '']]).map((clause) => [
      ...clause,
      ...standard,
    ]);
  });
  return { head: [...words.clauseColumns, ...words.columns, ...words.listedColumns], rows };
}

function describeHit(hit: SearchHit, { day, linkTo, words }: TableContext): readonly string[] {
  const { facts } = hit;
  const { status, successors } = describeStatus(hit, day);
  return [
    hit.number,
    hit.title,
    hit.titleEn,
    words.status[status],
    hit.sample ? words.yes : '',
    facts.issued ?? '',
    facts.implemented ?? '',
    successors.join('; '),
    linkTo(hit.path),
  ];
}

/** The status on a day, and the numbers of what replaces it. */
function describeStatus({ facts, successors }: SearchHit, day: string) {
  const { status, replacedBy } = standingOn(facts, day);
  return {
    status,
    successors: replacedBy.map(
      (key) => successors.find((each) => each.key === key)?.number ?? printKey(key),
    ),
  };
}

function describeListed(
  { path }: SearchHit,
  { day, words, facts }: TableContext,
): readonly string[] {
  const known = facts.get(path);
  const nature = known?.nature ?? '';
  return [
    nature === '' ? '' : nameValue('nature', nature, {}, words),
    known?.issuers ?? '',
    known?.systems ?? '',
    known?.places ?? '',
    known?.as_of ?? '',
    day,
  ];
}

/** The table as CSV; see `core/render/csv.ts` for what is done against formulas. */
export function writeCsv({ head, rows }: FileTable): string {
  return writeRows([head, ...rows]);
}

const ENDED = {
  zh: {
    superseded: (by: readonly string[]) =>
      by.length > 0 ? `已被 ${by.join('、')} 代替` : '已被代替',
    withdrawn: (day: string) => `废止${day && ` ${day}`}`,
  },
  en: {
    superseded: (by: readonly string[]) =>
      by.length > 0 ? `superseded by ${by.join(', ')}` : 'superseded',
    withdrawn: (day: string) => `withdrawn${day && ` ${day}`}`,
  },
};

/**
 * A hit as a reference, with the bodies that the catalogue lists, seen on a day: one with a text here carries its address, and what is a sample or holds no longer
 * says so in `language`.
 */
export function toCited(
  hit: SearchHit,
  linkTo: (path: string) => string,
  language: 'zh' | 'en',
  day: string,
  listed: ReadonlyMap<string, ListedFacts>,
): CitedStandard {
  const { number, title, titleEn, facts, hosted, path, sample } = hit;
  const { status, successors } = describeStatus(hit, day);
  const words = ENDED[language];
  const known = listed.get(path);
  const bodies = (names = '') => names.split(';').filter(Boolean);
  const standing =
    status === '被代替'
      ? words.superseded(successors)
      : status === '废止'
        ? words.withdrawn(facts.withdrawn ?? '')
        : undefined;
  return {
    number,
    title,
    ...(titleEn && { titleEn }),
    ...(facts.issued && { issued: facts.issued }),
    issuers: bodies(known?.issuers),
    administrators: bodies(known?.administered_by),
    ...(hosted && { url: linkTo(path), accessed: day }),
    ...(standing && { standing }),
    ...(sample && { sample: language }),
  };
}
