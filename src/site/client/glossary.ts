/** The filters of the glossary: by field and by words; an address with `?field=` comes with its field chosen. */
export function startGlossary(page: HTMLElement): void {
  const form = page.querySelector('form');
  const field = form?.querySelector('select');
  const input = form?.querySelector('input');
  const status = form?.querySelector('[role="status"]');
  if (!form || !field || !input || !status) return;
  const entries = [...page.querySelectorAll<HTMLElement>('.entry')].map((element) => ({
    element,
    field: element.dataset['field'],
    text: (element.textContent ?? '').toLowerCase(),
  }));
  const sections = [...page.querySelectorAll<HTMLElement>('.initial')];
  const show = (): void => {
    const wanted = input.value.trim().toLowerCase();
    let count = 0;
    for (const entry of entries) {
      const fits =
        (field.value === '' || entry.field === field.value) && entry.text.includes(wanted);
      entry.element.hidden = !fits;
      if (fits) count += 1;
    }
    for (const section of sections) {
      section.hidden = section.querySelector('.entry:not([hidden])') === null;
    }
    const template = count === 0 ? form.dataset['none'] : form.dataset['shown'];
    status.textContent = (template ?? '').replace('{n}', String(count));
  };
  /** An entry that is asked for by its address is shown, whatever is filtered. */
  const reveal = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest('[hidden]')) return;
    field.value = '';
    input.value = '';
    show();
    target.scrollIntoView();
  };
  const asked = new URLSearchParams(location.search).get('field');
  if (asked !== null && [...field.options].some(({ value }) => value === asked)) {
    field.value = asked;
  }
  show();
  field.addEventListener('change', show);
  input.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', reveal);
  reveal();
}
