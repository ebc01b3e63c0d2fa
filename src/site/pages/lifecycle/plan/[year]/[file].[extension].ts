import type { APIRoute } from 'astro';
import { stalePages } from '#site/build-context.ts';
import type { Drawn } from '#site/build-context.ts';
import { planFile } from '#site/files/plan-file-name.ts';
import { buildPlanWorkbook } from '#site/files/plan-xlsx.ts';
import { mediaTypes } from '#site/files/system-file-list.ts';

export function getStaticPaths() {
  return stalePages('plan-file');
}

export const GET: APIRoute<Drawn<'plan-file'>> = async ({ props: { view } }) => {
  const language = view.file === planFile(view.year, 'en').name ? 'en' : 'zh';
  const body = new Uint8Array(await buildPlanWorkbook(view, language));
  return new Response(body, { headers: { 'Content-Type': mediaTypes.xlsx } });
};
