import type { APIRoute } from 'astro';
import { getView } from '#site/build-context.ts';
import { writeCatalogueCsv } from '#site/files/exports.ts';

export const GET: APIRoute = async () => {
  const { standards } = await getView('catalogue-csv');
  return new Response(writeCatalogueCsv(standards), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
