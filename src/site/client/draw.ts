import { hasHan } from '#core/characters/chinese.ts';
import type { DayStatus } from '#core/terms/index.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An element with text or elements in it; text is never read as HTML. */
export function draw<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Address of the file of icons, from an icon that every search form has. */
function findIcons(): string {
  const href = document.querySelector('form[role="search"] use')?.getAttribute('href') ?? '';
  return href.replace(/#.*$/, '');
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the site by its name; it says nothing to those who hear the page. */
export function renderIcon(name: string): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${findIcons()}#i-${name}`);
  icon.append(use);
  return icon;
}

/** The badge of a status, icon and word, alike to that of `StatusBadge.astro`. */
export function renderStatus<S extends DayStatus>(
  status: S,
  words: { readonly status: Readonly<Record<S, string>> },
): HTMLElement {
  return draw(
    'span',
    { class: 'status', 'data-status': status },
    renderIcon(status),
    draw('span', { class: 'status-word' }, words.status[status]),
  );
}

/** `lang` for Chinese on an English page. */
export function langOf(text: string, language: 'zh' | 'en'): Attributes {
  return language === 'en' && hasHan(text) ? { lang: 'zh-CN' } : {};
}

/** Whether a click is for this page: not one that opens a tab or a window. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented;
}
