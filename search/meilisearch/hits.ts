import type { Language } from '#core/model/standard.ts';
import type { ClauseHit, MatchKind, SearchHit, Snippet, SystemHit, TermHit } from '../contract.ts';
import { excerptText } from '../shared/highlight.ts';
import { localPath, standardPath } from '../paths.ts';
import type {
  ClauseDocument,
  StandardDocument,
  SystemDocument,
  TermDocument,
} from './documents.ts';
import {
  readFacts,
  readOrigin,
  readPath,
  readRecognised,
  readSlug,
  readSuccessors,
  readText,
} from './read.ts';
import type { Document } from './read.ts';

export const standardAttributes = [
  'id',
  'slug',
  'number',
  'title',
  'titleEn',
  'hosted',
  'sample',
  'origin',
  'recognised',
  'facts',
  'successors',
] satisfies readonly (keyof StandardDocument)[];
export const termAttributes = [
  'id',
  'standard',
  'anchor',
  'english',
  'term',
  'termEn',
  'definition',
  'number',
  'title',
  'facts',
] satisfies readonly (keyof TermDocument)[];
export const systemAttributes = [
  'id',
  'path',
  'name',
  'nameEn',
  'count',
] satisfies readonly (keyof SystemDocument)[];
export const clauseAttributes = [
  'id',
  'standard',
  'language',
  'anchor',
  'label',
  'title',
  'text',
  'peripheral',
] satisfies readonly (keyof ClauseDocument)[];

/** A standard as the page shows it, from a document of the server. Throws where the document is not of our making. */
export function toHit(document: Document, match: MatchKind, language: Language): SearchHit {
  const slug = readSlug(document, 'slug');
  return {
    slug,
    path: standardPath(slug, language),
    number: readText(document, 'number'),
    title: readText(document, 'title'),
    titleEn: readText(document, 'titleEn'),
    hosted: document['hosted'] === true,
    sample: document['sample'] === true,
    ...readOrigin(document),
    ...readRecognised(document),
    facts: readFacts(document),
    successors: readSuccessors(document),
    match,
    clauses: [],
    clauseCount: 0,
  };
}

/**
 * A clause as the page shows it; its excerpt is cut when it is looked at, for of twenty clauses one is seen at first. Throws where the
 * document is not of our making.
 */
export function toClause(
  document: Document,
  excerpt: (text: string) => readonly Snippet[],
): ClauseHit {
  const language: Language = document['language'] === 'en' ? 'en' : 'zh';
  const text = readText(document, 'text');
  let snippet: readonly Snippet[] | undefined;
  return {
    path: standardPath(readSlug(document, 'standard'), language, readText(document, 'anchor')),
    label: readText(document, 'label'),
    title: readText(document, 'title'),
    get snippet() {
      return (snippet ??= excerpt(text.replace(/\s+/g, ' ').trim()));
    },
    language,
  };
}

/** A term as the page shows it, in the language of the page. Throws where the document is not of our making. */
export function toTerm(
  document: Document,
  searchTerms: readonly string[],
  language: Language,
): TermHit {
  const own = document['english'] === true ? language : 'zh';
  return {
    path: standardPath(readSlug(document, 'standard'), own, readText(document, 'anchor')),
    term: readText(document, 'term'),
    termEn: readText(document, 'termEn'),
    definition: excerptText(readText(document, 'definition'), searchTerms, 200),
    number: readText(document, 'number'),
    title: readText(document, 'title'),
    facts: readFacts(document),
  };
}

/**
 * A system as the page shows it, at its address in the language of the page. Throws where the document is not of our making.
 */
export function toSystem(document: Document, language: Language): SystemHit {
  const { count } = document;
  return {
    path: localPath(readPath(document, 'path'), language),
    name: readText(document, 'name'),
    nameEn: readText(document, 'nameEn'),
    count: typeof count === 'number' ? count : 0,
  };
}
