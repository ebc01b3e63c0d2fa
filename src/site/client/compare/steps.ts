import { COMPARE_WORDS } from '#site/i18n/browser/compare.ts';

/** Changes in the order of the page that are to be seen. */
function listShown(body: HTMLElement): readonly HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('[id^="c-"]')].filter(
    (element) => element.getClientRects().length > 0,
  );
}

/** Buttons and keys that go to the next change and back: J and N, K and P, as no field is typed into. */
export function startSteps(
  page: HTMLElement,
  body: HTMLElement,
  language: 'zh' | 'en',
  say: (text: string) => void,
): void {
  const words = COMPARE_WORDS[language];
  let at: HTMLElement | undefined;
  const go = (step: 1 | -1): void => {
    const shown = listShown(body);
    if (shown.length === 0) return say(words.noChange);
    const target = window.location.hash.slice(1);
    const current =
      at && shown.includes(at) ? at : shown.find(({ id }) => id === decodeURIComponent(target));
    const index = current ? shown.indexOf(current) + step : step > 0 ? 0 : shown.length - 1;
    const next = shown[(index + shown.length) % shown.length];
    if (!next) return;
    at = next;
    const url = new URL(window.location.href);
    url.hash = next.id;
    // A new fragment makes the browser mark the place and scroll to it.
    window.location.replace(url);
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'center' });
    say(words.position(String(shown.indexOf(next) + 1), String(shown.length)));
  };
  page.querySelector('[data-next]')?.addEventListener('click', () => go(1));
  page.querySelector('[data-previous]')?.addEventListener('click', () => go(-1));
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isTyping =
      target instanceof HTMLElement &&
      target.matches('input:not([type=radio], [type=checkbox]), textarea, select, dialog *');
    if (
      isTyping ||
      ctrlKey ||
      metaKey ||
      altKey ||
      event.defaultPrevented ||
      body.childElementCount === 0
    )
      return;
    const step = /^[jn]$/i.test(key) ? 1 : /^[kp]$/i.test(key) ? -1 : undefined;
    if (step === undefined) return;
    event.preventDefault();
    go(step);
  });
}
