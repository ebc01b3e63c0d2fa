import { effectiveStatus } from '../../../core/catalog/status.ts';
import type { CitedStandard } from '../../../core/catalog/citation-formats.ts';
import type { SearchHit } from '../../../../search/contract.ts';
import { printKey } from './view.ts';
import type { SearchWords } from './words.ts';

/** A list of results as a table: a head and rows of as many cells, all text. */
export interface ExportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Status on `day`; links are made absolute by `linkTo`. */
export function makeTable(
  hits: readonly SearchHit[],
  day: string,
  linkTo: (path: string) => string,
  words: SearchWords,
): ExportTable {
  const rows = hits.map((hit) => {
    const { facts, successors } = hit;
    const { status, replacedBy } = effectiveStatus(facts, day);
    const names = replacedBy.map(
      (key) => successors.find((each) => each.key === key)?.number ?? printKey(key),
    );
    return [
      hit.number,
      hit.title,
      hit.titleEn,
      words.status[status],
      facts.issued ?? '',
      facts.implemented ?? '',
      names.join('; '),
      linkTo(hit.path),
    ];
  });
  return { head: words.columns, rows };
}

/**
 * CSV after RFC 4180, with a byte order mark for spreadsheet programs. A cell that such a program would take for a formula
 * (beginning with = + - @, a tab or a carriage return) gets an apostrophe before it, as in the site's `catalogue.csv`.
 */
export function writeCsv({ head, rows }: ExportTable): string {
  const lines = [head, ...rows].map((row) => row.map(quote).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function quote(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hits as references: those with a text here carry its address. */
export function toCited(
  { number, title, titleEn, facts, hosted, path }: SearchHit,
  linkTo: (path: string) => string,
): CitedStandard {
  return {
    number,
    title,
    ...(titleEn && { titleEn }),
    ...(facts.issued && { issued: facts.issued }),
    ...(hosted && { url: linkTo(path) }),
  };
}
