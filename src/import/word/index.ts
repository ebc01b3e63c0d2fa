import type { Bilingual } from '#core/base/bilingual.ts';
import { buildText } from './build-text.ts';
import type { ImportedText, TextOptions } from './build-text.ts';
import { openWord } from './open-word.ts';
import { countCharacters } from './pieces.ts';
import type { Left } from './pieces.ts';
import { readDocument } from './read-blocks.ts';
import { formulasLost } from './reasons.ts';
import { findAll, textOf } from './xml-tree.ts';
import type { WordElement } from './xml-tree.ts';

/**
 * Reads a draft of a standard from a Word file (.docx): styles of the official editing tool, headings of Word, or numbers
 * typed by hand. Nothing is lost: what is not in the text is in the report with its place. A file that cannot be read gives
 * the reason.
 */
export function importWord(bytes: Uint8Array, options: TextOptions = {}): ImportedText | Bilingual {
  const file = openWord(bytes);
  if ('zh' in file) return file;
  const imported = buildText(
    {
      ...readDocument(file),
      characters: countFile([file.main, file.footnotes, file.endnotes]),
      relationships: file.relationships,
      pictures: file.pictures,
      carried: file.carried,
      notices: file.notices,
    },
    options,
  );
  const lost = (options.formulas ?? 0) - countElements(file.main, 'm:oMath', 'o:OLEObject');
  if (lost <= 0) return imported;
  const left: Left = {
    kind: 'formula',
    place: 0,
    text: '',
    why: formulasLost(lost),
    needsPerson: true,
  };
  return { ...imported, report: { ...imported.report, left: [left, ...imported.report.left] } };
}

const countElements = (tree: WordElement, ...names: readonly string[]): number =>
  names.reduce((sum, name) => sum + [...findAll(tree, name)].length, 0);

/** Text of a file, counted on its elements alone: what the report must add up to. */
function countFile(trees: readonly (WordElement | undefined)[]): number {
  let count = 0;
  for (const tree of trees) {
    if (!tree) continue;
    for (const name of ['w:t', 'w:delText', 'm:t'])
      for (const element of findAll(tree, name)) count += countCharacters(textOf(element));
  }
  return count;
}
