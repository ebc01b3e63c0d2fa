/** What every page loads for search: the rest comes when a box gets the focus. */
export function startSearch(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[role="search"]')) {
    const input = form.querySelector<HTMLInputElement>('input[name="q"]');
    if (!input || 'started' in form.dataset) continue;
    form.dataset['started'] = '';
    // The page of results answers in place.
    if ('results' in form.dataset || form.closest('[data-search-page]')) continue;
    let loading: Promise<void> | undefined;
    let loaded = false;
    const load = () => {
      loading ??= import('./suggest.ts').then(
        ({ startSuggestions }) => {
          startSuggestions(form, input);
          loaded = true;
        },
        () => {
          // The form still leads to the page of results.
          loading = undefined;
        },
      );
    };
    input.addEventListener('focus', load);
    // Enter may come before what knows numbers: it waits for that.
    form.addEventListener('submit', (event) => {
      if (loaded || !loading) return;
      event.preventDefault();
      void loading.then(() => {
        if (form.dispatchEvent(new Event('submit', { cancelable: true }))) form.submit();
      });
    });
    // Suggestions may arrive in the middle of a composition, and cannot tell by themselves.
    input.addEventListener('compositionstart', () => (input.dataset['composing'] = ''));
    input.addEventListener('compositionend', () => delete input.dataset['composing']);
    if (document.activeElement === input) load();
  }
  if ('searchKeys' in document.documentElement.dataset) return;
  document.documentElement.dataset['searchKeys'] = '';
  document.addEventListener('keydown', focusOnKey);
}

/** `/` outside of fields, Ctrl+K or ⌘K anywhere. */
function focusOnKey(event: KeyboardEvent): void {
  const { key, target } = event;
  const modified = event.ctrlKey || event.metaKey;
  const slash = key === '/' && !modified && !event.altKey && !isField(target);
  const command = key.toLowerCase() === 'k' && modified && !event.altKey && !event.shiftKey;
  if ((!slash && !command) || event.isComposing || event.defaultPrevented) return;
  const inputs = document.querySelectorAll<HTMLInputElement>('form[role="search"] input[name="q"]');
  const shown = [...inputs].filter((input) => input.getClientRects().length > 0);
  const box = shown.find((input) => input.closest('main')) ?? shown[0];
  const link = document.querySelector<HTMLAnchorElement>('a.search-link');
  if (!box && !link) return;
  event.preventDefault();
  if (box) {
    box.focus();
    box.select();
  } else link?.click();
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
