import { effectiveStatus } from '../../../core/catalog/status.ts';
import type { CitedStandard } from '../../../core/catalog/citation-formats.ts';
import { writeCsv as writeRows } from '../../../core/render/csv.ts';
import type { SearchHit } from '../../../../search/contract.ts';
import { printKey } from './view.ts';
import type { FileTable } from '../table-file.ts';
import type { SearchWords } from './words.ts';

/** Status on `day`; links are made absolute by `linkTo`. */
export function makeTable(
  hits: readonly SearchHit[],
  day: string,
  linkTo: (path: string) => string,
  words: SearchWords,
): FileTable {
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
      hit.sample ? words.yes : '',
      facts.issued ?? '',
      facts.implemented ?? '',
      names.join('; '),
      linkTo(hit.path),
    ];
  });
  return { head: words.columns, rows };
}

/** See core/render/csv.ts for what is done against formulas. */
export function writeCsv({ head, rows }: FileTable): string {
  return writeRows([head, ...rows]);
}

/** Hits as references: those with a text here carry its address; samples say so in `language`. */
export function toCited(
  { number, title, titleEn, facts, hosted, path, sample }: SearchHit,
  linkTo: (path: string) => string,
  language: 'zh' | 'en',
): CitedStandard {
  return {
    number,
    title,
    ...(titleEn && { titleEn }),
    ...(facts.issued && { issued: facts.issued }),
    ...(hosted && { url: linkTo(path) }),
    ...(sample && { sample: language }),
  };
}
