import type { SearchAnswer, SearchRequest, SystemHit, TermHit } from '../contract.ts';
import type { Directory, NamedIndex, TokenIndex } from './directory/open.ts';
import { findPinyin, findSound, findTogether } from './directory/search.ts';
import { excerptText, listSearchTerms } from '../shared/highlight.ts';
import { localPath, standardPath } from '../paths.ts';
import { readAsked } from '../question/named-numbers.ts';
import { expandSynonyms } from '../question/synonyms.ts';
import type { SystemEntry, TermRecord } from '../record/index.ts';
import { foldText, unique } from '../record/spelling.ts';
import { IN_TEXT, titleToken } from '../record/titles.ts';
import { listChosen, createFilter } from './narrow.ts';
import type { Asked } from './standards.ts';

const DEFINITION_LENGTH = 200;

type Answered = Pick<SearchAnswer, 'terms' | 'systems' | 'total' | 'exact' | 'degraded'>;

/** Terms by name, then by sound, then by definition; those of standards in force first. Filters are those of their standards. */
export async function answerTerms(directory: Directory, asked: Asked): Promise<Answered> {
  const index = await directory.terms();
  const found = await findNamed(directory, index, asked);
  const { ids, degraded } = await narrowByOwner(directory, index, found.ids, asked);
  const records = await index.read(cutPage(ids, asked));
  const terms = records.map((record) => toTerm(record, asked.query, asked.request));
  return { terms, systems: [], total: ids.length, exact: !found.cut && !degraded, degraded };
}

/** Systems by name, then by sound. */
export async function answerSystems(directory: Directory, asked: Asked): Promise<Answered> {
  const index = await directory.systems();
  const { ids, cut } = await findNamed(directory, index, asked);
  const records = await index.read(cutPage(ids, asked));
  const systems = records.map((record) => toSystem(record, asked.request));
  return { terms: [], systems, total: ids.length, exact: !cut, degraded: false };
}

function cutPage(ids: readonly number[], { page, size }: Asked): readonly number[] {
  return ids.slice((page - 1) * size, page * size);
}

async function findNamed(
  directory: Directory,
  index: TokenIndex<unknown>,
  { query, request }: Asked,
): Promise<{ readonly ids: readonly number[]; readonly cut: boolean }> {
  const folded = foldText(readAsked(query).words);
  if (folded === '') {
    const narrowed = listChosen(request.filters).length > 0;
    return { ids: Array.from({ length: narrowed ? index.records : 0 }, (_, id) => id), cut: false };
  }
  if (request.sound) return findSound(index, folded);
  const ways = [folded, ...expandSynonyms(folded, directory.synonyms)];
  const lists = await Promise.all([
    ...ways.map(async (way) => ({ ids: await index.find(titleToken(way)), cut: false })),
    ...ways.map((way) => findTogether(index, way, '')),
    findPinyin(index, folded),
    ...ways.map((way) => findTogether(index, way, IN_TEXT)),
  ]);
  return { ids: unique(lists.flatMap(({ ids }) => ids)), cut: lists.some(({ cut }) => cut) };
}

async function narrowByOwner(
  directory: Directory,
  { owners }: NamedIndex<unknown>,
  ids: readonly number[],
  { request: { filters = {} }, day }: Asked,
): Promise<{ readonly ids: readonly number[]; readonly degraded: boolean }> {
  const chosen = listChosen(filters);
  try {
    const columns = await Promise.all(
      chosen.map(async ([name]) => [name, await directory.column(name, day)] as const),
    );
    const judge = createFilter(filters, new Map(columns));
    return { ids: ids.filter((id) => judge((owners[id] ?? 0) - 1) === null), degraded: false };
  } catch {
    return { ids, degraded: true };
  }
}

function toTerm(record: TermRecord, query: string, { language }: SearchRequest): TermHit {
  const { slug, anchor, english, term, termEn, definition, number, title, facts } = record;
  return {
    path: standardPath(slug, english ? language : 'zh', anchor),
    term,
    termEn,
    definition: excerptText(definition, listSearchTerms(query), DEFINITION_LENGTH),
    number,
    title,
    facts,
  };
}

function toSystem({ path, name, nameEn, count }: SystemEntry, request: SearchRequest): SystemHit {
  return { path: localPath(path, request.language), name, nameEn, count };
}
