import type { CatalogEntry } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Language } from '#core/model/standard.ts';
import type { SearchLibrary } from '../library.ts';
import { placeClauses } from '../match/passages.ts';
import type { Place } from '../match/passages.ts';
import type { Sounds } from '../question/sound.ts';
import type { FilterValues } from '../record/filter-values.ts';
import { numbersIn } from '../record/cited.ts';
import { NUMBER, numberToken, numberTokens } from '../record/numbers.ts';
import { projectPages } from '../record/page.ts';
import type { TextPage } from '../record/page.ts';
import { pinyinTokens } from '../record/pinyin.ts';
import { unique } from '../record/spelling.ts';
import { placeOf } from '../record/group.ts';
import { BAND, orderInGroup, projectEntry } from '../record/standard-record.ts';
import type { DirectoryEntry, StandardRecord } from '../record/standard-record.ts';
import type { TermRecord } from '../record/term-entry.ts';
import type { SystemHit } from '../contract.ts';
import { listSystems } from '../record/system-entry.ts';
import type { SystemEntry } from '../record/system-entry.ts';
import { titleToken, titleTokens } from '../record/titles.ts';
import { listPassageGroups } from './passage-documents.ts';
import type { PassageDocument } from './passage-documents.ts';
import type { KeptPlace } from './passages/index-passages.ts';
import { documentId, groups, spotOf } from './schema.ts';
import type { IndexName } from './schema.ts';

/** What lists are ordered by where nothing else decides: in force before replaced, hosted before known, newest first. */
interface Order {
  readonly rank: number;
  readonly numberOrder: string;
  /** Left out when not known, so that it sorts last. */
  readonly issued?: string;
  readonly implemented?: string;
}

/** What a document is found by: tokens, see `search/record/`. `words` are of titles and keywords, `body` of all of it. */
interface Tokens {
  readonly titles: readonly string[];
  readonly words: readonly string[];
  readonly sounds: readonly string[];
  readonly body: readonly string[];
}

export interface StandardDocument extends Order, StandardRecord, Tokens {
  readonly id: string;
  /** One of `groups`. */
  readonly group: string;
  readonly values: FilterValues;
  readonly numbers: readonly string[];
  /** Those that stand only in 前言 and lists of references. */
  readonly edge: readonly string[];
}

export interface ClauseDocument extends Order {
  readonly id: string;
  /** Slug of its standard. */
  readonly standard: string;
  readonly language: Language;
  readonly anchor: string;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  /** 1 for 前言 and lists of references, shown after the rest. */
  readonly peripheral: 0 | 1;
  /** Place in the text. */
  readonly position: number;
  readonly place: Place;
  /** By `spotOf`: its own, and that of the clause with its anchor in the other language. */
  readonly spots: readonly string[];
  /** Those of the standard, but the provisions are its own. */
  readonly values: FilterValues;
  /** Its provisions once more, where it has any: a server unpacks all values of a document that is read. */
  readonly provisions?: readonly string[];
  readonly body: readonly string[];
}

export interface TermDocument
  extends Pick<Order, 'rank' | 'numberOrder'>, Omit<TermRecord, 'slug'>, Tokens {
  readonly id: string;
  /** Slug of its standard. */
  readonly standard: string;
  readonly position: number;
  readonly values: FilterValues;
}

export interface SystemDocument extends Pick<Order, 'rank'>, SystemHit, Omit<Tokens, 'body'> {
  readonly id: string;
}

export type IndexDocument =
  | StandardDocument
  | ClauseDocument
  | TermDocument
  | SystemDocument
  | PassageDocument;

/** A document with the index it belongs to. */
interface PlacedDocument {
  readonly indexName: IndexName;
  readonly document: IndexDocument;
}

/** Documents that are made of one thing: a standard, the systems, words of all texts. */
export interface DocumentGroup {
  readonly name: string;
  /** All that they are made from, as text. */
  readonly from: () => string;
  readonly make: () => Iterable<PlacedDocument>;
}

/** Every document of a library; one standard's text in memory at a time. */
export function* projectDocuments(
  library: SearchLibrary,
  sounds: Sounds,
): Generator<PlacedDocument> {
  for (const { make } of listGroups(library, sounds)) yield* make();
}

/** The documents of a library in groups, in their order; they are made when they are asked for. `kept`: where an index of passages is kept. */
export function* listGroups(
  library: SearchLibrary,
  sounds: Sounds,
  kept?: KeptPlace,
): Generator<DocumentGroup> {
  for (const entry of library.catalog.entries) yield groupOfEntry(entry, library);
  const systems = listSystems(library);
  yield {
    name: 'systems',
    from: () => JSON.stringify(systems),
    make: () =>
      systems.map((system, rank) => ({
        indexName: 'systems',
        document: projectSystem(system, rank),
      })),
  };
  for (const { make, ...group } of listPassageGroups(library, sounds, kept)) {
    yield {
      ...group,
      make: () => make().map((document) => ({ indexName: 'passages', document })),
    };
  }
}

