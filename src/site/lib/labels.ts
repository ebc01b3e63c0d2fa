import type { Language } from '../../core/model/standard.ts';

/** A text of the data on a page; `foreign` when it is Chinese on an English page. */
export interface Label {
  readonly text: string;
  readonly foreign: boolean;
}

const HAN = /\p{Script=Han}/u;

/** The better of the two names for a page's language. */
export function chooseLabel(language: Language, zh: string, en?: string): Label {
  if (language === 'zh') return { text: zh, foreign: false };
  const text = en || zh;
  return { text, foreign: HAN.test(text) };
}

/** `lang` for an element that holds data: set only where it differs from the page's. */
export function langOf(label: Label): string | undefined {
  return label.foreign ? 'zh-CN' : undefined;
}

/** `lang` for Chinese data on a page. */
export function dataLang(language: Language, text: string): string | undefined {
  return language === 'en' && HAN.test(text) ? 'zh-CN' : undefined;
}
