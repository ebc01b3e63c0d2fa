import type { Language } from '#core/model/standard.ts';
import { VALIDITY_WORDS } from '#site/i18n/browser/validity.ts';
import { formatCount } from '#core/base/format-count.ts';

/** Where a list is given: written or pasted, or as a file that is chosen or dropped. */
export interface ListInput {
  /** What was given; empty where nothing was, null where the file cannot be read. */
  readonly read: () => Promise<string | Uint8Array | null>;
  /** Puts the list that the address brings into the box; false where it brings none. */
  readonly readAddress: () => boolean;
  readonly focus: () => void;
}

/** The list that an address brings behind `#`, where no browser sends it to a server: `#list=GB%2FT%20191-2008`. Empty without one. */
function readGivenList(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('list')?.trim() ?? '';
}

/** Starts the box of a list; a file that is chosen is checked at once, and what is written after it takes its place. */
export function startInput(
  form: HTMLFormElement,
  language: Language,
  onFile: () => void,
): ListInput {
  const text = form.querySelector<HTMLTextAreaElement>('[data-text]');
  const choice = form.querySelector<HTMLInputElement>('[data-input]');
  const box = form.querySelector<HTMLElement>('[data-drop]');
  let file: File | undefined;

  const show = (): void => {
    const chosen = form.querySelector<HTMLElement>('[data-chosen]');
    const name = form.querySelector<HTMLElement>('[data-chosen-name]');
    const hint = form.querySelector<HTMLElement>('[data-file-hint]');
    if (!chosen || !name || !hint) return;
    chosen.hidden = file === undefined;
    hint.hidden = file !== undefined;
    const size = VALIDITY_WORDS[language].size(formatCount(Math.ceil((file?.size ?? 0) / 1024)));
    name.textContent = file ? `${file.name} · ${size}` : '';
  };
  const take = (given: File | undefined): void => {
    if (!given) return;
    file = given;
    show();
    onFile();
  };
  const leave = (): void => {
    file = undefined;
    if (choice) choice.value = '';
    show();
  };

  choice?.addEventListener('change', () => {
    take(choice.files?.[0]);
    // The same file, saved again, is another choice.
    choice.value = '';
  });
  form.querySelector('[data-remove]')?.addEventListener('click', () => {
    leave();
    choice?.focus();
  });
  text?.addEventListener('input', leave);
  text?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  if (box) startDropping(box, take);

  return {
    async read() {
      if (!file) return text?.value.trim() === '' ? '' : (text?.value ?? '');
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        return null;
      }
    },
    readAddress() {
      const list = readGivenList(window.location.hash);
      if (!text || list === '') return false;
      text.value = list;
      return true;
    },
    focus: () => text?.focus(),
  };
}

function startDropping(box: HTMLElement, take: (file: File | undefined) => void): void {
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  box.addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    box.classList.add('dropping');
  });
  box.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node) || !box.contains(event.relatedTarget))
      box.classList.remove('dropping');
  });
  box.addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    box.classList.remove('dropping');
    take(event.dataTransfer?.files[0]);
  });
}
