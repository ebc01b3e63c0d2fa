/** Calls back when the results stand that this page was opened for; at once on a page that was opened for none. */
export function afterFirstResults(act: () => void): void {
  const results = document.querySelector('[data-search-page] [data-results]');
  if (!results || results.firstChild || window.location.search === '') {
    act();
    return;
  }
  const watch = new MutationObserver(() => {
    if (!results.firstChild) return;
    watch.disconnect();
    act();
  });
  watch.observe(results, { childList: true });
}
