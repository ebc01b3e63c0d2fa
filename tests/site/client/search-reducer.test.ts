import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterNames, scopes } from '#search/contract.ts';
import { emptyAnswer } from '#search/shared/empty-answer.ts';
import type { SearchAnswer, SearchHit } from '#search/contract.ts';
import { blankPage, listUncounted, listUntotalled, reduce } from '#site/client/search/reducer.ts';
import type { Report, SearchAction, SearchPage } from '#site/client/search/reducer.ts';
import { HITS_PER_PAGE, readState } from '#site/client/search/state.ts';

const nothing = emptyAnswer('embedded', 'x');
const hit = (slug: string): SearchHit => ({
  slug,
  path: `/standards/${slug}/`,
  number: slug,
  title: slug,
  titleEn: '',
  hosted: true,
  sample: false,
  facts: { status: '现行', asOf: '2026-01-01' } as SearchHit['facts'],
  successors: [],
  match: 'title',
  clauses: [],
  clauseCount: 0,
});
const found = (total: number, changed: Partial<SearchAnswer> = {}): SearchAnswer => ({
  ...nothing,
  total,
  hits: Array.from({ length: Math.min(total, HITS_PER_PAGE) }, (_, at) => hit(`s-${at}`)),
  ...changed,
});
const address = (query: string) => readState(new URLSearchParams(query));
const run = (page: SearchPage, ...actions: readonly SearchAction[]) => actions.reduce(reduce, page);
const opened = (query: string) =>
  run(blankPage, { type: 'ask', asked: address(query), cause: 'opened' });
const type = (text: string): SearchAction => ({ type: 'ask-text', text, cause: 'typed' });
const submit = (text: string): SearchAction => ({ type: 'ask-text', text, cause: 'asked' });
const answered = (
  { round }: SearchPage,
  answer: SearchAnswer,
  changed: Partial<Report & { readonly type: 'answered' }> = {},
): SearchAction => ({
  type: 'answered',
  round,
  answer,
  counted: [],
  labels: {},
  searched: '',
  lack: '',
  cards: [],
  ...changed,
});
const answerTo = (page: SearchPage, answer: SearchAnswer) => run(page, answered(page, answer));

describe('asking', () => {
  test('without a text and without filters nothing is asked; a filter alone is a question', () => {
    expect(opened('').phase).toBe('idle');
    expect(opened('kind=local').phase).toBe('asking');
    expect(opened('scope=terms&kind=local').phase).toBe('idle');
    expect(answerTo(opened('q=x'), found(1)).phase).toBe('answered');
  });

  test('another text starts at the first page, with a suggestion allowed again; filters stay', () => {
    const page = run(opened('q=x&exact=1&kind=local&page=3'), submit('y'));
    expect(page.asked).toEqual(address('q=y&kind=local'));
    expect(run(opened('q=x&exact=1&page=3'), submit('x')).asked).toEqual(address('q=x&exact=1'));
  });

  test('what is asked is what the address holds of it', () => {
    const long = '标'.repeat(1_000);
    const { asked } = run(opened(''), submit(long));
    expect(long.startsWith(asked.text)).toBe(true);
    expect(asked.text.length).toBeLessThan(long.length);
  });
});

describe('the history', () => {
  test('of texts typed one after the other keeps the last', () => {
    const first = run(opened('q=x'), type('xy'));
    expect(first.entry).toBe('push');
    expect(run(first, type('xyz')).entry).toBe('replace');
    expect(run(first, submit('xyz')).entry).toBe('push');
    expect(run(first, submit('xyz'), type('xyzz')).entry).toBe('push');
  });

  test('keeps no entry of an empty page', () => {
    expect(run(opened(''), type('x')).entry).toBe('replace');
    expect(run(opened(''), submit('x')).entry).toBe('push');
  });

  test('is not written when a page is opened, gone back to, or tried again', () => {
    const back = run(opened('q=x'), { type: 'ask', asked: address('q=y'), cause: 'went-back' });
    expect([opened('q=x').entry, back.entry]).toEqual(['keep', 'keep']);
    expect(run(opened('q=x'), { type: 'failed', round: 1 }, { type: 'retry' }).entry).toBe('keep');
  });

  test('has the last page in place of one behind it, and the reader is led as he would have been', () => {
    const page = run(opened('q=x'), {
      type: 'ask',
      asked: address('q=x&page=9'),
      cause: 'turned',
    });
    const after = answerTo(page, found(25, { hits: [] }));
    expect(after.asked.page).toBe(3);
    expect([after.entry, after.cause, after.phase]).toEqual(['replace', 'turned', 'asking']);
    expect(after.round).toBe(page.round + 1);
    expect(answerTo(after, found(25)).phase).toBe('answered');
  });
});

