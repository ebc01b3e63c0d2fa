/** Filters of the 明细表: what is chosen is in the address, and rows that do not fit are hidden. */
export function startSystemList(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('.list-filters');
  const status = form?.querySelector<HTMLElement>('[role="status"]');
  const reset = form?.querySelector<HTMLButtonElement>('[type="reset"]');
  if (!form || !status || !reset) return;
  const rows = [...page.querySelectorAll<HTMLElement>('tr[data-row]')];
  const selects = [...form.querySelectorAll('select')];

  const apply = () => {
    const chosen = selects.flatMap(({ name, value }) => (value === '' ? [] : [{ name, value }]));
    let count = 0;
    for (const row of rows) {
      const fits = chosen.every(({ name, value }) => isAt(row.dataset[name] ?? '', value, name));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    reset.hidden = chosen.length === 0;
    const { shown = '', none = '' } = status.dataset;
    status.textContent =
      count === 0
        ? none
        : shown.replace('{count}', String(count)).replace('{total}', String(rows.length));
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
function isAt(own: string, asked: string, name: string): boolean {
  if (name === 'node' || name === 'branch') return own.split(' ').includes(asked);
  if (name === 'state' && asked === 'underway') return own === 'coming' || own === 'preparing';
  return own === asked;
}
