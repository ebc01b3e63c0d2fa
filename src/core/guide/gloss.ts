import type { Glossary, GlossaryEntry } from '../glossary/index.ts';
import type { HtmlRun, Wrap } from '../render/html-runs.ts';
import type { Html } from '../base/html.ts';
import type { Language } from '../model/standard.ts';

/** A place where a word of the glossary stands. */
export type FoundWord = readonly [run: HtmlRun, wrap: Wrap];

/**
 * Finds words of the glossary in runs of text, the longest first where they overlap, each entry once; what was found before is
 * not found again.
 */
export function startGlossing(
  { entries }: Pick<Glossary, 'entries'>,
  language: Language,
  draw: (entry: GlossaryEntry) => { readonly open: Html; readonly close: Html },
): {
  readonly find: (runs: readonly HtmlRun[]) => readonly FoundWord[];
  /** Entries that were found, in the order of the text. */
  readonly found: () => readonly GlossaryEntry[];
} {
  const owners = new Map<string, GlossaryEntry>();
  const fold = (word: string): string => (language === 'en' ? word.toLowerCase() : word);
  for (const entry of entries) {
    const words = language === 'zh' ? [entry.zh, ...entry.zhAlso] : [entry.en, ...entry.enAlso];
    for (const word of words) {
      if (word.length > 1 && !owners.has(fold(word))) owners.set(fold(word), entry);
    }
  }
  const words = [...owners.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const border = language === 'en' ? String.raw`(?<![A-Za-z-])(?:WORDS)s?(?![A-Za-z-])` : 'WORDS';
  const pattern =
    words.length > 0 && new RegExp(border.replace('WORDS', words.map(quote).join('|')), 'gi');
  const seen = new Set<GlossaryEntry>();
  return {
    find: (runs) =>
      pattern === false
        ? []
        : runs.flatMap((run) =>
            Array.from(run.text.matchAll(pattern)).flatMap(
              ({ 0: word, index }): readonly FoundWord[] => {
                const entry = owners.get(fold(word)) ?? owners.get(fold(word).replace(/s$/, ''));
                if (!entry || seen.has(entry)) return [];
                seen.add(entry);
                return [[run, { start: index, end: index + word.length, ...draw(entry) }]];
              },
            ),
          ),
    found: () => [...seen],
  };
}

const quote = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