describe('an answer', () => {
  test('that comes late is let go, whatever it is', () => {
    const reports: readonly Report[] = [
      { type: 'slow' },
      { type: 'early', answer: found(2) },
      {
        type: 'answered',
        answer: found(2),
        counted: [],
        labels: {},
        searched: '',
        lack: '',
        cards: [],
      },
      { type: 'late-cards', cards: [] },
      { type: 'filters-counted', names: ['kind'], answer: found(2) },
      { type: 'scope-counted', scope: 'terms', answer: found(2) },
      { type: 'failed' },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...reports), fc.nat(4), (report, age) => {
        const page = run(opened('q=a'), type('ab'), type('abc'), type('abcd'), type('abcde'));
        fc.pre(page.round - 1 - age > 0);
        const late = { ...report, round: page.round - 1 - age };
        expect(reduce(page, late)).toBe(page);
        const done = answerTo(page, found(3));
        expect(reduce(done, late)).toBe(done);
      }),
    );
  });

  test('that is whole is not taken back by first hits or by slowness', () => {
    const page = opened('q=x');
    const done = answerTo(page, found(3));
    expect(run(done, { type: 'early', answer: found(1), round: page.round })).toBe(done);
    expect(run(done, { type: 'slow', round: page.round })).toBe(done);
  });

  test('is slow, then early, then whole', () => {
    const page = opened('q=x');
    const { round } = page;
    const slow = run(page, { type: 'slow', round });
    const early = run(slow, { type: 'early', answer: found(1), round });
    expect([slow.phase, early.phase]).toEqual(['slow', 'early']);
    expect(run(early, { type: 'slow', round })).toBe(early);
    expect(answerTo(early, found(3)).shown?.answer.total).toBe(3);
  });

  test('that fails can be asked for again', () => {
    const page = opened('q=x');
    const failed = run(page, { type: 'failed', round: page.round });
    const again = run(failed, { type: 'retry' });
    expect([failed.phase, again.phase, again.round]).toEqual(['failed', 'asking', page.round + 1]);
    expect(again.asked).toEqual(page.asked);
  });

  test('keeps the names of codes that were loaded before when they are late', () => {
    const labels = { ics: { '01': '综合' } };
    const page = opened('q=x');
    const first = run(page, answered(page, found(1), { labels }));
    const next = run(first, type('xy'));
    expect(run(next, answered(next, found(1), { labels: undefined })).labels).toBe(labels);
  });

  test('has cards that are late below the list, and those there in time above it', () => {
    const card = { type: 'guide', entry: { path: '/help/', title: 'x', text: 'x' }, query: 'x' };
    const cards = [card] as unknown as readonly [];
    const page = opened('q=x');
    const done = run(page, answered(page, found(1), { cards: undefined }), {
      type: 'late-cards',
      cards,
      round: page.round,
    });
    expect(done.shown).toMatchObject({ cards: [], lateCards: cards });
    expect(run(page, answered(page, found(1), { cards })).shown?.cards).toBe(cards);
  });
});

describe('counts', () => {
  test('of filters are asked for those seen and not counted, once there is an answer', () => {
    const page = opened('q=x');
    expect(listUncounted(page, filterNames)).toEqual([]);
    const done = run(page, answered(page, found(1), { counted: ['kind'] }));
    expect(listUncounted(done, ['kind', 'ics'])).toEqual(['ics']);
    const more = run(done, {
      type: 'filters-counted',
      names: ['ics'],
      answer: found(1, { facets: { ics: [{ value: '01', count: 1 }] } }),
      round: page.round,
    });
    expect(listUncounted(more, ['kind', 'ics'])).toEqual([]);
    expect(more.shown?.answer.facets.ics).toEqual([{ value: '01', count: 1 }]);
    const terms = answerTo(opened('q=x&scope=terms'), found(1));
    expect(listUncounted(terms, filterNames)).toEqual([]);
  });

  test('that a degraded answer does not have stay to be asked for', () => {
    const done = answerTo(opened('q=x'), found(1));
    const answer = found(1, { degraded: true });
    const after = run(done, {
      type: 'filters-counted',
      names: ['ics'],
      answer,
      round: done.round,
    });
    expect(listUncounted(after, ['ics'])).toEqual(['ics']);
  });

  test('of tabs outlive the page and the order, not the question', () => {
    const done = answerTo(opened('q=x'), found(30));
    expect(listUntotalled(done)).toEqual(scopes.filter((scope) => scope !== 'standards'));
    const all = run(
      done,
      ...scopes.map((scope) => ({
        type: 'scope-counted' as const,
        scope,
        answer: found(1),
        round: done.round,
      })),
    );
    const go = (query: string): SearchAction => ({
      type: 'ask',
      asked: address(query),
      cause: 'asked',
    });
    expect(listUntotalled(run(all, go('q=x&page=2&sort=number&scope=clauses')))).toEqual([]);
    expect(listUntotalled(run(all, go('q=x&kind=local')))).toEqual(scopes);
    expect(listUntotalled(run(all, go('q=y')))).toEqual(scopes);
  });
});

describe('picks', () => {
  test('are kept from page to page, and go with the question', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.boolean())), (picks) => {
        const page = run(
          answerTo(opened('q=x'), found(30)),
          ...picks.map(([at, picked]) => ({ type: 'pick' as const, hit: hit(`s-${at}`), picked })),
        );
        const last = new Map(picks);
        const chosen = [...last].filter(([, picked]) => picked).map(([at]) => `s-${at}`);
        expect([...page.picked.keys()].sort()).toEqual(chosen.sort());
        const asked = { ...page.asked, page: 2 };
        expect(run(page, { type: 'ask', asked, cause: 'turned' }).picked).toEqual(page.picked);
        expect(run(page, type('xy')).picked.size).toBe(0);
        expect(run(page, { type: 'unpick' }).picked.size).toBe(0);
      }),
    );
  });
});
