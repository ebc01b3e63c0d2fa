import { placeWords } from '#search/match/answer-words.ts';
import { findOtherStatements } from '#search/match/compare-values.ts';
import type { OtherStatement } from '#search/match/compare-values.ts';
import { shortenSnippet } from '#search/match/excerpt-clause.ts';
import type {
  BestMatch,
  ClauseHit,
  QuestionWord,
  SearchAnswer,
  SearchHit,
} from '#search/contract.ts';
import { BEST_WORDS } from '#site/i18n/browser/best-answer.ts';
import { breakRows } from './answer-rows.ts';
import { toHref } from './engine.ts';
import {
  langOfClause,
  renderDates,
  renderHit,
  renderMoreClauses,
  renderPick,
  renderSuccessors,
  WALK,
} from './hit.ts';
import type { HitContext } from './hit.ts';
import { draw, langOf, renderStatus } from '../draw.ts';
import { readStatus, renderMarks, renderSnippet, renderTitle, renderWords } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

/** Words of a kind: a page that was pasted has hundreds. */
const MOST_WORDS = 16;
/** Further clauses of the same standard that are shown at once: of three clauses one answers more often than the first does. */
const NEAR_SHOWN = 2;
/** Characters of a clause beside the answer. */
const BESIDE = 100;

/**
 * The first hit of a question that no text holds as a whole: the clause itself with its citation, which words of the question
 * it has, and clauses that state other values. A standard without a text here is drawn as other hits are, with the words.
 */
export function renderBestHit(
  hit: SearchHit,
  answer: SearchAnswer,
  best: BestMatch,
  context: HitContext,
): HTMLElement {
  const [clause, ...others] = hit.clauses;
  if (!clause) {
    const item = renderHit(hit, context);
    item.append(...renderQuestionWords(best, hit, undefined, context));
    return item;
  }
  const { place } = context;
  const { language } = place;
  const words = WORDS[language];
  const status = readStatus(hit);
  const successors = renderSuccessors(hit, status, place);
  return draw(
    'li',
    { class: 'hit answer', 'data-status': status.status },
    draw(
      'p',
      { class: 'line' },
      draw('span', { class: 'answer-name' }, BEST_WORDS[language].closest),
      renderPick(hit, context, words),
    ),
    draw('h2', {}, renderClauseLink(hit, clause, context, true)),
    draw(
      'blockquote',
      { class: 'answer-text', cite: toHref(place, clause.path), ...langOfClause(clause, place) },
      ...renderSnippet(breakRows(clause.snippet)),
    ),
    draw(
      'p',
      { class: 'answer-source' },
      draw(
        'a',
        { href: toHref(place, hit.path), 'data-key': hit.path, ...WALK },
        renderTitle(hit, '', language),
      ),
    ),
    draw(
      'p',
      { class: 'line' },
      renderStatus(status.status, words),
      ...renderMarks(hit, words),
      renderCite(hit, clause, context),
    ),
    ...successors,
    ...renderDates(hit, words),
    ...renderQuestionWords(best, hit, clause, context),
    ...renderOthers(findOtherStatements(answer.query, best, answer.hits), context),
    ...renderNear(hit, others.slice(0, NEAR_SHOWN), context),
    ...renderMoreClauses(hit, others.slice(NEAR_SHOWN), place, words),
  );
}

/** `DB9999/T 12—2023 6.1.3 备用电源`, as a link to the clause. */
function renderClauseLink(
  { number, path }: SearchHit,
  clause: ClauseHit,
  { place }: HitContext,
  isFirst: boolean,
): HTMLElement {
  const { label, title } = clause;
  const named = label || title ? [label, title] : [WORDS[place.language].untitled];
  return draw(
    'a',
    {
      href: toHref(place, clause.path),
      'data-key': `${isFirst ? 'answer' : 'beside'}-${path}`,
      ...WALK,
    },
    draw('span', { class: 'number' }, ...renderWords(number)),
    ...named
      .filter((each) => each !== '')
      .flatMap((each) => [
        ' ',
        draw('span', { class: 'address', ...langOf(each, place.language) }, each),
      ]),
  );
}

