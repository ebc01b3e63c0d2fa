import type { Language } from '#core/model/standard.ts';
import { VALIDITY_WORDS } from '#site/i18n/browser/validity.ts';
import { saveBlob } from '../save-file.ts';
import { formatCount } from '#core/base/format-count.ts';
import { toCsv, toXlsx } from '../table-file.ts';
import type { ShownResult } from './result-view.ts';

/** Of the columns of `tabulate`, and of what the result was taken from, in characters. */
const widths = [10, 28, 22, 44, 14, 22, 10, 12, 12, 30, 24, 50, 12, 12, 34];

/** Buttons that take away the rows that are shown, as a file, or print them. */
export function startExport(
  section: HTMLElement,
  language: Language,
  getShown: () => ShownResult | undefined,
  say: (text: string, isFault?: boolean) => void,
): void {
  const words = VALIDITY_WORDS[language];
  for (const button of section.querySelectorAll<HTMLButtonElement>('button[data-format]')) {
    button.addEventListener('click', () => {
      const shown = getShown();
      if (!shown) return;
      const { result, rows } = shown;
      const sources = [result.day, result.factsAsOf ?? '', result.digest];
      const table = {
        head: [...result.heads, ...words.sources],
        rows: rows.map(({ cells }) => [...cells, ...sources]),
      };
      const format = button.dataset['format'] === 'csv' ? 'csv' : 'xlsx';
      void (
        format === 'csv' ? Promise.resolve(toCsv(table)) : toXlsx(table, words.fileName, widths)
      )
        .then((blob) => {
          saveBlob(blob, `${words.fileName}-${result.day}.${format}`);
          say(words.saved(formatCount(rows.length)));
        })
        .catch(() => say(words.notSaved, true));
    });
  }
  section.querySelector('[data-print]')?.addEventListener('click', () => window.print());
}
