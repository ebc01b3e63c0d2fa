import { hasHan } from '#core/characters/chinese.ts';

/** What is known of a mention: name and definition of a term, or number, title and status of a standard; none when nothing is. */
export function describeReference(target: HTMLElement): readonly Node[] | undefined {
  if (target.classList.contains('term-ref')) return describeTerm(target);
  if (target.classList.contains('gloss')) return describeWord(target);
  // The title attribute would be shown a second time by the browser: it moves to `data-card`.
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
  // Read aloud, number, title and status are three things.
  const called = document.createElement('span');
  called.textContent = name;
  if (hasHan(name)) called.lang = 'zh-CN';
  line.append(called, pause(), badge);
  return [strong(number), pause(), line];
}

/** The definition stands under the head of the entry that a term leads to. */
function describeTerm(link: HTMLElement): readonly Node[] | undefined {
  const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
  const head = document.getElementById(id);
  const definition = head?.closest('.clause')?.querySelector(':scope > p:not(.note, .term-source)');
  const name = head?.querySelector('.term-name')?.textContent ?? '';
  if (!definition?.textContent) return undefined;
  return [strong(name), pause(), document.createTextNode(definition.textContent)];
}

/** A word of the glossary is explained in the list of such words, at the end of the page. */
function describeWord(link: HTMLElement): readonly Node[] | undefined {
  const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
  const entry = document.getElementById(id);
  const name = entry?.querySelector('dt')?.textContent;
  const definition = entry?.querySelector('dd > span')?.textContent;
  if (!name || !definition) return undefined;
  return [strong(name), pause(), document.createTextNode(definition)];
}

function strong(text: string): HTMLElement {
  const element = document.createElement('strong');
  element.textContent = text;
  return element;
}

function pause(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'visually-hidden';
  element.textContent = document.documentElement.lang === 'en' ? ', ' : '，';
  return element;
}
