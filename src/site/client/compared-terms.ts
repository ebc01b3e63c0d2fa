import type { Language } from '#core/model/standard.ts';
import { fetchJson } from './fetch-file.ts';
import { COMPARED_TERM_LINK } from '#site/i18n/browser/compared-terms.ts';

let known: Promise<Readonly<Record<string, string>>> | undefined;

/** Folders of the pages on which terms stand side by side, by term in small letters; empty where they cannot be had. */
async function load(file: string): Promise<Readonly<Record<string, string>>> {
  return (await fetchJson(file)) ?? {};
}

/**
 * A link to the page of a term; undefined where the term has none. `base` is the folder of the site, with a slash at both
 * ends.
 */
export async function linkToTerm(
  term: string,
  base: string,
  language: Language,
): Promise<HTMLAnchorElement | undefined> {
  const id = (await (known ??= load(`${base}data/terms.json`)))[term.toLowerCase()];
  if (id === undefined) return undefined;
  const link = document.createElement('a');
  const folder = language === 'en' ? `${base}en/` : base;
  link.href = `${folder}terms/compare/${encodeURIComponent(id)}/`;
  link.textContent = COMPARED_TERM_LINK[language];
  return link;
}
