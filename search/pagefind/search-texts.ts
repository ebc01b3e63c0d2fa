import type { ClauseHit } from '../contract.ts';
import type { Language } from '../../src/core/model/standard.ts';
import { excerptText, needlesOf, rateText } from '../needles.ts';
import { foldText, pairsOf, splitText } from '../record/spelling.ts';
import { HEADING_GAP } from './heading.ts';

/** What is used of Pagefind's own interface, version 1.6. */
export interface PagefindIndex {
  readonly search: (query: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly data: () => Promise<PagefindData>;
}

interface PagefindData {
  readonly meta: Readonly<Record<string, string>>;
  /** Words joined by U+200B; `<` and `>` as entities. */
  readonly raw_content: string;
  readonly anchors: readonly PagefindAnchor[];
}

interface PagefindAnchor {
  readonly id: string;
  readonly text: string;
  /** Index of the first word of the heading. */
  readonly location: number;
}

/** One text of a standard that holds all that was asked for. */
export interface TextHit {
  readonly slug: string;
  readonly language: Language;
  /** The clauses that answer best, in the order of the document. */
  readonly clauses: readonly ClauseHit[];
}

export interface TextMatches {
  readonly hits: readonly TextHit[];
  /** Whether there are candidates that were not looked through. */
  readonly more: boolean;
}

/** Texts are fetched so many at a time. */
const BATCH = 10;

/**
 * Texts that hold every part of the question, in Pagefind's order. Pagefind is asked in pairs of characters and drops what
 * it does not know, so each text it names is read and checked before it counts.
 */
export async function searchTexts(
  index: PagefindIndex,
  query: string,
  enough: number,
): Promise<TextMatches> {
  const needles = needlesOf(query);
  const asked = askInPairs(query);
  if (needles.length === 0 || asked === '') return { hits: [], more: false };
  const { results } = await index.search(asked);
  const hits: TextHit[] = [];
  let looked = 0;
  // Where the best candidates fail, the rest will: a question nobody can answer must not fetch the whole library.
  for (let misses = 0; looked < results.length && hits.length < enough && misses < 3;) {
    const batch = results.slice(looked, looked + BATCH);
    looked += batch.length;
    const found = (await Promise.all(batch.map((each) => each.data()))).flatMap((data) =>
      checkText(data, needles),
    );
    misses = found.length === 0 ? misses + 1 : 0;
    hits.push(...found);
  }
  return { hits, more: looked < results.length && hits.length >= enough };
}

/** 冷链物流 HFC → `冷链 链物 物流 hfc`. */
function askInPairs(query: string): string {
  const { runs, words } = splitText(foldText(query));
  return [...runs.flatMap(pairsOf), ...words].join(' ');
}

function checkText(
  { meta, raw_content, anchors }: PagefindData,
  needles: readonly string[],
): TextHit[] {
  const words = raw_content.split('\u200b');
  if (!rateText(words.join(''), needles).all) return [];
  const language: Language = meta['language'] === 'en' ? 'en' : 'zh';
  const slug = meta['slug'] ?? '';
  const path = `${language === 'en' ? '/en' : ''}/standards/${slug}/`;
  const ordered = [...anchors].sort((a, b) => a.location - b.location);
  let best = 0;
  let clauses: ClauseHit[] = [];
  ordered.forEach((anchor, at) => {
    const text = unescape(words.slice(anchor.location, ordered[at + 1]?.location).join(''));
    const { score } = rateText(text, needles);
    if (score === 0 || score < best) return;
    if (score > best) clauses = [];
    best = score;
    clauses.push(drawClause(anchor, text, { path, language, needles }));
  });
  return [{ slug, language, clauses }];
}

interface ClauseContext {
  readonly path: string;
  readonly language: Language;
  readonly needles: readonly string[];
}

function drawClause(
  { id, text: heading }: PagefindAnchor,
  text: string,
  { path, language, needles }: ClauseContext,
): ClauseHit {
  const gap = heading.indexOf(HEADING_GAP);
  // The text begins with the heading and the point that Pagefind puts behind it.
  const body = text
    .replace(/\s+/g, ' ')
    .slice(heading.length)
    .replace(/^[\s.]+/, '');
  return {
    path: `${path}#${encodeURIComponent(id)}`,
    label: heading.slice(0, Math.max(0, gap)).trim(),
    title: heading.slice(gap + 1).trim(),
    snippet: excerptText(body, needles),
    language,
  };
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
