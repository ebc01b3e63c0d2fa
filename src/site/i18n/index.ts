import type { Language } from '#core/model/standard.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';
import type { Messages } from './zh.ts';

const LANGUAGES: Readonly<Record<Language, Messages>> = { zh, en };

/** All texts of the interface in a language. */
export function messagesOf(language: Language): Messages {
  return LANGUAGES[language];
}

/** `lang` of the page: `zh-CN` or `en`. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
