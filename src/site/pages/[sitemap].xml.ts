import type { APIRoute } from 'astro';
import { getLibrary } from '../build-context.ts';
import { listPages } from '../routes.ts';
import {
  collectAddresses,
  splitSitemap,
  writeSitemap,
  writeSitemapIndex,
} from '../data/sitemap.ts';

/** Without an address of the site there can be no sitemap: the files are left out. */
export async function getStaticPaths() {
  const site = import.meta.env.SITE;
  if (!site) return [];
  const parts = splitSitemap(collectAddresses(listPages(await getLibrary())));
  const [only] = parts;
  if (parts.length === 1 && only) {
    return [{ params: { sitemap: 'sitemap' }, props: { xml: writeSitemap(only, site) } }];
  }
  const names = parts.map((_, at) => `sitemap-${at + 1}`);
  return [
    { params: { sitemap: 'sitemap' }, props: { xml: writeSitemapIndex(names, site) } },
    ...parts.map((part, at) => ({
      params: { sitemap: names[at] },
      props: { xml: writeSitemap(part, site) },
    })),
  ];
}

export const GET: APIRoute = ({ props }) =>
  new Response(String(props['xml']), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
