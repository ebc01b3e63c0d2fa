import { h } from './dom.ts';
import { tellError } from './tell-error.ts';
import { t } from './words.ts';
import type { Word } from './words.ts';

/** What stands above a text that cannot be kept as it is: what is the matter, and buttons for what can be done. */
export function drawBanner(
  title: Word,
  lead: Word,
  acts: readonly (readonly [word: Word, act: () => Promise<void>])[],
): HTMLElement {
  const box = h(
    'div',
    { class: 'banner', role: 'alert' },
    h('p', {}, h('strong', {}, t(title)), ' ', t(lead)),
    acts.map(([word, act]) =>
      h(
        'button',
        {
          type: 'button',
          class: 'plain-button',
          on: { click: () => void act().catch((error: unknown) => box.append(tellError(error))) },
        },
        t(word),
      ),
    ),
  );
  return box;
}
