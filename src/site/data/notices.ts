import { memo } from '#core/base/memo.ts';
import { keyOfNumber } from '#core/catalog/index.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Notice } from '#core/notices/index.ts';
import type { Library } from '#library/open.ts';

/** Notices whose day has come, the latest first. */
export function listNotices({ notices, asOf }: Library): readonly Notice[] {
  return notices.filter(({ day }) => day <= asOf);
}

/** What a page of a standard says of the notices that name it, the latest first. */
export function listNoticesOf(
  library: Library,
  { key }: CatalogEntry,
): readonly Pick<Notice, 'id' | 'kind' | 'number' | 'day'>[] {
  return byStandard(library).get(key) ?? [];
}

const byStandard = memo((library: Library) => {
  const found = new Map<string, Pick<Notice, 'id' | 'kind' | 'number' | 'day'>[]>();
  for (const { id, kind, number, day, standards } of listNotices(library)) {
    for (const written of new Set(standards)) {
      const resolved = library.catalog.resolve(keyOfNumber(written), true);
      if (resolved.kind === 'unknown') continue;
      const { key } = resolved.entry;
      found.set(key, [...(found.get(key) ?? []), { id, kind, number, day }]);
    }
  }
  return found;
});
