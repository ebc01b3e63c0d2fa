import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Bilingual, Diagnostic, Range } from '#core/model/diagnostic.ts';
import { makeFinding } from '#core/model/finding.ts';

const MOST_GROUPS = 2000;
const MOST_WORDS = 20;
const LONGEST_WORD = 40;

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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const diagnostics: Diagnostic[] = [];
  const tell = (offsets: readonly [number, number], message: Bilingual) => {
    const at = (offset: number): Range['start'] => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const range: Range = { start: at(offsets[0]), end: at(offsets[1]) };
    diagnostics.push(makeFinding(file, { rule: 'vocabulary', range, message }));
  };
  const broken = document.errors[0];
  if (broken) {
    tell(broken.pos, {
      zh: `词表读不通：${broken.message}`,
      en: `The vocabulary cannot be read: ${broken.message}`,
    });
    return { groups: [], diagnostics };
  }
  const root: unknown = document.contents;
  if (root === null) return { groups: [], diagnostics };
  if (!isSeq(root) || root.items.length > MOST_GROUPS) {
    tell([0, 0], {
      zh: `应是词组的列表，不超过 ${MOST_GROUPS} 组`,
      en: `This should be a list of groups of words, ${MOST_GROUPS} at most`,
    });
    return { groups: [], diagnostics };
  }
  const places = new Map<string, number>();
  const groups = root.items.flatMap((item, index) => {
    if (!isSeq(item) || item.items.length < 2 || item.items.length > MOST_WORDS) {
      tell(placeOf(item), {
        zh: `一组应有 2～${MOST_WORDS} 个词，写在方括号里`,
        en: `A group has 2 to ${MOST_WORDS} words in square brackets`,
      });
      return [];
    }
    const words = item.items.flatMap((node) => {
      const word = readWord(node);
      const before = places.get(spell(word));
      if (word === '' || word.length > LONGEST_WORD) {
        tell(placeOf(node), {
          zh: `应是不超过 ${LONGEST_WORD} 字的词`,
          en: `This should be a word of ${LONGEST_WORD} characters at most`,
        });
        return [];
      }
      if (before !== undefined) {
        tell(placeOf(node), sayTwice(word, before === index));
        return [];
      }
      places.set(spell(word), index);
      return [word];
    });
    return words.length < 2 ? [] : [words];
  });
  return { groups, diagnostics };
}

/** Text, or a number as it is written; empty for anything else. */
function readWord(node: unknown): string {
  if (!isScalar(node) || node.value === null) return '';
  return (typeof node.value === 'string' ? node.value : (node.source ?? '')).trim();
}

function sayTwice(word: string, here: boolean): Bilingual {
  return here
    ? { zh: `“${word}”在这一组里写了两次`, en: `"${word}" stands twice in this group` }
    : {
        zh: `“${word}”已在另一组里；一个词只在一组，意思相同的并成一组`,
        en: `"${word}" stands in another group; a word has one group: join those that mean the same`,
      };
}

/** Two spellings of one word are one: width and case do not count. */
const spell = (word: string): string => word.normalize('NFKC').toLowerCase();

function placeOf(node: unknown): readonly [number, number] {
  const range = isSeq(node) || isScalar(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}
