import { readAnswers } from '#core/learning/mark.ts';
import type { Given } from '#core/learning/mark.ts';
import type { Task } from '#core/learning/question.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { draw } from '../draw.ts';

const words = LEARN_SCRIPT[readLanguage()];

/** What a question is answered with. */
export interface Control {
  readonly element: HTMLElement;
  /** The answer; undefined while there is none. */
  readonly read: () => Given | undefined;
  /** After the answer was checked. */
  readonly show: (right: boolean) => void;
  /** Before it is answered once more. */
  readonly clear: () => void;
}

type TaskOf<K extends Task['kind']> = Extract<Task, { readonly kind: K }>;

/** One of several options, or some of them. */
export function drawChoice(
  { kind, options, answer }: TaskOf<'single' | 'several'>,
  name: string,
): Control {
  const inputs = options.map((_, at) =>
    draw('input', {
      type: kind === 'single' ? 'radio' : 'checkbox',
      name: `${name}-choice`,
      value: String(at),
    }),
  );
  const rows = options.map((option, at) =>
    draw('label', { class: 'choice' }, inputs[at] ?? '', draw('span', {}, option)),
  );
  const element = draw(
    'div',
    { class: 'choices', role: 'group', 'aria-labelledby': `${name}-ask` },
    ...(kind === 'several' ? [draw('p', { class: 'quiet' }, words.severalHint)] : []),
    ...rows,
  );
  const lock = (locked: boolean) => {
    for (const input of inputs) input.disabled = locked;
  };
  return {
    element,
    read: () => {
      const chosen = inputs.flatMap((input, at) => (input.checked ? [at] : []));
      return chosen.length > 0 ? { kind: 'choice', chosen } : undefined;
    },
    show: () => {
      lock(true);
      for (const [at, row] of rows.entries()) {
        if (answer.includes(at)) row.dataset['mark'] = 'right';
        else if (inputs[at]?.checked) row.dataset['mark'] = 'wrong';
      }
    },
    clear: () => {
      lock(false);
      for (const input of inputs) input.checked = false;
      for (const row of rows) delete row.dataset['mark'];
    },
  };
}

/** Items to be put in order by buttons, which keys and fingers reach alike. */
export function drawOrder(task: TaskOf<'order'>, field: HTMLElement): Control {
  const shuffled = [...field.querySelectorAll('li')].map((item) => item.textContent.trim());
  let items = shuffled.length === task.items.length ? shuffled : [...task.items];
  const list = draw('ol', { class: 'order-list' });
  const said = draw('p', { class: 'visually-hidden', role: 'status' });
  let locked = false;
  const move = (at: number, by: -1 | 1) => {
    const item = items[at];
    const other = items[at + by];
    if (item === undefined || other === undefined || locked) return;
    items = items.map((each, place) => (place === at ? other : place === at + by ? item : each));
    show();
    said.textContent = words.movedTo(item, at + by + 1);
    const row = list.children[at + by];
    const buttons = row?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [];
    (buttons.length === 2 ? buttons[by < 0 ? 0 : 1] : buttons[0])?.focus();
  };
  const makeButton = (at: number, by: -1 | 1, item: string) => {
    const button = draw(
      'button',
      {
        type: 'button',
        class: 'order-move',
        'aria-label': by < 0 ? words.up(item) : words.down(item),
      },
      by < 0 ? '↑' : '↓',
    );
    button.disabled = locked || at + by < 0 || at + by >= items.length;
    button.addEventListener('click', () => move(at, by));
    return button;
  };
  const show = () => {
    list.replaceChildren(
      ...items.map((item, at) => {
        const moves = draw('span', {}, makeButton(at, -1, item), makeButton(at, 1, item));
        const row = draw('li', {}, draw('span', { class: 'order-item' }, item), moves);
        if (locked) row.dataset['mark'] = item === task.items[at] ? 'right' : 'wrong';
        return row;
      }),
    );
  };
  show();
  return {
    element: draw('div', {}, list, said),
    read: () => ({ kind: 'order', items }),
    show: () => {
      locked = true;
      show();
    },
    clear: () => {
      locked = false;
      show();
    },
  };
}

/** For each item on the left a list to choose from. */
export function drawMatch(task: TaskOf<'match'>, field: HTMLElement): Control {
  const lists = field.querySelectorAll('ul');
  const shown = [...(lists[1]?.querySelectorAll('li') ?? [])].map((item) =>
    item.textContent.trim(),
  );
  const rights = [...new Set(shown.length > 0 ? shown : task.pairs.map(([, right]) => right))];
  const selects = task.pairs.map(() =>
    draw(
      'select',
      { class: 'field' },
      draw('option', { value: '' }, words.choose),
      ...rights.map((right) => draw('option', { value: right }, right)),
    ),
  );
  const rows = task.pairs.map(([left], at) =>
    draw('label', { class: 'match-row' }, draw('span', {}, left), selects[at] ?? ''),
  );
  const lock = (locked: boolean) => {
    for (const select of selects) select.disabled = locked;
  };
  return {
    element: draw('div', { class: 'match-rows' }, ...rows),
    read: () => {
      const chosen = selects.map(({ value }) => value);
      return chosen.includes('') ? undefined : { kind: 'match', chosen };
    },
    show: () => {
      lock(true);
      for (const [at, row] of rows.entries())
        row.dataset['mark'] = selects[at]?.value === task.pairs[at]?.[1] ? 'right' : 'wrong';
    },
    clear: () => {
      lock(false);
      for (const row of rows) delete row.dataset['mark'];
    },
  };
}

/** A field for a number, its unit behind it. */
export function drawNumber({ unit }: TaskOf<'number'>, done: () => void): Control {
  const input = draw('input', {
    class: 'field',
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-label': unit ? `${words.yourAnswer} (${unit})` : words.yourAnswer,
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) done();
  });
  return {
    element: draw('div', { class: 'number-field' }, input, draw('span', {}, unit)),
    read: () =>
      readAnswers(input.value, unit).length > 0 ? { kind: 'number', text: input.value } : undefined,
    show: () => {
      input.disabled = true;
    },
    clear: () => {
      input.disabled = false;
      input.focus();
      input.select();
    },
  };
}
