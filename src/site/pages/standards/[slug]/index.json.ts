import type { APIRoute } from 'astro';
import { getLibrary, stalePages } from '../../../build-context.ts';
import { exportFile } from '../../../data/exports.ts';

export function getStaticPaths() {
  return stalePages('standard-json');
}

export const GET: APIRoute = async ({ params }) =>
  new Response(exportFile(await getLibrary(), params['slug'] ?? '', 'json'), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
