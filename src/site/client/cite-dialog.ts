import { citationExtensions, citationFormats, citeAll } from '#core/catalog/citation-formats.ts';
import type { CitationFormat, CitedStandard } from '#core/catalog/citation-formats.ts';
import type { Language } from '#core/model/standard.ts';
import { CITATION_WORDS } from '#site/i18n/browser/citation.ts';
import dialogStyles from '#site/styles/dialog.css?url';
import { loadSheet } from './load-sheet.ts';
import { openDialog } from './open-dialog.ts';
import { saveBlob } from './save-file.ts';
import { draw } from './draw.ts';

/** One thing that can be cited: a standard or a clause of it. */
interface Citable {
  /** What the list calls it; of the whole standard absent. */
  readonly name?: string;
  readonly cited: CitedStandard;
}

/** Under which the reader's browser keeps the format chosen last. */
const kept = 'citation-format';

function readFormat(): CitationFormat {
  try {
    const format = window.localStorage.getItem(kept);
    return citationFormats.find((each) => each === format) ?? 'gbt7714';
  } catch {
    return 'gbt7714';
  }
}

function keepFormat(format: string): void {
  try {
    window.localStorage.setItem(kept, format);
  } catch {
    // Where nothing can be kept, the format is chosen each time.
  }
}

/** Opens a dialog in which a standard, or one of its clauses, is cited in any format, to be copied or saved. */
export function openCitation(
  citables: readonly Citable[],
  chosen: number,
  language: Language,
): void {
  const words = CITATION_WORDS[language];
  const what = draw(
    'select',
    { class: 'field' },
    ...citables.map(({ name }, at) => draw('option', { value: String(at) }, name ?? words.whole)),
  );
  what.value = String(chosen);
  const format = draw(
    'select',
    { class: 'field' },
    ...citationFormats.map((each) => draw('option', { value: each }, words.formats[each])),
  );
  format.value = readFormat();
  const button = (text: string, name: string) =>
    draw('button', { type: 'button', class: 'plain-button', 'data-do': name }, text);
  const text = draw('textarea', { class: 'field', readonly: '', rows: '6', spellcheck: 'false' });
  const [copy, save] = [button(words.copy, 'copy'), button(words.download, 'save')];
  const close = button(words.close, 'close');
  const status = draw('p', { class: 'dialog-status', role: 'status' });
  const label = (name: string, field: HTMLElement) =>
    draw('label', {}, draw('span', {}, name), field);
  const dialog = draw(
    'dialog',
    { class: 'tool-dialog cite-dialog', 'aria-labelledby': 'cite-title' },
    draw('h2', { id: 'cite-title' }, words.title),
    ...(citables.length > 1 ? [label(words.what, what)] : []),
    label(words.format, format),
    label(words.text, text),
    draw('div', { class: 'row' }, copy, save, close),
    status,
  );
  const show = () => {
    const { cited } = citables[Number(what.value)] ?? {};
    text.value = cited ? citeAll([cited], format.value as CitationFormat).trim() : '';
    status.textContent = '';
  };
  what.addEventListener('change', show);
  format.addEventListener('change', () => {
    keepFormat(format.value);
    show();
  });
  copy.addEventListener('click', () => {
    void copyField(text).then((done) => {
      status.textContent = done ? words.copied : words.copyFailed;
    });
  });
  save.addEventListener('click', () => {
    const { cited } = citables[Number(what.value)] ?? {};
    if (!cited) return;
    const own = format.value as CitationFormat;
    saveBlob(
      new Blob([citeAll([cited], own)], { type: 'text/plain;charset=utf-8' }),
      `${nameFile(cited)}.${citationExtensions[own]}`,
    );
    status.textContent = words.downloaded;
  });
  close.addEventListener('click', () => dialog.close());
  show();
  void loadSheet(dialogStyles).then(() => openDialog(dialog));
}

/** Over plain http a page has no clipboard of its own; the old command still copies a selection. */
async function copyField(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand('copy');
  }
}

/** `DB9999-T-12-2023-5.2`: what every system takes as the name of a file. */
function nameFile({ number, clause = '' }: CitedStandard): string {
  return `${number} ${clause}`
    .trim()
    .replace(/[—–]/g, '-')
    .replace(/[^\p{L}\p{N}.()-]+/gu, '-');
}
