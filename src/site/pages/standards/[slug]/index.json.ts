import type { APIRoute } from 'astro';
import { readBody, stalePages } from '#site/build-context.ts';
import type { Drawn } from '#site/build-context.ts';
import { exportStandard } from '#site/files/exports.ts';

export function getStaticPaths() {
  return stalePages('standard-json');
}

export const GET: APIRoute<Drawn<'standard-json'>> = async ({ props: { view } }) =>
  new Response(
    JSON.stringify(
      exportStandard(await readBody({ slug: view.slug, digest: view.body }), view.status),
    ),
    {
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
    },
  );
