import { OFFLINE_WORDS } from '#site/i18n/browser/offline.ts';
import { readLanguage } from '../home.ts';
import { draw } from '../draw.ts';
import { formatSize, toDay } from './format.ts';
import { findFault, listRead, listTaken, removeRead, removeTaken } from './taken.ts';

const words = OFFLINE_WORDS[readLanguage()];

/** The page of what is kept on this device: each opens, and can be removed. */
export function startOfflinePage(page: HTMLElement): void {
  const part = (name: string) => page.querySelector<HTMLElement>(`[data-${name}]`);
  const say = (text: string): void => {
    const state = part('state');
    if (state) state.textContent = text;
  };
  const show = async (): Promise<void> => {
    const fault = await findFault();
    if (fault) return say(words.fault[fault]);
    part('taken')?.replaceChildren(
      await drawTaken((id) => {
        void removeTaken(id)
          .then(show)
          .then(() => say(words.removed));
      }),
    );
    part('read')?.replaceChildren(
      ...(await drawRead(() => {
        void removeRead()
          .then(show)
          .then(() => say(words.cleared));
      })),
    );
  };
  void show();
}

async function drawTaken(onRemove: (id: string) => void): Promise<HTMLElement> {
  const all = await listTaken();
  if (all.length === 0) return draw('p', { class: 'quiet' }, words.nothingTaken);
  const rows = all.map(({ id, title, address, at, pages, bytes }) => {
    const remove = draw(
      'button',
      { type: 'button', class: 'plain-button', 'aria-label': words.removeOf(title) },
      words.remove,
    );
    remove.addEventListener('click', () => onRemove(id));
    const said = words.taken(pages, formatSize(bytes), toDay(at));
    return draw(
      'li',
      {},
      draw('a', { href: address }, title),
      draw('span', { class: 'quiet' }, said),
      remove,
    );
  });
  return draw('ul', { role: 'list', class: 'kept-list' }, ...rows);
}

async function drawRead(onClear: () => void): Promise<readonly HTMLElement[]> {
  const all = await listRead();
  if (all.length === 0) return [draw('p', { class: 'quiet' }, words.nothingRead)];
  const rows = all.map(({ address, title, at }) =>
    draw(
      'li',
      {},
      draw('a', { href: address }, title),
      draw('span', { class: 'quiet' }, words.readOn(toDay(at))),
    ),
  );
  const clear = draw('button', { type: 'button', class: 'plain-button' }, words.clear);
  clear.addEventListener('click', onClear);
  return [draw('ul', { role: 'list', class: 'kept-list' }, ...rows), clear];
}
