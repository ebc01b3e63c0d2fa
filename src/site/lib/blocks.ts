import type { Bilingual } from '#core/model/diagnostic.ts';
import type { Language } from '#core/model/standard.ts';
import { renderProse } from './prose.ts';

/** A block that a library writes itself, as HTML in both languages: prose, of which nothing can run. */
export function renderBlock({ zh, en }: Bilingual): Bilingual {
  return { zh: renderProse(zh), en: renderProse(en) };
}

/** The language of a block where it is not that of its page: Chinese that stands for English. */
export function sayLanguage(language: Language, { zh, en }: Bilingual): 'zh-CN' | undefined {
  return language === 'en' && zh === en ? 'zh-CN' : undefined;
}
