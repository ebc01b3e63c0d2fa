import type { GlossaryEntry } from '#core/glossary/index.ts';
import type { Language } from '#core/model/standard.ts';
import { englishInitialOf, initialOf } from './terms.ts';

const collators: Readonly<Record<Language, Intl.Collator>> = {
  zh: new Intl.Collator('zh-Hans-u-co-pinyin'),
  en: new Intl.Collator('en', { numeric: true }),
};

/** Entries under their initials: by pinyin, or by what they are called in English. */
export function groupEntries(
  entries: readonly GlossaryEntry[],
  language: Language,
): readonly { readonly initial: string; readonly entries: readonly GlossaryEntry[] }[] {
  const initial = language === 'zh' ? initialOf : englishInitialOf;
  const { compare } = collators[language];
  const groups = Map.groupBy(entries, (entry) => initial(entry[language]));
  return [...groups]
    .map(([each, list]) => ({
      initial: each,
      entries: list.toSorted((a, b) => compare(a[language], b[language])),
    }))
    .toSorted((a, b) => (a.initial < b.initial ? -1 : 1));
}
