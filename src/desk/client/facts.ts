import { fill, h } from './dom.ts';
import type { FormField, FormShape } from './shapes.ts';
import { say, spoken, t } from './words.ts';

type Values = Readonly<Record<string, unknown>>;
type Change = (value: unknown) => void;

/** The form of the facts of a standard; `onChange` is told of a key and its new value. */
export class Facts {
  readonly element = h('div', { class: 'facts' });
  private readonly shape: FormShape;
  private readonly onChange: (key: string, value: unknown) => void;
  private shown = '';

  constructor(shape: FormShape, onChange: (key: string, value: unknown) => void) {
    this.shape = shape;
    this.onChange = onChange;
  }

  /** Shows values; what is being written in stays as it is. */
  show(values: Values): void {
    const next = JSON.stringify([values, spoken()]);
    if (next === this.shown || this.element.contains(document.activeElement)) return;
    this.shown = next;
    const open = new Set(
      [...this.element.querySelectorAll('details')]
        .filter((each) => each.open)
        .map((each) => each.id),
    );
    const { groups, fields, pickers } = this.shape;
    fill(
      this.element,
      groups.map(({ id, label }, at) => {
        const own = fields.filter(({ group }) => group === id);
        return h(
          'details',
          { id: `facts-${id}`, open: open.size > 0 ? open.has(`facts-${id}`) : at < 4 },
          h('summary', { class: 'fold-head' }, say(label)),
          h(
            'div',
            { class: 'fields' },
            own.map((field) =>
              drawField(
                field,
                values[field.key],
                (value) => this.onChange(field.key, value),
                field.key,
              ),
            ),
          ),
        );
      }),
      Object.entries(pickers).map(([name, choices]) =>
        h(
          'datalist',
          { id: `picker-${name}` },
          choices.map(({ value, zh, en }) =>
            h('option', { value, label: spoken() === 'zh' ? zh : en }),
          ),
        ),
      ),
    );
  }

  /** Opens the part a key is in, and goes to its field. */
  goTo(key: string): void {
    const field = this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    field?.closest('details')?.setAttribute('open', '');
    field?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }
}

function drawField(field: FormField, value: unknown, change: Change, path: string): HTMLElement {
  const id = `fact-${path.replaceAll('.', '-')}`;
  const name = [
    say(field.label),
    field.required && h('span', { class: 'required' }, ` ${t('required')}`),
  ];
  if (field.kind === 'map' || field.kind === 'rows' || field.kind === 'list') {
    const inner =
      field.kind === 'map'
        ? drawMap(field, asMap(value), change, path)
        : field.kind === 'rows'
          ? drawRows(field, asList(value), change, path)
          : drawList(field, asList(value).map(writeText), change, id);
    return h('fieldset', { class: 'field-group', 'data-key': path }, h('legend', {}, name), inner);
  }
  if (field.kind === 'flag') {
    return h(
      'label',
      { class: 'field-flag', 'data-key': path },
      h('input', {
        type: 'checkbox',
        ...(value === true || (value === undefined && field.key === 'patent')
          ? { checked: true }
          : {}),
        on: { change: ({ target }) => change((target as HTMLInputElement).checked) },
      }),
      name,
    );
  }
  return h(
    'div',
    { class: 'field-line', 'data-key': path },
    h('label', { for: id }, name),
    drawInput(field, value, change, id),
  );
}

function drawInput(field: FormField, value: unknown, change: Change, id: string): HTMLElement {
  const on = {
    change: ({ target }: Event) => change((target as HTMLInputElement).value.trim() || null),
  };
  if (field.kind === 'choice') {
    const select = h(
      'select',
      { id, class: 'field', on },
      !field.required && h('option', { value: '' }, t('choiceNone')),
      (field.choices ?? []).map((choice) =>
        h('option', { value: choice.value }, spoken() === 'zh' ? choice.zh : choice.en),
      ),
    );
    select.value = writeText(
      value ?? (field.key === 'status' ? 'published' : field.key === 'profile' ? 'gbt1.1' : ''),
    );
    return select;
  }
  if (field.kind === 'long') {
    const area = h('textarea', { id, class: 'field', rows: 4, on });
    area.value = writeText(value);
    return area;
  }
  const input = h('input', {
    id,
    class: 'field',
    type: field.kind === 'day' ? 'date' : 'text',
    autocomplete: 'off',
    ...(field.picker !== undefined && { list: `picker-${field.picker}` }),
    on,
  });
  input.value = writeText(value);
  return input;
}

function drawList(
  field: FormField,
  values: readonly string[],
  change: Change,
  id: string,
): HTMLElement {
  const add = (input: HTMLInputElement): void => {
    const given = input.value
      .split(/[、；;\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== '' && !values.includes(each));
    if (given.length === 0) return;
    input.value = '';
    change([...values, ...given]);
  };
  const input = h('input', {
    id,
    class: 'field',
    type: 'text',
    autocomplete: 'off',
    'aria-label': `${t('add')} ${say(field.label)}`,
    placeholder: t('add'),
    ...(field.picker !== undefined && { list: `picker-${field.picker}` }),
    on: {
      change: () => add(input),
      keydown: (event) => {
        if (event.key === 'Enter' && !event.isComposing) add(input);
      },
    },
  });
  return h(
    'div',
    { class: 'list-field' },
    values.length > 0 &&
      h(
        'ul',
        { class: 'chips', role: 'list' },
        values.map((each, at) =>
          h(
            'li',
            {},
            h('span', {}, each),
            h(
              'button',
              {
                type: 'button',
                'aria-label': `${t('remove')} ${each}`,
                on: { click: () => change(values.filter((_, index) => index !== at)) },
              },
              '×',
            ),
          ),
        ),
      ),
    input,
  );
}

function drawMap(field: FormField, values: Values, change: Change, path: string): HTMLElement {
  return h(
    'div',
    { class: 'fields' },
    (field.fields ?? []).map((each) =>
      drawField(
        each,
        values[each.key],
        (value) => change(withValue(values, each.key, value)),
        `${path}.${each.key}`,
      ),
    ),
  );
}

function drawRows(
  field: FormField,
  rows: readonly unknown[],
  change: Change,
  path: string,
): HTMLElement {
  return h(
    'div',
    { class: 'rows-field' },
    rows.map((row, at) =>
      h(
        'div',
        { class: 'row-box' },
        drawMap(
          field,
          asMap(row),
          (value) => change(rows.map((each, index) => (index === at ? value : each))),
          `${path}.${at}`,
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'plain-button',
            on: { click: () => change(rows.filter((_, index) => index !== at)) },
          },
          t('remove'),
        ),
      ),
    ),
    h(
      'button',
      { type: 'button', class: 'plain-button', on: { click: () => change([...rows, {}]) } },
      t('addRow'),
    ),
  );
}

function withValue(values: Values, key: string, value: unknown): Values {
  const { [key]: _old, ...rest } = values;
  const isNothing = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isNothing ? rest : { ...rest, [key]: value };
}

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value)
    ? (value as readonly unknown[])
    : value === undefined || value === null
      ? []
      : [value];

const asMap = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

function writeText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const { number } = asMap(value);
  return typeof number === 'string' ? number : '';
}
