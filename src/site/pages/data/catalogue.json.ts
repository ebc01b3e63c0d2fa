import type { APIRoute } from 'astro';
import { getLibrary } from '../../build-context.ts';
import { getSummary } from '../../data/library.ts';
import { exportCatalogue, SAMPLE_ROWS_NOTICE } from '../../data/exports.ts';

export const GET: APIRoute = async () => {
  const library = await getLibrary();
  const { factsAsOf, sample } = getSummary(library);
  return Response.json({
    format: 'biaolian-catalogue',
    version: 1,
    asOf: factsAsOf,
    ...(sample && { sample: SAMPLE_ROWS_NOTICE }),
    standards: exportCatalogue(library),
  });
};
