import { memo } from '../base/memo.ts';
import type { Reference } from '../model/standard.ts';
import type { RowCitation, StandardRow } from '../model/row.ts';
import { isCitation } from '../terms/index.ts';
import { aliasesOf } from './entry.ts';
import type { CatalogEntry } from './entry.ts';

/** One hosted standard that mentions another. Clauses are indexes into its list of clauses. */
export interface Citation {
  readonly by: StandardRow;
  /** Clauses with a mention of this very edition. */
  readonly dated: readonly number[];
  /** Clauses with a mention that gives no year. */
  readonly undated: readonly number[];
  /** True when it stands in the list of normative references. */
  readonly normative: boolean;
}

export interface Mention {
  readonly by: StandardRow;
  readonly clauses: readonly number[];
  readonly normative: boolean;
}

/** Mentions by the key as cited. The foreword's mentions (earlier editions, basis) are no citations. */
export function collectMentions(
  rows: readonly StandardRow[],
): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const row of rows) {
    for (const [key, mention] of mentionsOf(row)) {
      const list = mentions.get(key);
      if (list) list.push(mention);
      else mentions.set(key, [mention]);
    }
  }
  return mentions;
}

/** Of a text by itself: a process that relates a library again and again has those of texts that stay. */
export const mentionsOf = memo((row: StandardRow): readonly (readonly [string, Mention])[] =>
  row.citations.flatMap(([key, clauses, normative]) =>
    key === row.key ? [] : [[key, { by: row, clauses, normative: normative === 1 }] as const],
  ),
);

/** The citations among the mentions of a text, in the order of their first. */
export function listCitations(references: readonly Reference[]): readonly RowCitation[] {
  const own = new Map<string, { clauses: number[]; normative: boolean }>();
  for (const reference of references) {
    const { clause, role } = reference;
    if (!isCitation(reference)) continue;
    for (const key of keysOf(reference)) {
      const mention = own.get(key);
      if (!mention) own.set(key, { clauses: [clause], normative: role === 'normative-list' });
      else {
        if (mention.clauses.at(-1) !== clause && !mention.clauses.includes(clause))
          mention.clauses.push(clause);
        if (role === 'normative-list') mention.normative = true;
      }
    }
  }
  return [...own].map(([key, { clauses, normative }]) => [key, clauses, normative ? 1 : 0]);
}

/** Of a run, itself and each of its standards; of a double number, both halves. */
function keysOf({ key, members, others }: Reference): readonly string[] {
  return members || others ? [key, ...(members ?? []), ...(others ?? [])] : [key];
}

const nothing: readonly Mention[] = [];
const nowhere: readonly number[] = [];

/** The keys by which a text mentions an entry: with a year, and without one. */
export function citedKeysOf(
  entry: CatalogEntry,
): readonly [dated: readonly string[], undated: readonly string[]] {
  return [
    [entry.key, ...aliasesOf(entry)],
    [entry.undated, `${entry.undated}(所有部分)`],
  ];
}

/** Mentions of an edition and of its number without a year, one citation per citing standard. */
export function mergeCitations(
  datedKeys: readonly string[],
  undatedKeys: readonly string[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
): readonly Citation[] {
  const merged = new Map<string, Citation>();
  for (const field of ['dated', 'undated'] as const) {
    const keys = new Set(field === 'dated' ? datedKeys : undatedKeys);
    for (const key of keys) {
      for (const { by, clauses, normative } of mentions.get(key) ?? nothing) {
        const before = merged.get(by.key);
        if (!before) {
          const own = { by, dated: nowhere, undated: nowhere, normative };
          merged.set(by.key, { ...own, [field]: clauses });
          continue;
        }
        merged.set(by.key, {
          ...before,
          [field]: [...new Set([...before[field], ...clauses])],
          normative: before.normative || normative,
        });
      }
    }
  }
  return [...merged.values()];
}
