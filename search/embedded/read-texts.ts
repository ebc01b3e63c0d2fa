import type { Language } from '#core/model/standard.ts';
import type { Directory } from './directory/open.ts';
import type { TextHit } from './texts/check-text.ts';
import { findFirstTexts } from './texts/search-texts.ts';
import type { TextCandidate, TextCandidates } from './texts/search-texts.ts';
import type { ReadText } from './texts/text-file.ts';

/** Fetches the text of a standard that holds what was asked for; null when none does after all. */
export type ReadHit = () => Promise<TextHit | null>;

/** Where texts are read. */
export interface TextSources {
  readonly readText: ReadText;
}

export interface TextAnswer {
  /** By id, best first. */
  readonly reads: ReadonlyMap<number, ReadHit>;
  /** Those known to have it in 前言 or a list of references only. */
  readonly aside: ReadonlySet<number>;
  readonly doubtful: boolean;
  readonly cut: boolean;
}

/** Texts read before the rest is believed; texts read in all where a window without any says nothing of the next. */
interface ReadingCost {
  readonly size: number;
  readonly looked: number;
}

/**
 * Standards whose texts hold a question. The first few are read: where none of them does, the rest will not; those of which a
 * clause has it as it was typed come first, those that only name it in 前言 or a list of references last.
 */
export async function readTexts(
  directory: Directory,
  { candidates, alike, cut }: TextCandidates,
  { size, looked: mostLooked }: ReadingCost,
  isNumber: () => Promise<boolean>,
): Promise<TextAnswer> {
  const most = alike ? size : mostLooked;
  const literal: TextCandidate[] = [];
  const holding: TextCandidate[] = [];
  const aside: TextCandidate[] = [];
  let looked = 0;
  const countHeld = () => literal.length + holding.length + aside.length;
  while (countHeld() === 0 && looked < Math.min(candidates.length, most)) {
    // Who asks for a number that is known wants that standard: no more is fetched for texts that may name it.
    if (looked > 0 && (await isNumber())) break;
    const window = candidates.slice(looked, Math.min(looked + size, most));
    looked += window.length;
    const hits = await Promise.all(window.map(({ read }) => read()));
    window.forEach((each, at) => {
      const hit = hits[at];
      if (hit) (hit.peripheral ? aside : hit.literal ? literal : holding).push(each);
    });
  }
  const held = countHeld();
  if (held === 0) return { reads: new Map(), aside: new Set(), doubtful: false, cut: false };
  const ordered = [...literal, ...holding, ...candidates.slice(looked), ...aside];
  const reads = new Map<number, ReadHit>();
  for (const { slug, read } of ordered) {
    const id = directory.bySlug(slug);
    if (id !== undefined) reads.set(id, read);
  }
  const all = looked === candidates.length;
  return {
    reads,
    aside: new Set([...reads.keys()].slice(reads.size - aside.length)),
    doubtful: !all && (!alike || held < looked),
    cut,
  };
}

/** As many as are read side by side for the first hits: a text is about 7 KB. */
const FIRST = 2;

/**
 * Begins to look up which texts may hold a question; what it gives reads the first few of them, and has their records fetched
 * meanwhile. Nothing is found where the texts have no such index.
 */
export function findFirst(
  directory: Directory,
  readText: ReadText,
  text: string,
  language: Language,
): () => Promise<readonly TextAnswer[]> {
  const asked = { text, language };
  const finding = findFirstTexts(directory, asked, readText, FIRST).catch(() => null);
  return async () => {
    const candidates = await finding;
    if (!candidates) return [];
    const ids = candidates.flatMap(({ slug }) => directory.bySlug(slug) ?? []);
    void directory.read(ids).catch(() => undefined);
    const cost = { size: FIRST, looked: FIRST };
    const some = { candidates, alike: true, cut: true };
    return readTexts(directory, some, cost, async () => false)
      .then((answer) => [answer])
      .catch(() => []);
  };
}
