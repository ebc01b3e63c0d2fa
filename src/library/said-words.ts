import { isMap, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { SaidWords } from '#core/model/said-words.ts';
import { openWordFile, readWord, spellWord } from './word-file.ts';

const MOST_GROUPS = 20_000;
const MOST_WORDS = 30;

/** Groups of a file, and what is wrong with it. */
export interface SaidWordsFile {
  readonly groups: readonly SaidWords[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Read `vocabulary/everyday.yaml` or `english.yaml`, a list of `{ say: [words], text: [words] }`. What cannot be used is told with
 * its place and left out: an entry without either list, a word that is no text or too long, a word said twice in a group.
 */
export function readSaidWords(text: string, file: string): SaidWordsFile {
  const { items, tell, diagnostics } = openWordFile(text, file, MOST_GROUPS);
  const listOf = (entry: YAMLMap, name: 'say' | 'text'): readonly string[] => {
    const list = entry.get(name, true) as unknown;
    if (!isSeq(list) || list.items.length === 0 || list.items.length > MOST_WORDS) {
      tell(list ?? entry, {
        zh: `${name} 应是 1～${MOST_WORDS} 个词，写在方括号里`,
        en: `${name} should be 1 to ${MOST_WORDS} words in square brackets`,
      });
      return [];
    }
    const seen = new Set<string>();
    return list.items.flatMap((node) => {
      const word = readWord(node, tell);
      if (word === undefined) return [];
      if (seen.has(spellWord(word))) {
        tell(node, {
          zh: `“${word}”在这里写了两次`,
          en: `"${word}" stands here twice`,
        });
        return [];
      }
      seen.add(spellWord(word));
      return [word];
    });
  };
  const groups = items.flatMap((item) => {
    if (!isMap(item)) {
      tell(item, {
        zh: '一组应写成 { say: [人们的说法], text: [标准里的词] }',
        en: 'An entry is { say: [what people say], text: [words of standards] }',
      });
      return [];
    }
    const group = { say: listOf(item, 'say'), text: listOf(item, 'text') };
    return group.say.length > 0 && group.text.length > 0 ? [group] : [];
  });
  return { groups, diagnostics };
}
