import type { Language } from '#core/model/standard.ts';
import { recordsPagePath } from '../record-paths.ts';

/** The folder the site is published under, with a slash at both ends. */
const BASE = `/${(import.meta.env?.BASE_URL ?? '/').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** Path of a page in a language, from the root of the site: `/en/terms/`. */
export function pagePath(language: Language, path: string): string {
  return language === 'zh' ? path : `/en${path}`;
}

/** A path of the site as it stands in a link: under the base, encoded. */
export function withBase(path: string): string {
  return BASE + encodeURI(path.slice(1));
}

/** Makes paths of the site whole addresses for files that are taken away; links within it where its address is not known. */
export function startAddresses(
  site: string | URL | undefined,
  base = BASE,
): (path: string) => string {
  const folder = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  return (path) => {
    const link = folder + encodeURI(path.slice(1));
    return site ? new URL(link, site).href : link;
  };
}

/** Link to a page in a language. */
export function linkTo(language: Language, path: string): string {
  return withBase(pagePath(language, path));
}

/** The path of the page of a standard, without base and language: `/standards/db9999-t-12-2023/`. */
export function standardPath(slug: string): string {
  return `/standards/${slug}/`;
}

/** Where a standard is read: its own page, or its place among the records that have none. */
export function entryPath({
  slug,
  among,
}: {
  readonly slug: string;
  readonly among?: string | undefined;
}): string {
  return among === undefined ? standardPath(slug) : `${recordsPagePath(among)}#${slug}`;
}

/** The path of the PDF of a standard, without base and language. */
export function printPath(slug: string): string {
  return `${standardPath(slug)}${slug}.pdf`;
}

/** The path of the Word file of a standard, without base and language. */
export function wordPath(slug: string): string {
  return `${standardPath(slug)}${slug}.docx`;
}
