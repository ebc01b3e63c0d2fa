import './reader-day.ts';

/** Opens the list an address names, and every list on paper. */
export function startGaps(page: HTMLElement): void {
  const lists = [...page.querySelectorAll('details')];
  const openNamed = () => {
    const id = decodeId(window.location.hash.slice(1));
    const named = id === '' ? null : document.getElementById(id);
    const list = named && page.contains(named) ? named.closest('details') : null;
    if (!list) return;
    list.open = true;
    list.scrollIntoView();
  };
  let closed: readonly HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    closed = lists.filter(({ open }) => !open);
    for (const list of closed) list.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const list of closed) list.open = false;
    closed = [];
  });
  window.addEventListener('hashchange', openNamed);
  openNamed();
}

/** What is no encoding names nothing. */
function decodeId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
