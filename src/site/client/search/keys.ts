/**
 * The arrow keys lead from the box to the hits and from one to the next, clauses included; Escape leads back. Keys that
 * belong to an input method are left to it. Where nothing has the focus, ArrowDown leads to the first hit in sight.
 */
export function startResultKeys(input: HTMLInputElement, results: HTMLElement): void {
  const listStops = () => [...results.querySelectorAll<HTMLElement>('a[data-walk]')];
  const isOurs = (event: KeyboardEvent) =>
    !event.isComposing &&
    event.keyCode !== 229 &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.shiftKey;

  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || !isOurs(event)) return;
    const first = listStops()[0];
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  document.addEventListener('keydown', (event) => {
    const { key, target, defaultPrevented } = event;
    const idle = target === document.body || target === results;
    if (key !== 'ArrowDown' || !idle || defaultPrevented || !isOurs(event)) return;
    const stops = listStops();
    const next = stops.find((stop) => stop.getBoundingClientRect().top >= 0) ?? stops[0];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  results.addEventListener('keydown', (event) => {
    if (!isOurs(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      input.focus();
      input.select();
      return;
    }
    const stops = listStops();
    const at = stops.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) input.focus();
    else stops[next]?.focus();
  });
}
