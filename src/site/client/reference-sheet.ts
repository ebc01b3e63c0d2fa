import { describeReference } from './references.ts';

const WORDS = {
  zh: {
    term: '去看定义',
    word: '本页的用语',
    standard: '打开这项标准',
    close: '关闭',
    label: '提及',
  },
  en: {
    term: 'Go to the definition',
    word: 'Words of this page',
    standard: 'Open the standard',
    close: 'Close',
    label: 'Mention',
  },
};

let sheet: HTMLElement | undefined;
let owner: HTMLElement | undefined;

function close(): void {
  if (!sheet || sheet.hidden) return;
  sheet.hidden = true;
  owner?.focus({ preventScroll: true });
  owner = undefined;
}

function make(): HTMLElement {
  const made = document.createElement('div');
  made.className = 'reference-sheet';
  made.setAttribute('role', 'dialog');
  made.tabIndex = -1;
  document.body.append(made);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  document.addEventListener('pointerdown', (event) => {
    const at = event.target as Element;
    if (!made.contains(at) && !owner?.contains(at)) made.hidden = true;
  });
  return made;
}

/** Beside the way to the definition, the way to those of other standards, where there are any. */
async function addTermPage(target: HTMLElement, go: HTMLElement): Promise<void> {
  const id = decodeURIComponent(target.getAttribute('href')?.slice(1) ?? '');
  const term = document.getElementById(id)?.querySelector('.term-name dfn')?.textContent ?? '';
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  const home = document.querySelector('.brand')?.getAttribute('href') ?? '/';
  const { linkToTerm } = await import('./compared-terms.ts');
  const link = await linkToTerm(
    term,
    language === 'en' ? home.replace(/en\/$/, '') : home,
    language,
  );
  if (link) go.after(link);
}

/** Shows at the foot what a tapped mention is; false when nothing is known of it or it is shown already. */
export function openReferenceSheet(target: HTMLElement): boolean {
  if (sheet && !sheet.hidden && owner === target) return false;
  const content = describeReference(target);
  if (!content) return false;
  const words = WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh'];
  sheet ??= make();
  sheet.setAttribute('aria-label', words.label);
  const text = document.createElement('div');
  text.append(...content);
  const actions = document.createElement('p');
  const href = target.getAttribute('href');
  if (href) {
    const go = document.createElement('a');
    go.href = href;
    const { classList } = target;
    go.textContent = classList.contains('gloss')
      ? words.word
      : classList.contains('term-ref')
        ? words.term
        : words.standard;
    go.addEventListener('click', () => {
      if (sheet) sheet.hidden = true;
    });
    actions.append(go);
    if (target.classList.contains('term-ref')) void addTermPage(target, go);
  }
  const shut = document.createElement('button');
  shut.type = 'button';
  shut.textContent = words.close;
  shut.addEventListener('click', close);
  actions.append(shut);
  sheet.replaceChildren(text, actions);
  sheet.hidden = false;
  owner = target;
  sheet.focus({ preventScroll: true });
  return true;
}
