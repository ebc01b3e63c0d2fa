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

/** Of templates with many pages each, two of so many are drawn; all of them with `BIAOLIAN_ALL_PAGES=1`. */
const everything = process.env['BIAOLIAN_ALL_PAGES'] !== undefined;
const thinned: Readonly<Record<string, number>> = everything
  ? {}
  : {
      record: 400,
      list: 120,
      place: 60,
      'place-references': 60,
      'system-file': 40,
      ...Object.fromEntries(
        ['system', 'system-list', 'system-gaps', 'lesson', 'project', 'compared-term'].map(
          (template) => [template, 12],
        ),
      ),
    };

/** The sample library, and pages of it by every template. */
export async function openSample(): Promise<{
  readonly library: Library;
  readonly pages: readonly PageSpec[];
}> {
  const library = await openLibrary({ dir: join(projectRoot, 'content'), asOf: '2026-11-29' });
  const seen = new Map<string, number>();
  // Of standards a part is drawn, each with all its pages.
  const slugs = library.rows.map(({ slug }) => slug);
  const leftOut = new Set(everything ? [] : slugs.filter((_, at) => at % 16 > 0));
  const pages = [...listPages(library)].filter(({ template, props }) => {
    if (withoutAstro.has(template) || leftOut.has(props.slug ?? '')) return false;
    const at = seen.get(template) ?? 0;
    seen.set(template, at + 1);
    const every = thinned[template];
    return every === undefined || at % every < 2;
  });
  return { library, pages };
}
