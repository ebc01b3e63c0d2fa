import './reader-day.ts';

/**
 * Filters of the 明细表: what is chosen is in the address, and rows that do not fit are hidden. Rows of other places that
 * apply at the chosen one stand last, under a heading of their own.
 */
export function startSystemList(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('.list-filters');
  const status = form?.querySelector<HTMLElement>('[role="status"]');
  const reset = form?.querySelector<HTMLButtonElement>('[type="reset"]');
  if (!form || !status || !reset) return;
  const rows = [...page.querySelectorAll<HTMLElement>('tr[data-row]')];
  const selects = [...form.querySelectorAll('select')];
  const setApart = makeSeparator(page, rows);
  const showUnnamed = makeUnnamed(page);

  const apply = () => {
    const chosen = selects.flatMap(({ name, value }) => (value === '' ? [] : [{ name, value }]));
    const node = chosen.find(({ name }) => name === 'node')?.value;
    let count = 0;
    const also: HTMLElement[] = [];
    for (const row of rows) {
      const fits = chosen.every(({ name, value }) => isAt(row, value, name));
      row.hidden = !fits;
      if (!fits) continue;
      count += 1;
      if (node !== undefined && row.dataset['node'] !== node) also.push(row);
    }
    setApart(also);
    const unnamed = showUnnamed(chosen);
    reset.hidden = chosen.length === 0;
    const said = status.dataset;
    const shown = (said['shown'] ?? '')
      .replace('{count}', String(count))
      .replace('{total}', String(rows.length));
    const parts = [
      count === 0 ? said['none'] : shown,
      also.length > 0 ? said['also']?.replace('{also}', String(also.length)) : '',
      count > 0 && unnamed > 0 ? said['unnamed']?.replace('{unnamed}', String(unnamed)) : '',
    ];
    status.textContent = parts.join('');
  };
  const read = () => {
    const { searchParams } = new URL(window.location.href);
    for (const select of selects) {
      const asked = searchParams.get(select.name) ?? '';
      const known = [...select.options].some(({ value }) => value === asked);
      select.value = known ? asked : '';
    }
    apply();
  };
  const write = () => {
    const url = new URL(window.location.href);
    url.search = '';
    for (const { name, value } of selects) if (value !== '') url.searchParams.set(name, value);
    window.history.replaceState(null, '', url);
    apply();
  };

  form.addEventListener('change', write);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => window.setTimeout(write));
  const copy = form.querySelector<HTMLButtonElement>('[data-copy]');
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener('click', () => {
      void navigator.clipboard.writeText(window.location.href).then(() => {
        status.textContent = copy.dataset['copy'] ?? '';
      });
    });
  }
  form.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  window.addEventListener('popstate', read);
  read();
}

/** A row may stand at several nodes, and in the branches above its own; under way are two states. */
function isAt({ dataset }: HTMLElement, asked: string, name: string): boolean {
  const own = dataset[name] ?? '';
  if (name === 'node') return own === asked || (dataset['also'] ?? '').split(' ').includes(asked);
  if (name === 'branch') return own.split(' ').includes(asked);
  if (name === 'state' && asked === 'underway') return own === 'coming' || own === 'preparing';
  return own === asked;
}

/** Puts rows last, under their heading, and those of the time before back where they were. */
function makeSeparator(
  page: HTMLElement,
  rows: readonly HTMLElement[],
): (apart: readonly HTMLElement[]) => void {
  const head = page.querySelector<HTMLElement>('.also-head');
  const at = new Map(rows.map((row, index) => [row, index]));
  let moved: readonly HTMLElement[] = [];
  return (apart) => {
    if (!head) return;
    // From the last on, the row that follows is in its place again.
    for (let last = moved.length - 1; last >= 0; last--) {
      const row = moved[last];
      if (row) head.parentElement?.insertBefore(row, rows[(at.get(row) ?? 0) + 1] ?? head);
    }
    head.hidden = apart.length === 0;
    head.after(...apart);
    moved = apart;
  };
}

/** Shows how many are expected beyond the rows; of what kind, state and level they are nobody knows. */
function makeUnnamed(
  page: HTMLElement,
): (chosen: readonly { readonly name: string; readonly value: string }[]) => number {
  const box = page.querySelector<HTMLElement>('.unnamed-rows');
  const text = box?.querySelector<HTMLElement>('[data-text]');
  const places = [...(box?.querySelectorAll<HTMLElement>('li') ?? [])];
  return (chosen) => {
    if (!box || !text) return 0;
    let count = 0;
    for (const place of places) {
      const fits = chosen.every(
        ({ name, value }) => (name === 'node' || name === 'branch') && isAt(place, value, name),
      );
      place.hidden = !fits;
      if (fits) count += Number(place.dataset['count']);
    }
    box.hidden = count === 0;
    text.textContent = (text.dataset['text'] ?? '').replace('{count}', String(count));
    return count;
  };
}
