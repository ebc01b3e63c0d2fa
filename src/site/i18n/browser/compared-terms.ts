import type { Language } from '#core/model/standard.ts';

/** Leads from a term to its page, on pages and in scripts. */
export const COMPARED_TERM_LINK: Readonly<Record<Language, string>> = {
  zh: '看各标准的定义',
  en: 'Compare the definitions',
};
