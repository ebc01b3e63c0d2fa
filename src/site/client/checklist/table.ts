import type { ChecklistRow } from '#core/checklist/index.ts';
import { CHECKLIST_WORDS } from '#site/i18n/browser/checklist.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';
import type { Records } from './records.ts';
import { drawRow } from './row.ts';

/** Rows that are drawn at once: enough for a screen and more, few enough that nobody waits. */
const rowsAtOnce = 150;

/** The table of a checklist; of a long one the first rows, and more as the reader comes near their end. */
export function startTable(root: HTMLElement, onMark: () => void) {
  const words = CHECKLIST_WORDS[readLanguage()];
  const place = root.querySelector<HTMLElement>('[data-table]');
  const more = root.querySelector<HTMLButtonElement>('[data-more]');
  let rows: readonly ChecklistRow[] = [];
  let records: Records | undefined;
  let titles: ReadonlyMap<string, string> = new Map();
  let drawn = 0;
  let body = draw('tbody');

  const drawMore = (most: number): void => {
    if (!records) return;
    const next = rows.slice(drawn, drawn + most);
    const fragment = document.createDocumentFragment();
    for (const [at, row] of next.entries()) {
      const before = rows[drawn + at - 1];
      if (titles.size > 1 && before?.slug !== row.slug) fragment.append(drawStandard(row));
      fragment.append(drawRow(row, records, onMark));
    }
    body.append(fragment);
    drawn += next.length;
    if (!more) return;
    more.hidden = drawn >= rows.length;
    const count = formatCount(Math.min(rowsAtOnce, rows.length - drawn));
    more.textContent = (more.dataset['moreText'] ?? '').replace('{count}', count);
  };
  const drawStandard = ({ slug, number }: ChecklistRow): HTMLElement =>
    draw(
      'tr',
      { class: 'of-standard' },
      draw(
        'th',
        { colspan: '8', scope: 'rowgroup' },
        draw('span', { class: 'number' }, number),
        ` ${titles.get(slug) ?? ''}`,
      ),
    );

  more?.addEventListener('click', () => {
    const first = body.lastElementChild;
    drawMore(rowsAtOnce);
    first?.nextElementSibling?.querySelector<HTMLElement>('input, a')?.focus();
  });
  if (more && 'IntersectionObserver' in window) {
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) drawMore(rowsAtOnce);
      },
      { rootMargin: '1200px 0px' },
    );
    watch.observe(more);
  }
  window.addEventListener('beforeprint', () => drawMore(Number.MAX_SAFE_INTEGER));

  return {
    /** Draws the rows that a filter leaves, with the titles of their standards by slug. */
    show(shown: readonly ChecklistRow[], said: Records, names: ReadonlyMap<string, string>): void {
      rows = shown;
      records = said;
      titles = names;
      drawn = 0;
      body = draw('tbody');
      const heads = Object.entries(words.heads).map(([name, text]) =>
        draw('th', { scope: 'col', class: name }, text),
      );
      const table = draw(
        'table',
        { class: 'provisions-table' },
        draw('thead', {}, draw('tr', {}, ...heads)),
        body,
      );
      place?.replaceChildren(
        ...(rows.length > 0 ? [table] : [draw('p', { class: 'quiet' }, words.nothingLeft)]),
      );
      drawMore(rowsAtOnce);
    },
  };
}
