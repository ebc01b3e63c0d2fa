import { Away, Refused } from './api.ts';
import { h } from './dom.ts';
import { say, t } from './words.ts';

/** What went wrong, for the person at the desk. */
export function tellError(error: unknown): HTMLElement {
  if (error instanceof Refused) {
    const { what, todo } = error.problem;
    return h(
      'div',
      { class: 'fault', role: 'alert' },
      h('p', {}, h('strong', {}, say(what))),
      todo && h('p', {}, say(todo)),
    );
  }
  const text = error instanceof Away ? t('awayForm') : String(error);
  return h('div', { class: 'fault', role: 'alert' }, h('p', {}, text));
}
