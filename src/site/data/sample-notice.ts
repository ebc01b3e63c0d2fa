import type { Bilingual } from '#core/base/bilingual.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';

/** What is said of a sample standard: the words of the library, or of a partner's that its city is invented. */
export function tellSample({ settings }: Library, { origin }: CatalogEntry): Bilingual {
  if (!origin) return settings.sample.standard;
  const { zh, en } = origin.name;
  return {
    zh: `样例：本标准为${zh}样例，城市、机构、人员与数据均属虚构，不得作为任何活动的依据。`,
    en: `SAMPLE: this standard belongs to the invented ${en}; do not rely on it for any purpose.`,
  };
}
