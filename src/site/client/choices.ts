/**
 * Keeps what is chosen in the selects of a form in the address, by their names: it is read from there at first and when the
 * reader goes back, and written there at each change. `apply` is told each time; a value that no select has is none.
 */
export function keepChoices(form: HTMLFormElement, apply: () => void): void {
  const selects = [...form.querySelectorAll('select')];
  const read = (): void => {
    const asked = new URL(window.location.href).searchParams;
    for (const select of selects) {
      const value = asked.get(select.name) ?? '';
      const isKnown = [...select.options].some((option) => option.value === value);
      select.value = isKnown ? value : '';
    }
    apply();
  };
  const write = (): void => {
    const url = new URL(window.location.href);
    for (const { name, value } of selects) {
      if (value === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    window.history.replaceState(window.history.state, '', url);
    apply();
  };
  form.addEventListener('change', write);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => window.setTimeout(write));
  window.addEventListener('popstate', read);
  read();
}
