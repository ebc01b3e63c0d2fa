import { changeKinds, nameChange } from '#core/compare/index.ts';
import type { ChangeKind } from '#core/compare/index.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';

const isKind = (value: string): value is ChangeKind =>
  (changeKinds as readonly string[]).includes(value);

/** Kinds that the address names; none where all are shown. */
export function readKinds(search: string): ReadonlySet<ChangeKind> {
  return new Set((new URLSearchParams(search).get('kind') ?? '').split(',').filter(isKind));
}

/** Buttons for the kinds that occur, and what they leave of a comparison. `onChange` hears of each choice. */
export function startFilter(
  place: HTMLElement,
  body: HTMLElement,
  language: 'zh' | 'en',
  onChange: () => void,
) {
  let chosen = readKinds(window.location.search);
  const has = (element: Element): boolean =>
    chosen.size === 0 || chosen.has((element.getAttribute('data-kind') ?? '') as ChangeKind);

  const apply = (): void => {
    for (const section of body.querySelectorAll<HTMLElement>('.cmp-clause')) {
      let isShown =
        chosen.size === 0 ||
        [...section.querySelectorAll('h3[data-kind], .name[data-kind]')].some(has);
      for (const part of section.querySelectorAll<HTMLElement>('.r, .cmp-table, .cmp-figure')) {
        const isIn =
          has(part) ||
          [...part.querySelectorAll('tr[data-kind], [data-kind]:is(td, th)')].some(has);
        part.hidden = !isIn;
        if (isIn && !part.classList.contains('same')) isShown = true;
      }
      section.hidden = !isShown;
    }
  };

  /** Draws the buttons, with how many changes there are of each kind. */
  const show = (counts: ReadonlyMap<ChangeKind, number>): void => {
    place.replaceChildren(
      ...changeKinds
        .filter((kind) => (counts.get(kind) ?? 0) > 0)
        .map((kind) => {
          const button = draw(
            'button',
            { type: 'button', 'aria-pressed': String(chosen.has(kind)), 'data-kind': kind },
            nameChange(kind, language),
            ' ',
            draw('span', { class: 'count' }, formatCount(counts.get(kind) ?? 0)),
          );
          button.addEventListener('click', () => {
            const next = new Set(chosen);
            if (!next.delete(kind)) next.add(kind);
            chosen = next;
            button.setAttribute('aria-pressed', String(next.has(kind)));
            const url = new URL(window.location.href);
            if (next.size > 0) url.searchParams.set('kind', [...next].join(','));
            else url.searchParams.delete('kind');
            window.history.replaceState(window.history.state, '', url);
            apply();
            onChange();
          });
          return button;
        }),
    );
    apply();
  };
  return { show, keeps: (kind: ChangeKind) => chosen.size === 0 || chosen.has(kind) };
}
