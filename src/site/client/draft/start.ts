import { writeLetter, writeLetterCsv, writeMail } from '#core/comments/format.ts';
import type { CommentLetter } from '#core/comments/format.ts';
import { countDays } from '#core/base/day.ts';
import { DRAFT_SCRIPT } from '#site/i18n/browser/draft.ts';
import { toFileName } from '../file-name.ts';
import { readLanguage } from '../home.ts';
import '../reader-day.ts';
import { saveBlob } from '../save-file.ts';
import { shownDay } from '../shown-day.ts';
import { startTables } from '../tables.ts';
import { makeButton, openForm } from './form.ts';
import type { Subject } from './form.ts';
import { openLetter } from './letter.ts';
import type { OwnLetter } from './letter.ts';

const words = DRAFT_SCRIPT[readLanguage()];

/** The days of a draft as its page says them. */
function tellDays(root: HTMLElement, today: string): boolean {
  const { began = '', until = '' } = root.dataset;
  const place = root.querySelector('[data-left]');
  const say = (text: string): void => {
    if (place) place.textContent = text;
  };
  if (began && today < began) {
    say(words.notYet(countDays(today, began)));
    return false;
  }
  if (!until) return true;
  if (today > until) {
    say(words.over);
    return false;
  }
  say(today === until ? words.last : words.left(countDays(today, until)));
  return true;
}

function start(root: HTMLElement): void {
  const body = root.querySelector<HTMLElement>('.document');
  if (body) startTables(body);
  const { day } = shownDay();
  if (!tellDays(root, day)) {
    for (const part of root.querySelectorAll<HTMLElement>('[data-open], .by-hand'))
      part.hidden = true;
    return;
  }
  const { draft: project = '', title = '' } = root.dataset;
  const letter = openLetter(project, title);
  const said = root.querySelector('[data-said]');
  const say = (text: string): void => {
    if (said) said.textContent = text;
  };
  const buttons = addButtons(root);
  const show = (): void => {
    showList(root, letter, (key) => edit(key), show);
    for (const [anchor, { button, subject }] of buttons) {
      const count = letter.comments().filter((each) => each.anchor === anchor).length;
      button.textContent = count > 0 ? words.edit(count) : words.comment;
      button.classList.toggle('has-comments', count > 0);
      button.setAttribute('aria-label', `${button.textContent} ${subject.clause}`);
    }
    if (letter.fault()) say(words.fault);
  };
  const write = (place: Element, subject: Subject, key?: number): void => {
    const before = letter.comments().find((each) => each.key === key);
    openForm(place, subject, before, (written) => {
      if (!letter.put({ ...subject, ...written, key })) say(words.full);
      show();
    });
  };
  const edit = (key: number): void => {
    const comment = letter.comments().find((each) => each.key === key);
    const item = root.querySelector(`[data-key="${key}"]`);
    const { clause = '', anchor } = comment ?? {};
    if (item?.lastElementChild)
      write(item.lastElementChild, { clause, ...(anchor && { anchor }) }, key);
  };
  for (const { button, subject, place } of buttons.values())
    button.addEventListener('click', () => write(place, subject));
  const whole = root.querySelector('[data-whole-place]');
  root
    .querySelector('[data-whole]')
    ?.addEventListener('click', () => whole && write(whole, { clause: words.whole }));
  startSender(root, letter);
  startWays(root, letter, { say, show, today: day });
  show();
}

interface ClauseButton {
  readonly button: HTMLButtonElement;
  readonly subject: Subject;
  /** What a form stands behind. */
  readonly place: Element;
}

/** A button at each clause, behind the link to it. */
function addButtons(root: HTMLElement): ReadonlyMap<string, ClauseButton> {
  const buttons = new Map<string, ClauseButton>();
  for (const link of root.querySelectorAll<HTMLAnchorElement>('.document .copy-link')) {
    const anchor = decodeURIComponent(link.hash.slice(1));
    const clause = (link.dataset['label'] ?? '').replace(/^第(\d+)章$/, '$1');
    const button = makeButton(words.comment, 'comment-button no-print');
    const block = link.closest('p') ?? link;
    link.after(button);
    const place = block === link ? button : block;
    buttons.set(anchor, { button, place, subject: { clause, anchor } });
  }
  return buttons;
}

