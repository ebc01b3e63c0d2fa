import styles from '#site/styles/basket-control.css?url';
import { findCurrent, isSlug, removeItem } from '#core/basket/index.ts';
import type { BasketItem } from '#core/basket/index.ts';
import { BASKET_WORDS } from '#site/i18n/browser/basket.ts';
import { readLanguage, toPage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw, renderIcon } from '../draw.ts';
import { loadSheet } from '../load-sheet.ts';
import { announce } from '../toast.ts';
import { changeBaskets, collect, loadBaskets, onBaskets } from './store.ts';

/** Rows that name one standard: lists and places of systems, search results, the result of 查新. */
const rowNames = '.rows > li, .hit, .checked tbody tr';
/** Where the control of a row goes, the first that is there. */
const ends = ['.facts', '.dates', '.line', '.standard'];
const pathOfStandard = /\/standards\/([^/?#]+)\/$/;

const words = BASKET_WORDS[readLanguage()];

/** Puts a control on the page of a standard and on each row that names one, now and when more rows are drawn. */
export function startCollecting(): void {
  void loadSheet(styles);
  decorate(document);
  decorateStandard();
  const main = document.getElementById('main');
  if (main) {
    new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => addedNodes.length > 0)) decorate(main);
    }).observe(main, { childList: true, subtree: true });
  }
  onBaskets(refresh);
  refresh();
}

function decorate(root: ParentNode): void {
  for (const row of root.querySelectorAll<HTMLElement>(rowNames)) {
    if (row.querySelector('.basket-control')) continue;
    const item = readItem(row);
    const end = ends.map((name) => row.querySelector(name)).find((each) => each !== null);
    if (item && end) end.append(drawControl(item));
  }
  decorateWholes(root);
}

/** The control of a page of a standard, beside its status. */
function decorateStandard(): void {
  const slug = pathOfStandard.exec(window.location.pathname)?.[1];
  const place = document.querySelector('.standard .cover-status');
  const number = document.querySelector('.cover-number .number')?.textContent.trim() ?? '';
  if (!place || slug === undefined || !isSlug(slug)) return;
  const control = drawControl({ slug, number });
  control.classList.add('with-words');
  control.append(
    draw('span', { class: 'basket-words' }, isPressed(control) ? words.inShort : words.addShort),
  );
  place.append(control);
}

/** Lists that are put into a basket as a whole: where they are, and where their control goes. */
const wholes = [
  ['.validity-result', '.take'],
  ['.place-page section', '.section-head .link-list'],
] as const;

function decorateWholes(root: ParentNode): void {
  for (const [list, end] of wholes) {
    for (const section of root.querySelectorAll<HTMLElement>(list)) {
      const place = section.querySelector(end);
      if (!place || place.querySelector('.basket-all')) continue;
      const attributes = { type: 'button', class: 'plain-button basket-all no-print' };
      const control = draw('button', attributes, words.addAll);
      control.addEventListener('click', () => collectAll(section));
      place.append(control);
    }
  }
}

/** Results of 查新 that name no standard for certain: what stands in their row is a guess, or another edition. */
const guesses = ['question', 'absent', 'other-edition', 'unreadable'];

/** Puts what a list shows into the current basket, and says how many of it are new there and how many were left out as guesses. */
function collectAll(section: HTMLElement): void {
  section.dispatchEvent(new Event('draw-all'));
  const rows = [...section.querySelectorAll<HTMLElement>(rowNames)];
  const sure = rows.filter(({ dataset }) => !guesses.includes(dataset['verdict'] ?? ''));
  const items = sure.flatMap((row) => readItem(row) ?? []);
  const left = rows.length - sure.length;
  const before = findCurrent(loadBaskets().baskets)?.items.length ?? 0;
  const fault = collect(items, words.firstName);
  const now = findCurrent(loadBaskets().baskets);
  if (!now) {
    if (left > 0) announce(words.leftOut(formatCount(left)), 5000);
    return;
  }
  const added = formatCount(now.items.length - before);
  const said = [
    words.addedAll(now.name, added, formatCount(now.items.length)),
    ...(left > 0 ? [words.leftOut(formatCount(left))] : []),
  ].join(' ');
  announce(fault ? words.fault[fault] : said, fault ? 15_000 : 5000, ' ', drawWay());
}

