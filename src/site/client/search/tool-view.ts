import type { Place } from './engine.ts';
import { renderSort } from './controls.ts';
import { findNearestFeed, readFeedFolders } from './nearest-feed.ts';
import type { PageEvents } from './page-events.ts';
import type { PageParts } from './page-parts.ts';
import type { SearchPage, Shown } from './reducer.ts';
import { hasFilters } from './state.ts';
import { draw } from '../draw.ts';
import { WORDS } from '#site/i18n/browser/search.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

/** Above the results: their order, and what can be taken away of them. */
export interface ToolView {
  readonly show: (page: SearchPage) => void;
  /** Hits were picked or let go. */
  readonly showPicked: (page: SearchPage) => void;
}

/**
 * What draws the order, the pages and the export of the results; the dialog of the export is loaded when it is opened.
 */
export function createToolView(
  { tools, results }: PageParts,
  place: Place,
  { turn, unpick }: Pick<PageEvents, 'turn' | 'unpick'>,
): ToolView {
  const words = WORDS[place.language];
  let { picked }: Pick<SearchPage, 'picked'> = { picked: new Map() };

  const renderExport = ({ asked }: SearchPage, { answer }: Shown) => {
    const attributes = { type: 'button', class: 'plain-button export', 'data-key': 'export' };
    const button = draw('button', attributes, sayExport(picked.size, words));
    button.addEventListener('click', () => {
      import('./export-dialog.ts').then(
        ({ openExport }) => openExport({ state: asked, answer, picked, place, onUnpick: unpick }),
        () => {
          button.textContent = words.exportFailed;
        },
      );
    });
    return button;
  };

  const folders = readFeedFolders(tools.dataset['feeds']);
  const renderSubscription = ({ asked }: SearchPage) => {
    const root = `${place.base}${place.language === 'en' ? 'en/' : ''}feeds/`;
    const href = encodeURI(`${root}${findNearestFeed(asked.filters, folders)}.atom`);
    const attributes = { href, type: 'application/atom+xml', class: 'plain-button' };
    return draw('a', { ...attributes, 'data-key': 'subscribe' }, words.subscribe);
  };

  return {
    show: (page) => {
      const { asked, shown } = page;
      ({ picked } = page);
      if (!shown) return;
      const { total } = shown.answer;
      const listed = hasFilters(asked.scope) && total > 0;
      tools.replaceChildren(
        ...(listed && total > 1 ? [renderSort(asked, turn, words)] : []),
        ...(listed ? [renderExport(page, shown), renderSubscription(page)] : []),
      );
    },
    showPicked: (page) => {
      ({ picked } = page);
      if (picked.size === 0) {
        for (const box of results.querySelectorAll<HTMLInputElement>('.pick input')) {
          box.checked = false;
        }
      }
      const button = tools.querySelector('.export');
      if (button) button.textContent = sayExport(picked.size, words);
    },
  };
}

const sayExport = (picked: number, words: SearchWords) =>
  picked > 0 ? words.exportChosen(picked) : words.export;
