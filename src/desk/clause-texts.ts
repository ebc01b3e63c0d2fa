import { join } from 'node:path';
import type { Clause } from '#core/model/standard.ts';
import { readIfThere } from '#library/files.ts';
import type { Library } from '#library/open.ts';
import type { ClauseText } from './client/shapes.ts';
import { replacePrinted } from './printed-words.ts';
import { Refusal } from './refusal.ts';

/** The words of a clause as they were written, and their lines in the file, the last one not included. */
interface ClauseSource extends ClauseText {
  readonly from: number;
  readonly to: number;
  /** The line of its heading, counted from 0. */
  readonly heading: number;
}

/** The text of a standard as it was written, with its clauses in their order; clauses without words are passed over. */
export interface StandardSource {
  readonly lines: readonly string[];
  readonly clauses: readonly ClauseSource[];
}

/** What a person says of one clause: its words from now on. */
export interface ClauseWords {
  readonly clause: string;
  readonly text: string;
}

/** Reads the text of a hosted standard clause by clause. */
export function readClauseTexts(library: Library, slug: string): StandardSource {
  const bytes = readIfThere(join(library.folder(slug), 'index.md'));
  const lines = (bytes?.toString() ?? '').replaceAll('\r\n', '\n').split('\n');
  const { clauses } = library.body(slug).text;
  return {
    lines,
    clauses: clauses.flatMap((clause, at): ClauseSource | readonly [] => {
      if (clause.kind === 'foreword' || clause.kind === 'index') return [];
      const next = clauses.slice(at + 1).find(({ line }) => line > clause.line);
      return cutClause(lines, clause, next?.line ?? lines.length + 1) ?? [];
    }),
  };
}

/** A heading that numbers only, `##` or `## {#id}`, is not shown: nobody is to change it. */
function cutClause(
  lines: readonly string[],
  { id, label, title, line }: Clause,
  next: number,
): ClauseSource | undefined {
  const isSilent = /^#+\s*(?:\{[^}]*\})?\s*$/.test(lines[line - 1] ?? '');
  let from = isSilent ? line : line - 1;
  let to = next - 1;
  while (from < to && lines[from]?.trim() === '') from += 1;
  while (to > from && lines[to - 1]?.trim() === '') to -= 1;
  if (from === to) return undefined;
  return { id, label, title, from, to, heading: line - 1, text: lines.slice(from, to).join('\n') };
}

/**
 * The whole text with other words in some clauses; each keeps its anchor, which may have followed from its words.
 *
 * @throws {Refusal} where it has no such clause, or a clause is left without words
 */
export function replaceClauses(
  { lines, clauses }: StandardSource,
  words: readonly ClauseWords[],
): string {
  const wanted = new Map(words.map(({ clause, text }) => [clause, text]));
  const changes = [...wanted].map(([id, text]) => {
    if (text.trim() === '') throw noWords();
    return { ...findClause(clauses, id), text };
  });
  const after = [...lines];
  for (const { id, from, to, heading, text } of changes.sort((a, b) => b.from - a.from)) {
    after.splice(from, to - from, ...text.trim().split(/\r?\n/));
    const line = after[heading]?.trimEnd() ?? '';
    if (line.startsWith('#') && !line.includes('{')) after[heading] = `${line} {#${id}}`;
  }
  return after.join('\n');
}

/**
 * The whole text with one passage of a clause put right, found as it is written, else as it is printed.
 *
 * @throws {Refusal} where the wrong words are not in the clause, or more than once
 */
export function correctClause(
  source: StandardSource,
  id: string,
  wrong: string,
  right: string,
): string {
  const { text } = findClause(source.clauses, id);
  const count = wrong === '' ? 0 : text.split(wrong).length - 1;
  if (count > 1) throw tooOften(wrong, count);
  const after = count === 1 ? text.replace(wrong, () => right) : replacePrinted(text, wrong, right);
  if (typeof after === 'number') throw after === 0 ? notThere(wrong) : tooOften(wrong, after);
  if (after === undefined) throw notThere(wrong);
  return replaceClauses(source, [{ clause: id, text: after }]);
}

/** What a clause is called: `5.2`, or its title where it has no number. */
export function nameClause({ clauses }: StandardSource, id: string): string {
  const { label, title } = findClause(clauses, id);
  return label || title;
}

function findClause(clauses: readonly ClauseSource[], id: string): ClauseSource {
  const found = clauses.find((clause) => clause.id === id);
  if (found) return found;
  throw new Refusal(
    422,
    { zh: '没有选是哪一条，没有改动。', en: 'No clause was chosen; nothing was changed.' },
    { zh: '从条的列表里选一条。', en: 'Choose one of the list of clauses.' },
  );
}

const noWords = (): Refusal =>
  new Refusal(
    422,
    {
      zh: '有一条改得没有字了，没有改动。',
      en: 'A clause is left without words; nothing was changed.',
    },
    {
      zh: '删去一条，后面各条的编号都会变：保留编号，写“（本条删去）”；要重新编号，就办“修订”。',
      en: 'Without a clause those behind it would have other numbers: write that it is deleted, or revise the standard.',
    },
  );

const notThere = (wrong: string): Refusal =>
  new Refusal(
    422,
    {
      zh: `这一条里没有“${wrong}”，没有改动。`,
      en: `The clause does not say "${wrong}"; nothing was changed.`,
    },
    {
      zh: '照“哪一条”下面的原文写，标点也要一样；或者在那里用鼠标选中，就填好了。',
      en: 'Copy it from the words below the list of clauses, with its punctuation, or select it there.',
    },
  );

const tooOften = (wrong: string, count: number): Refusal =>
  new Refusal(
    422,
    {
      zh: `这一条里“${wrong}”有 ${count} 处，没有改动。`,
      en: `The clause says "${wrong}" ${count} times; nothing was changed.`,
    },
    { zh: '把前后的几个字也写上。', en: 'Write a few words before and after it as well.' },
  );
