import { toChinaDay } from '#core/base/day.ts';
import type { DrawnFields } from './act-fields.ts';
import { h } from './dom.ts';
import type { FieldChoice, ProjectForm } from './shapes.ts';
import { spoken, t } from './words.ts';
import type { Word } from './words.ts';

type Input = HTMLInputElement | HTMLSelectElement;

/** Fields by their names, and what draws one with its label. */
function createInputs() {
  const inputs = new Map<string, Input>();
  const line = (label: Word, input: Input, wide = false): HTMLElement => {
    inputs.set(input.name, input);
    return h('label', { for: input.id, class: wide ? 'wide-field' : '' }, t(label), input);
  };
  const text = (name: string, label: Word, facts: TextFacts = {}): HTMLElement => {
    const { wide = false, type = 'text', value = '', isNeeded = false, list } = facts;
    const input = h('input', {
      class: 'field',
      id: `begin-${name}`,
      name,
      type,
      list,
      maxlength: 500,
      autocomplete: 'off',
      // What is missing is said by the desk, in its language.
      'aria-required': isNeeded && 'true',
    });
    input.value = value;
    return line(label, input, wide);
  };
  const choice = (name: string, label: Word, choices: readonly FieldChoice[]): HTMLElement =>
    line(label, drawSelect(name, choices));
  return { inputs, text, choice };
}

/** The fields by which a project begins (立项). */
export function drawBeginFields(form: ProjectForm): DrawnFields {
  const { inputs, text, choice } = createInputs();
  if (form.kinds.length === 0)
    return { elements: [h('p', { class: 'fault' }, t('noKinds'))], read: () => ({}) };
  const nature = choice('nature', 'beginNature', [none, ...form.natures]);
  const revises = text('revises', 'beginRevises', { list: 'begin-standards' });
  const degree = choice('degree', 'beginDegree', [none, ...form.degrees]);
  const elements = [
    row(
      text('title', 'beginTitle', { wide: true, isNeeded: true }),
      text('titleEn', 'beginTitleEn', { wide: true }),
    ),
    row(
      choice('kind', 'beginKind', form.kinds),
      nature,
      choice('work', 'beginWork', [
        { value: 'new', zh: t('beginNew'), en: t('beginNew') },
        { value: 'revision', zh: t('beginRevision'), en: t('beginRevision') },
      ]),
      revises,
    ),
    row(
      text('plan', 'beginPlan', { value: form.nextPlan }),
      text('on', 'beginDay', { type: 'date', isNeeded: true, value: toChinaDay(Date.now()) }),
      text('until', 'beginUntil', { type: 'date' }),
    ),
    row(
      text('proposedBy', 'beginProposed', { wide: true, list: 'begin-bodies' }),
      text('administeredBy', 'beginAdministered', { wide: true, list: 'begin-bodies' }),
      text('draftedBy', 'beginDrafted', { wide: true, list: 'begin-bodies' }),
      h('p', { class: 'quiet' }, t('beginSeveral')),
    ),
    row(
      choice('chains', 'beginChains', [none, ...form.chains]),
      text('adopts', 'beginAdopts', { list: 'begin-standards' }),
      degree,
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, t('beginContact')),
      row(
        text('office', 'beginOffice', { list: 'begin-bodies' }),
        text('email', 'beginEmail'),
        text('phone', 'beginPhone'),
      ),
    ),
    drawList('begin-bodies', form.bodies),
    drawList('begin-standards', form.standards),
  ];
  const value = (name: string): string => inputs.get(name)?.value ?? '';
  const follow = (): void => {
    nature.hidden = !form.kinds.some((kind) => kind.value === value('kind') && kind.hasNature);
    revises.hidden = value('work') !== 'revision';
    degree.hidden = value('adopts') === '' && value('degree') === '';
  };
  for (const input of inputs.values()) input.addEventListener('input', follow);
  follow();
  return {
    elements,
    read: () => ({
      ...Object.fromEntries(texts.map((name) => [name, value(name)])),
      ...Object.fromEntries(lists.map((name) => [name, splitList(value(name))])),
      nature: nature.hidden ? '' : value('nature'),
      isRevision: value('work') === 'revision',
    }),
  };
}

interface TextFacts {
  readonly type?: 'text' | 'date';
  readonly value?: string;
  readonly wide?: boolean;
  readonly isNeeded?: boolean;
  readonly list?: string;
}

const texts = 'title titleEn kind plan revises adopts degree office email phone on until'.split(
  ' ',
);
const lists = ['chains', 'proposedBy', 'administeredBy', 'draftedBy'];

const none: FieldChoice = { value: '', zh: '（不写）', en: '(none)' };

const row = (...elements: readonly HTMLElement[]): HTMLElement =>
  h('div', { class: 'issue-days' }, elements);

const nameChoice = ({ zh, en }: FieldChoice): string => (spoken() === 'zh' ? zh : en);

function drawSelect(name: string, choices: readonly FieldChoice[]): HTMLSelectElement {
  return h(
    'select',
    { class: 'field', id: `begin-${name}`, name },
    choices.map((each) => h('option', { value: each.value }, nameChoice(each))),
  );
}

const drawList = (id: string, choices: readonly FieldChoice[]): HTMLElement =>
  h(
    'datalist',
    { id },
    choices.map((each) => h('option', { value: each.value, label: nameChoice(each) })),
  );

const splitList = (written: string): readonly string[] =>
  written
    .split(/[、；;\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
