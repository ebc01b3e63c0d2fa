// An address of a standard without a page may be that of a record which stands on a page with others: till that is known the page
// does not say that there is none.
if (/\/standards\/[^/]+\/$/.test(location.pathname)) {
  document.documentElement.dataset.seeking = '';
  setTimeout(() => delete document.documentElement.dataset.seeking, 8000);
}
