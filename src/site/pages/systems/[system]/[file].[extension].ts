import type { APIRoute } from 'astro';
import { stalePages } from '#site/build-context.ts';
import type { Drawn } from '#site/build-context.ts';
import { findSystemFile, mediaTypes } from '#site/files/system-file-list.ts';
import { buildSystemFile } from '#site/files/system-files.ts';
import { startAddresses } from '#site/lib/urls.ts';

export function getStaticPaths() {
  return stalePages('system-file');
}

export const GET: APIRoute<Drawn<'system-file'>> = async ({ props: { view }, site }) => {
  const file = findSystemFile(view.system, view.file ?? '');
  if (!file) return new Response(null, { status: 404 });
  const content = await buildSystemFile(view, file, startAddresses(site));
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, { headers: { 'Content-Type': mediaTypes[file.kind] } });
};
