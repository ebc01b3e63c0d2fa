import {
  addBasket,
  chooseBasket,
  cleanName,
  findCurrent,
  mostBaskets,
  removeBasket,
  renameBasket,
} from '#core/basket/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '../search/view.ts';
import { announce } from '../toast.ts';
import { startBasketTools } from './page-tools.ts';
import type { BasketPage } from './seen.ts';
import { startItemList } from './item-list.ts';
import { startShared } from './shared.ts';
import { drawChoices } from './choices.ts';
import { changeBaskets, loadBaskets, newId, onBaskets } from './store.ts';

/** The page of baskets: chooses one, shows it, and takes it away or shares it. */
export function startBasketPage(root: HTMLElement): void {
  const words = BASKET_WORDS[readLanguage()];
  const part = <T extends HTMLElement = HTMLElement>(name: string) =>
    root.querySelector<T>(`[data-${name}]`);
  const said = part('said');
  const say = (text: string): void => {
    if (said) said.textContent = text;
  };
  const shared = startShared(root, say, () => refresh());
  const page: BasketPage = {
    root,
    file: new URL(root.dataset['file'] ?? '', window.location.href).href,
    seen() {
      const given = shared.read();
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
      const undo = document.createElement('button');
      undo.type = 'button';
      undo.textContent = words.undo;
      undo.addEventListener('click', () => {
        changeBaskets(() => before);
        announce(words.undone, 2000);
      });
      announce(text, 8000, ' ', undo);
    },
  };
  const list = startItemList(page);
  const tools = startBasketTools(page, () => list.rows);

  const refresh = (): void => {
    const { baskets, fault } = loadBaskets();
    const seen = page.seen();
    showFault(part('fault'), fault && words.fault[fault]);
    shared.show();
    const choices = part('choices');
    if (choices) drawChoices(choices, baskets, seen, (id) => choose(id));
    const one = part('one');
    if (one) one.hidden = seen === undefined;
    const own = part('own');
    if (own) own.hidden = seen?.isShared ?? true;
    const empty = part('empty');
    if (empty) {
      empty.hidden = (seen?.basket.items.length ?? 0) > 0;
      empty.textContent = seen ? words.empty : words.none;
    }
    const name = part('name');
    if (name) name.textContent = seen?.basket.name || words.sharedUnnamed;
    const count = part('count');
    if (count) count.textContent = words.count(formatCount(seen?.basket.items.length ?? 0));
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
    startNaming(root, page, refresh);
  });
  part('rename')?.addEventListener('click', () => startNaming(root, page, refresh));
  part('delete')?.addEventListener('click', () => {
    const seen = page.seen();
    if (!seen || seen.isShared) return;
    page.undoable(words.deleted(seen.basket.name), (all) => removeBasket(all, seen.basket.id));
    part('choices')?.querySelector('button')?.focus();
  });
  onBaskets(refresh);
  window.addEventListener('hashchange', refresh);
  refresh();
}

function showFault(place: HTMLElement | null, text: string | undefined): void {
  if (!place) return;
  place.hidden = text === undefined;
  place.textContent = text ?? '';
}

/** Opens the field of the name; Enter keeps it, Escape leaves it as it was. */
function startNaming(root: HTMLElement, page: BasketPage, refresh: () => void): void {
  const form = root.querySelector<HTMLFormElement>('[data-rename-form]');
  const field = root.querySelector<HTMLInputElement>('[data-rename-field]');
  const button = root.querySelector<HTMLElement>('[data-rename]');
  const seen = page.seen();
  if (!form || !field || !seen || seen.isShared) return;
  form.hidden = false;
  field.value = seen.basket.name;
  field.select();
  field.focus();
  const close = (): void => {
    form.hidden = true;
    button?.focus();
    refresh();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const name = cleanName(field.value);
    if (name === '') return;
    page.change((all) => renameBasket(all, seen.basket.id, name));
    page.say(BASKET_WORDS[readLanguage()].renamed(name));
    close();
  };
  field.onkeydown = ({ key }) => {
    if (key === 'Escape') close();
  };
}
