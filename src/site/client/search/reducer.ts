import { scopes } from '#search/contract.ts';
import type { FilterName, Scope, SearchAnswer, SearchHit } from '#search/contract.ts';
import { countPages } from './count-pages.ts';
import type { Card } from './cards.ts';
import type { Labels } from './labels.ts';
import { change, hasFilters, listFilters, readState, writeState } from './state.ts';
import type { PageState } from './state.ts';

/** How a question came about: it decides what the history keeps and where the reader is taken. */
export type Cause = 'opened' | 'typed' | 'asked' | 'turned' | 'went-back';

/** `slow`: asking, and the reader is told so; `early`: first hits are shown while the rest is on its way. */
export type Phase = 'idle' | 'asking' | 'slow' | 'early' | 'answered' | 'failed';

/** An answer and what is said with it. */
export interface Shown {
  readonly answer: SearchAnswer;
  /** Names of filters that were counted. */
  readonly counted: ReadonlySet<FilterName>;
  /** A sentence on what was searched, when nothing that answers was found; else empty. */
  readonly searched: string;
  /** What a degraded answer lacks; else empty. */
  readonly lack: string;
  /** What answers before the list does. */
  readonly cards: readonly Card[];
  /** What came too late to stand above the list. */
  readonly lateCards: readonly Card[];
}

/** All that the page of results knows: what is asked, how far the answer is, what the reader has picked. */
export interface SearchPage {
  readonly asked: PageState;
  readonly cause: Cause;
  /** Grows with every question: what comes for one before is let go. */
  readonly round: number;
  /** What the browser's history does with the question. */
  readonly entry: 'keep' | 'replace' | 'push';
  /** Of several questions typed one after the other the history keeps the last. */
  readonly typing: boolean;
  readonly phase: Phase;
  /** First hits of an answer that is not whole yet. */
  readonly early?: SearchAnswer;
  readonly shown?: Shown;
  /** Totals of the same question by scope, told by the tabs; a lower bound is not exact. */
  readonly totals: ReadonlyMap<Scope, Pick<SearchAnswer, 'total' | 'exact'>>;
  /** Hits chosen one by one, by slug. */
  readonly picked: ReadonlyMap<string, SearchHit>;
  /** Names of codes, as last loaded. */
  readonly labels: Labels;
}

/** What comes of asking; each names the round it belongs to. */
export type Report =
  | { readonly type: 'slow' }
  | { readonly type: 'early'; readonly answer: SearchAnswer }
  | {
      readonly type: 'answered';
      readonly answer: SearchAnswer;
      readonly counted: readonly FilterName[];
      /** Nothing when their loading takes longer than results may wait. */
      readonly labels: Labels | undefined;
      readonly searched: string;
      readonly lack: string;
      /** Nothing when they are not there yet. */
      readonly cards: readonly Card[] | undefined;
    }
  | { readonly type: 'late-cards'; readonly cards: readonly Card[] }
  | {
      readonly type: 'filters-counted';
      readonly names: readonly FilterName[];
      readonly answer: SearchAnswer;
    }
  | { readonly type: 'scope-counted'; readonly scope: Scope; readonly answer: SearchAnswer }
  | { readonly type: 'failed' };

export type SearchAction =
  | { readonly type: 'ask'; readonly asked: PageState; readonly cause: Cause }
  /** The text of the box, from the first page of its results. */
  | { readonly type: 'ask-text'; readonly text: string; readonly cause: 'typed' | 'asked' }
  | { readonly type: 'retry' }
  | { readonly type: 'pick'; readonly hit: SearchHit; readonly picked: boolean }
  | { readonly type: 'unpick' }
  | (Report & { readonly round: number });

/** Before anything is asked. */
export const blankPage: SearchPage = {
  asked: readState(new URLSearchParams()),
  cause: 'opened',
  round: 0,
  entry: 'keep',
  typing: false,
  phase: 'idle',
  totals: new Map(),
  picked: new Map(),
  labels: {},
};

/** The page after an action; the same object when nothing changes. Reports of questions asked before the last change nothing. */
export function reduce(page: SearchPage, action: SearchAction): SearchPage {
  switch (action.type) {
    case 'ask':
      return ask(page, action.asked, action.cause);
    case 'ask-text':
      return ask(page, changeText(page.asked, action.text), action.cause);
    case 'retry':
      return { ...begin(page, page.asked, 'asked'), typing: page.typing, entry: 'keep' };
    case 'pick':
      return { ...page, picked: pick(page.picked, action.hit, action.picked) };
    case 'unpick':
      return { ...page, picked: new Map() };
    default:
      return action.round === page.round ? receive(page, action) : page;
  }
}