const drawWay = (): HTMLElement => draw('a', { href: toPage('tools/basket/') }, words.open);

function readItem(row: HTMLElement): BasketItem | undefined {
  // The row of a checked list names what replaces the standard, too.
  const place = row.matches('tr') ? row.querySelector('.standard') : row;
  const link = place?.querySelector<HTMLAnchorElement>('a[href*="/standards/"]') ?? null;
  const slug = row.dataset['entry'] ?? (link && pathOfStandard.exec(link.pathname)?.[1]);
  if (!link || !slug || !isSlug(slug)) return undefined;
  const named = row.classList.contains('hit') ? row : link;
  const number = (named.querySelector('.number') ?? link).textContent.trim();
  return { slug, number };
}

function drawControl(item: BasketItem): HTMLButtonElement {
  const control = draw(
    'button',
    {
      type: 'button',
      class: 'basket-control no-print',
      'aria-label': words.add(item.number),
      title: words.addShort,
      'data-slug': item.slug,
    },
    renderIcon('plus'),
  );
  control.addEventListener('click', () => toggle(item));
  setPressed(control, listCollected());
  return control;
}

/** Puts a standard into the current basket, or takes it out, and says so with the way to the basket and back. */
function toggle(item: BasketItem): void {
  const before = findCurrent(loadBaskets().baskets);
  const isIn = before?.items.some(({ slug }) => slug === item.slug) ?? false;
  const fault =
    before && isIn
      ? changeBaskets((all) => removeItem(all, before.id, item.slug))
      : collect([item], words.firstName);
  const now = findCurrent(loadBaskets().baskets);
  if (!now) return;
  const said = isIn
    ? words.removed(item.number, now.name)
    : words.added(now.name, formatCount(now.items.length));
  announce(fault ? words.fault[fault] : said, fault ? 15_000 : 5000, ' ', drawWay());
}

const listCollected = (): ReadonlySet<string> =>
  new Set(findCurrent(loadBaskets().baskets)?.items.map(({ slug }) => slug));

function refresh(): void {
  const collected = listCollected();
  for (const control of document.querySelectorAll<HTMLElement>('.basket-control'))
    setPressed(control, collected);
  showWay();
}

const isPressed = (control: HTMLElement): boolean =>
  control.getAttribute('aria-pressed') === 'true';

function setPressed(control: HTMLElement, collected: ReadonlySet<string>): void {
  const isIn = collected.has(control.dataset['slug'] ?? '');
  if (control.getAttribute('aria-pressed') === String(isIn)) return;
  control.setAttribute('aria-pressed', String(isIn));
  control.querySelector('.icon')?.replaceWith(renderIcon(isIn ? '现行' : 'plus'));
  const said = control.querySelector('.basket-words');
  if (said) said.textContent = isIn ? words.inShort : words.addShort;
}

/** The way to the basket in the header, where there is something in it. */
function showWay(): void {
  const tools = document.querySelector('.header-tools');
  const current = findCurrent(loadBaskets().baskets);
  const there = tools?.querySelector<HTMLElement>('.basket-way');
  if (!tools || !current || current.items.length === 0) {
    there?.remove();
    return;
  }
  const count = formatCount(current.items.length);
  const way = there ?? draw('a', { class: 'basket-way touch-link', href: toPage('tools/basket/') });
  way.setAttribute('aria-label', words.openCount(current.name, count));
  way.title = words.open;
  way.replaceChildren(renderIcon('basket'), draw('span', { class: 'basket-count' }, count));
  if (!there) tools.querySelector('.language-switch')?.before(way);
}
