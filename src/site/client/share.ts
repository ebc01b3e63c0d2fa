import type { Place } from './reading-place.ts';

const WORDS = {
  zh: { joiner: '，', link: '链接已复制', text: '引用已复制', byHand: '请自行复制：' },
  en: { joiner: ', ', link: 'Link copied', text: 'Citation copied', byHand: 'Copy this: ' },
};

/**
 * Gives away the address of a clause (or of the page) with the number of its standard: by the system's own sheet on a
 * touch screen, else by the clipboard, else to be copied by hand. A citation, which holds its address, is given as it is.
 */
export async function share(text: string, place?: Place): Promise<void> {
  const words = WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh'];
  const { origin, pathname } = window.location;
  const cited = text.includes('[S');
  const url = `${origin}${pathname}${place ? `#${encodeURIComponent(place.head.id)}` : ''}`;
  const name = place ? `${text}${words.joiner}${place.label}` : text;
  if (!cited && 'share' in navigator && window.matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ title: name, text: name, url });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  const copied = cited ? text : `${name}\n${url}`;
  const done = await copy(copied);
  announce(done ? (cited ? words.text : words.link) : words.byHand + copied, done ? 2000 : 15_000);
}

/** Over plain http a page has no clipboard of its own; the old command still copies a selection. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return done;
  }
}

let toast: HTMLElement | undefined;
let timer = 0;

function announce(message: string, time: number): void {
  if (!toast) {
    toast = document.createElement('div');
    toast.className = 'toast';
    toast.setAttribute('role', 'status');
    document.body.append(toast);
  }
  toast.hidden = false;
  toast.textContent = message;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (toast) toast.hidden = true;
  }, time);
}
