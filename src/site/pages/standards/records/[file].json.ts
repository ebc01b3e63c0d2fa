import type { APIRoute } from 'astro';
import { stalePages } from '#site/build-context.ts';
import type { Drawn } from '#site/build-context.ts';

/** Where each record has a page of its own there is none. */
export function getStaticPaths() {
  return stalePages('record-index-file');
}

export const GET: APIRoute<Drawn<'record-index-file'>> = ({ props: { view } }) =>
  Response.json(view);
