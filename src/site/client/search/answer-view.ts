import {
  renderAnswer,
  renderByWords,
  renderSuggestion,
  renderUnanswered,
  sayCount,
} from './answer.ts';
import { renderCard } from './cards.ts';
import { countPages } from './count-pages.ts';
import { renderChips } from './controls.ts';
import type { Place } from './engine.ts';
import type { PageEvents } from './page-events.ts';
import type { PageParts } from './page-parts.ts';
import { renderPager } from './pager.ts';
import type { SearchPage, Shown } from './reducer.ts';
import { writeState } from './state.ts';
import { draw } from '../draw.ts';
import { renderWords } from './view.ts';
import { WORDS } from '#site/i18n/browser/search.ts';

/** The count, what is said of the answer, its list and its pages. */
export interface AnswerView {
  readonly show: (page: SearchPage) => void;
}

/** What draws an answer into the page: its count, what is said of it, hits, pages. */
export function createAnswerView(
  parts: PageParts,
  place: Place,
  events: Pick<PageEvents, 'go' | 'turn' | 'pick'>,
): AnswerView {
  const { count, results } = parts;
  const words = WORDS[place.language];

  const listHits = (page: SearchPage, { answer, searched }: Pick<Shown, 'answer' | 'searched'>) =>
    renderAnswer(answer, {
      state: page.asked,
      place,
      labels: page.labels,
      searched,
      go: events.go,
      isPicked: (slug) => page.picked.has(slug),
      onPick: events.pick,
    });

  const show = (page: SearchPage) => {
    const { asked, labels, shown } = page;
    if (!shown) return;
    const { answer, lack, cards } = shown;
    const { go, turn } = events;
    count.replaceChildren(...renderWords(sayCount(answer, asked, place.language)));
    parts.notices.replaceChildren(
      ...renderSuggestion(answer, asked, go, words),
      ...renderByWords(answer, asked, go, place.language),
      ...renderUnanswered(answer, asked, go, words),
      ...(lack === '' ? [] : [draw('p', { class: 'notice' }, lack)]),
    );
    parts.chips.replaceChildren(...renderChips(asked, labels, go, words));
    results.replaceChildren(
      ...cards.map((card) => renderCard(card, place)),
      ...listHits(page, shown),
    );
    parts.pager.replaceChildren(
      ...renderPager(
        asked.page,
        countPages(answer, asked.page),
        (at) => writeState({ ...asked, page: at }),
        (at) => turn({ ...asked, page: at }),
        words,
      ),
    );
  };

  return { show };
}
