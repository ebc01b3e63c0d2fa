import type { Place } from './reading-place.ts';
import { announce } from './toast.ts';

const WORDS = {
  zh: { joiner: '，', link: '链接已复制', byHand: '请自行复制：' },
  en: { joiner: ', ', link: 'Link copied', byHand: 'Copy this: ' },
};

const wordsOf = () => WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh'];

/**
 * Gives away the address of a clause (or of the page) with the number of its standard: by the system's own sheet on a
 * touch screen, else by the clipboard, else to be copied by hand.
 */
export async function share(number: string, place?: Place): Promise<void> {
  const words = wordsOf();
  const url = addressOf(place);
  const name = place ? `${number}${words.joiner}${place.label}` : number;
  if ('share' in navigator && window.matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ title: name, text: name, url });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  await shareText(`${name}\n${url}`, words.link);
}

/** The address of a clause, or of the page. */
export function addressOf(place: Place | undefined): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${place ? `#${encodeURIComponent(place.head.id)}` : ''}`;
}

/** Copies a text, or shows it where nothing can be copied; `done` is said when it was. */
async function shareText(text: string, done: string): Promise<void> {
  if (await copyText(text)) announce(done, 2000);
  else announce(wordsOf().byHand + text, 15_000);
}

/** Copies a text and says whether it could. Over plain http a page has no clipboard of its own; the old command still copies. */
export async function copyText(text: string): Promise<boolean> {
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