function groupOfEntry(entry: CatalogEntry, library: SearchLibrary): DocumentGroup {
  const { key, row } = entry;
  const projected = projectEntry(entry, library, 'full');
  const order = orderOf(projected);
  return {
    name: key,
    from: () => JSON.stringify([projected, order, row && [row.digest, row.terms, row.hasEnglish]]),
    *make() {
      const body = row && library.body(row.slug);
      const pages = body ? projectPages(body) : [];
      yield { indexName: 'standards', document: projectStandard(entry, projected, order, pages) };
      if (!row) return;
      for (const document of projectClauses(pages, projected.values, order))
        yield { indexName: 'clauses', document };
      for (const document of projectTerms(row, projected, order))
        yield { indexName: 'terms', document };
    },
  };
}

function orderOf({ record, values, numberOrder, issued, implemented }: DirectoryEntry): Order {
  const place = placeOf(record.hosted, values.status?.[0], record.origin !== undefined);
  return {
    rank: place * BAND + orderInGroup(values.status?.[0], Number(values.year?.[0] ?? 0)),
    numberOrder,
    ...(issued && { issued }),
    ...(implemented && { implemented }),
  };
}

function projectStandard(
  { key }: CatalogEntry,
  entry: DirectoryEntry,
  order: Order,
  pages: readonly TextPage[],
): StandardDocument {
  const { record, keys, words, values } = entry;
  const titles = [record.title, record.titleEn].filter(Boolean);
  const own = unique(titles.flatMap(titleTokens));
  const core = new Set([...own, ...words.flatMap(titleTokens)]);
  const rest = new Set<string>();
  const add = (tokens: Set<string>, text: string) => {
    for (const token of textTokens(text)) tokens.add(token);
  };
  for (const { lead, clauses } of pages) {
    for (const text of lead) add(core, text);
    for (const { title, text, peripheral } of clauses) {
      for (const line of [title, ...text]) add(peripheral ? rest : core, line);
    }
  }
  const edge = [...rest].filter((token) => !core.has(token));
  return {
    id: documentId(key),
    ...record,
    ...order,
    group:
      groups[Math.ceil(placeOf(record.hosted, values.status?.[0], record.origin !== undefined))] ??
      'dead-record',
    values,
    numbers: numberTokens(keys),
    titles: unique(titles.map(titleToken)),
    words: own,
    sounds: pinyinTokens(record.title),
    body: record.hosted ? [...core, ...edge] : [],
    edge,
  };
}

/** Those of a title, and numbers of standards, each as a whole. */
function textTokens(text: string): readonly string[] {
  return [...titleTokens(text), ...numbersIn(text).map((number) => numberToken(NUMBER, number))];
}

function* projectClauses(
  pages: readonly TextPage[],
  values: FilterValues,
  order: Order,
): Generator<ClauseDocument> {
  const { provision: _, ...others } = values;
  for (const { slug, language, clauses } of pages) {
    const places = placeClauses(clauses);
    for (const [position, clause] of clauses.entries()) {
      const { id, label, title, text, peripheral, provisions } = clause;
      yield {
        id: documentId(`${slug}-${language}-${id}`),
        standard: slug,
        language,
        anchor: id,
        label,
        title,
        text: text.join('\n'),
        peripheral: peripheral ? 1 : 0,
        position,
        place: places[position] ?? 'body',
        spots: listSpots(id, pages),
        values: provisions.length > 0 ? { ...others, provision: provisions } : others,
        ...(provisions.length > 0 && { provisions }),
        ...order,
        body: unique([title, ...text].flatMap(textTokens)),
      };
    }
  }
}

/** Where an anchor stands in the texts of a standard. */
function listSpots(anchor: string, pages: readonly TextPage[]): readonly string[] {
  return pages.flatMap(({ slug, language, clauses }) => {
    const position = clauses.findIndex(({ id }) => id === anchor);
    return position < 0 ? [] : [spotOf(slug, language, position)];
  });
}

function projectTerms(
  { slug, terms, hasEnglish }: StandardRow,
  { record, values }: DirectoryEntry,
  { rank, numberOrder }: Order,
): readonly TermDocument[] {
  return terms.map((each, position) => {
    const { term, termEn = '', admitted, abbreviations, definition, anchor } = each;
    const names = [term, termEn, ...admitted, ...abbreviations].filter(Boolean);
    return {
      id: documentId(`${slug}-${anchor}`),
      standard: slug,
      anchor,
      english: hasEnglish,
      term,
      termEn,
      definition,
      number: record.number,
      title: record.title,
      facts: record.facts,
      position,
      values,
      rank,
      numberOrder,
      titles: unique(names.map(titleToken)),
      words: unique(names.flatMap(titleTokens)),
      sounds: unique([term, ...admitted].flatMap(pinyinTokens)),
      body: unique([...names, definition].flatMap(titleTokens)),
    };
  });
}

function projectSystem(
  { path, name, nameEn, count, words }: SystemEntry,
  rank: number,
): SystemDocument {
  const names = unique([name, nameEn, ...words].filter(Boolean));
  return {
    id: documentId(path),
    path,
    name,
    nameEn,
    count,
    rank,
    titles: unique(names.map(titleToken)),
    words: unique(names.flatMap(titleTokens)),
    sounds: unique(names.flatMap(pinyinTokens)),
  };
}
