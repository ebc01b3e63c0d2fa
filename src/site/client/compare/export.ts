import { tabulateChanges } from '#core/compare/index.ts';
import type { ChangeRecord } from '#core/compare/index.ts';
import { COMPARE_WORDS } from '#site/i18n/browser/compare.ts';
import { toFileName } from '../file-name.ts';
import { saveBlob } from '../save-file.ts';
import { toTableFile } from '../table-file.ts';

/** Of the columns of `tabulateChanges`, in characters. */
const widths = [10, 12, 12, 12, 12, 36, 60, 60, 44, 44];

/** What a list of changes says of its texts. */
interface ExportedTexts {
  readonly from: { readonly number: string; readonly title: string };
  readonly to: { readonly number: string; readonly title: string };
}

/** The changes of two texts that are to be taken away. */
export interface ExportedChanges {
  readonly texts: ExportedTexts;
  readonly records: readonly ChangeRecord[];
}

type Format = 'xlsx' | 'csv' | 'md' | 'json';

const isFormat = (value: string): value is Format => /^(?:xlsx|csv|md|json)$/.test(value);

/** The list of changes as a file of a format. */
async function makeFile(
  format: Format,
  records: readonly ChangeRecord[],
  texts: ExportedTexts,
  language: 'zh' | 'en',
): Promise<Blob> {
  const words = COMPARE_WORDS[language];
  const page = window.location.href.replace(/#.*$/, '');
  const table = tabulateChanges(records, language, (id) => `${page}#${id}`);
  const heading = `${texts.from.number} → ${texts.to.number}`;
  return toTableFile(format, table, { heading, sheet: words.fileName, widths }, () => {
    const file = { format: 'biaolian-comparison', version: 1, ...texts, changes: records };
    return new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' });
  });
}

/** Buttons that take away the changes that are shown. `say` hears of what was done. */
export function startExport(
  page: HTMLElement,
  language: 'zh' | 'en',
  load: () => Promise<ExportedChanges | undefined>,
  say: (text: string, isFault?: boolean) => void,
): void {
  const words = COMPARE_WORDS[language];
  const save = async (format: Format): Promise<void> => {
    const loaded = await load();
    if (!loaded) return say(words.notSaved, true);
    const { records, texts } = loaded;
    const name = toFileName(`${words.fileName} ${texts.from.number} ${texts.to.number}`);
    saveBlob(await makeFile(format, records, texts, language), `${name}.${format}`);
    say(words.saved(String(records.length)));
  };
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-format]')) {
    button.addEventListener('click', () => {
      const format = button.dataset['format'] ?? '';
      if (isFormat(format)) void save(format).catch(() => say(words.notSaved, true));
    });
  }
  page.querySelector('[data-print]')?.addEventListener('click', () => window.print());
}
