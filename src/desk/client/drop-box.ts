import { hand, Refused, tell } from './api.ts';
import { fill, h } from './dom.ts';
import { tellError } from './tell-error.ts';
import { drawLeave, openHeld } from './hold-dialog.ts';
import type { DeskState, DraftWhole, ProjectLine } from './shapes.ts';
import { say, t } from './words.ts';
import { takeDrops } from './take-drops.ts';

/** Asks for the Word file of a project's text. */
export function openWordDialog(
  project: ProjectLine,
  state: DeskState,
  go: (path: string) => void,
): void {
  const dialog = h('dialog', { class: 'desk-dialog', 'aria-labelledby': 'drop-title-project' });
  const follow = (path: string): void => {
    dialog.close();
    go(path);
  };
  fill(
    dialog,
    h(
      'p',
      { class: 'publish-name' },
      h('span', { class: 'number' }, project.plan),
      ' ',
      say(project.title),
    ),
    drawDrop(state, follow, project),
    drawLeave(() => held.leave()),
  );
  const held = openHeld(dialog, () => undefined);
}

/** Where a Word file is dropped, of a standard or of a project; `go` is told of the page of the draft that comes of it. */
export function drawDrop(
  state: DeskState,
  go: (path: string) => void,
  project?: ProjectLine,
): HTMLElement {
  const [inputId, titleId] = ['word-file', 'drop-title'].map((id) =>
    project ? `${id}-project` : id,
  ) as [string, string];
  const said = h('div', { class: 'said', role: 'status' });
  const bring = async (file: File, number?: string): Promise<void> => {
    fill(said, h('p', {}, t('importing')));
    const asked = `file=${encodeURIComponent(file.name)}${number === undefined ? '' : `&number=${encodeURIComponent(number)}`}${project === undefined ? '' : `&project=${encodeURIComponent(project.id)}`}`;
    try {
      go(`/drafts/${(await hand<DraftWhole>(`/api/import?${asked}`, file)).id}`);
    } catch (error) {
      const isAsking = error instanceof Refused && error.problem.asks === 'number';
      fill(
        said,
        tellError(error),
        isAsking && drawNumberAsk(state, (given) => void bring(file, given)),
      );
      said.querySelector('input')?.focus();
    }
  };
  const input = h('input', {
    type: 'file',
    class: 'visually-hidden',
    id: inputId,
    accept: '.docx,.dotx',
    on: {
      change: () => {
        const [file] = input.files ?? [];
        if (file) void bring(file);
      },
    },
  });
  const box = h(
    'section',
    {
      class: 'drop-box file-choice',
      'aria-labelledby': titleId,
      on: takeDrops(([file]) => {
        if (file) void bring(file);
      }),
    },
    h('h2', { id: titleId }, t('dropTitle')),
    h('p', { class: 'quiet' }, t(project ? 'dropLeadProject' : 'dropLead')),
    input,
    h('label', { for: inputId, class: 'main-button' }, t('choose')),
    said,
  );
  return box;
}

function drawNumberAsk({ nextNumbers }: DeskState, onGiven: (number: string) => void): HTMLElement {
  const input = h('input', {
    class: 'field',
    id: 'ask-number',
    list: 'next-numbers',
    autocomplete: 'off',
  });
  input.value = nextNumbers[0]?.number ?? '';
  return h(
    'form',
    {
      class: 'ask-number',
      on: {
        submit: (event) => {
          event.preventDefault();
          onGiven(input.value);
        },
      },
    },
    h('label', { for: 'ask-number' }, t('number')),
    input,
    h('button', { type: 'submit', class: 'plain-button' }, t('needNumber')),
  );
}

/** The form of a draft from nothing. */
export function drawNew({ nextNumbers }: DeskState, go: (path: string) => void): HTMLElement {
  const said = h('div', { class: 'said', role: 'status' });
  const number = h('input', {
    class: 'field',
    id: 'new-number',
    list: 'next-numbers',
    autocomplete: 'off',
    required: true,
  });
  number.value = nextNumbers[0]?.number ?? '';
  const title = h('input', {
    class: 'field',
    id: 'new-title',
    autocomplete: 'off',
    required: true,
  });
  const issuer = h('input', {
    class: 'field',
    id: 'new-issuer',
    autocomplete: 'off',
    required: true,
  });
  const make = async (): Promise<void> => {
    try {
      const draft = await tell<DraftWhole>('/api/new', {
        number: number.value,
        title: title.value,
        issuer: issuer.value,
      });
      go(`/drafts/${draft.id}`);
    } catch (error) {
      fill(said, tellError(error));
    }
  };
  return h(
    'details',
    { class: 'new-box' },
    h('summary', { class: 'fold-head' }, t('newTitle')),
    h('p', { class: 'quiet' }, t('newLead')),
    h(
      'form',
      {
        class: 'new-form',
        on: {
          submit: (event) => {
            event.preventDefault();
            void make();
          },
        },
      },
      h('label', { for: 'new-number' }, t('number'), number),
      h('label', { for: 'new-title' }, t('title'), title),
      h('label', { for: 'new-issuer' }, t('issuer'), issuer),
      h(
        'datalist',
        { id: 'next-numbers' },
        nextNumbers.map(({ series, number: next }) => h('option', { value: next, label: series })),
      ),
      h('button', { type: 'submit', class: 'plain-button' }, t('create')),
      said,
    ),
  );
}
