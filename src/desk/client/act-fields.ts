import { toChinaDay } from '#core/base/day.ts';
import { ask } from './api.ts';
import { fill, h } from './dom.ts';
import type { ActFields, ClauseText, StandardLine } from './shapes.ts';
import { t } from './words.ts';
import type { Word } from './words.ts';

/** Acts with a form of their own. */
export type FormName =
  | 'revise'
  | 'amend'
  | 'correct'
  | 'confirm'
  | 'withdraw'
  | 'renumber'
  | 'transfer'
  | 'issue'
  | 'advance'
  | 'begin';

type TextField = Exclude<keyof ActFields, 'changes' | 'clause' | 'stage'>;

interface OneField {
  readonly name: TextField;
  readonly type: 'text' | 'date' | 'long' | 'standard';
  readonly label: Word;
  readonly required?: boolean;
}

const day: OneField = { name: 'on', type: 'date', label: 'act-on', required: true };
const newNumber: OneField = {
  name: 'number',
  type: 'text',
  label: 'act-new-number',
  required: true,
};

const fieldsOf: Readonly<Record<Exclude<FormName, 'advance' | 'begin'>, readonly OneField[]>> = {
  revise: [day, { name: 'number', type: 'text', label: 'act-number' }],
  amend: [
    { ...day, label: 'act-sheet-day' },
    { name: 'from', type: 'date', label: 'act-sheet-from', required: true },
  ],
  correct: [
    day,
    { name: 'wrong', type: 'text', label: 'act-wrong', required: true },
    { name: 'right', type: 'text', label: 'act-right' },
  ],
  confirm: [{ ...day, label: 'act-review-day' }],
  withdraw: [
    { ...day, label: 'act-notice-day' },
    { name: 'from', type: 'date', label: 'act-from' },
    { name: 'reviewed', type: 'date', label: 'act-reviewed' },
    { name: 'reason', type: 'long', label: 'act-reason', required: true },
    { name: 'by', type: 'standard', label: 'act-by' },
  ],
  renumber: [day, newNumber],
  transfer: [day, newNumber, { name: 'issuer', type: 'text', label: 'act-issuer', required: true }],
  issue: [
    { ...day, label: 'issued' },
    { name: 'from', type: 'date', label: 'implemented', required: true },
    { name: 'number', type: 'text', label: 'act-issue-number' },
  ],
};

/** Fields of an act, and what was typed into them. */
export interface DrawnFields {
  readonly elements: readonly HTMLElement[];
  readonly read: () => object;
}

/** The fields that an act asks for; `clauses` gives those of the standard that it is about. */
export function drawFields(
  name: Exclude<FormName, 'advance' | 'begin'>,
  clauses: () => Promise<readonly ClauseText[]>,
  others: readonly StandardLine[] = [],
): DrawnFields {
  const inputs = fieldsOf[name].map(({ name: own, type, label, required = false }) => {
    const id = `act-${own}`;
    const facts = { class: 'field', id, name: own, required, autocomplete: 'off' };
    const input =
      type === 'long'
        ? h('textarea', { ...facts, rows: 2, maxlength: 500 })
        : h('input', {
            ...facts,
            type: type === 'date' ? 'date' : 'text',
            list: type === 'standard' ? 'act-standards' : null,
          });
    // The day in China, where it is done.
    if (own === 'on') input.value = toChinaDay(Date.now());
    const names =
      type === 'standard' &&
      h(
        'datalist',
        { id: 'act-standards' },
        others.map(({ number, title }) => h('option', { value: number, label: title })),
      );
    const kind = type === 'long' ? 'wide-field' : '';
    return {
      input,
      element: h('label', { for: id, class: kind }, t(label), input, names),
    };
  });
  const row = h(
    'div',
    { class: 'issue-days' },
    inputs.map(({ element }) => element),
  );
  const values = (): ActFields => ({
    on: '',
    ...(Object.fromEntries(inputs.map(({ input }) => [input.name, input.value])) as object),
  });
  if (name === 'amend') {
    const { element, read } = drawChanges(clauses);
    return { elements: [element, row], read: () => ({ ...values(), changes: read() }) };
  }
  if (name === 'correct') {
    const { element, read } = drawOneClause(clauses);
    return { elements: [element, row], read: () => ({ ...values(), clause: read() }) };
  }
  return { elements: [row], read: values };
}

