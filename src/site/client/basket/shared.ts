import { addBasket, mostBaskets, readShare } from '#core/basket/index.ts';
import type { Basket } from '#core/basket/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { changeBaskets, loadBaskets, newId } from './store.ts';

/** The basket of the address: shown, and kept beside those that are here only when the reader asks for it. */
export function startShared(root: HTMLElement, say: (text: string) => void, refresh: () => void) {
  const words = BASKET_WORDS[readLanguage()];
  const box = root.querySelector<HTMLElement>('[data-shared]');
  const text = root.querySelector<HTMLElement>('[data-shared-text]');
  const button = root.querySelector<HTMLElement>('[data-keep]');

  const read = (): Basket | undefined => {
    const given = readShare(window.location.hash);
    return given.kind === 'basket' ? { id: '', ...given.basket } : undefined;
  };
  const leave = (): void => {
    if (readShare(window.location.hash).kind === 'nothing') return;
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', pathname + search);
  };
  button?.addEventListener('click', () => {
    const given = read();
    if (!given) return;
    const { baskets } = loadBaskets().baskets;
    if (baskets.length >= mostBaskets) return say(words.tooMany(String(mostBaskets)));
    const name = freeName(
      given.name || words.sharedUnnamed,
      baskets.map((each) => each.name),
    );
    leave();
    changeBaskets((all) => addBasket(all, { id: newId(), name, items: given.items }));
    say(words.sharedKept(name));
    refresh();
    root.querySelector<HTMLElement>('[data-name]')?.focus();
  });
  return {
    read,
    leave,
    show(): void {
      const given = readShare(window.location.hash);
      if (!box || !text || !button) return;
      box.hidden = given.kind === 'nothing';
      box.classList.toggle('fault', given.kind !== 'basket');
      button.hidden = given.kind !== 'basket';
      if (given.kind === 'nothing') return;
      if (given.kind !== 'basket') {
        text.textContent = words.sharedFault[given.kind];
        return;
      }
      const { name, items } = given.basket;
      const same = loadBaskets().baskets.baskets.find(
        (each) => listSlugs(each) === listSlugs(given.basket),
      );
      button.hidden = same !== undefined;
      text.textContent = same
        ? words.sharedSame(same.name)
        : words.shared(name || words.sharedUnnamed, formatCount(items.length));
    },
  };
}

const listSlugs = ({ items }: Pick<Basket, 'items'>): string =>
  items.map(({ slug }) => slug).join(' ');

/** A name that no basket has: with a number behind it where it is taken. */
function freeName(name: string, taken: readonly string[]): string {
  for (let at = 1; ; at += 1) {
    const free = at === 1 ? name : `${name} ${at}`;
    if (!taken.includes(free)) return free;
  }
}
