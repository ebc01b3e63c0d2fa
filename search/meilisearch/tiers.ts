import type { MatchKind, SearchRequest } from '../contract.ts';
import { unique } from '../record/spelling.ts';
import { titleToken } from '../record/titles.ts';
import { allOf, anyOf, beginsWith, isAmong, isEqual, without } from './filter.ts';
import type { Condition } from './filter.ts';
import type { NamedKey, NumberKeys } from './keys.ts';
import { matchesAll, matchesCore } from './question.ts';
import type { Question } from './question.ts';
import type { groups } from './schema.ts';

/** Documents found for one reason. Those of a later tier are in no earlier one. */
export interface Tier {
  readonly match: MatchKind;
  readonly filter: string;
  /** A shorter condition for the tier and what else may be in others: those of all tiers together hold nothing more. */
  readonly whole: Condition;
  /** Where another order than that of rank is wanted. */
  readonly sort?: readonly string[];
}

/** What was learnt of a question before it is asked. */
export interface KnownKeys {
  readonly numbers: NumberKeys;
  /** Of numbers named beside other words, in order. */
  readonly named: readonly NamedKey[];
  /** Conditions on `sounds`; null when the question is no pinyin. */
  readonly sounds: Condition;
}

type Draft = Omit<Tier, 'filter'> & { readonly filter: Condition };
/** Why something is found, before earlier reasons are left out. */
type Reason = Omit<Draft, 'filter'>;

const NUMBER_ORDER = ['numberOrder:asc'];

/**
 * Standards by the reason they are found, strongest first: the number asked for, the whole title, numbers named beside
 * other words, like numbers; what is in force by title, then by text; the rest the same way; what only names it in 前言 or references; bare serials; pinyin.
 */
export function listStandardTiers(
  question: Question,
  { numbers, named, sounds }: KnownKeys,
  { titlesOnly = false, sound = false }: SearchRequest,
): readonly Tier[] {
  if (question.folded === '' && question.numbers.length === 0) return takeAll('slug EXISTS');
  if (sound) return toTiers([{ match: 'pinyin', whole: sounds }]);
  const { exact, loose, beginning, faint } = numbers;
  const equal = (token: string | undefined) => (token ? isEqual('numbers', token) : null);
  const like: readonly Reason[] = [
    { match: 'number', whole: equal(loose) },
    {
      match: 'number',
      whole: beginning ? beginsWith('numbers', beginning) : null,
      sort: NUMBER_ORDER,
    },
  ];
  const pinned = spread([
    { match: 'number', whole: equal(exact) },
    { match: 'title', whole: isEqual('titles', titleToken(question.folded)) },
    ...unique(named.flatMap(({ token }) => token ?? [])).map((token): Reason => ({
      match: 'number',
      whole: equal(token),
    })),
    ...(faint ? [] : like),
  ]);
  // What has the words as typed comes before what has others that mean the same.
  const [typed = '', ...variants] = question.ways;
  const seen: Condition[] = pinned.map(({ whole }) => whole);
  const words: Draft[] = [];
  for (const ways of [[typed], variants].filter((each) => each.length > 0)) {
    const { drafts, all } = listWords({ ...question, ways }, titlesOnly);
    words.push(...drafts.map((draft) => ({ ...draft, filter: without(draft.filter, seen) })));
    seen.push(...all);
  }
  const last = spread([...(faint ? like : []), { match: 'pinyin', whole: sounds }], seen);
  return dropEmpty([...pinned, ...words, ...last]);
}

/**
 * Standards that have the words of a question: those in force by title, then by text; the rest the same way; last those that
 * only name it in 前言 or a list of references. The order of ranks puts hosted ones first.
 */
function listWords(question: Question, titlesOnly: boolean) {
  const title = matchesAll('words', question);
  const body = titlesOnly ? null : matchesAll('body', question);
  const core = titlesOnly ? null : matchesCore(question);
  const within = (own: readonly (typeof groups)[number][]) => (filter: Condition) =>
    allOf([isAmong('group', own), filter]);
  const live = within(['live', 'record']);
  const dead = within(['dead', 'dead-record']);
  const drafts = [
    ...[live, dead].flatMap((of): readonly Draft[] => [
      { match: 'title', whole: title, filter: of(title) },
      { match: 'text', whole: body, filter: without(of(core), [title]) },
    ]),
    { match: 'text', whole: body, filter: without(body, [title, core]) } as const,
  ];
  return { drafts, all: [title, body] };
}

/** Terms: the term itself, terms with all of the words, pinyin, definitions with the words. */
export function listTermTiers(
  question: Question,
  { sounds }: KnownKeys,
  { sound = false, titlesOnly = false }: SearchRequest,
): readonly Tier[] {
  if (question.folded === '') return takeAll('standard EXISTS');
  return toTiers([
    ...(sound ? [] : listNames(question)),
    { match: 'pinyin', whole: sounds },
    { match: 'text', whole: sound || titlesOnly ? null : matchesAll('body', question) },
  ]);
}

/**
 * The tiers of systems, nearest first: named by the question, then sounding like it; all of them for an empty question.
 */
export function listSystemTiers(
  question: Question,
  { sounds }: KnownKeys,
  { sound = false }: SearchRequest,
): readonly Tier[] {
  if (question.folded === '') return takeAll('titles EXISTS');
  return toTiers([...(sound ? [] : listNames(question)), { match: 'pinyin', whole: sounds }]);
}

function listNames(question: Question): readonly Reason[] {
  return [
    { match: 'title', whole: isAmong('titles', question.ways.map(titleToken)) },
    { match: 'title', whole: matchesAll('words', question) },
  ];
}

const takeAll = (filter: string): readonly Tier[] => [{ match: 'all', filter, whole: filter }];

const toTiers = (reasons: readonly Reason[]): readonly Tier[] => dropEmpty(spread(reasons));

/** Each without those before it, and without what was seen before them all. */
function spread(reasons: readonly Reason[], seen: readonly Condition[] = []): readonly Draft[] {
  return reasons.map((reason, at) => ({
    ...reason,
    filter: without(reason.whole, [...seen, ...reasons.slice(0, at).map(({ whole }) => whole)]),
  }));
}

function dropEmpty(drafts: readonly Draft[]): readonly Tier[] {
  return drafts.flatMap(({ filter, ...rest }) => (filter === null ? [] : [{ ...rest, filter }]));
}

/** A condition that is passed by whatever is in one of the tiers; null where there are none. */
export function matchesAny(tiers: readonly Tier[]): Condition {
  return anyOf(tiers.map(({ whole }) => whole));
}
