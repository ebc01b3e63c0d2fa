import { citationExtensions, citationFormats, citeAll } from '#core/catalog/citation-formats.ts';
import type { CitationFormat } from '#core/catalog/citation-formats.ts';
import { ask } from '#search/ask.ts';
import { localDay } from '#search/shared/day.ts';
import { shownDay } from '../shown-day.ts';
import type { SearchAnswer, SearchHit } from '#search/contract.ts';
import dialogStyles from '#site/styles/dialog.css?url';
import { loadSheet } from '../load-sheet.ts';
import { openDialog } from '../open-dialog.ts';
import { saveBlob } from '../save-file.ts';
import { getEngine, toHref } from './engine.ts';
import type { Place } from './engine.ts';
import { makeClauseTable, makeTable, toCited, writeCsv } from './export-table.ts';
import { loadFacts } from './listed-facts.ts';
import type { PageState } from './state.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';
import { findQuery } from './view.ts';
import { CITATION_WORDS } from '#site/i18n/browser/citation.ts';
import { WORDS } from '#site/i18n/browser/search.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

/** No engine gives more. */
const MOST = 1000;

export interface ExportContext {
  readonly state: PageState;
  readonly answer: SearchAnswer;
  /** Hits chosen one by one, by slug. */
  readonly picked: ReadonlyMap<string, SearchHit>;
  readonly place: Place;
  readonly onUnpick: () => void;
}

interface Dialog {
  readonly dialog: HTMLDialogElement;
  /** Only those picked. */
  readonly onlyPicked: HTMLInputElement;
  readonly unpick: HTMLButtonElement;
  readonly format: HTMLSelectElement;
  readonly csv: HTMLButtonElement;
  readonly xlsx: HTMLButtonElement;
  readonly copy: HTMLButtonElement;
  readonly save: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  readonly status: HTMLElement;
}

function renderDialog({ answer, picked, place }: ExportContext, words: SearchWords): Dialog {
  const status = draw('p', { class: 'dialog-status export-status', role: 'status' });
  const button = (text: string, attributes: Readonly<Record<string, string>> = {}) =>
    draw('button', { type: 'button', class: 'plain-button', ...attributes }, text);
  const radio = (value: string, checked: boolean) => {
    const input = draw('input', { type: 'radio', name: 'what', value });
    input.checked = checked;
    return input;
  };
  const onlyPicked = radio('picked', picked.size > 0);
  const unpick = button(words.unpick, { class: 'clear' });
  const format = draw(
    'select',
    { class: 'field', 'aria-label': words.citationFormat },
    ...citationFormats.map((each) =>
      draw('option', { value: each }, CITATION_WORDS[place.language].formats[each]),
    ),
  );
  const csv = button(`${words.download} CSV`);
  const xlsx = button(`${words.download} XLSX`);
  const copy = button(words.copy);
  const save = button(words.download);
  const close = button(words.close, { class: 'plain-button close' });
  const all = draw('label', {}, radio('all', picked.size === 0), sayAll(answer, words));
  const chosen = draw('label', {}, onlyPicked, words.exportPicked(picked.size));
  const dialog = draw(
    'dialog',
    { class: 'tool-dialog export-dialog', 'aria-labelledby': 'export-title' },
    draw('h2', { id: 'export-title' }, words.export),
    draw(
      'fieldset',
      {},
      draw('legend', {}, words.exportWhat),
      all,
      ...(picked.size > 0 ? [draw('div', { class: 'picked' }, chosen, unpick)] : []),
    ),
    draw('h3', {}, words.table),
    draw('div', { class: 'row' }, xlsx, csv),
    draw('h3', {}, words.citations),
    draw('div', { class: 'row' }, format, copy, save),
    status,
    draw('div', { class: 'row end' }, close),
  );
  return { dialog, onlyPicked, unpick, format, csv, xlsx, copy, save, close, status };
}

/** What can be taken away of a list of results: a table, or citations. */
export function openExport(context: ExportContext): void {
  const words = WORDS[context.place.language];
  const drawn = renderDialog(context, words);
  const { dialog, unpick, close } = drawn;
  bindTasks(drawn, context, words);
  unpick.addEventListener('click', () => {
    context.onUnpick();
    dialog.close();
  });
  close.addEventListener('click', () => dialog.close());
  void loadSheet(dialogStyles).then(() => openDialog(dialog));
}

/** Saves hits or copies them, and returns what is said of it. */
type Task = (hits: readonly SearchHit[]) => Promise<string>;

function bindTasks(drawn: Dialog, context: ExportContext, words: SearchWords): void {
  const { dialog, onlyPicked, status, format } = drawn;
  const { place, picked, state } = context;
  /** One task at a time; what it says stands in the dialog. */
  const act = (element: HTMLButtonElement, task: Task) =>
    element.addEventListener('click', () => {
      if (dialog.hasAttribute('aria-busy')) return;
      dialog.setAttribute('aria-busy', 'true');
      status.textContent = words.preparing;
      void (onlyPicked.checked ? Promise.resolve([...picked.values()]) : askAll(context))
        .then(task)
        .catch(() => words.exportFailed)
        .then((said) => {
          status.textContent = said;
          dialog.removeAttribute('aria-busy');
        });
    });
  const linkTo = (path: string) => new URL(toHref(place, path), window.location.origin).href;
  const name = (extension: string) => `${words.fileName}-${localDay()}.${extension}`;
  const cite = async (hits: readonly SearchHit[]) => {
    const facts = await loadFacts(place);
    return citeAll(
      hits.map((hit) => toCited(hit, linkTo, place.language, localDay(), facts)),
      format.value as CitationFormat,
    );
  };
  const saveText = (text: string, extension: string, type: string) =>
    saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name(extension));
  const tableOf = async (hits: readonly SearchHit[]) => {
    const make = state.scope === 'clauses' ? makeClauseTable : makeTable;
    return make(hits, { day: shownDay().day, linkTo, words, facts: await loadFacts(place) });
  };

  act(drawn.csv, async (hits) => {
    saveText(writeCsv(await tableOf(hits)), 'csv', 'text/csv');
    return words.downloaded(hits.length);
  });
  act(drawn.xlsx, async (hits) => {
    const { writeXlsx } = await import('./export-xlsx.ts');
    const sheet = words.scopes[state.scope === 'clauses' ? 'clauses' : 'standards'];
    saveBlob(await writeXlsx(await tableOf(hits), sheet), name('xlsx'));
    return words.downloaded(hits.length);
  });
  act(drawn.copy, async (hits) => {
    const citations = await cite(hits);
    try {
      await navigator.clipboard.writeText(citations);
      return words.copied(hits.length);
    } catch {
      return words.copyFailed;
    }
  });
  act(drawn.save, async (hits) => {
    saveText(await cite(hits), citationExtensions[format.value as CitationFormat], 'text/plain');
    return words.downloaded(hits.length);
  });
}

/** How many the whole list is, as far as that is known. */
function sayAll({ total, exact }: SearchAnswer, words: SearchWords): string {
  if (total > MOST) return words.exportFirst(formatCount(MOST));
  return exact ? words.exportAll(formatCount(total)) : words.exportUpTo(formatCount(MOST));
}

/** All hits of the question, in the order of the list. */
async function askAll({ state, answer, place }: ExportContext): Promise<readonly SearchHit[]> {
  const { scope, filters, sort } = state;
  const { hits } = await ask(getEngine(place), {
    text: findQuery(answer),
    asWritten: true,
    ...(answer.best && { best: true }),
    language: place.language,
    scope,
    filters,
    sort,
    size: MOST,
  });
  return hits;
}
