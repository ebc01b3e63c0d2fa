import type { Language } from '#core/model/standard.ts';
import type { MatchKind } from '../contract.ts';
import { kindOfAnswer, NAMED_CLAUSE } from '../match/rank.ts';
import type { RankedStandard } from '../match/rank.ts';
import { isNamedClause } from '../question/number-and-words.ts';
import { allOf, anyOf, isAmong, isEqual, NOTHING } from './filter.ts';
import { clauseAttributes, standardAttributes } from './hits.ts';
import { multiSearch } from './http.ts';
import type { Query, Result } from './http.ts';
import type { MatchStore } from './match-store.ts';
import { readText } from './read.ts';
import type { Document } from './read.ts';
import { indexUid, spotOf } from './schema.ts';
import type { Session } from './session.ts';

/** What is known of a standard before it is read: the slug of its text, or the id of its document. */
type StandardName = { readonly slug: string } | { readonly id: string };

/** Named standards by their numbers; those without a text have numbers behind all others. */
export type NamedStandards = ReadonlyMap<number, StandardName>;

/**
 * Names of standards by the numbers that the index of passages has for them: texts by their place there, records
 * behind them in the order of the documents.
 */
export function nameStandards(
  named: readonly Document[],
  { root: { texts, end } }: MatchStore,
): NamedStandards {
  return new Map(
    named.map((document, at): [number, StandardName] => {
      const slug = readText(document, 'slug');
      const text = document['hosted'] === true && texts.find(([own]) => own === slug);
      return text ? [text[2], { slug }] : [end + at, { id: readText(document, 'id') }];
    }),
  );
}

/** A standard that was kept, with its clauses that may answer. */
export interface FoundStandard {
  readonly document: Document;
  readonly match: MatchKind;
  readonly clauses: readonly FoundClause[];
}

export interface FoundClause {
  readonly document: Document;
  readonly score: number;
}

/** Clauses of one text among which a named one is looked for. */
const MOST_IN_TEXT = 2_000;

/** A standard that is to be read; `language` of the text that is shown, the reader's where there is one. */
interface Wanted {
  readonly ranked: RankedStandard;
  readonly name: StandardName | undefined;
  readonly language: Language | undefined;
  /** Of clauses, by `spotOf`. */
  readonly scores: ReadonlyMap<string, number>;
  /** The label of the clause that is named. */
  readonly clause: string;
  readonly isNamed: boolean;
}

/** Ranked standards with their clauses, in their order; one that has just gone is left out. `clause`: named beside a number. */
export async function readStandards(
  session: Session,
  store: MatchStore,
  kept: readonly RankedStandard[],
  names: NamedStandards,
  clause: string,
): Promise<readonly FoundStandard[]> {
  if (kept.length === 0) return [];
  const wanted = await listWanted(session, store, kept, names, clause);
  const { server, prefix, signal } = session;
  const named = wanted.filter((each) => each.clause !== '');
  const [standards, clauses, ...texts] = await multiSearch(
    server,
    [
      askStandards(indexUid(prefix, 'standards'), wanted),
      askClauses(
        indexUid(prefix, 'clauses'),
        anyOf([inSpots('zh', wanted), inSpots('en', wanted)]),
      ),
      ...named.map(({ name, language }) =>
        askClauses(
          indexUid(prefix, 'clauses'),
          name && 'slug' in name && language
            ? allOf([isEqual('standard', name.slug), isEqual('language', language)])
            : null,
        ),
      ),
    ],
    signal,
  );
  const documents = new Map((standards?.hits ?? []).map((each) => [nameOf(each), each]));
  const own = groupBy(listOnce([clauses, ...texts]), (each) => readText(each, 'standard'));
  const seen = new Set<Document>();
  return wanted.flatMap((each): readonly FoundStandard[] => {
    const slug = each.name && 'slug' in each.name ? each.name.slug : '';
    const document = documents.get(keyOf(each.name));
    // A named one may have been ranked by its title too.
    if (!document || seen.has(document)) return [];
    seen.add(document);
    const found = (own.get(slug) ?? []).flatMap((one) => scoreClause(one, each));
    const match = kindOfAnswer(each.ranked, each.isNamed);
    return [{ document, match, clauses: found }];
  });
}

