import { ask } from '#search/ask.ts';
import type { FilterName, SearchAnswer, SearchRequest } from '#search/contract.ts';
import { pause } from '#search/shared/pause.ts';
import { describeLack, describeSearched } from './describe.ts';
import { getEngine, hasServers, isThrifty } from './engine.ts';
import type { Place } from './engine.ts';
import { loadLabels } from './labels.ts';
import type { Labels } from './labels.ts';
import type { CardFinding } from './whole-view.ts';
import { isBehindLast, listUntotalled } from './reducer.ts';
import type { Report, SearchPage, Shown } from './reducer.ts';
import { hasFilters, HITS_PER_PAGE } from './state.ts';
import type { PageState } from './state.ts';
import { findQuery } from './view.ts';

const SLOW_MS = 300;
/** So long the whole answer may take before its first hits are shown; none where they took longer than that themselves. */
const EARLY_MS = 150;
/** As many as a phone shows at once. */
const EARLY_HITS = 5;
/** Results do not wait longer for the names of codes. */
const LABELS_MS = 1_000;
/** Nor for what may stand above them: what comes later stands below. */
const CARDS_MS = 250;
/** The tabs are counted when the reader has stopped asking. */
const COUNT_MS = 400;

/** Asks the engines for a page of results, and reports what comes. */
export interface Asking {
  /** Asks what the page asks, and with it counts the filters seen; what was asked before is let go. */
  readonly ask: (page: SearchPage, seen: readonly FilterName[]) => Promise<void>;
  /** Lets go what was asked before. */
  readonly stop: () => void;
  /** Filters are counted when they are seen: on a phone, and of codes, few readers open them. */
  readonly countFilters: (page: SearchPage, names: readonly FilterName[]) => Promise<void>;
  /** What else there is for the same question, told by the tabs. */
  readonly countScopes: (current: () => SearchPage) => Promise<void>;
}

/** `tell`: where reports go, with the round they belong to; `loadWhole`: what an answer is finished with. */
export function createAsking(
  place: Place,
  tell: (report: Report & { readonly round: number }) => void,
  loadWhole: () => Promise<CardFinding>,
): Asking {
  let asking = new AbortController();
  const stop = () => {
    asking.abort();
    return (asking = new AbortController());
  };
  const search = (asked: PageState, changed: Partial<SearchRequest>, signal: AbortSignal) =>
    ask(getEngine(place), { ...toRequest(asked, place), ...changed }, signal);
  /** The same question as was answered, only to count. */
  const count = ({ asked }: SearchPage, { answer }: Shown, changed: Partial<SearchRequest>) =>
    search(
      {
        ...asked,
        scope: changed.scope ?? asked.scope,
        text: findQuery(answer),
        exact: true,
        page: 1,
      },
      {
        ...changed,
        size: 1,
        ...(answer.best && hasFilters(changed.scope ?? asked.scope) && { best: true }),
      },
      asking.signal,
    );

  return {
    stop: () => void stop(),
    ask: async ({ asked, round }, seen) => {
      const { signal } = stop();
      const report = (what: Report) => {
        if (!signal.aborted) tell({ ...what, round });
      };
      const slow = window.setTimeout(() => report({ type: 'slow' }), SLOW_MS);
      try {
        const facets = hasFilters(asked.scope) ? seen : [];
        await reportEarly(asked, place, signal, report);
        const finishing = beginToFinish(loadWhole, asked, place);
        const naming = Promise.race([loadLabels(place), pause(LABELS_MS)]);
        const answer = await search(asked, { facets, spareCounts: true }, signal);
        const counted = facets.filter((name) => !answer.uncounted?.includes(name));
        const { findCards } = await finishing;
        await reportAnswer(asked, answer, counted, { place, naming, findCards, signal, report });
      } catch {
        report({ type: 'failed' });
      } finally {
        window.clearTimeout(slow);
      }
    },
    countFilters: async (page, names) => {
      if (!page.shown || names.length === 0) return;
      const { signal } = asking;
      try {
        const answer = await count(page, page.shown, { facets: names });
        if (!signal.aborted) tell({ type: 'filters-counted', names, answer, round: page.round });
      } catch {
        // The group can be opened again.
      }
    },
    countScopes: async (current) => {
      if (isThrifty()) return;
      const { signal } = asking;
      await pause(COUNT_MS);
      for (const scope of listUntotalled(current())) {
        const page = current();
        if (signal.aborted || !page.shown) return;
        try {
          const answer = await count(page, page.shown, { scope });
          if (!signal.aborted) tell({ type: 'scope-counted', scope, answer, round: page.round });
        } catch {
          // The tab stays without a count.
        }
      }
    },
  };
}

/** Loads what an answer is finished with, and has the place looked for meanwhile where the question asks for standards. */
function beginToFinish(
  loadWhole: () => Promise<CardFinding>,
  { text }: PageState,
  place: Place,
): Promise<CardFinding> {
  const finishing = loadWhole();
  // What is wrong is told to who waits for it.
  finishing.then(({ warmPlaceCard }) => warmPlaceCard(text, place)).catch(() => undefined);
  return finishing;
}

function toRequest(
  { text, exact, scope, filters, sort, page }: PageState,
  { language }: Place,
): SearchRequest {
  return {
    text,
    language,
    scope,
    filters: hasFilters(scope) ? filters : {},
    sort,
    page,
    size: HITS_PER_PAGE,
    facets: [],
    asWritten: exact,
  };
}

/**
 * Numbers and titles take few small files, texts many: on a slow network the first hits by name are reported while the
 * texts are on their way. Nothing is lost when it fails.
 */
async function reportEarly(
  asked: PageState,
  place: Place,
  signal: AbortSignal,
  report: (what: Report) => void,
): Promise<void> {
  const { scope, sort, page, text } = asked;
  if (scope !== 'standards' || sort !== 'relevance' || page > 1 || text === '' || hasServers())
    return;
  const since = performance.now();
  const answer = await getEngine(place)
    .search(
      { ...toRequest(asked, place), titlesOnly: true, firstTexts: true, size: EARLY_HITS },
      signal,
    )
    .catch(() => undefined);
  if (!answer || answer.hits.length === 0 || signal.aborted) return;
  const wait = performance.now() - since > EARLY_MS ? 0 : EARLY_MS;
  window.setTimeout(() => report({ type: 'early', answer }), wait);
}

/** Reports the answer with all that is said beside it, and after it the cards that were not ready. */
async function reportAnswer(
  asked: PageState,
  answer: SearchAnswer,
  counted: readonly FilterName[],
  { place, naming, findCards, signal, report }: ReportContext,
): Promise<void> {
  if (signal.aborted) return;
  const bare = { type: 'answered', answer, counted, searched: '', lack: '' } as const;
  if (isBehindLast(answer, asked)) {
    report({ ...bare, labels: undefined, cards: undefined });
    return;
  }
  const labels = await naming;
  const isAnswered = answer.total > 0 && answer.best?.likely !== false;
  const searched = isAnswered ? '' : await describeSearched(place);
  const lack = answer.degraded ? describeLack(place) : '';
  if (signal.aborted) return;
  const finding = findCards(asked, answer, place, signal);
  const cards = await Promise.race([finding, pause(CARDS_MS)]);
  report({ ...bare, labels, searched, lack, cards });
  if (!cards) {
    void finding.then((late) => report({ type: 'late-cards', cards: late }));
  }
}

interface ReportContext {
  readonly place: Place;
  readonly naming: Promise<Labels | undefined>;
  readonly findCards: CardFinding['findCards'];
  readonly signal: AbortSignal;
  readonly report: (what: Report) => void;
}
