import type { SearchHit, SearchRequest } from '../contract.ts';
import { standardPath } from '../paths.ts';
import type { StandardRecord } from '../record/index.ts';
import { MOST_CLAUSES } from '../shared/choose-clauses.ts';
import type { Gathered } from './gather.ts';
import type { TextClause } from './texts/check-text.ts';

/** Texts read at once. */
export const BATCH = 10;

/** The texts of the standards that were gathered, each read once and only when it is asked for. */
export interface TextReader {
  readonly readAll: (ids: readonly number[]) => Promise<void>;
  /** The text was read and holds the question. */
  readonly holds: (id: number) => boolean;
  /** The standard was found by its text alone, which was read and does not hold the question. */
  readonly isRefuted: (id: number) => boolean;
  /** Clauses of a text that was read: those of the scope, and of the chosen kinds of provisions if `narrowed`. */
  readonly clausesOf: (id: number, narrowed: boolean) => readonly TextClause[];
}

/** A reader of the texts of a question; `readAll` rejects when it is aborted or a text cannot be had. */
export function createTextReader(
  { texts, textual, order }: Gathered,
  {
    request,
    signal,
  }: { readonly request: SearchRequest; readonly signal: AbortSignal | undefined },
): TextReader {
  const read = new Map<number, readonly TextClause[] | null>();
  const types: ReadonlySet<string> = new Set(request.filters?.provision);
  return {
    readAll: async (ids) => {
      const missing = ids.filter((id) => texts.has(id) && !read.has(id));
      for (let at = 0; at < missing.length; at += BATCH) {
        signal?.throwIfAborted();
        await Promise.all(
          missing.slice(at, at + BATCH).map(async (id) => {
            read.set(id, (await texts.get(id)?.())?.clauses ?? null);
          }),
        );
      }
    },
    holds: (id) => Boolean(read.get(id)),
    isRefuted: (id) => order.get(id) === 'text' && read.get(id) === null,
    clausesOf: (id, narrowed) =>
      (read.get(id) ?? []).filter(
        ({ whole, provisions }) =>
          (whole || request.scope !== 'clauses') &&
          (!narrowed || !textual || types.size === 0 || provisions.some((type) => types.has(type))),
      ),
  };
}

/** A record as a result shows it, with the first of its clauses. */
export function toHit(
  record: StandardRecord,
  match: SearchHit['match'],
  clauses: readonly TextClause[],
  language: SearchRequest['language'],
): SearchHit {
  return {
    ...record,
    path: standardPath(record.slug, language),
    match,
    clauses: clauses.slice(0, MOST_CLAUSES).map(({ draw }) => draw()),
    clauseCount: clauses.length,
  };
}
