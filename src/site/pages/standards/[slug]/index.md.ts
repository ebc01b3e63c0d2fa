import type { APIRoute } from 'astro';
import { findFolder, stalePages } from '#site/build-context.ts';
import type { Drawn } from '#site/build-context.ts';
import { exportMarkdown } from '#site/files/exports.ts';

export function getStaticPaths() {
  return stalePages('standard-markdown');
}

export const GET: APIRoute<Drawn<'standard-markdown'>> = async ({ props: { view } }) =>
  new Response(exportMarkdown((await findFolder(view.slug)) ?? '', view.status), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
