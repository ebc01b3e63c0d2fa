import type { APIRoute } from 'astro';
import { getLibrary, stalePages } from '../../../build-context.ts';
import { exportStandard } from '../../../data/exports.ts';

export function getStaticPaths() {
  return stalePages('standard-json');
}

export const GET: APIRoute = async ({ params }) => {
  const { catalog, body } = await getLibrary();
  const slug = params['slug'] ?? '';
  const entry = catalog.bySlug(slug);
  const { status } = entry ? catalog.statusOf(entry) : { status: '未知' as const };
  return Response.json(exportStandard(body(slug), status));
};
