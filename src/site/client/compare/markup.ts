/**
 * Elements from HTML that `html` of `core/base` wrote: all text in it was escaped when it was put there. Nothing else is ever
 * given to it.
 */
export function toNodes(markup: string): DocumentFragment {
  return document.createRange().createContextualFragment(markup);
}
