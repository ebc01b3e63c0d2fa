import type { ChangeKind } from '#core/compare/index.ts';
import type { ExportedChanges } from './export.ts';
import { startFilter } from './filter.ts';
import type { Result } from './messages.ts';
import { startSteps } from './steps.ts';

/** What of the result is shown is in the address: `view=inline`, `all=1`, `kind=tightened,loosened`. */
function startView(page: HTMLElement): void {
  const search = new URLSearchParams(window.location.search);
  const views = [...page.querySelectorAll<HTMLInputElement>('[data-view]')];
  const all = page.querySelector<HTMLInputElement>('[data-all]');
  const write = (name: string, value: string | null): void => {
    const url = new URL(window.location.href);
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    window.history.replaceState(window.history.state, '', url);
  };
  for (const view of views) {
    if (search.get('view') === view.value) view.checked = true;
    view.addEventListener('change', () => write('view', view.value === 'inline' ? 'inline' : null));
  }
  if (all) {
    if (search.get('all') === '1') all.checked = true;
    all.addEventListener('change', () => write('all', all.checked ? '1' : null));
  }
}

/** A sentence to those who see and those who hear the page. */
export function startSaying(place: HTMLElement | null) {
  return (text: string, isFault = false): void => {
    if (!place) return;
    place.textContent = text;
    place.classList.toggle('fault', isFault);
  };
}

/** Kinds of changes by how many marks of each stand in the drawn text. */
function countKinds(body: HTMLElement): ReadonlyMap<ChangeKind, number> {
  const counts = new Map<ChangeKind, number>();
  for (const element of body.querySelectorAll('[id^="c-"][data-kind]')) {
    const kind = element.getAttribute('data-kind') as ChangeKind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

export interface ResultView {
  /** For another comparison in its place. */
  readonly refresh: () => void;
  /** What the filter leaves of a result, to be taken away. */
  readonly leave: (result: Pick<Result, 'from' | 'to' | 'records'>) => ExportedChanges;
}

const toExported = ({
  from,
  to,
  records,
}: Pick<Result, 'from' | 'to' | 'records'>): ExportedChanges => ({
  texts: { from, to },
  records,
});

/** Makes a drawn comparison one to work with: views, filter, steps. */
export function startResult(
  page: HTMLElement,
  language: 'zh' | 'en',
  say: (text: string, isFault?: boolean) => void,
): ResultView {
  const body = page.querySelector<HTMLElement>('[data-body]');
  const filters = page.querySelector<HTMLElement>('[data-filters]');
  if (!body || !filters) return { refresh: () => undefined, leave: toExported };
  startView(page);
  const filter = startFilter(filters, body, language, () => say(''));
  startSteps(page, body, language, say);
  return {
    refresh: () => filter.show(countKinds(body)),
    leave: ({ records, ...texts }) =>
      toExported({ ...texts, records: records.filter(({ kind }) => filter.keeps(kind)) }),
  };
}
