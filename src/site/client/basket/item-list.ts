import type { BasketRow } from '#core/basket/table.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage } from '../home.ts';
import { readDay } from './day.ts';
import { describeItem, drawItem, focusItem } from './item.ts';
import { loadKnown } from './known.ts';
import type { BasketPage, SeenBasket } from './seen.ts';

/** The list of what is in a basket; `rows` are what it shows, for files. Titles and statuses come when they are loaded. */
export function startItemList(page: BasketPage) {
  const words = BASKET_WORDS[readLanguage()];
  const place = page.root.querySelector<HTMLElement>('[data-items]');
  const dayLine = page.root.querySelector<HTMLElement>('[data-day]');
  const day = readDay();
  let rows: readonly BasketRow[] = [];
  let shown: SeenBasket | undefined;
  let known: ReadonlyMap<string, KnownStandard> | undefined;
  let hasTried = false;

  const render = (seen: SeenBasket): void => {
    const byKey = new Map([...(known?.values() ?? [])].map((each) => [each.key, each]));
    const items = seen.basket.items.map((item) =>
      describeItem(item, known ?? new Map(), byKey, day),
    );
    rows = items.map(({ row }) => row);
    place?.replaceChildren(...items.map((item) => drawItem(item, known !== undefined, seen, page)));
  };
  const load = async (): Promise<void> => {
    hasTried = true;
    known = await loadKnown(page.file);
    if (known) show(shown);
    else page.say(words.unreachable);
  };
  const show = (seen: SeenBasket | undefined): void => {
    shown = seen;
    if (dayLine) dayLine.textContent = words.asOf(day);
    const focused = place?.contains(document.activeElement) ? document.activeElement : null;
    const slug = focused?.closest<HTMLElement>('[data-slug]')?.dataset['slug'];
    if (seen) render(seen);
    else place?.replaceChildren();
    if (slug !== undefined) focusItem(page.root, slug, focused?.className ?? '');
    if (!hasTried && seen && seen.basket.items.length > 0) void load();
  };
  return {
    get rows(): readonly BasketRow[] {
      return rows;
    },
    show,
  };
}
