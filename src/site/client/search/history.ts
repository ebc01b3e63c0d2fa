import type { Cause, SearchPage } from './reducer.ts';
import { shownDay, withDay } from '../shown-day.ts';
import { readState, writeState } from './state.ts';
import type { PageState } from './state.ts';

/** The question that the address of this page asks; what is not understood of it is left out. */
export function readAddress(): PageState {
  return readState(new URL(window.location.href).searchParams);
}

/** Puts what is asked into the address, as an entry of its own or in place of the one before. */
export function writeHistory({ asked, entry }: SearchPage): void {
  const url = new URL(window.location.href);
  url.search = writeState(asked);
  const { day, today } = shownDay();
  if (day !== today) url.search = withDay(url, day).search;
  url.hash = '';
  if (entry === 'keep' || url.href === window.location.href) return;
  if (entry === 'replace') window.history.replaceState(null, '', url);
  else {
    keepPlace();
    window.history.pushState(null, '', url);
  }
}

/** Notes in the history where the reader is on the page. */
export function keepPlace(): void {
  window.history.replaceState({ top: window.scrollY }, '');
}

/** To the top of a new page of the list; to where the reader was, when going back. */
export function leadReader(cause: Cause, main: HTMLElement, results: HTMLElement): void {
  if (cause === 'turned') {
    results.focus({ preventScroll: true });
    main.scrollIntoView({ block: 'start' });
  } else if (cause === 'went-back' || cause === 'opened') {
    const { top } = (window.history.state ?? {}) as { readonly top?: unknown };
    if (typeof top === 'number') window.scrollTo(0, top);
  }
}
