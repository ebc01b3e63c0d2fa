import { memo } from '#core/base/memo.ts';
import { digestList, shortDigest } from '#library/digest.ts';
import type { PageSpec } from '#site/routes.ts';

/** Templates whose pages and files show one large object or list, the same for all of them. */
const sharing: ReadonlySet<PageSpec['template']> = new Set([
  'system',
  'system-list',
  'system-file',
  'catalogue-csv',
  'catalogue-json',
]);

const digestPart = memo((part: object): string =>
  Array.isArray(part) ? digestList(part) : shortDigest(JSON.stringify(part)),
);

/**
 * The digest of the view of a page. What views share is digested once, in a process that lives long as often as it is another
 * object. Of the same view it is the same, in whatever process.
 */
export function digestView(template: PageSpec['template'], view: unknown): string {
  if (!sharing.has(template) || typeof view !== 'object' || view === null) {
    return shortDigest(JSON.stringify(view));
  }
  const parts = Object.entries(view).map(([name, part]: readonly [string, unknown]) => [
    name,
    typeof part === 'object' && part !== null ? digestPart(part) : part,
  ]);
  return shortDigest(JSON.stringify(parts));
}
