import type { StandardRow } from '#core/model/row.ts';
import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';

type Text = Pick<StandardRow, 'meta' | 'hasEnglish'>;

/** Languages in which a hosted standard has a PDF; none where no PDF is made, or its text is not public. */
export function listPrinted(
  { printer }: Pick<Library, 'printer'>,
  text: Text,
): readonly Language[] {
  return printer ? listPublic(text) : [];
}

/** Languages in which a hosted standard has a Word file; none where none is made, or its text is not public. */
export function listWritten(
  { wordWriter }: Pick<Library, 'wordWriter'>,
  text: Text,
): readonly Language[] {
  return wordWriter ? listPublic(text) : [];
}

function listPublic({ meta, hasEnglish }: Text): readonly Language[] {
  if (meta.bodyRestricted !== undefined) return [];
  return hasEnglish ? ['zh', 'en'] : ['zh'];
}
