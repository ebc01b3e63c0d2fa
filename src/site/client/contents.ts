/** Marks the entry of the contents list in whose section the reader is. */
export function startContents(): void {
  const list = document.querySelector<HTMLElement>('.contents');
  if (!list) return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a')];
  const targets = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  let current: HTMLElement | undefined;

  const follow = () => {
    const line = window.innerHeight * 0.25;
    const next = findLast(targets, line)?.link;
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    current = next;
    if (next) keepInSight(next, list);
  };

  let waiting = false;
  const schedule = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  };
  window.addEventListener('scroll', schedule, { passive: true });
  window.addEventListener('resize', schedule);
  follow();

  const details = list.querySelector('details');
  const wide = window.matchMedia('(min-width: 64rem)');
  list.addEventListener('click', (event) => {
    if (details && !wide.matches && (event.target as Element).closest('a')) details.open = false;
  });
}

interface Place {
  readonly link: HTMLElement;
  readonly target: HTMLElement;
}

/** The lowest target above the line; beside the text there may be sections that begin at its top. */
function findLast(places: readonly Place[], line: number): Place | undefined {
  let found: Place | undefined;
  let lowest = -Infinity;
  for (const place of places) {
    const { top } = place.target.getBoundingClientRect();
    if (top > line || top <= lowest) continue;
    lowest = top;
    found = place;
  }
  return found;
}

function keepInSight(link: HTMLElement, list: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return;
  const top = link.offsetTop - list.clientHeight / 3;
  list.scrollTop = Math.max(0, top);
}
