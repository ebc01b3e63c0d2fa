import type { Language } from '#core/model/standard.ts';
import { languageTag } from '../i18n/index.ts';

/** Where the usual tables of names do not say it as this country does. */
const own: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
  HK: { zh: '中国香港', en: 'Hong Kong, China' },
  MO: { zh: '中国澳门', en: 'Macao, China' },
};

/** The name of a market by its two letters: `日本`, `European Union`; the letters where none is known. */
export function namePlace(language: Language, code: string): string {
  const names = new Intl.DisplayNames([languageTag(language)], { type: 'region' });
  return own[code]?.[language] ?? names.of(code) ?? code;
}