/** The words of the question by where they are, in a list of names and values; a kind that there is none of is left out. */
function renderQuestionWords(
  { words: asked }: BestMatch,
  hit: SearchHit,
  clause: ClauseHit | undefined,
  { place: { language } }: HitContext,
): readonly HTMLElement[] {
  if (asked.length === 0) return [];
  const says = BEST_WORDS[language];
  const shown = clause
    ? [clause.title, ...clause.snippet.map(({ text }) => text)].join('')
    : `${hit.title} ${hit.titleEn}`;
  const { inClause, elsewhere, missing } = placeWords(asked, shown);
  const row = (name: string, list: readonly QuestionWord[], kind: string) =>
    list.length === 0
      ? []
      : [
          draw('dt', {}, name),
          draw(
            'dd',
            { 'data-words': kind },
            ...list
              .slice(0, MOST_WORDS)
              .flatMap((word, at) => [
                ...(at === 0 ? [] : [says.between]),
                ...renderWord(word, language),
              ]),
            ...(list.length > MOST_WORDS ? ['…'] : []),
          ),
        ];
  return [
    draw(
      'dl',
      { class: 'question-words' },
      ...row(clause ? says.inClause : WORDS[language].match.title, inClause, 'clause'),
      ...row(says.elsewhere, elsewhere, 'elsewhere'),
      ...row(says.missing, missing, 'missing'),
    ),
  ];
}

/** 坏了 → 故障: a word, and what the text has for it. */
function renderWord({ text, as }: QuestionWord, language: 'zh' | 'en'): readonly HTMLElement[] {
  const word = draw('span', { class: 'word', ...langOf(text, language) }, text);
  if (as === undefined) return [word];
  return [
    draw(
      'span',
      { class: 'word' },
      word,
      draw('span', { 'aria-hidden': 'true' }, ' → '),
      draw('span', { class: 'visually-hidden' }, ` ${BEST_WORDS[language].textSays} `),
      draw('span', langOf(as, language), as),
    ),
  ];
}

/** Further clauses of the standard that may answer as well. */
function renderNear(
  hit: SearchHit,
  clauses: readonly ClauseHit[],
  { place }: HitContext,
): readonly HTMLElement[] {
  if (clauses.length === 0) return [];
  const items = clauses.map((clause) => {
    const { path, label, title } = clause;
    const name = [label, title].filter(Boolean).join(' ') || WORDS[place.language].untitled;
    return draw(
      'li',
      {},
      draw(
        'p',
        { class: 'line' },
        draw(
          'a',
          {
            href: toHref(place, path),
            'data-key': `near-${hit.path}-${label}`,
            ...langOf(name, place.language),
            ...WALK,
          },
          name,
        ),
      ),
      draw(
        'blockquote',
        { cite: toHref(place, path), ...langOfClause(clause, place) },
        ...renderSnippet(shortenSnippet(clause.snippet, BESIDE)),
      ),
    );
  });
  return [
    draw(
      'section',
      { class: 'other-values near-clauses' },
      draw('h3', {}, BEST_WORDS[place.language].near),
      draw('ul', { role: 'list' }, ...items),
    ),
  ];
}

/** What other editions and other standards state of the same. */
function renderOthers(
  others: readonly OtherStatement[],
  context: HitContext,
): readonly HTMLElement[] {
  if (others.length === 0) return [];
  const { place } = context;
  const { language } = place;
  const says = BEST_WORDS[language];
  const items = others.map(({ hit, clause, isEdition }) =>
    draw(
      'li',
      {},
      draw(
        'p',
        { class: 'line' },
        renderClauseLink(hit, clause, context, false),
        renderStatus(readStatus(hit).status, WORDS[language]),
        ...(isEdition ? [draw('span', { class: 'why' }, says.otherEdition)] : []),
      ),
      draw(
        'blockquote',
        { cite: toHref(place, clause.path), ...langOfClause(clause, place) },
        ...renderSnippet(shortenSnippet(clause.snippet, BESIDE)),
      ),
    ),
  );
  return [
    draw(
      'section',
      { class: 'other-values' },
      draw('h3', {}, says.others),
      draw('ul', { role: 'list' }, ...items),
    ),
  ];
}

/** Opens the citation of the clause. */
function renderCite(hit: SearchHit, clause: ClauseHit, { place }: HitContext): HTMLElement {
  const { cite, citeFailed } = BEST_WORDS[place.language];
  const button = draw(
    'button',
    { type: 'button', class: 'plain-button copy no-print', 'data-key': 'cite-answer' },
    cite,
  );
  button.addEventListener('click', () => {
    import('./cite-clause.ts')
      .then(({ citeClause }) => citeClause(hit, clause, place))
      .catch(() => {
        button.textContent = citeFailed;
      });
  });
  return button;
}
