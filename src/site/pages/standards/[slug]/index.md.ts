import type { APIRoute } from 'astro';
import { getLibrary, stalePages } from '../../../build-context.ts';
import { exportFile } from '../../../data/exports.ts';

export function getStaticPaths() {
  return stalePages('standard-markdown');
}

export const GET: APIRoute = async ({ params }) =>
  new Response(exportFile(await getLibrary(), params['slug'] ?? '', 'markdown'), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
