import { readHash } from './hash.ts';

/** Where in a text the reader is: the clause or section that stands at the top of the window. */
export interface Place {
  /** Head of the clause, or the section beside the text; its id is the address. */
  readonly head: HTMLElement;
  /** `5.2`, `附录A`; the name of an unnumbered one. */
  readonly label: string;
  readonly title: string;
}

const HEADS = '.clause-title[id], .clause-lead[id], .term-title[id]';

/** The head of a clause that an address leads to, by its id, an earlier id or its printed number. */
function headOf(id: string): HTMLElement | null {
  return document.getElementById(id)?.closest<HTMLElement>(HEADS) ?? null;
}

function describe(head: HTMLElement): Place {
  const number = head.querySelector('.num')?.textContent ?? '';
  const english = document.documentElement.lang === 'en';
  const name =
    head.getAttribute('aria-label') ??
    head.querySelector('.annex-name, .num ~ span, dfn, h2')?.textContent;
  const title = head.matches('.clause-lead') ? '' : (name ?? head.textContent ?? '').trim();
  if (number === '') return { head, label: title, title: '' };
  const chapter = /^\d+$/.test(number);
  const label = chapter ? (english ? `Clause ${number}` : `第${number}章`) : number;
  return { head, label, title };
}

/** All clauses of the text of the page, in its order. */
export function listPlaces(): readonly Place[] {
  const selector = HEADS.replaceAll('.', '.document .');
  return Array.from(document.querySelectorAll<HTMLElement>(selector), describe);
}

/**
 * Tells where the reader is, now and after each move. A clause that was landed on is marked as a whole and counts as the
 * place until the reader moves, even where the page is too short to bring it to the top.
 */
export function followPlace(tell: (place: Place | undefined) => void): void {
  const heads = [
    ...document.querySelectorAll<HTMLElement>(
      `${HEADS}, #indicators, #page-provisions, #metadata, #relations`,
    ),
  ];
  if (heads.length === 0) return;
  let landed: HTMLElement | undefined;
  let current: HTMLElement | undefined;

  const follow = () => {
    const next = landed ?? findLast(heads, window.innerHeight * 0.25);
    if (next === current) return;
    current = next;
    tell(next && describe(next));
  };
  const land = () => {
    for (const clause of document.querySelectorAll('.clause.landed')) {
      clause.classList.remove('landed');
    }
    landed = headOf(readHash()) ?? undefined;
    landed?.closest('.clause')?.classList.add('landed');
    follow();
  };
  const leave = ({ target }: Event) => {
    // Whoever presses a link of the bar is where the bar says; it must not lead elsewhere under the finger.
    if (!(target instanceof Element && target.closest('.reading-bar'))) landed = undefined;
  };
  for (const move of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(move, leave, { passive: true });
  }

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
  window.addEventListener('hashchange', land);
  land();
}

/** The lowest head above the line; what stands in the column beside the text is no place in it. */
function findLast(heads: readonly HTMLElement[], line: number): HTMLElement | undefined {
  let found: HTMLElement | undefined;
  let lowest = -Infinity;
  for (const head of heads) {
    const { top, left } = head.getBoundingClientRect();
    if (top > line || top <= lowest || left > window.innerWidth / 2) continue;
    lowest = top;
    found = head;
  }
  return found;
}
