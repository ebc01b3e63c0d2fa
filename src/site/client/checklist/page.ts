import { filterRows, listRows } from '#core/checklist/index.ts';
import type { ChecklistRow, SavedChecklist, StandardFile } from '#core/checklist/index.ts';
import { CHECKLIST_WORDS } from '#site/i18n/browser/checklist.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw } from '../draw.ts';
import { readAsked } from './asked.ts';
import type { AskedList, AskedStandard } from './asked.ts';
import { startChooser } from './chooser.ts';
import { readListFile, startExports } from './files.ts';
import type { ShownList } from './files.ts';
import { startFilters } from './filters.ts';
import { loadStandards } from './load.ts';
import type { Loaded } from './load.ts';
import { showLost } from './lost.ts';
import { openRecords } from './records.ts';
import type { Records } from './records.ts';
import { startTable } from './table.ts';

const language = readLanguage();
const words = CHECKLIST_WORDS[language];

type Asked = Extract<AskedList, { readonly kind: 'list' }>;

/** A list that is open: what it shows, and what the reader says of it. */
interface OpenList {
  readonly name: string;
  readonly rows: readonly ChecklistRow[];
  readonly records: Records;
  readonly titles: ReadonlyMap<string, string>;
}

/** Whether a record is being written: its form stays, and rows are drawn again when the list is next shown. */
const isWriting = (root: HTMLElement): boolean => root.querySelector('.record-fields') !== null;

