import { judgeDue } from '#core/lifecycle/due-state.ts';
import { DUE_WORDS } from '#site/i18n/browser/lifecycle.ts';

/** What the script says in the language of the page. */
export const dueWords = () => DUE_WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh'];

/** Says beside something that is due how many days are left, and marks it late or soon. */
export function tellLeft(item: HTMLElement, today: string): void {
  const { due, least, over, begins } = item.dataset;
  if (due === undefined || over !== undefined) return;
  // A stage that was to begin has begun: nothing is late about it.
  if (begins !== undefined && due < today) {
    item.dataset['state'] = 'begun';
    item.hidden = item.dataset['project'] === undefined;
    return;
  }
  const { state, days } = judgeDue(due, least !== undefined, today);
  item.dataset['state'] = state;
  const left = item.querySelector('[data-left]');
  if (left) left.textContent = dueWords().state[state](days);
}
