import type { Language } from '#core/model/standard.ts';
import { listChanges } from '#core/validity/index.ts';
import type { SeenChange, SeenNumber, WatchedList } from '#core/validity/index.ts';
import { localDay } from '#search/shared/day.ts';
import { WATCH_WORDS } from '#site/i18n/browser/watch.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw, langOf } from '../draw.ts';
import { startChecking } from './checking.ts';
import { changeLists, loadLists } from './kept-lists.ts';
import type { Result, ResultRow } from './messages.ts';
import { nameVerdict } from './result-table.ts';

interface WatchContext {
  readonly language: Language;
  /** Address of the file that lists are checked against. */
  readonly file: string;
  readonly getResult: () => Result | undefined;
  /** Has a kept list checked and shown as one that was given. */
  readonly open: (list: WatchedList) => void;
}

/** Keeps lists on the reader's word, and says on the next visit what has changed. Nothing of it leaves the browser. */
export function startWatching(page: HTMLElement, context: WatchContext): void {
  const { language, file, getResult } = context;
  const words = WATCH_WORDS[language];
  const section = page.querySelector<HTMLElement>('[data-watched]');
  const place = page.querySelector<HTMLElement>('[data-watched-lists]');
  const said = page.querySelector<HTMLElement>('[data-watch-said]');
  const form = page.querySelector<HTMLFormElement>('[data-watch-form]');
  const name = form?.querySelector<HTMLInputElement>('input');
  if (!section || !place || !said || !form || !name) return;

  const say = (text: string, isFault = false, ...more: readonly Node[]): void => {
    said.replaceChildren(text, ...more);
    said.classList.toggle('fault', isFault);
    section.hidden = false;
  };
  const change = (
    act: (before: readonly WatchedList[]) => readonly WatchedList[],
    done: string,
  ) => {
    const fault = changeLists(act);
    say(fault ? words.faults[fault] : done, fault !== undefined);
    show();
    return fault;
  };
  const remove = (list: WatchedList): void => {
    const { lists } = loadLists();
    if (change((before) => before.filter(({ id }) => id !== list.id), words.removed(list.name)))
      return;
    const undo = draw('button', { type: 'button', class: 'plain-button' }, words.undo);
    undo.addEventListener('click', () => change(() => lists, ''));
    said.append(' ', undo);
    undo.focus();
  };
  const renew = (list: WatchedList, seen: readonly SeenNumber[]): void => {
    const renewed = { ...list, day: localDay(), seen };
    change((before) => before.map((each) => (each.id === list.id ? renewed : each)), '');
  };

  const show = (): void => {
    const { lists, fault } = loadLists();
    if (fault && fault !== 'refused') say(words.faults[fault], true);
    section.hidden = lists.length === 0 && said.textContent === '';
    const open = (list: WatchedList) => context.open(list);
    place.replaceChildren(
      ...lists.map((list) => drawList(list, { language, file, open, remove, renew })),
    );
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const result = getResult();
    const called = name.value.trim();
    if (!result || called === '') return;
    const { lists } = loadLists();
    const id = `w${Math.max(0, ...lists.map((each) => Number(each.id.slice(1)) || 0)) + 1}`;
    const list = {
      id,
      name: called,
      day: result.day,
      rows: result.list,
      seen: result.rows.map(toSeen),
    };
    if (!change((before) => [...before, list], words.kept(called))) name.value = '';
  });
  show();
}

/** What is said of one number, as it is kept. */
function toSeen({ verdict, cells }: ResultRow): SeenNumber {
  const [place = '', written = '', , , , edition = '', , , , successors = ''] = cells;
  return { place, written, verdict, edition, successors };
}

/** Checks a kept list as of today, in a worker of its own. */
function compare(
  { rows, seen }: WatchedList,
  file: string,
  language: Language,
  tell: (now: readonly SeenNumber[], changes: readonly SeenChange[]) => void,
  fail: () => void,
): void {
  const asking = startChecking(fail);
  asking.ask({ list: rows, day: localDay(), language, file }, (report) => {
    if (report.kind === 'progress') return;
    asking.stop();
    if (report.kind !== 'result') {
      fail();
      return;
    }
    const now = report.result.rows.map(toSeen);
    tell(now, listChanges(seen, now));
  });
}

interface ListActions {
  readonly language: Language;
  readonly file: string;
  readonly open: (list: WatchedList) => void;
  readonly remove: (list: WatchedList) => void;
  readonly renew: (list: WatchedList, seen: readonly SeenNumber[]) => void;
}

/** A list that is kept, with what can be done with it, and below it what has changed once that is known. */
function drawList(list: WatchedList, actions: ListActions): HTMLElement {
  const { name, day, seen } = list;
  const { language, file } = actions;
  const words = WATCH_WORDS[language];
  const tools = draw('span', { class: 'watch-tools' });
  const state = draw('div', { class: 'watch-state' }, words.checking);
  const act = (text: string, run: () => void) => {
    const label = words.of(text, name);
    const attributes = { type: 'button', class: 'plain-button', 'aria-label': label };
    const button = draw('button', attributes, text);
    button.addEventListener('click', run);
    tools.append(button);
  };
  act(words.open, () => actions.open(list));
  act(words.remove, () => actions.remove(list));
  const tell = (now: readonly SeenNumber[], changes: readonly SeenChange[]) => {
    state.replaceChildren(...drawChanges(list, changes, language));
    if (changes.length > 0) act(words.renew, () => actions.renew(list, now));
  };
  compare(list, file, language, tell, () => state.replaceChildren(words.unreachable));
  const about = words.about(formatCount(seen.length), day);
  return draw(
    'li',
    {},
    draw('strong', langOf(name, language), name),
    ' ',
    draw('span', { class: 'quiet' }, about),
    tools,
    state,
  );
}

function drawChanges(
  { day }: WatchedList,
  changes: readonly SeenChange[],
  language: Language,
): readonly (Node | string)[] {
  const words = WATCH_WORDS[language];
  if (changes.length === 0) return [words.same(day)];
  const sayOne = (seen: SeenNumber | undefined) =>
    seen ? [nameVerdict(seen.verdict, language), seen.edition].filter(Boolean).join(' · ') : '—';
  return [
    words.changed(formatCount(changes.length), day),
    draw(
      'div',
      { class: 'scroll' },
      draw(
        'table',
        { class: 'watch-changes' },
        draw(
          'thead',
          {},
          draw('tr', {}, ...words.heads.map((head) => draw('th', { scope: 'col' }, head))),
        ),
        draw(
          'tbody',
          {},
          ...changes.map(({ before, now }) => {
            const written = (now ?? before)?.written ?? '';
            return draw(
              'tr',
              {},
              draw('th', { scope: 'row', ...langOf(written, language) }, written),
              draw('td', {}, sayOne(before)),
              draw('td', {}, sayOne(now)),
              draw('td', {}, now?.successors ?? ''),
            );
          }),
        ),
      ),
    ),
  ];
}
