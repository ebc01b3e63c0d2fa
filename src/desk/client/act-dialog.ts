import { askClauses, drawFields } from './act-fields.ts';
import { drawBeginFields } from './begin-fields.ts';
import { clearFaults, tellFields } from './field-faults.ts';
import { drawStageFields } from './stage-fields.ts';
import type { DrawnFields, FormName } from './act-fields.ts';
import { ask, tell } from './api.ts';
import { drawApproval } from './approval.ts';
import type { RequestAsked } from './approval.ts';
import { fill, h } from './dom.ts';
import { drawFile, drawPublished } from './publish-dialog.ts';
import { drawLeave, openHeld } from './hold-dialog.ts';
import { tellError } from './tell-error.ts';
import { standardActs } from './shapes.ts';
import type { ActShown, ProjectForm, ProjectLine, Published, StandardLine } from './shapes.ts';
import { say, t } from './words.ts';

/** What a dialog of an act is about. */
interface ActSubject {
  readonly number: string;
  readonly title: string;
  /** Forms to choose from; the first is shown. */
  readonly forms: readonly FormName[];
  /** The folder of the desk's addresses that plans and does it: `/api/acts`. */
  readonly address: string;
  /** What is sent, of what was typed. */
  readonly ask: (name: FormName, fields: object) => object;
  readonly draw: (name: FormName) => DrawnFields;
  /** What is asked for where somebody else has to approve it. */
  readonly request: Pick<RequestAsked, 'kind' | 'subject'>;
}

/** Asks what is to be done with a standard, shows what that changes, and does it; `again` is told when it is over. */
export function openActDialog(
  { slug, number, title }: StandardLine,
  others: readonly StandardLine[],
  again: () => void,
): void {
  openDialog(
    {
      number,
      title,
      forms: standardActs,
      address: '/api/acts',
      ask: (act, fields) => ({ act, slug, ...fields }),
      draw: (name) =>
        drawFields(
          standardActs.find((act) => act === name) ?? 'confirm',
          () => askClauses(slug),
          others,
        ),
      request: { kind: 'act', subject: slug },
    },
    again,
  );
}

/** The same for the text of a project, which becomes a standard. */
export function openIssueDialog(
  { id, plan, title }: { readonly id: string; readonly plan: string; readonly title: string },
  again: () => void,
): void {
  openDialog(
    {
      number: plan,
      title,
      forms: ['issue'],
      address: `/api/projects/${encodeURIComponent(id)}/issue`,
      ask: (_name, fields) => fields,
      draw: () => drawFields('issue', () => Promise.resolve([])),
      request: { kind: 'issue', subject: id },
    },
    again,
  );
}

/** The same for a project that comes to its next stage. */
export function openStageDialog(project: ProjectLine, again: () => void): void {
  const { id, plan, title } = project;
  openDialog(
    {
      number: plan,
      title: say(title),
      forms: ['advance'],
      address: `/api/projects/${encodeURIComponent(id)}/advance`,
      ask: (_name, fields) => fields,
      draw: () => drawStageFields(project),
      request: { kind: 'advance', subject: id },
    },
    again,
  );
}

/** The same for a project that is begun (立项). */
export async function openBeginDialog(again: () => void): Promise<void> {
  const form = await ask<ProjectForm>('/api/projects/form');
  openDialog(
    {
      number: '',
      title: t('beginLead'),
      forms: ['begin'],
      address: '/api/projects',
      ask: (_name, fields) => fields,
      draw: () => drawBeginFields(form),
      request: { kind: 'project', subject: '' },
    },
    again,
  );
}

function openDialog(subject: ActSubject, again: () => void): void {
  const dialog = h('dialog', { class: 'desk-dialog act-dialog', 'aria-labelledby': 'act-title' });
  const choice = h(
    'select',
    { class: 'field', id: 'act-name' },
    subject.forms.map((name) => h('option', { value: name }, t(name))),
  );
  const fields = h('div', { class: 'act-fields' });
  const shown = h('div', { class: 'said', role: 'status' });
  const name = (): FormName => subject.forms.find((each) => each === choice.value) ?? 'confirm';
  /** Forms as they were filled in: who looks at another comes back to what was typed. */
  const forms = new Map<FormName, DrawnFields>();
  const take = (): DrawnFields => {
    const drawn = forms.get(name()) ?? subject.draw(name());
    forms.set(name(), drawn);
    return drawn;
  };
  /** What is shown is of the form as it is: an answer that comes after another question is nothing any more. */
  let asking = 0;
  const begin = (): void => {
    asking += 1;
    fill(shown);
    fill(fields, take().elements);
  };
  const perform = (asked: object, digest: string): Promise<void> =>
    held.work(async () => {
      fill(shown, h('p', {}, t('publishing')));
      try {
        const done = await tell<Published>(`${subject.address}/do`, { asked, digest });
        held.settle();
        fill(dialog, drawPublished(done, dialog));
        dialog.querySelector('h2')?.setAttribute('id', 'act-title');
        dialog.querySelector<HTMLElement>('.main-link')?.focus();
      } catch (error) {
        fill(shown, tellError(error));
      }
    });
  const look = async (event: Event): Promise<void> => {
    event.preventDefault();
    asking += 1;
    const own = asking;
    const asked = subject.ask(name(), take().read());
    clearFaults(fields);
    fill(shown, h('p', {}, t('actLooking')));
    const answer = await tell<ActShown>(`${subject.address}/plan`, asked).then(
      (plan) =>
        drawShown(plan, { ...subject.request, asked }, () => void perform(asked, plan.digest)),
      (error: unknown) => tellFields(error, fields) ?? tellError(error),
    );
    if (own === asking) fill(shown, answer);
    // What is wrong is gone to, once it stands there.
    if (own === asking) fields.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  const forget = (): void => {
    asking += 1;
    fill(shown);
  };
  choice.addEventListener('change', begin);
  fill(
    dialog,
    h('h2', { id: 'act-title' }, subject.forms.length > 1 ? t('actTitle') : t(name())),
    h(
      'p',
      { class: 'publish-name' },
      subject.number !== '' && [h('span', { class: 'number' }, subject.number), ' '],
      subject.title,
    ),
    h(
      'form',
      { class: 'act-form', on: { submit: (event) => void look(event), input: forget } },
      subject.forms.length > 1 && h('label', { for: 'act-name' }, t('actName'), choice),
      fields,
      h('button', { type: 'submit', class: 'plain-button' }, t('actLook')),
    ),
    shown,
    drawLeave(() => held.leave()),
  );
  begin();
  const held = openHeld(dialog, again);
}

/** What an act would change, and the button that does it. */
export function drawShown(
  { sentence, warnings, errors, files, approval, digest }: ActShown,
  request: Omit<RequestAsked, 'digest'>,
  onDo: () => void,
  doIt = t('actNow'),
): readonly (HTMLElement | false)[] {
  const may = errors.length === 0 && files.length > 0;
  return [
    h('p', {}, h('strong', {}, say(sentence))),
    ...warnings.map((warning) => h('p', { class: 'note' }, say(warning))),
    ...errors.map(({ message }) => h('p', { class: 'fault' }, say(message))),
    ...files.map((file) => drawFile(file, files.length < 3)),
    files.length === 0 && h('p', {}, t('nothingChanged')),
    may && drawApproval(approval, { ...request, digest }),
    files.length > 0 &&
      approval.mayPublish &&
      h(
        'button',
        {
          type: 'button',
          class: 'main-button',
          disabled: errors.length > 0,
          on: { click: onDo },
        },
        doIt,
      ),
  ];
}
