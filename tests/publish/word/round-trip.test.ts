import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { readWordDraft } from '#import/draft/read-draft.ts';
import { textOf } from '#tests/support/word-import.ts';
import { listFolders } from '#library/files.ts';
import { exportWord } from '#publish/word/export.ts';
import { ROOT } from '#scripts/lib/tools.ts';
import { findFaults } from '#tests/support/docx-faults.ts';

const library = join(ROOT, 'content');
const parse = (source: string): ParsedDocument => parseDocument(source, { file: 'index.md' });

/** What a standard says that a drafter must find again: its clauses and terms, what it asks, shows and cites, and what it is. */
function factsOf({ clauses, terms, provisions, exhibits, references, meta }: ParsedDocument) {
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
    references: [...new Set(references.map(({ key }) => key))],
    // What no page shows goes along.
    facts: {
      profile: meta?.profile,
      functionType: meta?.functionType,
      chains: meta?.chains,
      industries: meta?.industries,
      abstract: meta?.abstract,
      keywords: meta?.keywords,
      planNumber: meta?.planNumber,
      indicators: meta?.indicators,
      bodyRestricted: meta?.bodyRestricted,
      sample: meta?.sample,
    },
  };
}

describe('a standard that goes to Word and comes back', () => {
  test.each(listFolders(library))('%s is the same', async (folder) => {
    const path = join(library, folder);
    const word = await exportWord(path, 'zh');
    if (!word) throw new Error('no text');
    expect([word.formulas, word.figures]).toEqual([[], []]);
    expect(findFaults(word.bytes)).toEqual([]);
    const back = readWordDraft(word.bytes);
    if ('zh' in back) throw new Error(back.en);
    const { file, ...uses } = back.report.characters;
    expect(Object.values(uses).reduce((sum, count) => sum + count, 0)).toBe(file);
    // What comes back can be published again.
    expect(back.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(factsOf(parse(textOf(back)))).toEqual(
      factsOf(parse(readFileSync(join(path, 'index.md'), 'utf8'))),
    );
  });
});
