import { getParts, hasServers } from './engine.ts';
import type { Place } from './engine.ts';
import { formatCount } from '#core/base/format-count.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

/** A sentence on what is in the library and was searched; empty when that cannot be read. */
export async function describeSearched(place: Place): Promise<string> {
  const words = WORDS[place.language];
  try {
    const { hosted, records, texts } = await getParts(place).directory();
    const say = texts === 'full' ? words.searchedFull : words.searchedLight;
    return say(formatCount(hosted), formatCount(records - hosted));
  } catch {
    return '';
  }
}

/** What is lacking in a degraded answer: the server, on a site that has one; else the clauses. */
export function describeLack({ language }: Place): string {
  const { serverGone, degraded } = WORDS[language];
  return hasServers() ? serverGone : degraded;
}
