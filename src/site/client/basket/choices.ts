import type { Baskets } from '#core/basket/index.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw, langOf } from '../draw.ts';
import type { SeenBasket } from './seen.ts';

/** Draws a button for each basket, that of the seen one pressed. The focus stays on the button that had it. */
export function drawChoices(
  place: HTMLElement,
  { baskets }: Baskets,
  seen: SeenBasket | undefined,
  choose: (id: string) => void,
): void {
  const focused = place.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset['id']
    : undefined;
  place.replaceChildren(
    ...baskets.map(({ id, name, items }) => {
      const isSeen = !seen?.isShared && seen?.basket.id === id;
      const button = draw(
        'button',
        {
          type: 'button',
          'aria-pressed': String(isSeen),
          'data-id': id,
          ...langOf(name, readLanguage()),
        },
        name,
        ' ',
        draw('span', { class: 'count' }, formatCount(items.length)),
      );
      button.addEventListener('click', () => choose(id));
      return button;
    }),
  );
  if (focused !== undefined)
    place.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
}
