import { openReferenceSheet } from './reference-sheet.ts';
import { describeReference } from './references.ts';

const CARD = 'hover-card';
const SHOW_AFTER = 180;
/** Long enough for a pointer to cross from the mention into the card (WCAG 2.2, 1.4.13). */
const HIDE_AFTER = 300;

/** A card beside a mention of another standard, a defined term or a word of the glossary: on hover and on focus; by touch a sheet at the foot. */
export function startHoverCards(body: HTMLElement): void {
  const card = document.createElement('div');
  card.className = CARD;
  card.id = CARD;
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  document.body.append(card);
  let owner: HTMLElement | undefined;
  let timer = 0;
  let touched = false;

  const hide = () => {
    window.clearTimeout(timer);
    card.hidden = true;
    owner?.removeAttribute('aria-describedby');
    owner = undefined;
  };
  const later = (act: () => void, time: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, time);
  };
  const show = (target: HTMLElement) => {
    const content = describeReference(target);
    if (!content) return;
    hide();
    owner = target;
    card.replaceChildren(...content);
    card.hidden = false;
    target.setAttribute('aria-describedby', CARD);
    place(card, target);
  };
  const find = (event: Event) =>
    (event.target as Element).closest<HTMLElement>('.std-ref, .term-ref, .gloss') ?? undefined;

  body.addEventListener('pointerdown', ({ pointerType }) => {
    touched = pointerType === 'touch';
  });
  body.addEventListener('pointerover', (event) => {
    const target = find(event);
    if (!target || event.pointerType === 'touch') return;
    if (target === owner) window.clearTimeout(timer);
    else later(() => show(target), SHOW_AFTER);
  });
  body.addEventListener('pointerout', (event) => {
    if (find(event)) later(hide, HIDE_AFTER);
  });
  card.addEventListener('pointerenter', () => window.clearTimeout(timer));
  card.addEventListener('pointerleave', () => later(hide, HIDE_AFTER));
  body.addEventListener('focusin', (event) => {
    const target = find(event);
    if (target && !touched) show(target);
  });
  body.addEventListener('focusout', hide);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  body.addEventListener('click', (event) => {
    const target = find(event);
    if (!target || !touched) return;
    hide();
    if (openReferenceSheet(target)) event.preventDefault();
  });
}

function place(card: HTMLElement, target: HTMLElement): void {
  const at = target.getClientRects()[0] ?? target.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const room = document.documentElement.clientWidth - width - 16;
  const left = Math.max(16, Math.min(at.left, room));
  const below = at.bottom + height + 8 < window.innerHeight;
  const top = below ? at.bottom + 4 : at.top - height - 4;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${top + window.scrollY}px`;
}
