import { localDay } from '#search/shared/day.ts';
import { OFFLINE_WORDS } from '#site/i18n/browser/offline.ts';
import { readLanguage, toPage } from '../home.ts';
import { draw } from '../draw.ts';
import { formatSize, toDay } from './format.ts';
import { findFault, findTaken, NotKept, removeTaken, take } from './taken.ts';
import type { Plan, Taken } from './taken.ts';

const words = OFFLINE_WORDS[readLanguage()];

/**
 * The button that takes pages along, with what came of it and the way to remove them. The plan is asked for when it is needed;
 * returns what shows the state of another plan.
 */
export function startTakeAlong(place: HTMLElement, plan: () => Plan | undefined): () => void {
  const button = draw('button', { type: 'button', class: 'plain-button' });
  const remove = draw('button', { type: 'button', class: 'plain-button' }, words.remove);
  const said = draw('p', { role: 'status', class: 'quiet' });
  const list = draw('a', { href: toPage('offline/') }, words.list);
  place.replaceChildren(button, remove, said, list);

  let isRenewing = false;
  const show = async (): Promise<void> => {
    const wanted = plan();
    place.hidden = wanted === undefined;
    if (!wanted) return;
    const fault = await findFault();
    if (fault) return refuse(fault);
    const taken = await findTaken(wanted.id);
    button.textContent = taken ? words.renew : words.take(wanted.pages.length);
    remove.hidden = taken === undefined;
    list.hidden = taken === undefined;
    said.textContent = taken ? describe(taken) : '';
    if (taken && isOld(taken, wanted) && navigator.onLine && !isRenewing) await renew(wanted);
  };
  const refuse = (fault: keyof typeof words.fault): void => {
    button.hidden = fault === 'insecure' || fault === 'refused';
    remove.hidden = true;
    list.hidden = true;
    said.textContent = words.fault[fault];
  };
  /** What was taken on another day, or of other pages, is brought up to now without being asked, and without a word where that fails. */
  const renew = async (wanted: Plan): Promise<void> => {
    isRenewing = true;
    const taken = await take(wanted).catch(() => undefined);
    isRenewing = false;
    if (taken && plan()?.id === wanted.id) said.textContent = describe(taken);
  };

  button.addEventListener('click', () => {
    const wanted = plan();
    if (!wanted || button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    void navigator.storage?.persist?.().catch(() => false);
    take(wanted, (done, bytes) => {
      said.textContent = words.taking(done, wanted.pages.length, formatSize(bytes));
    })
      .then(show, async (error: unknown) => {
        await show();
        said.textContent = words.fault[error instanceof NotKept ? error.fault : 'refused'];
      })
      .finally(() => button.removeAttribute('aria-disabled'));
  });
  remove.addEventListener('click', () => {
    const wanted = plan();
    if (!wanted) return;
    void removeTaken(wanted.id)
      .then(show)
      .then(() => {
        said.textContent = words.removed;
        button.focus();
      });
  });
  void show();
  return () => void show();
}

function isOld({ at, pages, missing }: Taken, wanted: Plan): boolean {
  return toDay(at) !== localDay() || pages + missing !== wanted.pages.length;
}

function describe({ pages, bytes, at, missing }: Taken): string {
  const kept = words.taken(pages, formatSize(bytes), toDay(at));
  return missing > 0 ? `${kept} ${words.missing(missing)}` : kept;
}

/** The button of a page whose plan stands in it. */
export function startPlannedTakeAlong(place: HTMLElement): void {
  const plan = JSON.parse(place.dataset['plan'] ?? '{}') as Plan;
  startTakeAlong(place, () => plan);
}
