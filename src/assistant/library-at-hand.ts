import { holdsOn } from '#core/model/partner.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import { numberKey, parseNumber } from '#core/number/index.ts';
import type { Clause, CompiledText, Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import type { SearchEngine } from '#search/contract.ts';
import { startAddresses } from '#site/lib/urls.ts';

/** What the tools of an assistant answer from. */
export interface LibraryAtHand {
  readonly library: Library;
  readonly engine: SearchEngine;
  /** The whole address of a path of the site, where that is known; else the path. */
  readonly addressOf: (path: string) => string;
}

/** What tools answer from: a library, what searches it, and where its pages are. */
export function holdLibrary(
  library: Library,
  engine: SearchEngine,
  { site, base }: { readonly site?: string | undefined; readonly base?: string | undefined } = {},
): LibraryAtHand {
  return { library, engine, addressOf: startAddresses(site, base) };
}

/** What a tool answers: facts, or why there are none. */
export type Answer = Readonly<Record<string, unknown>>;

/** The standard of a number in any spelling, of an undated one the edition in force; else what is near. */
export function findStandard(
  { library: { catalog } }: LibraryAtHand,
  written: string,
): { readonly entry: CatalogEntry } | { readonly answer: Answer } {
  const parsed = parseNumber(written);
  if (!parsed.ok) {
    return {
      answer: {
        found: false,
        why: `"${written}" is no number of a standard: ${parsed.reason.en}`,
      },
    };
  }
  const dated = parsed.number.year !== null;
  const found = catalog.resolve(numberKey(parsed.number), dated);
  if (found.kind !== 'unknown') return { entry: found.entry };
  const near = [
    ...found.editions.map(({ number }) => number),
    ...(found.editions.length > 0 ? [] : found.nearest.map(({ key }) => key)),
  ].slice(0, 5);
  return {
    answer: {
      found: false,
      why: `This library does not hold ${written}. That says nothing of whether it exists or is in force.`,
      ...(near.length > 0 && { near }),
    },
  };
}

/** Whose a standard of another city is; nothing of others. */
export const nameCity = ({ origin }: CatalogEntry): Answer =>
  origin
    ? { city: `a standard of ${origin.name.zh} (${origin.name.en}), not of this library's city` }
    : {};

/** The head of every answer about a standard: which edition it is, and what it is on the day of the library. */
export function describeHead({ library, addressOf }: LibraryAtHand, entry: CatalogEntry): Answer {
  const { status, since, until, replacedBy } = library.catalog.statusOf(entry);
  const { row, record } = entry;
  const isRecognised = library.catalog
    .recognitionsOf(entry)
    .some((each) => holdsOn(each, library.asOf));
  return {
    number: entry.number,
    title: entry.title,
    ...(entry.titleEn && { titleEn: entry.titleEn }),
    status,
    ...(since && { statusSince: since }),
    ...(until && { statusUntil: until }),
    statusOn: library.asOf,
    ...(replacedBy.length > 0 && { replacedBy }),
    link: addressOf(`/standards/${entry.slug}/`),
    holds: row ? 'full text' : 'catalogue facts only',
    ...nameCity(entry),
    ...(isRecognised && { recognised: 'cities recognise it of each other on this day' }),
    ...(!row && record && { factsAsOf: record.asOf }),
    ...(row?.meta.sample && { sample: 'invented sample, not a real standard' }),
  };
}

/** The text of a standard in a language, where it is here. */
export function readText(
  { library }: LibraryAtHand,
  entry: CatalogEntry,
  language: Language,
): CompiledText | undefined {
  if (!entry.row) return undefined;
  const body = library.body(entry.slug);
  return language === 'en' ? body.english : body.text;
}

/** Clauses of a text by what one calls them: id, `5.2`, `第5章`, `附录A`, `A.3`; the first, and all below it. */
export function findClauses(text: CompiledText, named: string): readonly Clause[] {
  const wanted = named.replaceAll(/\s/g, '').toLowerCase();
  const index = text.clauses.findIndex((clause) =>
    [clause.id, ...clause.aliases, clause.address, clause.label, clause.title].some(
      (name) => name !== '' && name.replaceAll(/\s/g, '').toLowerCase() === wanted,
    ),
  );
  const first = text.clauses[index];
  if (!first) return [];
  const end = text.clauses.findIndex((clause, at) => at > index && clause.level <= first.level);
  return text.clauses.slice(index, end === -1 ? undefined : end);
}

/** The address of a clause. */
export function linkClause(
  { addressOf }: LibraryAtHand,
  entry: CatalogEntry,
  id: string,
  language: Language = 'zh',
): string {
  const folder = language === 'en' ? '/en/standards' : '/standards';
  return `${addressOf(`${folder}/${entry.slug}/`)}#${encodeURIComponent(id)}`;
}
