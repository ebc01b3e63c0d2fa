import type { APIRoute } from 'astro';
import { withBase } from '../lib/urls.ts';

export const GET: APIRoute = ({ site }) => {
  const lines = [
    'User-agent: *',
    `Disallow: ${withBase('/search/')}`,
    `Disallow: ${withBase('/en/search/')}`,
  ];
  if (site) lines.push('', `Sitemap: ${new URL(withBase('/sitemap.xml'), site).href}`);
  return new Response(`${lines.join('\n')}\n`);
};