function showList(
  root: HTMLElement,
  letter: OwnLetter,
  edit: (key: number) => void,
  show: () => void,
): void {
  const list = root.querySelector('[data-list]');
  const comments = letter.comments();
  const none = root.querySelector('[data-none]');
  if (none) none.textContent = comments.length === 0 ? words.none : '';
  const count = root.querySelector('[data-count]');
  if (count) count.textContent = comments.length > 0 ? words.count(comments.length) : '';
  list?.replaceChildren(
    ...comments.map(({ key, clause, anchor, comment, reason }) => {
      const item = document.createElement('li');
      item.dataset['key'] = String(key);
      const name = document.createElement(anchor ? 'a' : 'strong');
      name.textContent = clause;
      if (anchor && name instanceof HTMLAnchorElement) name.href = `#${encodeURIComponent(anchor)}`;
      const said = document.createElement('p');
      said.textContent = comment;
      const why = document.createElement('p');
      why.className = 'quiet';
      why.textContent = reason ?? '';
      const change = makeButton(words.editOne, 'plain-button', `${words.editOne} ${clause}`);
      change.addEventListener('click', () => edit(key));
      const remove = makeButton(words.remove, 'plain-button', words.removeOne(clause));
      remove.addEventListener('click', () => {
        letter.remove(key);
        show();
      });
      const row = document.createElement('p');
      row.className = 'draft-ways';
      row.append(change, remove);
      item.append(name, said, ...(reason ? [why] : []), row);
      return item;
    }),
  );
}

function startSender(root: HTMLElement, letter: OwnLetter): void {
  const form = root.querySelector<HTMLFormElement>('[data-sender]');
  if (!form) return;
  const field = (name: string) => form.elements.namedItem(name);
  const names = ['organisation', 'name', 'contact'] as const;
  const read = (name: string): string => {
    const input = field(name);
    return input instanceof HTMLInputElement ? input.value.trim() : '';
  };
  const box = field('publishOrganisation');
  const fill = (): void => {
    const sender = letter.sender();
    for (const name of names) {
      const input = field(name);
      if (input instanceof HTMLInputElement) input.value = sender[name] ?? '';
    }
    if (box instanceof HTMLInputElement) box.checked = sender.publishOrganisation;
  };
  const take = (): void =>
    letter.setSender({
      ...(read('organisation') && { organisation: read('organisation') }),
      ...(read('name') && { name: read('name') }),
      ...(read('contact') && { contact: read('contact') }),
      publishOrganisation: box instanceof HTMLInputElement && box.checked,
    });
  form.addEventListener('input', take);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => window.setTimeout(fill));
  fill();
}

interface Ways {
  readonly say: (text: string) => void;
  readonly show: () => void;
  readonly today: string;
}

function startWays(root: HTMLElement, letter: OwnLetter, { say, show, today }: Ways): void {
  const { email = '', title = '', draft: project = '' } = root.dataset;
  const save = (content: string, extension: string, type: string): void => {
    const name = `${toFileName(words.file(project))}.${extension}`;
    saveBlob(new Blob([content], { type: `${type};charset=utf-8` }), name);
    say(words.saved(name));
  };
  const ways: Readonly<Record<string, () => void>> = {
    mail: () => {
      const written = letter.write(today);
      const address = writeMail(written, email, {
        subject: words.subject(title),
        lines: listLines(written),
      });
      if (address === null) say(words.tooLong);
      else window.location.href = address;
    },
    json: () => save(writeLetter(letter.write(today)), 'json', 'application/json'),
    csv: () => save(writeLetterCsv(letter.write(today)), 'csv', 'text/csv'),
    clear: () => {
      letter.clear();
      root.querySelector<HTMLFormElement>('[data-sender]')?.reset();
      show();
      say(words.cleared);
    },
  };
  for (const button of root.querySelectorAll<HTMLElement>('[data-way]')) {
    button.addEventListener('click', () => {
      const way = button.dataset['way'] ?? '';
      if (letter.comments().length === 0 && way !== 'clear') say(words.none);
      else ways[way]?.();
    });
  }
}

/** The comments as people write them in a mail. */
function listLines({ organisation, name, contact, comments }: CommentLetter): readonly string[] {
  return [
    ...comments.flatMap(({ clause, comment, reason }) => [
      `【${clause}】`,
      `${words.change}：${comment}`,
      ...(reason ? [`${words.reason}：${reason}`] : []),
      '',
    ]),
    [organisation, name, contact].filter(Boolean).join(' '),
  ];
}

const root = document.querySelector<HTMLElement>('[data-draft]');
if (root) start(root);
