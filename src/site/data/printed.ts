import type { StandardRow } from '#core/model/row.ts';
import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';

/** Languages in which a hosted standard has a PDF; none where no PDF is made, or its text is not public. */
export function listPrinted(
  { printer }: Pick<Library, 'printer'>,
  { meta, hasEnglish }: Pick<StandardRow, 'meta' | 'hasEnglish'>,
): readonly Language[] {
  if (!printer || meta.bodyRestricted !== undefined) return [];
  return hasEnglish ? ['zh', 'en'] : ['zh'];
}
