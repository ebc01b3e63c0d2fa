import type { APIRoute } from 'astro';
import { getView } from '#site/build-context.ts';
import { SAMPLE_ROWS_NOTICE } from '#site/files/exports.ts';

export const GET: APIRoute = async () => {
  const { since, until, factsAsOf, sample, standards } = await getView('catalogue-json');
  return Response.json({
    format: 'biaolian-catalogue',
    version: 1,
    ...(factsAsOf && { asOf: factsAsOf }),
    ...(since && { statusSince: since }),
    ...(until && { statusUntil: until }),
    ...(sample && { sample: SAMPLE_ROWS_NOTICE }),
    standards,
  });
};
