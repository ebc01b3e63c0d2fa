import { isSeq } from 'yaml';
import type { Bilingual, Diagnostic } from '#core/model/diagnostic.ts';
import { openWordFile, readWord, spellWord } from './word-file.ts';

const MOST_GROUPS = 2000;
const MOST_WORDS = 20;

/** Groups of words that mean the same, and what is wrong with the file that lists them. */
export interface SynonymFile {
  readonly groups: readonly (readonly string[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Read `vocabulary/synonyms.yaml`, a list of lists of words. What cannot be used is told with its place and left out: a group of
 * fewer than two words, a word that is no text or too long, a word that stands there before.
 */
export function readSynonyms(text: string, file: string): SynonymFile {
  const { items, tell, diagnostics } = openWordFile(text, file, MOST_GROUPS);
  const places = new Map<string, number>();
  const groups = items.flatMap((item, index) => {
    if (!isSeq(item) || item.items.length < 2 || item.items.length > MOST_WORDS) {
      tell(item, {
        zh: `一组应有 2～${MOST_WORDS} 个词，写在方括号里`,
        en: `A group has 2 to ${MOST_WORDS} words in square brackets`,
      });
      return [];
    }
    const words = item.items.flatMap((node) => {
      const word = readWord(node, tell);
      if (word === undefined) return [];
      const before = places.get(spellWord(word));
      if (before !== undefined) {
        tell(node, sayTwice(word, before === index));
        return [];
      }
      places.set(spellWord(word), index);
      return [word];
    });
    return words.length < 2 ? [] : [words];
  });
  return { groups, diagnostics };
}

function sayTwice(word: string, here: boolean): Bilingual {
  return here
    ? { zh: `“${word}”在这一组里写了两次`, en: `"${word}" stands twice in this group` }
    : {
        zh: `“${word}”已在另一组里；一个词只在一组，意思相同的并成一组`,
        en: `"${word}" stands in another group; a word has one group: join those that mean the same`,
      };
}
