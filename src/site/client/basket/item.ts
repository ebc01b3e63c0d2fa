import { moveItem, removeItem } from '#core/basket/index.ts';
import type { BasketItem } from '#core/basket/index.ts';
import type { BasketRow } from '#core/basket/table.ts';
import { dayStatusTerms, pick } from '#core/terms/index.ts';
import type { DayStatus } from '#core/terms/index.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage, toPage } from '../home.ts';
import { draw, langOf, renderStatus } from '../draw.ts';
import { describeStanding } from './known.ts';
import type { BasketPage, SeenBasket } from './seen.ts';

/** A standard of a basket as it is shown, with its status; without one where the library does not know it, or not yet. */
export interface ShownItem {
  readonly row: BasketRow;
  readonly status?: DayStatus;
}

/** What is known of a standard of a basket on a day. */
export function describeItem(
  item: BasketItem,
  known: ReadonlyMap<string, KnownStandard>,
  byKey: ReadonlyMap<string, KnownStandard>,
  day: string,
): ShownItem {
  const language = readLanguage();
  const standard = known.get(item.slug);
  const address = new URL(toPage(`standards/${item.slug}/`), window.location.href).href;
  if (!standard) {
    const empty = { title: '', status: '', since: '', until: '', successors: [] };
    return { row: { ...item, ...empty, address } };
  }
  const { status, since = '', until = '', successors } = describeStanding(standard, day, byKey);
  const { slug, number, title, titleEn = title } = standard;
  const named = { slug, number, title: language === 'en' ? titleEn : title };
  const said = pick(dayStatusTerms, language)[status];
  return { status, row: { ...named, status: said, since, until, successors, address } };
}

/** The line of a standard; of a basket that is kept here, with controls that move it and take it out. */
export function drawItem(
  { row, status }: ShownItem,
  isLoaded: boolean,
  seen: SeenBasket,
  page: BasketPage,
): HTMLElement {
  const language = readLanguage();
  const words = BASKET_WORDS[language];
  const { slug, number, title, successors } = row;
  return draw(
    'li',
    { 'data-slug': slug, ...(status && { 'data-status': status }) },
    draw(
      'a',
      { href: toPage(`standards/${slug}/`) },
      draw('span', { class: 'number' }, number),
      draw(
        'span',
        { class: 'title', ...langOf(title, language) },
        title || (isLoaded ? words.unknown : ''),
      ),
    ),
    draw(
      'span',
      { class: 'standing' },
      ...(status ? [renderStatus(status, { status: pick(dayStatusTerms, language) })] : []),
      ...(successors.length > 0
        ? [draw('span', { class: 'successors' }, `→ ${successors.join(', ')}`)]
        : []),
    ),
    ...(seen.isShared ? [] : [drawItemTools(row, seen, page)]),
  );
}

function drawItemTools({ slug, number }: BasketRow, { basket }: SeenBasket, page: BasketPage) {
  const words = BASKET_WORDS[readLanguage()];
  const at = basket.items.findIndex((item) => item.slug === slug);
  const button = (name: string, sign: string, label: string, act: () => void) => {
    const attributes = { type: 'button', class: name, 'aria-label': label, title: label };
    const element = draw('button', attributes, sign);
    element.addEventListener('click', act);
    return element;
  };
  const move = (by: number): void => {
    if (at + by < 0 || at + by >= basket.items.length) return;
    page.change((all) => moveItem(all, basket.id, slug, by));
    page.say(words.moved(number, String(at + by + 1)));
    const isAtEnd = at + by === 0 || at + by === basket.items.length - 1;
    focusItem(page.root, slug, by < 0 === isAtEnd ? 'down' : 'up');
  };
  const remove = (): void => {
    const next = basket.items[at + 1] ?? basket.items[at - 1];
    page.undoable(words.removed(number, basket.name), (all) => removeItem(all, basket.id, slug));
    if (next) focusItem(page.root, next.slug, 'remove');
  };
  return draw(
    'span',
    { class: 'item-tools no-print' },
    button('up', '↑', words.up(number), () => move(-1)),
    button('down', '↓', words.down(number), () => move(1)),
    button('remove', '×', words.remove(number), remove),
  );
}

/** Brings the focus to a control of a standard in the list, or to its link where none is named. */
export function focusItem(root: ParentNode, slug: string, name: string): void {
  const item = root.querySelector(`.basket-items [data-slug="${CSS.escape(slug)}"]`);
  item?.querySelector<HTMLElement>(name === '' ? 'a' : `.${name}`)?.focus();
}
