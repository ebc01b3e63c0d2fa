import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Bilingual, Diagnostic, Range } from '#core/model/diagnostic.ts';
import { makeFinding } from '#core/model/finding.ts';

const LONGEST_WORD = 40;

/** A file of words, and how to say what is wrong with it. */
interface WordFile {
  /** Entries of the list; empty when the file cannot be read as one. */
  readonly items: readonly unknown[];
  /** Adds a finding at a node of the file. */
  readonly tell: (node: unknown, message: Bilingual) => void;
  readonly diagnostics: readonly Diagnostic[];
}

/** A YAML file that is a list of `most` entries at most; what it is instead becomes a finding. An empty file is an empty list. */
export function openWordFile(text: string, file: string, most: number): WordFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const diagnostics: Diagnostic[] = [];
  const tellAt = (offsets: readonly [number, number], message: Bilingual) => {
    const at = (offset: number): Range['start'] => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const range: Range = { start: at(offsets[0]), end: at(offsets[1]) };
    diagnostics.push(makeFinding(file, { rule: 'vocabulary', range, message }));
  };
  const tell = (node: unknown, message: Bilingual) => tellAt(placeOf(node), message);
  const broken = document.errors[0];
  if (broken) {
    tellAt(broken.pos, {
      zh: `词表读不通：${broken.message}`,
      en: `The vocabulary cannot be read: ${broken.message}`,
    });
    return { items: [], tell, diagnostics };
  }
  const root: unknown = document.contents;
  if (root === null) return { items: [], tell, diagnostics };
  if (!isSeq(root) || root.items.length > most) {
    tellAt([0, 0], {
      zh: `应是词组的列表，不超过 ${most} 组`,
      en: `This should be a list of groups of words, ${most} at most`,
    });
    return { items: [], tell, diagnostics };
  }
  return { items: root.items, tell, diagnostics };
}

/** The word of a node; undefined, and told, when it is no text or too long. */
export function readWord(node: unknown, tell: WordFile['tell']): string | undefined {
  // A number as it is written.
  const isText = isScalar(node) && node.value !== null;
  const text = isText ? (typeof node.value === 'string' ? node.value : (node.source ?? '')) : '';
  const word = text.trim();
  if (word !== '' && word.length <= LONGEST_WORD) return word;
  tell(node, {
    zh: `应是不超过 ${LONGEST_WORD} 字的词`,
    en: `This should be a word of ${LONGEST_WORD} characters at most`,
  });
  return undefined;
}

/** Two spellings of one word are one: width and case do not count. */
export const spellWord = (word: string): string => word.normalize('NFKC').toLowerCase();

function placeOf(node: unknown): readonly [number, number] {
  const range = isSeq(node) || isScalar(node) || isMap(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}
