import { CHECKLIST_TERMS, isEmptyMark, nameType, nameVerification } from '#core/checklist/index.ts';
import type { ChecklistRow, Mark } from '#core/checklist/index.ts';
import { CHECKLIST_WORDS } from '#site/i18n/browser/checklist.ts';
import { readLanguage, toPage } from '../home.ts';
import { draw, langOf } from '../draw.ts';
import type { Records } from './records.ts';

const language = readLanguage();
const words = CHECKLIST_WORDS[language];
const terms = CHECKLIST_TERMS[language];

/** The address of a provision: its own where its author gave it one, its table, else its clause; on the page of the standard. */
export function addressOf({ slug, clause, id, source }: ChecklistRow, isWhole = false): string {
  const own = source === 'author' && !id.startsWith(`${clause.id}.`) ? id : clause.id;
  const anchor = source === 'table' ? id.slice(0, id.lastIndexOf('.')) : own;
  const path = `${toPage(`standards/${slug}/`)}#${encodeURIComponent(anchor)}`;
  return isWhole ? new URL(path, window.location.href).href : path;
}

/** One line of the list: what is asked, and what the reader says of it. `onMark` hears of each change. */
export function drawRow(row: ChecklistRow, records: Records, onMark: () => void): HTMLElement {
  const { clause, type, source, text, object } = row;
  const head = (name: string) => ({ 'data-head': name });
  const chinese = langOf(text, language);
  const edition = records.editionOf(row.key);
  return draw(
    'tr',
    { 'data-key': row.key },
    draw('td', { class: 'tick' }, ...drawTick(row, records, onMark)),
    draw(
      'td',
      { class: 'type' },
      draw('span', { class: 'kind', 'data-type': type }, nameType(type, language)),
      draw('span', { class: 'source', 'data-source': source }, terms.source[source]),
    ),
    draw(
      'th',
      { scope: 'row', class: 'clause' },
      draw('a', { href: addressOf(row), ...langOf(clause.label, language) }, clause.label),
      ...(clause.title
        ? [
            ' ',
            draw(
              'span',
              { class: 'clause-title', ...langOf(clause.title, language) },
              clause.title,
            ),
          ]
        : []),
    ),
    draw(
      'td',
      { class: 'text', ...chinese },
      text,
      ...(edition === undefined
        ? []
        : [
            draw(
              'span',
              { class: 'edition', lang: document.documentElement.lang },
              words.edition(edition),
            ),
          ]),
    ),
    draw(
      'td',
      { class: 'object', ...head(words.heads.object), ...langOf(object, language) },
      object,
    ),
    draw('td', { class: 'limit', ...head(words.heads.limit) }, ...drawLimits(row)),
    draw('td', { class: 'verify', ...head(words.heads.verify) }, ...drawVerifications(row)),
    drawRecord(row, records, onMark),
  );
}

function drawTick(row: ChecklistRow, records: Records, onMark: () => void): readonly HTMLElement[] {
  const box = draw('input', {
    type: 'checkbox',
    'aria-label': words.tick(row.clause.label, row.text.slice(0, 40)),
  });
  box.checked = records.of(row.key).done;
  const printed = draw('span', { class: 'tick-box', 'data-done': String(box.checked) });
  box.addEventListener('change', () => {
    records.set(row, { done: box.checked });
    printed.dataset['done'] = String(box.checked);
    onMark();
  });
  return [draw('label', {}, box), printed];
}

function drawLimits({ limits }: ChecklistRow): readonly HTMLElement[] {
  return limits.map(({ value, unit, isCondition, object }) =>
    draw(
      'span',
      { class: isCondition ? 'condition' : 'asked' },
      ...(isCondition ? [draw('span', { class: 'quiet' }, words.condition), ' '] : []),
      ...(isCondition && object ? [draw('span', langOf(object, language), object), ' '] : []),
      draw('span', { class: 'figure' }, value),
      ...(unit ? [` ${unit}`] : []),
    ),
  );
}

function drawVerifications({ slug, verifications }: ChecklistRow): readonly HTMLElement[] {
  return verifications.map((each) => {
    const { basis, clause } = each;
    const isProposed = basis !== 'author';
    const name = nameVerification(each);
    const page = toPage(`standards/${slug}/`);
    const proposed = `${words.proposed}${language === 'zh' ? '：' : ': '}${terms.basis[basis]}`;
    return draw(
      'span',
      { class: isProposed ? 'verified proposed' : 'verified' },
      clause
        ? draw(
            'a',
            { href: `${page}#${encodeURIComponent(clause.id)}`, ...langOf(name, language) },
            name,
          )
        : draw('span', langOf(name, language), name),
      ' ',
      draw('span', { class: 'basis' }, isProposed ? proposed : terms.basis[basis]),
    );
  });
}

/** Note, responsible person and day: as text, and as fields while they are written. */
function drawRecord(row: ChecklistRow, records: Records, onMark: () => void): HTMLElement {
  const cell = draw('td', { class: 'record', 'data-head': words.heads.record });
  const open = draw(
    'button',
    {
      type: 'button',
      class: 'open-record no-print',
      'aria-label': words.recordOf(row.clause.label),
    },
    words.record,
  );
  const show = (): void => {
    const mark = records.of(row.key);
    cell.replaceChildren(...drawSaid(mark), open);
    cell.classList.toggle('empty', isEmptyMark({ ...mark, done: false }));
  };
  open.addEventListener('click', () => {
    const form = drawFields(row, records, onMark, () => {
      show();
      open.focus();
    });
    cell.replaceChildren(form);
    form.querySelector('textarea')?.focus();
  });
  show();
  return cell;
}

function drawSaid({ note, person, date }: Mark): readonly HTMLElement[] {
  const who = [person, date].filter(Boolean).join(' · ');
  return [
    ...(note ? [draw('p', { class: 'said-note', ...langOf(note, language) }, note)] : []),
    ...(who ? [draw('p', { class: 'said-who', ...langOf(who, language) }, who)] : []),
  ];
}

function drawFields(
  row: ChecklistRow,
  records: Records,
  onMark: () => void,
  close: () => void,
): HTMLElement {
  const mark = records.of(row.key);
  const note = draw('textarea', { class: 'field', rows: '3', maxlength: '2000' });
  const person = draw('input', {
    class: 'field',
    type: 'text',
    maxlength: '100',
    autocomplete: 'off',
  });
  const date = draw('input', {
    class: 'field',
    type: 'date',
    min: '1949-10-01',
    max: '2199-12-31',
  });
  note.value = mark.note;
  person.value = mark.person;
  date.value = mark.date;
  const save = (): void => {
    const day = date.checkValidity() ? date.value : '';
    records.set(row, { note: note.value.trim(), person: person.value.trim(), date: day });
    onMark();
  };
  for (const field of [note, person, date]) field.addEventListener('input', save);
  const done = draw('button', { type: 'button', class: 'plain-button' }, words.close);
  done.addEventListener('click', close);
  const form = draw(
    'div',
    { class: 'record-fields', role: 'group', 'aria-label': words.recordOf(row.clause.label) },
    draw('label', {}, draw('span', {}, words.note), note),
    draw('label', {}, draw('span', {}, words.person), person),
    draw('label', {}, draw('span', {}, words.date), date),
    done,
  );
  form.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return form;
}
