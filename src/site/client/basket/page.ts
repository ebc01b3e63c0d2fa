import {
  addBasket,
  chooseBasket,
  findCurrent,
  mostBaskets,
  removeBasket,
} from '#core/basket/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';
import { announce } from '../toast.ts';
import { drawChoices } from './choices.ts';
import { startItemList } from './item-list.ts';
import { startNaming } from './naming.ts';
import { startBasketTools } from './page-tools.ts';
import type { BasketPage } from './seen.ts';
import { startShared } from './shared.ts';
import { changeBaskets, loadBaskets, newId, onBaskets } from './store.ts';

const words = BASKET_WORDS[readLanguage()];

/** The page of baskets: chooses one, shows it, and takes it away or shares it. */
export function startBasketPage(root: HTMLElement): void {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`);
  const say = (text: string): void => {
    const said = part('said');
    if (said) said.textContent = text;
  };
  const shared = startShared(root, say, () => refresh());
  const page = openPage(root, say, shared.read);
  const list = startItemList(page);
  const tools = startBasketTools(page, () => list.rows);
  const naming = startNaming(page);
  const refresh = (): void => {
    shared.show();
    const choices = part('choices');
    const seen = page.seen();
    if (choices) drawChoices(choices, loadBaskets().baskets, seen, choose);
    showHead(root, page);
    list.show(seen);
    tools.show(seen);
  };
  const choose = (id: string): void => {
    shared.leave();
    page.change((all) => chooseBasket(all, id));
  };

  part('create')?.addEventListener('click', () => {
    const { baskets } = loadBaskets().baskets;
    if (baskets.length >= mostBaskets) return say(words.tooMany(String(mostBaskets)));
    shared.leave();
    const name = words.newName(String(baskets.length + 1));
    page.change((all) => addBasket(all, { id: newId(), name, items: [] }));
    say(words.created(name));
    naming.open();
  });
  part('rename')?.addEventListener('click', naming.open);
  part('delete')?.addEventListener('click', () => {
    const seen = page.seen();
    if (!seen || seen.isShared) return;
    page.undoable(words.deleted(seen.basket.name), (all) => removeBasket(all, seen.basket.id));
    (part('choices')?.querySelector('button') ?? part('create'))?.focus();
  });
  onBaskets(refresh);
  window.addEventListener('hashchange', refresh);
  refresh();
}

function openPage(
  root: HTMLElement,
  say: BasketPage['say'],
  readShared: ReturnType<typeof startShared>['read'],
): BasketPage {
  return {
    root,
    file: new URL(root.dataset['file'] ?? '', window.location.href).href,
    seen() {
      const given = readShared();
      if (given) return { basket: given, isShared: true };
      const basket = findCurrent(loadBaskets().baskets);
      return basket && { basket, isShared: false };
    },
    say,
    change: (change) => void changeBaskets(change),
    undoable(text, change) {
      const before = loadBaskets().baskets;
      changeBaskets(change);
      say(text);
      const undo = draw('button', { type: 'button' }, words.undo);
      undo.addEventListener('click', () => {
        changeBaskets(() => before);
        announce(words.undone, 2000);
      });
      announce(text, 8000, ' ', undo);
    },
  };
}

/** Which basket it is, how many standards it has, and what is wrong with what the browser keeps. */
function showHead(root: HTMLElement, page: BasketPage): void {
  const { fault } = loadBaskets();
  const seen = page.seen();
  const count = seen?.basket.items.length ?? 0;
  const write = (name: string, text: string, isHidden = text === ''): void => {
    const part = root.querySelector<HTMLElement>(`[data-${name}]`);
    if (part) part.textContent = text;
    if (part) part.hidden = isHidden;
  };
  const hide = (name: string, isHidden: boolean): void => {
    const part = root.querySelector<HTMLElement>(`[data-${name}]`);
    if (part) part.hidden = isHidden;
  };
  write('fault', fault ? words.fault[fault] : '');
  write('name', seen?.basket.name || words.sharedUnnamed);
  write('count', words.count(formatCount(count)));
  write('empty', seen ? words.empty : words.none, count > 0);
  hide('one', seen === undefined);
  hide('own', seen?.isShared ?? true);
}
