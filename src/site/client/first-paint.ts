/** Calls back when the page has been shown: what answers to the reader, and what he does not see yet, holds nothing up. */
export function afterFirstPaint(act: () => void): void {
  // A page in a tab behind is not painted.
  if (document.hidden) act();
  else requestAnimationFrame(() => window.setTimeout(act));
}
