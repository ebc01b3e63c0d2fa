import type { APIRoute } from 'astro';
import { stalePages } from '../build-context.ts';
import type { Drawn } from '../build-context.ts';
import { splitSitemap, writeSitemap, writeSitemapIndex } from '../files/sitemap.ts';

/** Without an address of the site there can be no sitemap: the files are left out. */
export async function getStaticPaths() {
  return import.meta.env.SITE ? stalePages('sitemap') : [];
}

/** `sitemap.xml`, or the index of `sitemap-1.xml` and those that follow. */
export const GET: APIRoute<Drawn<'sitemap'>> = ({ params, props: { view } }) => {
  const site = import.meta.env.SITE ?? '';
  const parts = splitSitemap(view.addresses);
  const at = /-(\d+)$/.exec(params['sitemap'] ?? '')?.[1];
  const names = parts.map((_, index) => `sitemap-${index + 1}`);
  const part = parts[at === undefined ? 0 : Number(at) - 1] ?? [];
  const isIndex = at === undefined && parts.length > 1;
  return new Response(
    isIndex ? writeSitemapIndex(names, site) : writeSitemap(part, site, view.languages),
    {
      headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    },
  );
};
