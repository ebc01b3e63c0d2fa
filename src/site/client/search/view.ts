import { effectiveStatus } from '../../../core/catalog/status.ts';
import type { Status } from '../../../core/catalog/status.ts';
import type { SearchHit, Snippet } from '../../../../search/contract.ts';
import { markText, needlesOf } from '../../../../search/needles.ts';
import { today } from '../status.ts';
import type { SearchWords } from './words.ts';

type Attributes = Readonly<Record<string, string>>;

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

export function drawSnippet(snippet: readonly Snippet[]): readonly (Node | string)[] {
  return snippet.map(({ text, hit }) => (hit ? draw('mark', {}, text) : text));
}

/** The status on the day of reading. */
export function readStatus(hit: SearchHit): Status {
  return effectiveStatus(hit.facts, today()).status;
}

/** Address of the file of icons, from an icon that every search form has. */
function findIcons(): string {
  const href = document.querySelector('form[role="search"] use')?.getAttribute('href') ?? '';
  return href.replace(/#.*$/, '');
}

const SVG = 'http://www.w3.org/2000/svg';

/** As `StatusBadge.astro` draws it. */
export function drawStatus(status: Status, words: SearchWords): HTMLElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${findIcons()}#i-${status}`);
  icon.append(use);
  return draw(
    'span',
    { class: 'status', 'data-status': status },
    icon,
    draw('span', { class: 'status-word' }, words.status[status]),
  );
}

const HAN = /\p{Script=Han}/u;

/** The title for the page's language, its matches marked; Chinese on an English page says so. */
export function drawTitle(hit: SearchHit, query: string, language: 'zh' | 'en'): HTMLElement {
  const title = language === 'en' ? hit.titleEn || hit.title : hit.title;
  const foreign = language === 'en' && HAN.test(title);
  return draw(
    'span',
    { class: 'title', ...(foreign ? { lang: 'zh-CN' } : {}) },
    ...drawSnippet(markText(title, needlesOf(query))),
  );
}

export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
