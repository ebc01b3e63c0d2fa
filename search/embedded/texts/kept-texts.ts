import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isHoldingEntries } from '#library/cache.ts';
import { shortDigest } from '#library/digest.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { listTexts } from '#search/library.ts';
import type { SearchLibrary } from '#search/library.ts';
import { packImpacts, unpackImpacts } from '#search/match/postings.ts';
import { projectPages } from '#search/record/index.ts';
import { indexText } from './project-text.ts';
import type { IndexedText } from './project-text.ts';

/** The texts of a standard, one for each language, as they are kept between builds. */
export interface StandardTexts {
  readonly slug: string;
  readonly texts: readonly IndexedText[];
}

/** Of the row that texts were made from, and of the code that made them. */
interface Known {
  readonly stamp: string;
  readonly texts: StandardTexts;
}

/** What a process that lives long knows, by the folder and the slug. */
const held = new Map<string, Map<string, Known>>();

/**
 * Texts of all hosted standards, in the order of rows. `folder` keeps what is said of each, so that only changed standards are
 * read and cut into words again; `code` is the digest of the code that does it.
 */
export function collectTexts(
  library: SearchLibrary,
  folder: string,
  code: string,
): readonly StandardTexts[] {
  mkdirSync(folder, { recursive: true });
  const before = held.get(folder);
  const now = new Map<string, Known>();
  const all = listTexts(library).map((row) => {
    const { slug, digest, number, meta } = row;
    const stamp = shortDigest(
      JSON.stringify([code, digest, number, meta.title, meta.titleEn ?? '']),
    );
    const file = join(folder, fileOf(slug));
    const last = before?.get(slug);
    const known = last?.stamp === stamp ? last : readKept(file, stamp, slug);
    const texts = known?.texts ?? {
      slug,
      texts: projectPages(library.body(slug)).map(indexText),
    };
    if (!known) writeAtomically(file, writeKept(stamp, texts));
    now.set(slug, { stamp, texts });
    return texts;
  });
  if (isHoldingEntries()) held.set(folder, now);
  if (all.length !== before?.size) removeOthers(folder, all);
  return all;
}

const fileOf = (slug: string): string => `${shortDigest(slug)}.json`;

/** A text as it is kept; the tokens of a passage as one text, for there are many. */
type KeptText = readonly [
  english: boolean,
  name: string,
  content: string,
  tokens: string,
  passages: readonly (readonly [tokens: string, impacts: string])[],
];

function writeKept(stamp: string, { texts }: StandardTexts): string {
  const kept = texts.map(({ english, name, content, tokens, weighed }): KeptText => [
    english,
    name,
    content,
    tokens.join(' '),
    weighed.map((passage) => [[...passage.keys()].join(' '), packImpacts([...passage.values()])]),
  ]);
  return JSON.stringify([stamp, kept]);
}

/** Undefined when there is no such file, it is damaged, or it is of another row or of other code. */
function readKept(file: string, expected: string, slug: string): Known | undefined {
  try {
    const content = readFileSync(file, 'utf8');
    if (!content.startsWith(`["${expected}"`)) return undefined;
    const [stamp, kept] = JSON.parse(content) as readonly [string, readonly KeptText[]];
    const texts = kept.map(([english, name, text, tokens, passages]): IndexedText => ({
      english,
      name,
      content: text,
      tokens: split(tokens),
      weighed: passages.map(([own, packed]) => {
        const impacts = unpackImpacts(packed);
        return new Map(split(own).map((token, at) => [token, impacts[at] ?? 1]));
      }),
    }));
    return { stamp, texts: { slug, texts } };
  } catch {
    return undefined;
  }
}

const split = (words: string): readonly string[] => (words === '' ? [] : words.split(' '));

function removeOthers(folder: string, all: readonly StandardTexts[]): void {
  const wanted = new Set(all.map(({ slug }) => fileOf(slug)));
  for (const name of readdirSync(folder))
    if (!wanted.has(name) && name.endsWith('.json')) rmSync(join(folder, name), { force: true });
}
