import type { ClauseHit, SearchHit } from '#search/contract.ts';
import { localDay } from '#search/shared/day.ts';
import { openCitation } from '../cite-dialog.ts';
import { toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { loadFacts } from './listed-facts.ts';
import { toCited } from './export-table.ts';

/** Opens the citation of a clause that answers, with its address and the day; the whole standard can be chosen. */
export async function citeClause(hit: SearchHit, clause: ClauseHit, place: Place): Promise<void> {
  const { language } = place;
  const linkTo = (path: string) => new URL(toHref(place, path), window.location.origin).href;
  const cited = toCited(hit, linkTo, language, localDay(), await loadFacts(place));
  const { label, title, path } = clause;
  const name = label || title;
  openCitation(
    [{ cited }, { name, cited: { ...cited, url: linkTo(path), clause: name } }],
    1,
    language,
  );
}
