import { citeGbt7714 } from '#core/catalog/citation-formats.ts';
import type { ClauseHit, SearchHit } from '#search/contract.ts';
import { localDay } from '#search/shared/day.ts';
import { shareText } from '../share.ts';
import { toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { toCited } from './export-table.ts';

/** Copies a clause as a reference of GB/T 7714, with its address and the day; `done` is said when it was. */
export function copyClauseCitation(
  hit: SearchHit,
  clause: ClauseHit,
  place: Place,
  done: string,
): Promise<void> {
  const linkTo = (path: string) => new URL(toHref(place, path), window.location.origin).href;
  const cited = toCited(hit, linkTo, place.language, localDay());
  const { label, title, path } = clause;
  const name = label || title;
  const reference = { ...cited, url: linkTo(path), ...(name && { clause: name }) };
  return shareText(citeGbt7714(reference), done);
}
