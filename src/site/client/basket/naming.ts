import { cleanName, renameBasket } from '#core/basket/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage } from '../home.ts';
import type { BasketPage } from './seen.ts';

/** The field of a basket's name; `open` shows it, Enter keeps what is written, Escape leaves the name as it was. */
export function startNaming(page: BasketPage): { readonly open: () => void } {
  const { root } = page;
  const form = root.querySelector<HTMLFormElement>('[data-rename-form]');
  const field = root.querySelector<HTMLInputElement>('[data-rename-field]');
  let id = '';
  const close = (): void => {
    if (form) form.hidden = true;
    root.querySelector<HTMLElement>('[data-rename]')?.focus();
  };
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = cleanName(field?.value ?? '');
    if (name === '') return;
    page.change((all) => renameBasket(all, id, name));
    page.say(BASKET_WORDS[readLanguage()].renamed(name));
    close();
  });
  field?.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return {
    open() {
      const seen = page.seen();
      if (!form || !field || !seen || seen.isShared) return;
      id = seen.basket.id;
      form.hidden = false;
      field.value = seen.basket.name;
      field.focus();
      field.select();
    },
  };
}
