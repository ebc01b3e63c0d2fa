import { h } from './dom.ts';
import { t } from './words.ts';

export interface Preview {
  readonly element: HTMLElement;
  /** Draws the page anew; the place that is read stays. */
  readonly refresh: () => Promise<void>;
  /** Shows a clause. */
  readonly show: (id: string) => void;
}

/** The page as it will be published, without its scripts; `onChoose` is told of the clause that was pointed at. */
export function createPreview(id: string, onChoose: (clause: string) => void): Preview {
  const frame = h('iframe', {
    class: 'preview-frame',
    title: t('previewTitle'),
    src: `/preview/${id}`,
    sandbox: 'allow-same-origin',
  });
  let shown = '';
  let isLoaded = false;
  const inside = (): Document | null => frame.contentDocument;
  const start = (): void => {
    const page = inside();
    if (!page?.body) return;
    isLoaded = true;
    const theme = document.documentElement.dataset['theme'];
    if (theme === undefined) delete page.documentElement.dataset['theme'];
    else page.documentElement.dataset['theme'] = theme;
    page.addEventListener('click', (event) => {
      const target =
        event.target instanceof Object && 'closest' in event.target
          ? (event.target as Element)
          : null;
      event.preventDefault();
      const link = target?.closest('a[href^="#"]')?.getAttribute('href')?.slice(1);
      const clause = link ?? target?.closest('[id]')?.id;
      if (link !== undefined) mark(decodeURIComponent(link), true);
      if (clause !== undefined) onChoose(decodeURIComponent(clause));
    });
    const style = page.createElement('style');
    style.textContent = look;
    page.head.append(style);
    if (shown !== '') mark(shown, true);
  };
  frame.addEventListener('load', start);
  const mark = (clause: string, scroll: boolean): void => {
    const page = inside();
    for (const each of page?.querySelectorAll('.desk-here') ?? [])
      each.classList.remove('desk-here');
    const found = page?.getElementById(clause);
    found?.classList.add('desk-here');
    if (scroll) found?.scrollIntoView({ block: 'center' });
  };
  return {
    element: frame,
    refresh: async () => {
      if (!isLoaded) return;
      const response = await fetch(`/preview/${id}`).catch(() => undefined);
      const page = inside();
      if (!response?.ok || !page?.body) return;
      // A parser of the frame: what it makes is under the policy of the published page, not of the desk.
      const { DOMParser: Parser } = page.defaultView as unknown as typeof globalThis;
      const next = new Parser().parseFromString(await response.text(), 'text/html');
      const place = page.scrollingElement?.scrollTop ?? 0;
      const styles = (of: Document): string =>
        [...of.querySelectorAll('link[rel=stylesheet]')]
          .map((each) => each.getAttribute('href'))
          .join();
      if (styles(next) !== styles(page)) {
        frame.src = `/preview/${id}`;
        return;
      }
      page.body.className = next.body.className;
      page.body.replaceChildren(...next.body.childNodes);
      if (page.scrollingElement) page.scrollingElement.scrollTop = place;
      if (shown !== '') mark(shown, false);
    },
    show: (clause) => {
      if (clause === shown) return;
      shown = clause;
      mark(clause, true);
    },
  };
}

/** The clause that the cursor is in; and nothing of the site's frame, which is no part of the text. */
const look = `.site-header, .site-footer, .skip, .crumbs, .reading-bar { display: none }
.desk-here { box-shadow: -0.6em 0 0 var(--paper), -0.8em 0 0 var(--accent) }`;
