import type { SearchAnswer, SearchHit, TermHit } from '#search/contract.ts';
import { toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { change, readState, writeState } from './state.ts';
import { draw, renderStatus, langOf } from '../draw.ts';
import {
  renderMarks,
  renderSnippet,
  renderTitle,
  findQuery,
  printKey,
  readStatus,
  sayInstead,
  renderWords,
} from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

/** One line under a box. */
export interface Option {
  readonly element: HTMLElement;
  /** Where it leads; nothing when it acts here. */
  readonly href?: string;
  /** The question asked before that it stands for. */
  readonly recent?: string;
  readonly clear?: true;
}

type Children = readonly (Node | string)[];

function renderLine(id: string, name: string, ...children: Children): HTMLElement {
  return draw(
    'li',
    { id, role: 'option', 'aria-selected': 'false', ...(name ? { class: name } : {}) },
    ...children,
  );
}

/** The page of results for a question. */
export function searchHref(place: Place, text: string, exact = false): string {
  const page = place.language === 'en' ? '/en/search/' : '/search/';
  const empty = readState(new URLSearchParams());
  return toHref(place, page) + writeState(change(empty, { text, exact }));
}

/** Standards and terms that answer, what else may be meant, and the way to all results. */
export function renderOptions(
  answer: SearchAnswer,
  terms: readonly TermHit[],
  place: Place,
  listId: string,
): readonly Option[] {
  const words = WORDS[place.language];
  const { query, suggestion } = answer;
  const hits = answer.hits.length > 0 ? answer.hits : answer.nearest;
  const marked = findQuery(answer);
  const meant: readonly Option[] = suggestion
    ? [
        {
          element: renderLine(
            `${listId}-meant`,
            'meant',
            ...(suggestion.applied
              ? [sayInstead(query, suggestion, words)]
              : [`${words.didYouMean} `, draw('strong', {}, suggestion.text), words.questionMark]),
          ),
          href: searchHref(place, suggestion.text),
        },
      ]
    : [];
  const options = [
    ...meant,
    ...hits.map((hit, at) => renderHitOption(hit, marked, place, `${listId}-${at}`)),
    ...terms.map((term, at) => renderTermOption(term, place, `${listId}-term-${at}`)),
  ];
  if (options.length === 0) return [];
  return [
    ...options,
    ...(suggestion?.applied && suggestion.why !== 'year'
      ? [
          {
            element: renderLine(`${listId}-as-written`, 'all', words.asWritten(query)),
            href: searchHref(place, query, true),
          },
        ]
      : []),
    {
      element: renderLine(`${listId}-all`, 'all', words.allResults(query)),
      href: searchHref(place, query),
    },
  ];
}

function renderHitOption(hit: SearchHit, query: string, place: Place, id: string): Option {
  const { language } = place;
  const words = WORDS[language];
  const { status, replacedBy } = readStatus(hit);
  const clause = hit.clauses[0];
  const [before, after] = words.replacedBy;
  const successors = replacedBy.map(
    (key) => hit.successors.find((each) => each.key === key)?.number ?? printKey(key),
  );
  const lines: HTMLElement[] = [
    draw(
      'span',
      { class: 'line' },
      draw('span', { class: 'number' }, ...renderWords(hit.number)),
      ' ',
      renderStatus(status, words),
      ...renderMarks(hit, words).flatMap((tag) => [' ', tag]),
      ...(hit.hosted ? [] : [' ', draw('span', { class: 'tag record-tag' }, words.record)]),
    ),
    renderTitle(hit, query, language),
    ...(successors.length > 0
      ? [draw('span', { class: 'successor' }, before, successors.join(words.and), after)]
      : []),
  ];
  // A standard found by its text leads to the clause that has it.
  const byText = clause !== undefined && hit.match === 'text';
  if (clause) {
    const foreign = language === 'en' && clause.language === 'zh';
    lines.push(
      draw(
        'span',
        { class: 'clause', ...(foreign ? { lang: 'zh-CN' } : {}) },
        draw('span', { class: 'address' }, clause.label || clause.title),
        ' ',
        ...renderSnippet(clause.snippet),
      ),
    );
  }
  return {
    element: renderLine(id, '', ...lines),
    href: toHref(place, byText ? clause.path : hit.path),
  };
}

function renderTermOption(hit: TermHit, place: Place, id: string): Option {
  const { language } = place;
  const words = WORDS[language];
  const definition = hit.definition.map(({ text }) => text).join('');
  return {
    element: renderLine(
      id,
      '',
      draw(
        'span',
        { class: 'line' },
        draw('span', { class: 'tag record-tag' }, words.term),
        ' ',
        draw('span', { class: 'title', ...langOf(hit.term, language) }, hit.term),
        ' ',
        draw('span', { class: 'quiet-number number' }, ...renderWords(hit.number)),
      ),
      draw(
        'span',
        { class: 'clause', ...langOf(definition, language) },
        ...renderSnippet(hit.definition),
      ),
    ),
    href: toHref(place, hit.path),
  };
}

/** Questions asked before; a press on the cross, or the Delete key, forgets one. */
export function renderRecentOptions(
  recents: readonly string[],
  place: Place,
  listId: string,
): readonly Option[] {
  const words = WORDS[place.language];
  if (recents.length === 0) return [];
  return [
    ...recents.map((recent, at): Option => {
      const cross = draw(
        'span',
        { class: 'forget', 'data-forget': '', title: words.removeRecent(recent) },
        draw('span', { 'aria-hidden': 'true' }, '×'),
      );
      return {
        element: renderLine(
          `${listId}-recent-${at}`,
          'recent',
          draw('span', { class: 'visually-hidden' }, `${words.recents} `),
          draw('span', { class: 'title' }, recent),
          cross,
        ),
        href: searchHref(place, recent),
        recent,
      };
    }),
    {
      element: renderLine(`${listId}-clear`, 'all', words.clearRecents),
      clear: true,
    },
  ];
}
