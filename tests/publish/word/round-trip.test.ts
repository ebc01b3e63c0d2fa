import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { importWord } from '#import/word/index.ts';
import { listFolders } from '#library/files.ts';
import { exportWord } from '#publish/word/export.ts';
import { ROOT } from '#scripts/lib/tools.ts';
import { findFaults } from '#tests/support/docx-faults.ts';

const library = join(ROOT, 'content');
const parse = (source: string): ParsedDocument => parseDocument(source, { file: 'index.md' });

/** What a standard says that a drafter must find again: its clauses and terms, what it asks, shows and cites. */
function factsOf({ clauses, terms, provisions, exhibits, references }: ParsedDocument) {
  return {
    clauses: clauses.map(
      ({ address, title, kind, level }) => `${address} ${title} ${kind} ${level}`,
    ),
    ids: clauses.map(({ id }) => id),
    terms: terms.map(({ term, termEn, admitted, abbreviations }) => [
      term,
      termEn,
      admitted,
      abbreviations,
    ]),
    // Footnotes of a table stand in the order of their letters.
    provisions: provisions.map(({ type, text }) => `${type} ${text.replace(/\s/g, '')}`).toSorted(),
    exhibits: exhibits.map(({ label, title }) => `${label} ${title}`),
    references: [...new Set(references.map(({ key }) => key))].filter(
      // The edition of GB/T 1.1 that a foreword names by itself goes with the profile, which Word has no place for.
      (key) => !key.startsWith('GB/T 1.1-'),
    ),
  };
}

describe('a standard that goes to Word and comes back', () => {
  test.each(listFolders(library))('%s is the same', async (folder) => {
    const path = join(library, folder);
    const word = await exportWord(path, 'zh');
    if (!word) throw new Error('no text');
    expect([word.formulas, word.figures]).toEqual([[], []]);
    expect(findFaults(word.bytes)).toEqual([]);
    const back = importWord(word.bytes);
    if ('zh' in back) throw new Error(back.en);
    const { file, ...uses } = back.report.characters;
    expect(Object.values(uses).reduce((sum, count) => sum + count, 0)).toBe(file);
    expect(factsOf(parse(back.markdown))).toEqual(
      factsOf(parse(readFileSync(join(path, 'index.md'), 'utf8'))),
    );
  });
});
