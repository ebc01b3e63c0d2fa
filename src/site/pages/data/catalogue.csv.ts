import type { APIRoute } from 'astro';
import { getLibrary } from '../../build-context.ts';
import { exportCatalogue, writeCatalogueCsv } from '../../data/exports.ts';

export const GET: APIRoute = async () =>
  new Response(writeCatalogueCsv(exportCatalogue(await getLibrary())), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
