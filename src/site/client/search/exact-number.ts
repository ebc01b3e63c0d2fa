import { ask } from '#search/ask.ts';
import type { SearchAnswer, SearchHit } from '#search/contract.ts';
import { foldText } from '#search/record/spelling.ts';
import { getEngine, toHref } from './engine.ts';
import type { Place } from './engine.ts';

/** How long Enter waits to learn whether what was typed is the number of a standard. */
const ENTER_MS = 2_000;
const LOOKED_AT = 6;

/** Whether a question may be a number: one has a digit. */
export const mayBeNumber = (text: string): boolean => /\d/.test(text.normalize('NFKC'));

/** The address of the standard whose whole number, year and all, was typed; undefined for other questions, and when it takes too long. */
export async function findExactHref(text: string, place: Place): Promise<string | undefined> {
  const limit = new AbortController();
  const late = window.setTimeout(() => limit.abort(), ENTER_MS);
  const expired = new Promise<undefined>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(undefined));
  });
  const request = { text, language: place.language, size: LOOKED_AT, titlesOnly: true };
  const asked = ask(getEngine(place), request, limit.signal).catch(() => undefined);
  const answer = await Promise.race([asked, expired]);
  window.clearTimeout(late);
  const exact = answer && findExact(text, answer);
  return exact && toHref(place, exact.path);
}

function findExact(query: string, { hits }: SearchAnswer): SearchHit | undefined {
  const asked = glue(query);
  return hits.find((hit) => hit.match === 'number' && glue(hit.number) === asked);
}

function glue(text: string): string {
  return foldText(text).replace(/\.(?!\d)|[^\p{L}\p{N}.]/gu, '');
}
