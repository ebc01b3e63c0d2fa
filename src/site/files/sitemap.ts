import { xml } from '#core/base/html.ts';
import type { Language } from '#core/model/standard.ts';
import type { PageSpec } from '../page-spec.ts';
import { linkTo, withBase } from '../lib/urls.ts';

/** The limit of the protocol for one file. */
const LIMIT = 50_000;

/** Chinese addresses, without base, of the pages that search engines should know. */
export function collectAddresses(pages: Iterable<PageSpec>): readonly string[] {
  const addresses: string[] = [];
  for (const { path, props } of pages) {
    if (props.language === 'zh' && path.endsWith('/') && (props.page ?? 1) === 1) {
      addresses.push(path);
    }
  }
  return addresses;
}

/** How many files a sitemap of so many addresses has. */
export function countSitemapFiles(addresses: number, limit = LIMIT): number {
  return Math.max(1, Math.ceil(addresses / Math.max(1, Math.floor(limit / 2))));
}

/** Each address stands for two pages, one in each language. */
export function splitSitemap(
  addresses: readonly string[],
  limit = LIMIT,
): readonly (readonly string[])[] {
  const size = Math.max(1, Math.floor(limit / 2));
  const count = countSitemapFiles(addresses.length, limit);
  return Array.from({ length: count }, (_, at) => addresses.slice(at * size, (at + 1) * size));
}

/**
 * A sitemap of whole addresses, each page in the languages of the site, which name each other (hreflang). `site` is the address of
 * the host.
 */
export function writeSitemap(
  addresses: readonly string[],
  site: string,
  languages: readonly Language[] = ['zh', 'en'],
): string {
  const absolute = (path: string) => new URL(path, site).href;
  const entries = addresses.map((address) => {
    const zh = absolute(linkTo('zh', address));
    if (!languages.includes('en')) return xml`<url><loc>${zh}</loc></url>\n`;
    const en = absolute(linkTo('en', address));
    const links = [
      xml`<xhtml:link rel="alternate" hreflang="zh-CN" href="${zh}"/>`,
      xml`<xhtml:link rel="alternate" hreflang="en" href="${en}"/>`,
      xml`<xhtml:link rel="alternate" hreflang="x-default" href="${zh}"/>`,
    ];
    return xml`<url><loc>${zh}</loc>${links}</url>\n<url><loc>${en}</loc>${links}</url>
`;
  });
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries}</urlset>
`.markup;
}

/** The index of several sitemaps, by the names of their files without `.xml`. */
export function writeSitemapIndex(names: readonly string[], site: string): string {
  const entries = names.map((name) => {
    const address = new URL(withBase(`/${name}.xml`), site).href;
    return xml`<sitemap><loc>${address}</loc></sitemap>
`;
  });
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</sitemapindex>
`.markup;
}