async function listWanted(
  { request }: Session,
  store: MatchStore,
  kept: readonly RankedStandard[],
  names: NamedStandards,
  clause: string,
): Promise<readonly Wanted[]> {
  const { texts } = store.root;
  const standards = new Set(kept.map(({ standard }) => standard));
  const own = groupBy(
    texts.filter(([, , standard]) => standards.has(standard)),
    ([, , standard]) => standard,
  );
  const others = [...standards].filter((each) => !own.has(each) && !names.has(each));
  const ids = await store.findIds(others);
  return kept.map((ranked): Wanted => {
    const { standard, clauses } = ranked;
    const mine = own.get(standard) ?? [];
    const shown = mine.find(([, language]) => language === request.language) ?? mine[0];
    const scores = new Map<string, number>();
    for (const { text, clause: position, score } of clauses) {
      const [slug, language] = texts[text] ?? [];
      if (slug !== undefined && language) scores.set(spotOf(slug, language, position), score);
    }
    const id = ids.get(standard);
    const known = names.get(standard) ?? (id === undefined ? undefined : { id });
    const isNamed = names.has(standard);
    return {
      ranked,
      name: shown ? { slug: shown[0] } : known,
      language: shown?.[1],
      scores,
      clause: isNamed && shown ? clause : '',
      isNamed,
    };
  });
}

const keyOf = (name: StandardName | undefined): string =>
  name === undefined ? '' : 'slug' in name ? `slug ${name.slug}` : `id ${name.id}`;

const nameOf = (document: Document): string =>
  keyOf(
    document['hosted'] === true
      ? { slug: readText(document, 'slug') }
      : { id: readText(document, 'id') },
  );

function askStandards(uid: string, wanted: readonly Wanted[]): Query {
  const names = wanted.flatMap(({ name }) => name ?? []);
  const slugs = names.flatMap((name) => ('slug' in name ? name.slug : []));
  const ids = names.flatMap((name) => ('id' in name ? name.id : []));
  // A catalogue record may have the same slug.
  const hosted = allOf([isAmong('slug', slugs), 'values.text = yes']);
  return {
    indexUid: uid,
    filter: anyOf([hosted, isAmong('id', ids)]) ?? NOTHING,
    limit: names.length,
    attributesToRetrieve: [...standardAttributes, 'values', 'numberOrder', 'issued', 'implemented'],
  };
}

function askClauses(uid: string, filter: string | null): Query {
  return {
    indexUid: uid,
    filter: filter ?? NOTHING,
    limit: MOST_IN_TEXT,
    attributesToRetrieve: [...clauseAttributes, 'place', 'spots', 'provisions', 'position'],
  };
}

function inSpots(language: Language, wanted: readonly Wanted[]): string | null {
  const spots = wanted
    .filter((each) => each.language === language)
    .flatMap(({ scores }) => [...scores.keys()]);
  return allOf([isAmong('spots', spots), isEqual('language', language)]);
}

/** Each document once, in the order of its text. */
function listOnce(results: readonly (Result | undefined)[]): readonly Document[] {
  const documents = results.flatMap((result) => result?.hits ?? []);
  const positionOf = (document: Document) => Number(document['position'] ?? 0);
  return [...new Map(documents.map((each) => [readText(each, 'id'), each])).values()].sort(
    (a, b) => positionOf(a) - positionOf(b),
  );
}

function scoreClause(document: Document, { scores, clause }: Wanted): readonly FoundClause[] {
  if (isNamedClause(readText(document, 'label'), clause))
    return [{ document, score: NAMED_CLAUSE }];
  const { spots = [] } = document;
  const known = (Array.isArray(spots) ? spots : []).flatMap(
    (spot) => scores.get(String(spot)) ?? [],
  );
  return known.length === 0 ? [] : [{ document, score: Math.max(...known) }];
}

/** `Map.groupBy` is newer than some browsers that the site is made for. */
function groupBy<T, K>(values: readonly T[], keyed: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const group = groups.get(keyed(value));
    if (group) group.push(value);
    else groups.set(keyed(value), [value]);
  }
  return groups;
}
