import type { Language } from '#core/model/standard.ts';

/** A path below the root of the site, in one of its languages. */
export function localPath(path: string, language: Language): string {
  return language === 'en' ? `/en${path}` : path;
}

/** The page of a standard, or a place in it. Throws `URIError` for an anchor with half of a surrogate pair. */
export function standardPath(slug: string, language: Language, anchor?: string): string {
  const place = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  return localPath(`/standards/${slug}/${place}`, language);
}

/** Whether a text is the name of a folder of the site: it cannot lead out of it. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-][a-z0-9.-]*$/.test(text);
}

/** Whether a text is a path of folders of the site: `/systems/cold-chain/`. No other site, no scheme. */
export function isSitePath(text: string): boolean {
  return /^(?:\/[a-z0-9-][a-z0-9.-]*)+\/$/.test(text);
}
