import { openDialog } from './open-dialog.ts';

const CLOSE = { zh: '关闭', en: 'Close' };

/** A tap on a figure shows it as large as it has to be to be read, in a window that scrolls. */
export function startFigures(body: HTMLElement): void {
  body.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.enlarge');
    const image = link?.querySelector('img');
    if (!link || !image || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const dialog = document.createElement('dialog');
    dialog.className = 'figure-window';
    dialog.setAttribute('aria-label', image.alt);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'plain-button';
    close.textContent = CLOSE[document.documentElement.lang === 'en' ? 'en' : 'zh'];
    close.addEventListener('click', () => dialog.close());
    const large = document.createElement('img');
    large.src = image.src;
    large.alt = image.alt;
    const room = document.createElement('div');
    room.tabIndex = 0;
    room.append(large);
    dialog.append(close, room);
    openDialog(dialog);
  });
}
