import type { Library } from '#library/open.ts';
import type { PageSpec } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';

/** Pages of one view, with all that is needed to write them: plain data, which any process can do. */
export interface PageJob {
  /** One page in one or two languages. */
  readonly pages: readonly PageSpec[];
  readonly view: unknown;
  /** The folder of the standard that they are of. */
  readonly folder?: string;
}

/** Templates whose pages show files of a standard. */
const ofStandards: ReadonlySet<string> = new Set([
  'standard',
  'guide',
  'standard-markdown',
  'standard-json',
  'standard-pdf',
  'standard-docx',
  'standard-data',
] satisfies readonly PageSpec['template'][]);

/** Pages with their views, those of one view together, wherever they stand; a view is made when its turn comes. */
export function* listJobs(library: Library, pages: Iterable<PageSpec>): Generator<PageJob> {
  const groups = Map.groupBy(pages, ({ template, props: { language: _language, ...asked } }) =>
    JSON.stringify([template, asked]),
  );
  for (const group of groups.values()) yield makeJob(library, group);
}

function makeJob(library: Library, pages: readonly PageSpec[]): PageJob {
  const [{ template, props }] = pages as readonly [PageSpec];
  const { language: _language, ...asked } = props;
  return {
    pages,
    view: viewOf(library, template, asked),
    ...(ofStandards.has(template) && { folder: library.folder(asked.slug ?? '') }),
  };
}
