import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { getLibrary, stalePages } from '../../../build-context.ts';
import { markSample } from '../../../data/exports.ts';

export function getStaticPaths() {
  return stalePages('standard-markdown');
}

export const GET: APIRoute = async ({ params }) => {
  const library = await getLibrary();
  const slug = params['slug'] ?? '';
  const source = await readFile(join(library.folder(slug), 'index.md'), 'utf8');
  const sample = library.catalog.bySlug(slug)?.row?.meta.sample ?? false;
  return new Response(sample ? markSample(source) : source, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
