import type { StatusFacts } from '../../src/core/catalog/status.ts';
import type { Language } from '../../src/core/model/standard.ts';
import type { ClauseHit, MatchKind, SearchHit, SystemHit, TermHit } from '../contract.ts';
import { excerptText } from '../needles.ts';
import type { RecordLink } from '../record/standard-record.ts';
import { EngineFailure } from './failure.ts';
import { isObject } from './http.ts';

type Document = Readonly<Record<string, unknown>>;

export const standardAttributes = [
  'id',
  'slug',
  'number',
  'title',
  'titleEn',
  'hosted',
  'facts',
  'successors',
];
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
];
export const systemAttributes = ['id', 'path', 'name', 'nameEn', 'count'];
export const clauseAttributes = [
  'id',
  'standard',
  'language',
  'anchor',
  'label',
  'title',
  'text',
  'peripheral',
];

export function readText(document: Document, name: string): string {
  const value = document[name];
  if (typeof value !== 'string') throw new EngineFailure('garbage', `a document without ${name}`);
  return value;
}

function readFacts(document: Document): StatusFacts {
  const { facts } = document;
  if (!isObject(facts)) throw new EngineFailure('garbage', 'a document without facts');
  return facts;
}

const rootOf = (language: Language) => (language === 'en' ? '/en' : '');

export function drawHit(document: Document, match: MatchKind, language: Language): SearchHit {
  const slug = readText(document, 'slug');
  const { successors } = document;
  return {
    slug,
    path: `${rootOf(language)}/standards/${slug}/`,
    number: readText(document, 'number'),
    title: readText(document, 'title'),
    titleEn: readText(document, 'titleEn'),
    hosted: document['hosted'] === true,
    facts: readFacts(document),
    successors: Array.isArray(successors) ? (successors as readonly RecordLink[]) : [],
    match,
    clauses: [],
    clauseCount: 0,
  };
}

export function drawClause(document: Document, needles: readonly string[]): ClauseHit {
  const language: Language = document['language'] === 'en' ? 'en' : 'zh';
  const anchor = encodeURIComponent(readText(document, 'anchor'));
  const text = readText(document, 'text').replace(/\s+/g, ' ').trim();
  return {
    path: `${rootOf(language)}/standards/${readText(document, 'standard')}/#${anchor}`,
    label: readText(document, 'label'),
    title: readText(document, 'title'),
    snippet: excerptText(text, needles),
    language,
  };
}

export function drawTerm(
  document: Document,
  needles: readonly string[],
  language: Language,
): TermHit {
  const anchor = encodeURIComponent(readText(document, 'anchor'));
  const root = document['english'] === true ? rootOf(language) : '';
  return {
    path: `${root}/standards/${readText(document, 'standard')}/#${anchor}`,
    term: readText(document, 'term'),
    termEn: readText(document, 'termEn'),
    definition: excerptText(readText(document, 'definition'), needles, 200),
    number: readText(document, 'number'),
    title: readText(document, 'title'),
    facts: readFacts(document),
  };
}

export function drawSystem(document: Document, language: Language): SystemHit {
  const { count } = document;
  return {
    path: rootOf(language) + readText(document, 'path'),
    name: readText(document, 'name'),
    nameEn: readText(document, 'nameEn'),
    count: typeof count === 'number' ? count : 0,
  };
}
