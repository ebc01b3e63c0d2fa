import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { draw } from '../draw.ts';
import type { Control } from './controls.ts';

const words = LEARN_SCRIPT[readLanguage()];

/**
 * The text of a standard, taken from its own page when it is asked for, in which a clause is pointed at: by a finger, a
 * mouse, or Tab and Enter.
 */
export function drawFind({ dataset }: HTMLElement, done: () => void): Control {
  const said = draw('p', { class: 'quiet', role: 'status' });
  const open = draw('button', { type: 'button', class: 'plain-button' }, words.openText);
  const box = draw('div', { class: 'find-text document' });
  box.hidden = true;
  const element = draw('div', { class: 'find-clause' }, open, said, box);
  let chosen: HTMLElement | undefined;
  let locked = false;
  const choose = (section: HTMLElement) => {
    if (locked) return;
    if (chosen) delete chosen.dataset['chosen'];
    chosen = section;
    section.dataset['chosen'] = '';
    said.textContent = words.pointedAt(nameOf(section));
  };
  open.addEventListener('click', () => {
    void load(dataset['page'] ?? '', said).then((text) => {
      if (!text) return;
      open.hidden = true;
      box.replaceChildren(...text.sections);
      box.lang = text.lang;
      box.hidden = false;
      said.textContent = words.pointHint;
      makePointable(box, choose, done);
    });
  });
  return {
    element,
    read: () => (chosen ? { kind: 'find', path: listPath(chosen, box) } : undefined),
    show: () => {
      locked = true;
    },
    clear: () => {
      locked = false;
      if (chosen) delete chosen.dataset['chosen'];
      chosen = undefined;
    },
  };
}

interface FoundText {
  readonly sections: readonly Node[];
  readonly lang: string;
}

/** The clauses of a text from the page of the standard; undefined, and said, where it cannot be had. */
async function load(page: string, said: HTMLElement): Promise<FoundText | undefined> {
  said.textContent = words.loadingText;
  try {
    const response = await fetch(page);
    if (!response.ok) throw new Error(String(response.status));
    const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
    const sections = parsed.querySelectorAll('.document > section');
    if (sections.length === 0) throw new Error('no text');
    return {
      sections: [...sections].map((section) => document.importNode(section, true)),
      lang: parsed.documentElement.lang,
    };
  } catch {
    said.textContent = words.noText;
    return undefined;
  }
}

/** Clauses that can be pointed at. Ids become data: the page has its own. */
function makePointable(
  box: HTMLElement,
  choose: (section: HTMLElement) => void,
  done: () => void,
): void {
  for (const link of box.querySelectorAll('.copy-link')) link.remove();
  for (const element of box.querySelectorAll<HTMLElement>('[id]')) {
    element.dataset['id'] = element.id;
    element.removeAttribute('id');
  }
  for (const link of box.querySelectorAll('a[href]')) link.removeAttribute('href');
  for (const image of box.querySelectorAll('img')) image.loading = 'lazy';
  for (const section of box.querySelectorAll<HTMLElement>('.clause')) {
    const button = draw('button', {
      type: 'button',
      class: 'find-pick',
      'aria-label': words.point(nameOf(section)),
    });
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (section.dataset['chosen'] === undefined) choose(section);
      else done();
    });
    section.prepend(button);
  }
  const pick = (event: Event) => {
    const section = event.target instanceof Element && event.target.closest('.clause');
    if (section instanceof HTMLElement) choose(section);
  };
  box.addEventListener('click', pick);
}

/** The head of a clause, by which it is named. */
function nameOf(section: HTMLElement): string {
  const head = section.querySelector('.clause-title, .term-title, .clause-lead');
  const text = head?.textContent.trim().replace(/\s+/g, ' ') ?? '';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Ids of a clause, of what its own blocks hold, and of the clauses it lies in. */
function listPath(section: HTMLElement, box: HTMLElement): readonly string[] {
  const path: string[] = [];
  for (
    let at: Element | null = section;
    at && at !== box;
    at = at.parentElement?.closest('.clause') ?? null
  ) {
    const own = at;
    const held = [...at.querySelectorAll<HTMLElement>('[data-id]')].filter(
      (each) => each.closest('.clause') === own,
    );
    path.push(...held.flatMap(({ dataset }) => dataset['id'] ?? []));
  }
  return path;
}