/** The page of the checklist: reads the address, loads the standards, shows their provisions and keeps what is said of them. */
export function startChecklist(root: HTMLElement): void {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`);
  const say = startSaying(part('said'));
  const file = new URL(root.dataset['file'] ?? '', window.location.href).href;
  let open: OpenList | undefined;
  let shown: readonly ChecklistRow[] = [];

  const sayCounts = (): void => {
    if (!open) return;
    const done = open.rows.filter(({ key }) => open?.records.of(key).done).length;
    const [total, ticked] = [formatCount(open.rows.length), formatCount(done)];
    write(part('summary'), words.summary(total, ticked));
    const isPart = shown.length < open.rows.length;
    write(part('only'), isPart ? words.only(formatCount(shown.length), total) : '');
    const bar = root.querySelector<HTMLProgressElement>('[data-done]');
    if (bar) bar.max = Math.max(1, open.rows.length);
    if (bar) bar.value = done;
  };
  const table = startTable(root, sayCounts);
  const show = (): void => {
    if (!open) return;
    shown = filterRows(open.rows, open.records.marks, filters.read());
    table.show(shown, open.records, open.titles);
    sayCounts();
  };
  const filters = startFilters(root, () => {
    show();
    say(words.shown(formatCount(shown.length)), false, true);
  });
  const showFault = (): void => {
    const fault = open?.records.fault;
    write(part('fault'), fault ? words.fault[fault] : '');
  };
  const showAll = (): void => {
    if (open) showLost(root, open.records, showAll);
    show();
  };
  const showOther = (): void => (isWriting(root) ? sayCounts() : showAll());
  const openList = (asked: Asked, { files, failed, left }: Loaded): void => {
    const rows = files.flatMap(listRows);
    const missing = new Set([...failed, ...left].map(({ slug }) => slug));
    const name = nameList(asked, files);
    const { source } = asked;
    const standards = asked.standards.map(({ slug, number }) => ({ slug, number }));
    const records = openRecords({ rows, name, source, standards, missing }, showFault, showOther);
    open = {
      name,
      rows,
      records,
      titles: new Map(files.map((each) => [each.slug, titleOf(each)])),
    };
    write(part('name'), name);
    const list = part('list');
    if (list) list.hidden = rows.length === 0;
    if (rows.length === 0 && files.length > 0) say(words.none);
    filters.fill(rows);
    showFault();
    showAll();
  };

  window.addEventListener('beforeunload', (event) => {
    const fault = open?.records.fault;
    if (open?.records.isChanged && (fault === 'refused' || fault === 'full'))
      event.preventDefault();
  });
  startChooser(root, file, say);
  startExports(
    root,
    (): ShownList | undefined => open && { name: open.name, rows: shown, records: open.records },
    say,
  );
  const load = startLoading(root, say, openList);
  startFileInput(root, say, async (saved) => {
    if (!open) await load(toAsked(saved));
    if (!open) return undefined;
    const result = open.records.add(saved.entries);
    showAll();
    return result;
  });
}

/** Loads what the address asks for, with a word on how far it is, a way to stop, and one to ask again. Returns what loads a list. */
function startLoading(
  root: HTMLElement,
  say: (text: string, isFault?: boolean) => void,
  openList: (asked: Asked, loaded: Loaded) => void,
): (asked: Asked) => Promise<void> {
  const busy = root.querySelector<HTMLElement>('[data-busy]');
  const progress = root.querySelector<HTMLProgressElement>('[data-progress]');
  const chooser = root.querySelector<HTMLDetailsElement>('[data-chooser]');
  let stopper = new AbortController();
  let files: readonly StandardFile[] = [];
  root.querySelector('[data-stop]')?.addEventListener('click', () => stopper.abort());

  const load = async (asked: Asked, standards: readonly AskedStandard[]): Promise<void> => {
    stopper = new AbortController();
    const total = formatCount(standards.length);
    if (chooser) chooser.open = false;
    if (busy) busy.hidden = false;
    if (progress) progress.max = standards.length;
    const loaded = await loadStandards(standards, stopper.signal, (done) => {
      if (progress) progress.value = done;
      if (standards.length > 1) say(words.loading(formatCount(done), total));
    });
    if (busy) busy.hidden = true;
    const bySlug = new Map([...files, ...loaded.files].map((each) => [each.slug, each]));
    files = asked.standards.flatMap(({ slug }) => bySlug.get(slug) ?? []);
    say(loaded.left.length > 0 ? words.stopped(formatCount(loaded.files.length), total) : '');
    const again = [...loaded.failed, ...loaded.left];
    showProblems(root, loaded, () => void load(asked, again));
    openList(asked, { ...loaded, files });
  };
  const faults = {
    'unknown-basket': words.unknownBasket,
    'unknown-place': words.unknownPlace,
    damaged: words.badAddress,
  };
  void readAsked(window.location).then((asked) => {
    if (chooser) chooser.open = asked.kind !== 'list';
    if (asked.kind === 'list') return load(asked, asked.standards);
    if (asked.kind !== 'nothing') say(faults[asked.kind], true);
    return undefined;
  });
  return (asked) => load(asked, asked.standards);
}

/** Names what is not there, and offers to ask again for what may be. */
function showProblems(
  root: HTMLElement,
  { absent, failed, left }: Loaded,
  again: () => void,
): void {
  const place = root.querySelector<HTMLElement>('[data-problems]');
  const retry = place?.querySelector<HTMLButtonElement>('[data-retry]');
  if (!place || !retry) return;
  const numbers = absent.map(({ number }) => number).join(language === 'zh' ? '、' : ', ');
  const items = [
    ...(absent.length > 0 ? [words.notHosted(numbers)] : []),
    ...failed.map(({ number }) => words.failed(number)),
  ];
  place.querySelector('ul')?.replaceChildren(...items.map((text) => draw('li', {}, text)));
  place.hidden = items.length === 0 && left.length === 0;
  retry.hidden = failed.length + left.length === 0;
  // A button that has been heard already has what was missing then.
  const fresh = retry.cloneNode(true);
  fresh.addEventListener('click', again);
  retry.replaceWith(fresh);
}

/** Reads saved checklists that are chosen, and says what became of their records. */
function startFileInput(
  root: HTMLElement,
  say: (text: string, isFault?: boolean) => void,
  add: (saved: SavedChecklist) => Promise<ReturnType<Records['add']> | undefined>,
): void {
  const read = async (file: File): Promise<void> => {
    const saved = await readListFile(file);
    if (typeof saved === 'string') return say(saved, true);
    const result = await add(saved);
    if (!result) return;
    const said = words.fileRead(formatCount(result.placed), formatCount(result.lost));
    say(saved.left > 0 ? `${said} ${words.fileLeft(formatCount(saved.left))}` : said);
  };
  for (const input of root.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void read(file);
      // The same file, saved again, is another choice.
      input.value = '';
    });
  }
}

/** The list that a saved checklist was made for, under what it holds: a basket of that id may be another one here. */
function toAsked({ name, standards }: SavedChecklist): Asked {
  const source = standards.map(({ slug }) => `standard=${slug}`).join('&');
  return { kind: 'list', name, source, standards };
}

/** The name of a list: its own, else the number and title of its standard, of several the first and how many there are. */
function nameList({ name, standards }: Asked, files: readonly StandardFile[]): string {
  const [first] = files;
  if (name !== '') return name;
  if (!first) return standards[0]?.number ?? '';
  const own = `${first.number} ${titleOf(first)}`;
  return files.length === 1 ? own : words.several(own, formatCount(files.length));
}

const titleOf = ({ metadata: { title, titleEn = title } }: StandardFile): string =>
  language === 'en' ? titleEn : title;

/** Writes a text into its place, which is hidden while there is none. */
function write(place: HTMLElement | null, text: string): void {
  if (!place) return;
  place.textContent = text;
  place.hidden = text === '';
}

/** Says a sentence: a fault as one, and what can be seen elsewhere only to those who hear the page. */
function startSaying(place: HTMLElement | null) {
  return (text: string, isFault = false, isSeen = false): void => {
    if (!place) return;
    place.textContent = text;
    place.classList.toggle('fault', isFault);
    place.classList.toggle('visually-hidden', isSeen);
  };
}