const changeText = (asked: PageState, text: string) =>
  text === asked.text ? change(asked, {}) : change(asked, { text, exact: false });

function ask(page: SearchPage, asked: PageState, cause: Cause): SearchPage {
  const typed = cause === 'typed';
  const written = cause !== 'opened' && cause !== 'went-back';
  const replaces = typed && (page.typing || page.asked.text === '');
  return {
    ...begin(page, asked, cause),
    typing: typed,
    entry: !written ? 'keep' : replaces ? 'replace' : 'push',
  };
}

const questionOf = ({ text, exact, filters }: PageState) => JSON.stringify([text, exact, filters]);

/** A round begins: what the address holds is asked; picks and totals outlive it while the question is the same. */
function begin(page: SearchPage, wanted: PageState, cause: Cause): SearchPage {
  const asked = readState(new URLSearchParams(writeState(wanted)));
  const { early: _early, shown: _shown, ...rest } = page;
  const same = questionOf(asked) === questionOf(page.asked);
  return {
    ...rest,
    asked,
    cause,
    round: page.round + 1,
    phase: isIdle(asked) ? 'idle' : 'asking',
    ...(same ? {} : { totals: new Map(), picked: new Map() }),
  };
}

const isIdle = (asked: PageState) => asked.text === '' && listFilters(asked).length === 0;

function pick(
  picked: ReadonlyMap<string, SearchHit>,
  hit: SearchHit,
  chosen: boolean,
): ReadonlyMap<string, SearchHit> {
  const next = new Map(picked);
  if (chosen) next.set(hit.slug, hit);
  else next.delete(hit.slug);
  return next;
}

function receive(page: SearchPage, report: Report): SearchPage {
  const { phase, shown } = page;
  const waiting = phase === 'asking' || phase === 'slow' || phase === 'early';
  switch (report.type) {
    case 'slow':
      return phase === 'asking' ? { ...page, phase: 'slow' } : page;
    case 'early':
      return phase === 'asking' || phase === 'slow'
        ? { ...page, phase: 'early', early: report.answer }
        : page;
    case 'answered':
      return waiting ? showAnswer(page, report) : page;
    case 'late-cards':
      return shown ? { ...page, shown: { ...shown, lateCards: report.cards } } : page;
    case 'filters-counted':
      return shown ? { ...page, shown: addCounts(shown, report) } : page;
    case 'scope-counted':
      return { ...page, totals: new Map(page.totals).set(report.scope, report.answer) };
    case 'failed':
      return { ...page, phase: 'failed' };
  }
}

/** Whether what is asked is a page behind the last. */
export function isBehindLast(answer: SearchAnswer, { page }: PageState): boolean {
  return answer.total > 0 && page > countPages(answer, page).known;
}

/** In place of a page behind the last the last is asked. */
function showAnswer(
  page: SearchPage,
  { answer, counted, labels, searched, lack, cards }: Report & { readonly type: 'answered' },
): SearchPage {
  const { asked, cause, typing } = page;
  if (isBehindLast(answer, asked)) {
    const { known } = countPages(answer, asked.page);
    return { ...begin(page, { ...asked, page: known }, cause), typing, entry: 'replace' };
  }
  return {
    ...page,
    phase: 'answered',
    labels: labels ?? page.labels,
    totals: new Map(page.totals).set(asked.scope, answer),
    shown: {
      answer,
      counted: new Set(counted),
      searched,
      lack,
      cards: cards ?? [],
      lateCards: [],
    },
  };
}

/** A degraded answer without any counts says nothing of them. */
function addCounts(
  shown: Shown,
  { names, answer: { facets, degraded } }: Report & { readonly type: 'filters-counted' },
): Shown {
  if (degraded && Object.keys(facets).length === 0) return shown;
  return {
    ...shown,
    answer: { ...shown.answer, facets: { ...shown.answer.facets, ...facets } },
    counted: new Set([...shown.counted, ...names]),
  };
}

/** Of filters that the reader sees those whose values are not counted yet; none before there is an answer. */
export function listUncounted(
  { asked, shown }: SearchPage,
  seen: readonly FilterName[],
): readonly FilterName[] {
  return shown && hasFilters(asked.scope) ? seen.filter((name) => !shown.counted.has(name)) : [];
}

/** Scopes whose tabs have no total yet. */
export function listUntotalled({ totals }: SearchPage): readonly Scope[] {
  return scopes.filter((scope) => !totals.has(scope));
}
