import type { Language } from '#core/model/standard.ts';
import { SPAN, spanOf, weighPage } from '../../match/passage-index.ts';
import { packKept, toKept } from '../../match/postings.ts';
import type { TextPage } from '../../record/page.ts';

/** A text of a standard and how many passages it has. */
export type CountedText = readonly [language: Language, passages: number];

/** What the texts of a standard say, wherever it stands in an index. */
export interface StandardPostings {
  readonly texts: readonly CountedText[];
  /** By token, as `packKept` writes them; its first passage is 0, and its texts stand one behind the other. */
  readonly lists: ReadonlyMap<string, string>;
}

/** The texts of a standard as an index of passages has them. */
export function collectPostings(pages: readonly TextPage[]): StandardPostings {
  const kept = new Map<string, number[]>();
  const texts: CountedText[] = [];
  let first = 0;
  for (const page of pages) {
    const passages = weighPage(page);
    texts.push([page.language, passages.length]);
    for (const [at, tokens] of passages.entries()) {
      for (const [token, impact] of tokens) {
        const posting = toKept(first + at, impact);
        const list = kept.get(token);
        if (list) list.push(posting);
        else kept.set(token, [posting]);
      }
    }
    first += spanOf(passages.length);
  }
  return { texts, lists: new Map([...kept].map(([token, list]) => [token, packKept(list)])) };
}

/** How many slots the texts take. */
export function slotsOf(texts: readonly CountedText[]): number {
  return texts.reduce((sum, [, passages]) => sum + spanOf(passages), 0) / SPAN;
}

/** Postings of a standard whose first passage has a number, in an index. */
export function movePostings(kept: readonly number[], first: number): number[] {
  const distance = toKept(first, 0);
  return kept.map((posting) => posting + distance);
}
