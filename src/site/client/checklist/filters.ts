import { CHECKLIST_TERMS, nameType, noFilter } from '#core/checklist/index.ts';
import type { ChecklistFilter, ChecklistRow } from '#core/checklist/index.ts';
import { CHECKLIST_WORDS } from '#site/i18n/browser/checklist.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';

/** The controls that narrow the list; `onChange` hears of each change, of what is typed after a short while. */
export function startFilters(root: HTMLElement, onChange: () => void) {
  const language = readLanguage();
  const form = root.querySelector<HTMLFormElement>('[data-filters]');
  const select = (name: string) => form?.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  const isChecked = (name: string): boolean =>
    form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? false;
  let timer = 0;
  form?.addEventListener('submit', (event) => event.preventDefault());
  form?.addEventListener('change', onChange);
  form?.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'search') return;
    window.clearTimeout(timer);
    timer = window.setTimeout(onChange, 200);
  });

  const fill = (name: string, values: readonly (readonly [string, string])[]): void => {
    const list = select(name);
    if (!list) return;
    const { value } = list;
    list.replaceChildren(
      ...(list.options[0] ? [list.options[0]] : []),
      ...values.map(([id, text]) => draw('option', { value: id }, text)),
    );
    list.value = values.some(([id]) => id === value) ? value : '';
    const label = list.closest('label');
    if (label) label.hidden = values.length < 2;
  };
  const count = (list: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
    return counts;
  };

  return {
    read(): ChecklistFilter {
      if (!form) return noFilter;
      return {
        type: select('type')?.value ?? '',
        slug: select('standard')?.value ?? '',
        source: select('source')?.value ?? '',
        limited: isChecked('limited'),
        open: isChecked('open'),
        marked: isChecked('marked'),
        text: form.querySelector<HTMLInputElement>('input[type="search"]')?.value ?? '',
      };
    },
    /** Offers what is in the list, with how many rows have it. */
    fill(rows: readonly ChecklistRow[]): void {
      const words = CHECKLIST_WORDS[language];
      const numbers = new Map(rows.map(({ slug, number }) => [slug, number]));
      const types = count(rows.map(({ type }) => type));
      const sources = count(rows.map(({ source }) => source));
      const withCount = (text: string, many: number) => text + words.countOf(formatCount(many));
      fill(
        'type',
        [...types].map(([id, many]) => [
          id,
          withCount(nameType(id as ChecklistRow['type'], language), many),
        ]),
      );
      fill('standard', [...numbers]);
      fill(
        'source',
        [...sources].map(([id, many]) => [
          id,
          withCount(CHECKLIST_TERMS[language].source[id as ChecklistRow['source']], many),
        ]),
      );
    },
  };
}
