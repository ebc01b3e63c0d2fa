import type { Bilingual } from '#core/model/diagnostic.ts';
import { renderProse } from './prose.ts';

/** A block that a library writes itself, as HTML in both languages: prose, of which nothing can run. */
export function renderBlock({ zh, en }: Bilingual): Bilingual {
  return { zh: renderProse(zh), en: renderProse(en) };
}
