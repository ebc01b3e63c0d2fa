const WORDS = {
  zh: { copy: (label: string) => `复制 ${label} 的链接`, done: '链接已复制' },
  en: { copy: (label: string) => `Copy link to ${label}`, done: 'Link copied' },
};

/** A button at each clause that copies its address. */
export function startCopyLinks(body: HTMLElement): void {
  if (!navigator.clipboard) return;
  const words = WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh'];
  for (const place of body.querySelectorAll<HTMLElement>(
    '.clause-title, .clause-lead, .term-number',
  )) {
    if (!place.id) continue;
    const number = place.querySelector('.num')?.textContent ?? place.textContent ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-link';
    button.textContent = '#';
    button.setAttribute('aria-label', words.copy(number.trim().slice(0, 40)));
    place.append(button);
  }
  body.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('.copy-link');
    const id = button?.parentElement?.id;
    if (!id) return;
    const { origin, pathname, search } = window.location;
    const address = `${origin}${pathname}${search}#${encodeURIComponent(id)}`;
    void navigator.clipboard.writeText(address).then(() => announce(words.done));
  });
}

let toast: HTMLElement | undefined;
let timer = 0;

function announce(message: string): void {
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
  }, 2000);
}
