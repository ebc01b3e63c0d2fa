import type { ImportedDraft } from '#import/draft/draft.ts';
import { readWordDraft } from '#import/draft/read-draft.ts';
import { makeWord } from './word-file.ts';
import type { WordParts } from './word-file.ts';

/** A draft that was imported; a refusal is thrown. */
export function readDraft(parts: WordParts, number?: string): ImportedDraft {
  const result = readWordDraft(makeWord(parts), {
    issuer: '示范市市场监督管理局',
    ...(number !== undefined && { number }),
  });
  if ('zh' in result) throw new Error(result.en);
  return result;
}

/** The Markdown of a draft. */
export const textOf = ({ files }: ImportedDraft): string =>
  new TextDecoder().decode(files.get('index.md'));

/** The text of a draft without its front matter. */
export function bodyOf(draft: ImportedDraft): string {
  return textOf(draft).replace(/^---\n[^]*?\n---\n\n/, '');
}

/** Whether every character of the file is in one of the sums. */
export function isBalanced({ report: { characters } }: ImportedDraft): boolean {
  const { file, ...uses } = characters;
  return Object.values(uses).reduce((sum, count) => sum + count, 0) === file;
}
