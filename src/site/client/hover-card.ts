import { definitionOf } from './term-links.ts';

const CARD = 'hover-card';

/** A card beside a mention of another standard or a defined term: on hover and on focus. */
export function startHoverCards(body: HTMLElement): void {
  const card = document.createElement('div');
  card.className = CARD;
  card.id = CARD;
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  document.body.append(card);
  let owner: HTMLElement | undefined;
  let timer = 0;

  const hide = () => {
    window.clearTimeout(timer);
    card.hidden = true;
    owner?.removeAttribute('aria-describedby');
    owner = undefined;
  };
  const show = (target: HTMLElement) => {
    const content = describe(target);
    if (!content) return;
    hide();
    owner = target;
    card.replaceChildren(...content);
    card.hidden = false;
    target.setAttribute('aria-describedby', CARD);
    place(card, target);
  };
  const find = (event: Event) =>
    (event.target as Element).closest<HTMLElement>('.std-ref, .term-ref') ?? undefined;

  body.addEventListener('pointerover', (event) => {
    const target = find(event);
    if (!target || target === owner || event.pointerType === 'touch') return;
    window.clearTimeout(timer);
    timer = window.setTimeout(show, 180, target);
  });
  body.addEventListener('pointerout', (event) => {
    const inside = event.relatedTarget instanceof Node && card.contains(event.relatedTarget);
    if (find(event) && !inside) hide();
  });
  card.addEventListener('pointerleave', hide);
  body.addEventListener('focusin', (event) => {
    const target = find(event);
    if (target) show(target);
  });
  body.addEventListener('focusout', hide);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
}

/** The title attribute would be shown a second time by the browser: it moves to `data-card`. */
function describe(target: HTMLElement): readonly Node[] | undefined {
  if (target.classList.contains('term-ref')) {
    const found = definitionOf(target);
    return found && [strong(found.term), document.createTextNode(found.definition)];
  }
  const title = target.title || target.dataset['card'];
  if (!title) return undefined;
  target.dataset['card'] = title;
  target.removeAttribute('title');
  const [number = '', name = '', word = ''] = title.split('　');
  if (!name) return [document.createTextNode(title)];
  const badge = document.createElement('span');
  badge.className = 'status';
  badge.dataset['status'] = target.dataset['status'] ?? '';
  badge.textContent = word;
  const line = document.createElement('span');
  line.append(`${name} `, badge);
  return [strong(number), line];
}

function strong(text: string): HTMLElement {
  const element = document.createElement('strong');
  element.textContent = text;
  return element;
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
