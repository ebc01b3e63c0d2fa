import type { APIRoute } from 'astro';
import { getLibrary, stalePages } from '../../../build-context.ts';
import { findSystemFile, mediaTypes } from '../../../data/system-file-list.ts';
import { drawSystemFile } from '../../../data/system-files.ts';

export function getStaticPaths() {
  return stalePages('system-file');
}

export const GET: APIRoute = async ({ props }) => {
  const { systems } = await getLibrary();
  const found = findSystemFile(systems, String(props['system']), String(props['file']));
  if (!found) return new Response(null, { status: 404 });
  const content = await drawSystemFile(found.system, found.file);
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, { headers: { 'Content-Type': mediaTypes[found.file.kind] } });
};
