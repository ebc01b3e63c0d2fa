import { findNumbers, numberKey } from '#core/number/index.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { CHECKLIST_WORDS } from '#site/i18n/browser/checklist.ts';
import { loadKnown } from '../basket/known.ts';
import { loadBaskets } from '../basket/store.ts';
import { readLanguage, toPage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw, langOf } from '../draw.ts';

const language = readLanguage();
const words = CHECKLIST_WORDS[language];

/** The form that chooses what to list: a standard by its number, or a basket of this browser. */
export function startChooser(
  root: HTMLElement,
  file: string,
  say: (text: string, isFault?: boolean) => void,
): void {
  const form = root.querySelector<HTMLFormElement>('[data-choose]');
  const field = form?.querySelector<HTMLInputElement>('[data-number]');
  const options = form?.querySelector<HTMLDataListElement>('datalist');
  const place = root.querySelector<HTMLElement>('[data-baskets]');
  const { baskets } = loadBaskets().baskets;
  const filled = baskets.filter(({ items }) => items.length > 0);
  if (place) place.hidden = filled.length === 0;
  place?.querySelector('ul')?.replaceChildren(
    ...filled.map(({ id, name, items }) =>
      draw(
        'li',
        {},
        draw(
          'a',
          {
            href: `${toPage('tools/checklist/')}?basket=${encodeURIComponent(id)}`,
            class: 'touch-link',
          },
          draw('span', langOf(name, language), name),
          draw('span', { class: 'count' }, words.countOf(formatCount(items.length))),
        ),
      ),
    ),
  );
  let isOffered = false;
  field?.addEventListener('focus', () => {
    if (isOffered) return;
    isOffered = true;
    void loadKnown(file).then((known) => {
      options?.replaceChildren(
        ...listHosted(known).map(({ number, title }) => draw('option', { value: number }, title)),
      );
    });
  });
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = field?.value.trim() ?? '';
    if (asked === '') return field?.focus();
    void loadKnown(file).then((known) => {
      const found = findStandard(asked, listHosted(known));
      if (found) window.location.href = `${toPage('tools/checklist/')}?standard=${found.slug}`;
      else say(words.notFound(asked), true);
    });
  });
}

const listHosted = (known: ReadonlyMap<string, KnownStandard> | undefined) =>
  [...(known?.values() ?? [])].filter(({ hosted }) => hosted);

/** The standard of a number in any spelling; without its year the last one of that number. */
function findStandard(asked: string, hosted: readonly KnownStandard[]): KnownStandard | undefined {
  const [found] = findNumbers(asked);
  if (!found) return hosted.find(({ title, slug }) => title === asked || slug === asked);
  const key = numberKey(found.number);
  const exact = hosted.find((each) => each.key === key);
  if (exact || found.number.year !== null) return exact;
  const editions = hosted.filter((each) => each.key.replace(/-\d{4}$/, '') === key);
  return editions.sort((a, b) => (a.key < b.key ? -1 : 1)).at(-1);
}