/** The clauses of a hosted standard, as they were written. */
export const askClauses = (slug: string): Promise<readonly ClauseText[]> =>
  ask<readonly ClauseText[]>(`/api/clauses/${encodeURIComponent(slug)}`);

/** A clause in a list: its number and the beginning of its words. */
function nameClause({ label, title, text }: ClauseText): string {
  const words = title === label ? '' : title || text.replaceAll(/\s+/g, ' ');
  return `${label} ${words.length > 36 ? `${words.slice(0, 36)}…` : words}`.trim();
}

function drawChoice(clauses: () => Promise<readonly ClauseText[]>) {
  const select = h('select', { class: 'field', id: 'act-clause' });
  let list: readonly ClauseText[] = [];
  const ready = clauses().then((found) => {
    list = found;
    select.append(...found.map((clause) => h('option', { value: clause.id }, nameClause(clause))));
  });
  const chosen = (): ClauseText | undefined => list.find(({ id }) => id === select.value);
  return { select, chosen, ready };
}

/** One clause is chosen, and its words are shown to copy from. */
function drawOneClause(clauses: () => Promise<readonly ClauseText[]>): {
  readonly element: HTMLElement;
  readonly read: () => string;
} {
  const { select, chosen, ready } = drawChoice(clauses);
  const words = h('p', { class: 'clause-words', lang: 'zh-CN' });
  const show = (): void => fill(words, chosen()?.text ?? '');
  select.addEventListener('change', show);
  void ready.then(show);
  const takeSelected = (): void => {
    const selected = getSelection()?.toString().trim() ?? '';
    const wrong = document.querySelector<HTMLInputElement>('#act-wrong');
    if (selected === '' || !wrong) return;
    wrong.value = selected;
    wrong.dispatchEvent(new Event('input', { bubbles: true }));
  };
  words.addEventListener('mouseup', takeSelected);
  words.addEventListener('touchend', takeSelected);
  const element = h(
    'div',
    { class: 'clause-choice' },
    h('label', { for: 'act-clause' }, t('actClause'), select),
    words,
    h('p', { class: 'quiet' }, t('actSelect')),
  );
  return { element, read: () => select.value };
}

/** Clauses are taken one by one, each with a field for its words. */
function drawChanges(clauses: () => Promise<readonly ClauseText[]>): {
  readonly element: HTMLElement;
  readonly read: () => NonNullable<ActFields['changes']>;
} {
  const { select, chosen } = drawChoice(clauses);
  const taken = new Map<string, HTMLTextAreaElement>();
  const list = h('div', { class: 'clause-changes' });
  const take = (): void => {
    const clause = chosen();
    if (!clause) return;
    const before = taken.get(clause.id);
    if (before) {
      before.focus();
      return;
    }
    const id = `change-${taken.size}-${clause.id}`;
    const area = h('textarea', { class: 'field', id, rows: Math.min(12, lineCount(clause.text)) });
    area.value = clause.text;
    taken.set(clause.id, area);
    const drop = (): void => {
      taken.delete(clause.id);
      box.remove();
      select.focus();
    };
    const name = clause.label || clause.title;
    const box = h(
      'div',
      { class: 'clause-change' },
      h('label', { for: id }, t('actWords', { name })),
      h(
        'button',
        {
          type: 'button',
          class: 'quiet-button',
          'aria-label': `${t('remove')} ${name}`,
          on: { click: drop },
        },
        t('remove'),
      ),
      area,
    );
    list.append(box);
    area.focus();
  };
  const element = h(
    'div',
    { class: 'clause-choice' },
    h(
      'div',
      { class: 'issue-days' },
      h('label', { for: 'act-clause' }, t('actClause'), select),
      h(
        'button',
        { type: 'button', class: 'plain-button', on: { click: take } },
        t('actChangeClause'),
      ),
    ),
    list,
  );
  return {
    element,
    read: () => [...taken].map(([clause, { value }]) => ({ clause, text: value })),
  };
}

/** Lines of about forty characters. */
const lineCount = (text: string): number =>
  1 + text.split('\n').reduce((count, line) => count + 1 + Math.floor(line.length / 40), 0);
