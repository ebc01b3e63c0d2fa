import type { APIRoute } from 'astro';
import { stalePages } from '#site/build-context.ts';
import type { Drawn } from '#site/build-context.ts';
import { listIndicatorFiles } from '#site/files/indicator-file-list.ts';
import { buildIndicatorFile } from '#site/files/indicator-files.ts';
import { mediaTypes } from '#site/files/system-file-list.ts';
import { startAddresses } from '#site/lib/urls.ts';

export function getStaticPaths() {
  return stalePages('indicator-file');
}

export const GET: APIRoute<Drawn<'indicator-file'>> = async ({ props: { view }, site }) => {
  const file = listIndicatorFiles(view.id).find(({ name }) => name === view.file);
  if (!file) return new Response(null, { status: 404 });
  const content = await buildIndicatorFile(view, file, startAddresses(site));
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, { headers: { 'Content-Type': mediaTypes[file.kind] } });
};
