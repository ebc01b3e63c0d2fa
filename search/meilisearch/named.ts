import type { SearchAnswer } from '../contract.ts';
import { windowOf } from '../shared/window.ts';
import { listQuestionTerms } from './clauses.ts';
import { toSystem, toTerm, systemAttributes, termAttributes } from './hits.ts';
import { readFilters } from './facets.ts';
import { fetchPage } from './pages.ts';
import { compose, countHidden, learnKeys, placeOf } from './session.ts';
import type { Session } from './session.ts';
import { listSystemTiers, listTermTiers, matchesAny } from './tiers.ts';

/** Terms by name, sound and definition. Filters are those of their standards. */
export async function answerTerms(session: Session): Promise<SearchAnswer> {
  const { request, question } = session;
  const narrowing = readFilters(request.filters);
  const place = placeOf(session, 'terms', {
    filters: narrowing.conditions(),
    attributes: termAttributes,
    order: ['rank:asc', 'numberOrder:asc', 'position:asc'],
  });
  const { indexUid } = place;
  const keys = await learnKeys(session, indexUid, { numbers: false });
  const tiers = listTermTiers(question, keys, request);
  const { found, total } = await fetchPage(place, tiers, windowOf(request), []);
  const searchTerms = listQuestionTerms(question);
  const filter = matchesAny(tiers);
  return compose(session, {
    terms: found.map(({ document }) => toTerm(document, searchTerms, request.language)),
    total,
    ...(total === 0 && (await countHidden(session, narrowing, { indexUid, filter }))),
  });
}

/** Systems by name and sound. */
export async function answerSystems(session: Session): Promise<SearchAnswer> {
  const { request, question } = session;
  const place = placeOf(session, 'systems', {
    filters: [],
    attributes: systemAttributes,
    order: ['rank:asc'],
  });
  const keys = await learnKeys(session, place.indexUid, { numbers: false });
  const tiers = listSystemTiers(question, keys, request);
  const { found, total } = await fetchPage(place, tiers, windowOf(request), []);
  const systems = found.map(({ document }) => toSystem(document, request.language));
  return compose(session, { systems, total });
}
