import { hasHan } from '#core/characters/chinese.ts';
import type { Language } from '#core/model/standard.ts';

/** A text of the data on a page. */
export interface Label {
  readonly text: string;
  /** The language of the text, where it is not the page's. */
  readonly lang?: 'zh-CN' | 'en';
}

/** Words, and not a number or a code. */
const inEnglish = /[A-Za-z]{3,}[^A-Za-z]+[A-Za-z]{2,}/;

/** The better of the two names for a page's language; the other one where it has none. */
export function chooseLabel(language: Language, zh: string, en?: string): Label {
  if (language === 'zh') {
    if (!zh && en) return { text: en, lang: 'en' };
    // Of what comes from abroad the own title may stand for the Chinese one.
    return inEnglish.test(zh) && !hasHan(zh) ? { text: zh, lang: 'en' } : { text: zh };
  }
  const text = en || zh;
  return hasHan(text) ? { text, lang: 'zh-CN' } : { text };
}

/** `lang` of a word that may be in either language, where it is not the page's. */
export function languageOf(text: string, language: Language): 'zh-CN' | 'en' | undefined {
  const isChinese = hasHan(text);
  if (isChinese) return language === 'zh' ? undefined : 'zh-CN';
  return language === 'en' ? undefined : 'en';
}

/** `lang` for Chinese data on a page. */
export function dataLang(language: Language, text: string): string | undefined {
  return language === 'en' && hasHan(text) ? 'zh-CN' : undefined;
}
