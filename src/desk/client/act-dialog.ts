import { tell } from './api.ts';
import { fill, h } from './dom.ts';
import { drawFile, drawPublished, tellError } from './publish-dialog.ts';
import { actNames } from './shapes.ts';
import type { ActAsked, ActName, ActShown, Published, StandardLine } from './shapes.ts';
import { say, t } from './words.ts';

const isAct = (name: string): name is ActName => actNames.some((each) => each === name);

/** What an act has to be told. */
function drawFields(act: ActName): readonly HTMLElement[] {
  const input = (name: 'on' | 'number' | 'from' | 'reason', type: string): HTMLElement => {
    const field = h('input', {
      class: 'field',
      id: `act-${name}`,
      name,
      type,
      autocomplete: 'off',
    });
    // The day in China, where it is done.
    if (name === 'on') {
      field.value = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    }
    return h('label', { for: `act-${name}` }, t(`act-${name}`), field);
  };
  const own = {
    revise: ['number'],
    renumber: ['number'],
    confirm: [],
    withdraw: ['from', 'reason'],
  };
  const isText = (name: string): boolean => name === 'number' || name === 'reason';
  return ['on', ...own[act]].map((name) => input(name as 'on', isText(name) ? 'text' : 'date'));
}

/** Asks what is to be done with a standard, shows what that changes, and does it; `again` is told when it is over. */
export function openActDialog({ slug, number, title }: StandardLine, again: () => void): void {
  const dialog = h('dialog', { class: 'desk-dialog act-dialog', 'aria-labelledby': 'act-title' });
  const choice = h('select', { class: 'field', id: 'act-name' });
  choice.append(...actNames.map((name) => h('option', { value: name }, t(name))));
  const fields = h('div', { class: 'issue-days' });
  const shown = h('div', { class: 'said', role: 'status' });
  const act = (): ActName => (isAct(choice.value) ? choice.value : 'revise');
  const ask = (): void => {
    fill(shown);
    fill(fields, drawFields(act()));
  };
  const read = (): ActAsked => {
    const values = [...fields.querySelectorAll('input')].map(({ name, value }) => [name, value]);
    return { act: act(), slug, on: '', ...(Object.fromEntries(values) as Partial<ActAsked>) };
  };
  const perform = async (asked: ActAsked, digest: string): Promise<void> => {
    fill(shown, h('p', {}, t('publishing')));
    try {
      fill(dialog, drawPublished(await tell<Published>('/api/acts/do', { asked, digest }), dialog));
      dialog.querySelector('h2')?.setAttribute('id', 'act-title');
    } catch (error) {
      fill(shown, tellError(error));
    }
  };
  const look = async (event: Event): Promise<void> => {
    event.preventDefault();
    const asked = read();
    try {
      const { sentence, warnings, files, digest } = await tell<ActShown>('/api/acts/plan', asked);
      const onClick = (): void => void perform(asked, digest);
      fill(
        shown,
        h('p', {}, h('strong', {}, say(sentence))),
        warnings.map((warning) => h('p', { class: 'note' }, say(warning))),
        files.map((file) => drawFile(file, files.length < 3)),
        files.length === 0 && h('p', {}, t('nothingChanged')),
        files.length > 0 &&
          h(
            'button',
            { type: 'button', class: 'main-button', on: { click: onClick } },
            t('actNow'),
          ),
      );
    } catch (error) {
      fill(shown, tellError(error));
    }
  };
  choice.addEventListener('change', ask);
  fill(
    dialog,
    h('h2', { id: 'act-title' }, t('actTitle')),
    h('p', { class: 'publish-name' }, h('span', { class: 'number' }, number), ' ', title),
    h(
      'form',
      { class: 'act-form', on: { submit: (event) => void look(event) } },
      h('label', { for: 'act-name' }, t('actName'), choice),
      fields,
      h('button', { type: 'submit', class: 'plain-button' }, t('actLook')),
    ),
    shown,
    h(
      'p',
      { class: 'dialog-tools' },
      h(
        'button',
        { type: 'button', class: 'plain-button', on: { click: () => dialog.close() } },
        t('close'),
      ),
    ),
  );
  ask();
  dialog.addEventListener('close', () => {
    dialog.remove();
    again();
  });
  document.body.append(dialog);
  dialog.showModal();
}
