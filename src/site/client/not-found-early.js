// A host has one page for all addresses that lead nowhere, in Chinese; below /en/ the English one stands in its place, and the
// address stays what the reader asked for.
const { english, under } = document.currentScript.dataset;
const KEY = 'biaolian-not-found';
try {
  if (location.pathname === english) {
    const asked = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (asked) history.replaceState(null, '', asked);
  } else if (location.pathname.startsWith(under) && document.documentElement.lang !== 'en') {
    sessionStorage.setItem(KEY, location.href);
    location.replace(english);
  }
} catch {}
