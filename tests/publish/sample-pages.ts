import { join } from 'node:path';
import { projectRoot } from '#library/code-digest.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { madeTemplates } from '#publish/write-made-files.ts';
import { listPages } from '#site/routes.ts';
import type { PageSpec } from '#site/routes.ts';

/** Files that no template of Astro's has: they are made from their views alone. */
const withoutAstro: ReadonlySet<string> = new Set(
  [...madeTemplates].filter((template) => !['system-file', 'indicator-file'].includes(template)),
);

/** Of templates with thousands of pages each, a few are drawn; all of them with `BIAOLIAN_ALL_PAGES=1`. */
const thinned: Readonly<Record<string, number>> = process.env['BIAOLIAN_ALL_PAGES']
  ? {}
  : { record: 60, list: 30, place: 6 };

/** The sample library, and pages of it by every template. */
export async function openSample(): Promise<{
  readonly library: Library;
  readonly pages: readonly PageSpec[];
}> {
  const library = await openLibrary({ dir: join(projectRoot, 'content'), asOf: '2026-11-29' });
  const seen = new Map<string, number>();
  const pages = [...listPages(library)].filter(({ template }) => {
    if (withoutAstro.has(template)) return false;
    const at = seen.get(template) ?? 0;
    seen.set(template, at + 1);
    const every = thinned[template];
    return every === undefined || at % every < 2;
  });
  return { library, pages };
}
