import { readChecklist, tabulateChecklist } from '#core/checklist/index.ts';
import type { ChecklistRow, SavedChecklist } from '#core/checklist/index.ts';
import { CHECKLIST_WORDS } from '#site/i18n/browser/checklist.ts';
import { toFileName } from '../file-name.ts';
import { readLanguage } from '../home.ts';
import { saveBlob } from '../save-file.ts';
import { formatCount } from '#core/base/format-count.ts';
import { toTableFile } from '../table-file.ts';
import type { Records } from './records.ts';
import { addressOf } from './row.ts';

const language = readLanguage();
const words = CHECKLIST_WORDS[language];
const widths = [22, 10, 20, 10, 12, 60, 20, 14, 10, 20, 24, 14, 8, 30, 14, 12, 48];

/** What of a list goes into a file. */
export interface ShownList {
  readonly name: string;
  readonly rows: readonly ChecklistRow[];
  readonly records: Records;
}

/** Makes a file of the rows that are shown, with what is said of them. */
async function makeListFile(format: string, { name, rows, records }: ShownList): Promise<Blob> {
  const table = tabulateChecklist(rows, records.marks, language, (row) => addressOf(row, true));
  return toTableFile(format, table, { heading: name, sheet: words.sheet, widths }, () => {
    const provisions = rows.map((row) => ({
      ...row,
      address: addressOf(row, true),
      mark: records.of(row.key),
    }));
    const file = { format: 'biaolian-checklist-rows', version: 1, name, provisions };
    return new Blob([`${JSON.stringify(file, null, 1)}\n`], { type: 'application/json' });
  });
}

/** Buttons that take away what is shown, print it, and save all that is said to a file that can be loaded again. */
export function startExports(
  root: HTMLElement,
  getShown: () => ShownList | undefined,
  say: (text: string, isFault?: boolean) => void,
): void {
  for (const button of root.querySelectorAll<HTMLElement>('[data-format]')) {
    button.addEventListener('click', () => {
      const shown = getShown();
      if (!shown) return;
      const format = button.dataset['format'] ?? '';
      void makeListFile(format, shown)
        .then((blob) => {
          saveBlob(blob, `${toFileName(`${words.fileName} ${shown.name}`)}.${format}`);
          say(words.exported(formatCount(shown.rows.length)));
        })
        .catch(() => say(words.notSaved, true));
    });
  }
  root.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  root.querySelector('[data-save]')?.addEventListener('click', () => {
    const shown = getShown();
    if (!shown) return;
    const blob = new Blob([shown.records.write()], { type: 'application/json' });
    saveBlob(blob, `${toFileName(`${words.fileName} ${shown.name}`)}.checklist.json`);
    say(words.savedFile);
  });
}

/** Reads a file that was chosen: a saved checklist, or the sentence that says why it is none. */
export async function readListFile(
  file: File,
): Promise<(SavedChecklist & { readonly left: number }) | string> {
  let text: string;
  try {
    text = await file.text();
  } catch {
    return words.fileUnreadable;
  }
  const read = readChecklist(text);
  if (read.kind === 'other-version') return words.fileVersion(read.version);
  if (read.kind === 'damaged') return words.fileDamaged;
  return { ...read.checklist, left: read.left };
}
