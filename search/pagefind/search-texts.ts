import type { ClauseHit } from '../contract.ts';
import type { Language } from '../../src/core/model/standard.ts';
import { excerptText, needlesOf, rateText } from '../needles.ts';
import { foldText, pairsOf, splitText } from '../record/spelling.ts';
import { splitHeading } from './heading.ts';
import type { Heading } from './heading.ts';

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
  /** The clauses that answer best: by title, by text, then 前言 and lists of references. */
  readonly clauses: readonly ClauseHit[];
  /** Only 前言 and lists of references have it. */
  readonly peripheral: boolean;
}

export interface TextMatches {
  readonly hits: readonly TextHit[];
  /** Whether there are candidates that were not looked through. */
  readonly more: boolean;
}

/** Texts are fetched so many at a time. */
const BATCH = 10;

/**
 * Texts that hold every part of the question, in Pagefind's order but those last that only name it in 前言 or a list of
 * references. Pagefind is asked in pairs of characters and drops what
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
  hits.sort((a, b) => Number(a.peripheral) - Number(b.peripheral));
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
  const answers = ordered.flatMap((anchor, at): Answer[] => {
    const text = unescape(words.slice(anchor.location, ordered[at + 1]?.location).join(''));
    const { score } = rateText(text, needles);
    if (score === 0) return [];
    const heading = splitHeading(anchor.text);
    // The text begins with the heading and the point that Pagefind puts behind it.
    const body = trimPoints(text.replace(/\s+/g, ' ').slice(anchor.text.length));
    const named = rateText(heading.title, needles).all;
    return [{ id: anchor.id, heading, body, score, place: heading.peripheral ? 2 : named ? 0 : 1 }];
  });
  const best = Math.max(0, ...answers.map(({ score }) => score));
  const chosen = answers.filter(({ score }) => score === best).sort((a, b) => a.place - b.place);
  const clauses = chosen.map(({ id, heading, body }): ClauseHit => ({
    path: `${path}#${encodeURIComponent(id)}`,
    label: heading.label,
    title: heading.title,
    snippet: excerptText(body, needles),
    language,
  }));
  return [{ slug, language, clauses, peripheral: (chosen[0]?.place ?? 0) === 2 }];
}

/** A clause with something of what was asked for. */
interface Answer {
  readonly id: string;
  readonly heading: Heading;
  readonly body: string;
  readonly score: number;
  /** 0 when its title answers, 1 when its text does, 2 for clauses shown last. */
  readonly place: number;
}

function trimPoints(text: string): string {
  return text.replace(/^[\s.]+|\s*\.\s*$/g, '');
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
