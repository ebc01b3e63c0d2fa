import type { CatalogEntry } from '#core/catalog/index.ts';
import type { CompiledStandard, Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { foldText } from '#search/record/spelling.ts';

export const classNames = [
  'number variants',
  'exact titles',
  'title fragments',
  'pinyin',
  'initials',
  'homophone typos',
  'traditional',
  'English titles',
  'English fragments',
  'clause phrases',
  'synonyms',
  'units and values',
  'references',
] as const;
export type ClassName = (typeof classNames)[number];

/** A question and what answers it. */
export interface QueryCase {
  readonly name: ClassName;
  readonly text: string;
  readonly language: Language;
  /** Slugs of all standards that answer. */
  readonly relevant: ReadonlySet<string>;
  /** Those of them that should come first; any of `relevant` where absent. */
  readonly best?: ReadonlySet<string>;
  /** `slug#id` of the clauses that answer. */
  readonly clauses?: ReadonlySet<string>;
}

/** A repeatable source of numbers in [0, 1) (mulberry32). */
export type Random = () => number;

export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** A number from `least` to `most`. */
export function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** `count` different ones, in a chance order. */
export function draw<T>(list: readonly T[], count: number, random: Random): readonly T[] {
  const rest = [...list];
  for (let at = 0; at < Math.min(count, rest.length); at++) {
    const other = between(at, rest.length - 1, random);
    [rest[at], rest[other]] = [rest[other] as T, rest[at] as T];
  }
  return rest.slice(0, count);
}

/** A clause of a hosted standard in Chinese, folded and without white space. */
interface SourceClause {
  readonly slug: string;
  readonly id: string;
  /** As written. */
  readonly text: string;
  readonly folded: string;
}

/** What questions are made of. */
export interface QuerySource {
  readonly entries: readonly CatalogEntry[];
  readonly library: Pick<Library, 'catalog' | 'vocabulary'>;
  readonly clauses: readonly SourceClause[];
  /** Hosted standards. */
  readonly bodies: readonly CompiledStandard[];
  /** Folded titles, with `|` between Chinese and English, in the order of entries. */
  readonly titles: readonly string[];
  readonly random: Random;
  /** Standards that a class takes its questions from, about. */
  readonly sample: number;
}

export const squeeze = (text: string): string => foldText(text).replace(/\s/g, '');

export function openSource(library: Library, seed: number, sample: number): QuerySource {
  const { entries } = library.catalog;
  const bodies = library.rows.map(({ slug }) => library.body(slug));
  const clauses = bodies.flatMap(({ slug, text: body }) =>
    body.clauses.map(({ id, title, text }) => ({
      slug,
      id,
      text: `${title}\n${text}`,
      folded: squeeze(`${title}\n${text}`),
    })),
  );
  const titles = entries.map(({ title, titleEn = '' }) => foldText(`${title} | ${titleEn}`));
  return { entries, library, clauses, bodies, titles, random: makeRandom(seed), sample };
}

/** Of the standards that suit a class all hosted ones, and as many others by chance as make up the sample. */
export function drawEntries(
  { entries, random, sample }: QuerySource,
  suits: (entry: CatalogEntry) => boolean = () => true,
): readonly CatalogEntry[] {
  const [hosted, others] = [true, false].map((isHosted) =>
    entries.filter((entry) => (entry.row !== undefined) === isHosted && suits(entry)),
  );
  const own = draw(hosted ?? [], sample, random);
  return [...own, ...draw(others ?? [], sample - own.length, random)];
}

/** Standards whose title contains a piece. */
export function titlesWith(source: QuerySource, piece: string): ReadonlySet<string> {
  const folded = foldText(piece);
  return new Set(
    source.entries.filter((_, at) => source.titles[at]?.includes(folded)).map(({ slug }) => slug),
  );
}

/** Of editions of one standard those neither replaced nor withdrawn, else the newest. */
export function preferred(
  editions: readonly CatalogEntry[],
  { library }: QuerySource,
): ReadonlySet<string> {
  const live = editions.filter(
    (each) => !['被代替', '废止'].includes(library.catalog.statusOf(each).status),
  );
  const newest = editions.map(({ year = '' }) => year).reduce((a, b) => (a > b ? a : b), '');
  const chosen = live.length > 0 ? live : editions.filter(({ year = '' }) => year === newest);
  return new Set(chosen.map(({ slug }) => slug));
}
