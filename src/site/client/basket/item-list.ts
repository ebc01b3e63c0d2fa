import { moveItem, removeItem } from '#core/basket/index.ts';
import type { BasketItem } from '#core/basket/index.ts';
import type { BasketRow } from '#core/basket/table.ts';
import { pick, statusTerms } from '#core/terms/index.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage, toPage } from '../home.ts';
import { draw, langOf, renderStatus } from '../search/view.ts';
import { describeStanding, loadKnown } from './known.ts';
import type { BasketPage, SeenBasket } from './seen.ts';
import { readDay } from './day.ts';

/** The list of what is in a basket; `rows` are what it shows, for files. */
export function startItemList(page: BasketPage) {
  const language = readLanguage();
  const words = BASKET_WORDS[language];
  const place = page.root.querySelector<HTMLElement>('[data-items]');
  const dayLine = page.root.querySelector<HTMLElement>('[data-day]');
  const day = readDay();
  let rows: readonly BasketRow[] = [];

  const describe = (
    item: BasketItem,
    known: ReadonlyMap<string, KnownStandard> | undefined,
    byKey: ReadonlyMap<string, KnownStandard>,
  ): BasketRow & { readonly standard?: KnownStandard } => {
    const standard = known?.get(item.slug);
    const address = new URL(toPage(`standards/${item.slug}/`), window.location.href).href;
    if (!standard) {
      const { slug, number } = item;
      return { slug, number, title: '', status: '', since: '', until: '', successors: [], address };
    }
    const { status, since = '', until = '', successors } = describeStanding(standard, day, byKey);
    const { slug, number, title, titleEn = title } = standard;
    const named = { slug, number, title: language === 'en' ? titleEn : title };
    return { ...named, status, since, until, successors, address, standard };
  };

  const drawItem = (row: BasketRow, isKnown: boolean, { isShared, basket }: SeenBasket) => {
    const { slug, number, title, status, successors } = row;
    const button = (name: string, sign: string, label: string, act: () => void) => {
      const element = draw(
        'button',
        { type: 'button', class: name, 'aria-label': label, title: label },
        sign,
      );
      element.addEventListener('click', act);
      return element;
    };
    const move = (by: number): void => {
      const at = basket.items.findIndex((item) => item.slug === slug) + by;
      if (at < 0 || at >= basket.items.length) return;
      page.change((all) => moveItem(all, basket.id, slug, by));
      page.say(words.moved(number, String(at + 1)));
      focusItem(place, slug, by < 0 ? 'up' : 'down');
    };
    const remove = (): void => {
      const at = basket.items.findIndex((item) => item.slug === slug);
      const next = basket.items[at + 1] ?? basket.items[at - 1];
      page.undoable(words.removed(number, basket.name), (all) => removeItem(all, basket.id, slug));
      if (next) focusItem(place, next.slug, 'remove');
    };
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
          title || (isKnown ? words.unknown : ''),
        ),
      ),
      draw(
        'span',
        { class: 'standing' },
        ...(status
          ? [renderStatus(status as keyof typeof statusWords, { status: statusWords })]
          : []),
        ...(successors.length > 0
          ? [draw('span', { class: 'successors' }, `→ ${successors.join(', ')}`)]
          : []),
      ),
      ...(isShared
        ? []
        : [
            draw(
              'span',
              { class: 'item-tools no-print' },
              button('up', '↑', words.up(number), () => move(-1)),
              button('down', '↓', words.down(number), () => move(1)),
              button('remove', '×', words.remove(number), remove),
            ),
          ]),
    );
  };
  const statusWords = pick(statusTerms, language);

  const render = (
    seen: SeenBasket,
    known: ReadonlyMap<string, KnownStandard> | undefined,
  ): void => {
    const byKey = new Map([...(known?.values() ?? [])].map((each) => [each.key, each]));
    const described = seen.basket.items.map((item) => describe(item, known, byKey));
    rows = described.map(({ standard: _known, ...row }) => ({
      ...row,
      status: row.status && (statusWords[row.status as keyof typeof statusWords] ?? ''),
    }));
    place?.replaceChildren(...described.map((row) => drawItem(row, known !== undefined, seen)));
  };

  let shown: SeenBasket | undefined;
  let known: ReadonlyMap<string, KnownStandard> | undefined;
  let hasTried = false;
  const show = (seen: SeenBasket | undefined): void => {
    shown = seen;
    if (dayLine) dayLine.textContent = words.asOf(day);
    const focused = document.activeElement;
    const slug = place?.contains(focused)
      ? focused?.closest<HTMLElement>('[data-slug]')?.dataset['slug']
      : undefined;
    if (seen) render(seen, known);
    else place?.replaceChildren();
    if (slug !== undefined) focusItem(place, slug, focused?.className ?? '');
    if (hasTried || !seen || seen.basket.items.length === 0) return;
    hasTried = true;
    void loadKnown(page.file).then((loaded) => {
      known = loaded;
      if (loaded) show(shown);
      else page.say(words.unreachable);
    });
  };
  return {
    get rows(): readonly BasketRow[] {
      return rows;
    },
    show,
  };
}

function focusItem(place: HTMLElement | null, slug: string, name: string): void {
  const item = place?.querySelector(`[data-slug="${CSS.escape(slug)}"]`);
  item?.querySelector<HTMLElement>(name === '' ? 'a' : `.${name}`)?.focus();
}
