import { writeShare } from '#core/basket/index.ts';
import { tabulateBasket } from '#core/basket/table.ts';
import type { BasketRow } from '#core/basket/table.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { toFileName } from '../file-name.ts';
import { readLanguage, toPage } from '../home.ts';
import { saveBlob } from '../save-file.ts';
import { formatCount } from '#core/base/format-count.ts';
import { toTableFile } from '../table-file.ts';
import { startTakeAlong } from '../offline/take-along.ts';
import type { Plan } from '../offline/taken.ts';
import { announce } from '../toast.ts';
import { copyText } from '../share.ts';
import { readDay } from './day.ts';
import type { BasketPage, SeenBasket } from './seen.ts';

const widths = [6, 24, 48, 12, 12, 12, 24, 48, 12];

/** What can be done with a basket: share it, take it to other tools, take it away as a file. */
export function startBasketTools(page: BasketPage, getRows: () => readonly BasketRow[]) {
  const words = BASKET_WORDS[readLanguage()];
  const place = page.root.querySelector<HTMLElement>('[data-tools]');
  const toValidity = page.root.querySelector<HTMLAnchorElement>('[data-to="validity"]');
  const toCompare = page.root.querySelector<HTMLAnchorElement>('[data-to="compare"]');
  // Both take a basket by their address.
  const ways = (['checklist', 'indicators'] as const).map((tool) => ({
    tool,
    link: page.root.querySelector<HTMLAnchorElement>(`[data-to="${tool}"]`),
  }));

  page.root.querySelector('[data-share]')?.addEventListener('click', () => {
    const seen = page.seen();
    if (!seen) return;
    const share = writeShare(seen.basket);
    if (share === undefined) return page.say(words.tooLong(formatCount(seen.basket.items.length)));
    const { origin, pathname } = window.location;
    const address = `${origin}${pathname}#${share}`;
    void copyText(address).then((isCopied) => {
      if (isCopied) announce(words.linkCopied, 3000);
      else announce(words.linkByHand + address, 15_000);
    });
  });
  for (const button of page.root.querySelectorAll<HTMLElement>('[data-format]')) {
    button.addEventListener('click', () => {
      const seen = page.seen();
      if (!seen) return;
      const format = button.dataset['format'] ?? '';
      void makeFile(format, seen, getRows())
        .then((blob) => {
          saveBlob(blob, `${toFileName(seen.basket.name || words.sharedUnnamed)}.${format}`);
          page.say(words.saved(formatCount(seen.basket.items.length)));
        })
        .catch(() => page.say(words.notSaved));
    });
  }

  let seenNow: SeenBasket | undefined;
  const along = page.root.querySelector<HTMLElement>('[data-take-along]');
  const showAlong = along && startTakeAlong(along, () => planBasket(page, seenNow));

  return {
    /** The ways to other tools lead there with the basket that is seen. */
    show(seen: SeenBasket | undefined): void {
      if (place) place.hidden = (seen?.basket.items.length ?? 0) === 0;
      seenNow = seen;
      showAlong?.();
      if (!seen || !toValidity) return;
      showCompare(toCompare, seen);
      const { search } = window.location;
      const numbers = seen.basket.items.map(({ number }) => number).join('\n');
      toValidity.href = `${toPage('tools/validity/')}${search}#list=${encodeURIComponent(numbers)}`;
      const share = writeShare(seen.basket);
      const asked = seen.isShared
        ? `#${share ?? ''}`
        : `?basket=${encodeURIComponent(seen.basket.id)}`;
      for (const { tool, link } of ways) if (link) link.href = toPage(`tools/${tool}/`) + asked;
    },
  };
}

/** A basket to take along: its page, with the facts it shows, and the page of each of its standards. */
function planBasket({ file }: BasketPage, seen: SeenBasket | undefined): Plan | undefined {
  // What came by an address can be taken along when it is kept.
  if (!seen || seen.isShared || seen.basket.items.length === 0) return undefined;
  const { id, name, items } = seen.basket;
  return {
    id: `basket:${id}:${readLanguage()}`,
    title: name,
    pages: [
      toPage('tools/basket/'),
      ...items.map(({ slug }) => toPage(`standards/${encodeURIComponent(slug)}/`)),
    ],
    files: [file],
  };
}

/** The way to the comparison of the first two standards; there is none with one alone. */
function showCompare(link: HTMLAnchorElement | null, { basket }: SeenBasket): void {
  if (!link) return;
  const [a, b] = basket.items;
  link.hidden = !a || !b;
  if (!a || !b) return;
  const asked = new URLSearchParams({ a: a.slug, b: b.slug });
  link.href = `${toPage('compare/')}?${asked.toString()}`;
}

async function makeFile(
  format: string,
  { basket }: SeenBasket,
  rows: readonly BasketRow[],
): Promise<Blob> {
  const words = BASKET_WORDS[readLanguage()];
  const day = readDay();
  const table = { head: words.columns, rows: tabulateBasket(rows, day) };
  const name = basket.name || words.sharedUnnamed;
  return toTableFile(
    format,
    table,
    { heading: name, sheet: words.sheet, widths },
    () => new Blob([writeBasketFile(name, rows, day)], { type: 'application/json' }),
  );
}

/** A basket with what is known of each standard on a day: `biaolian-basket`, version 1. */
function writeBasketFile(name: string, rows: readonly BasketRow[], day: string): string {
  return `${JSON.stringify({ format: 'biaolian-basket', version: 1, name, day, standards: rows }, null, 2)}\n`;
}
