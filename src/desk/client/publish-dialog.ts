import { toChinaDay } from '#core/base/day.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { ask, tell } from './api.ts';
import { drawApproval } from './approval.ts';
import { fill, h } from './dom.ts';
import { drawLeave, openHeld } from './hold-dialog.ts';
import type { HeldDialog } from './hold-dialog.ts';
import type { ChangedFile, Published, PublishPlan } from './shapes.ts';
import { tellError } from './tell-error.ts';
import { say, t } from './words.ts';

interface PublishActions {
  readonly onGo: (finding: Diagnostic) => void;
  /** Where a finding is, as the page counts. */
  readonly place: (finding: Diagnostic) => string;
  /** Sets days and status as an issued standard has them, and is done when they are kept. */
  readonly onIssue: (issued: string, implemented: string) => Promise<void>;
}

/** Shows what publishing would change, and publishes when asked. */
export async function openPublishDialog(id: string, actions: PublishActions): Promise<void> {
  const dialog = h('dialog', {
    class: 'desk-dialog publish-dialog',
    'aria-labelledby': 'publish-title',
  });
  const show = async (): Promise<void> => {
    const plan = await ask<PublishPlan>(`/api/drafts/${id}/plan`);
    fill(
      dialog,
      drawPlan(plan, id, dialog, {
        ...actions,
        work: (work) => held.work(work),
        settle: () => held.settle(),
        onIssue: async (...days) => {
          await actions.onIssue(...days);
          held.settle();
          await show();
        },
      }),
    );
  };
  fill(dialog, h('h2', { id: 'publish-title' }, t('publishTitle')), h('p', {}, t('actLooking')));
  const held = openHeld(dialog, () => undefined);
  try {
    await show();
  } catch (error) {
    fill(
      dialog,
      h('h2', { id: 'publish-title' }, t('publishTitle')),
      tellError(error),
      drawLeave(() => held.leave()),
    );
  }
}

function drawPlan(
  plan: PublishPlan,
  id: string,
  dialog: HTMLDialogElement,
  actions: PublishActions & Pick<HeldDialog, 'work' | 'settle'>,
): HTMLElement {
  const { errors, files, notes } = plan;
  const said = h('div', { class: 'said', role: 'status' });
  const go = h(
    'button',
    { type: 'button', class: 'main-button', on: { click: () => void publish() } },
    t('publishNow'),
  );
  const publish = (): Promise<void> =>
    actions.work(async () => {
      fill(said, h('p', {}, t('publishing')));
      try {
        const done = await tell<Published>(`/api/drafts/${id}/publish`, { digest: plan.digest });
        actions.settle();
        fill(dialog, drawPublished(done, dialog));
        dialog.querySelector<HTMLElement>('.main-link')?.focus();
      } catch (error) {
        fill(said, tellError(error));
      }
    });
  const may = errors.length === 0 && files.length > 0;
  return h(
    'div',
    {},
    h('h2', { id: 'publish-title' }, t('publishTitle')),
    h('p', { class: 'publish-name' }, h('span', { class: 'number' }, plan.number), ' ', plan.title),
    notes.map((note) => h('p', { class: 'note' }, say(note))),
    plan.status === 'draft' && errors.length === 0 && drawIssue(plan, actions),
    errors.length > 0 && h('h3', {}, t('blocked', { n: errors.length })),
    errors.length > 0 && drawErrors(errors, dialog, actions),
    h('h3', {}, files.length > 0 ? t('filesChanged', { n: files.length }) : t('nothingChanged')),
    files.map((file, at) => drawFile(file, at === 0 || files.length < 3)),
    said,
    may &&
      drawApproval(plan.approval, { kind: 'draft', subject: id, asked: null, digest: plan.digest }),
    h(
      'p',
      { class: 'dialog-tools' },
      may && plan.approval.mayPublish && go,
      h(
        'button',
        { type: 'button', class: 'plain-button', on: { click: () => dialog.close() } },
        t('cancel'),
      ),
    ),
  );
}

function drawErrors(
  errors: PublishPlan['errors'],
  dialog: HTMLDialogElement,
  actions: PublishActions,
): HTMLElement {
  return h(
    'ul',
    { class: 'finding-list', role: 'list' },
    errors.map((finding) =>
      h(
        'li',
        { class: 'finding', 'data-severity': 'error' },
        h(
          'button',
          {
            type: 'button',
            class: 'finding-place',
            on: {
              click: () => {
                dialog.close();
                actions.onGo(finding);
              },
            },
          },
          actions.place(finding),
        ),
        h('p', { class: 'finding-what' }, say(finding.message)),
      ),
    ),
  );
}

function drawIssue(plan: PublishPlan, { onIssue }: PublishActions): HTMLElement {
  const today = toChinaDay(Date.now());
  const issued = h('input', { type: 'date', class: 'field', id: 'issue-day', required: true });
  const implemented = h('input', {
    type: 'date',
    class: 'field',
    id: 'issue-from',
    required: true,
  });
  issued.value = plan.issued ?? today;
  implemented.value = plan.implemented ?? '';
  return h(
    'form',
    {
      class: 'issue-form',
      on: {
        submit: (event) => {
          event.preventDefault();
          void onIssue(issued.value, implemented.value);
        },
      },
    },
    h('h3', {}, t('issueNow')),
    h('p', { class: 'quiet' }, t('issueLead')),
    h(
      'div',
      { class: 'issue-days' },
      h('label', { for: 'issue-day' }, t('issued'), issued),
      h('label', { for: 'issue-from' }, t('implemented'), implemented),
      h('button', { type: 'submit', class: 'plain-button' }, t('setIssued')),
    ),
  );
}

/** A file that changes, with its lines. */
export function drawFile({ path, kind, lines }: ChangedFile, open: boolean): HTMLElement {
  const head = h(
    'summary',
    { class: 'fold-line' },
    h('code', {}, path),
    ' ',
    h('span', { class: 'tag' }, t(kind)),
  );
  if (lines.length === 0) return h('details', {}, head, h('p', { class: 'quiet' }, t('picture')));
  return h(
    'details',
    { open },
    head,
    h(
      'div',
      { class: 'diff', lang: 'zh-CN', role: 'group', 'aria-label': path, tabindex: 0 },
      lines.map(({ mark, text }) =>
        h(
          'div',
          { 'data-mark': mark },
          h('span', { class: 'diff-mark' }, mark === '-' ? '−' : mark),
          text,
        ),
      ),
    ),
  );
}

/** What was published, with the page and the way back. */
export function drawPublished(
  { publication, url, drawn, ms }: Published,
  dialog: HTMLDialogElement,
): HTMLElement {
  const said = h('div', { class: 'said', role: 'status' });
  const undo = h(
    'button',
    { type: 'button', class: 'plain-button', on: { click: () => void takeBack() } },
    t('undo'),
  );
  const takeBack = async (): Promise<void> => {
    undo.disabled = true;
    fill(said, h('p', {}, t('undoing')));
    try {
      await tell(`/api/publications/${publication.id}/undo`);
      fill(said, h('p', {}, t('undone')));
    } catch (error) {
      undo.disabled = false;
      fill(said, tellError(error));
    }
  };
  return h(
    'div',
    { class: 'is-published' },
    h('h2', { id: 'publish-title' }, t('isPublished')),
    h(
      'p',
      { class: 'publish-name' },
      h('span', { class: 'number' }, publication.number),
      ' ',
      publication.title,
    ),
    h(
      'p',
      { class: 'quiet', role: 'status' },
      t('publishedIn', { s: (ms / 1000).toFixed(1), n: drawn }),
    ),
    said,
    h(
      'p',
      { class: 'dialog-tools' },
      url !== null &&
        h(
          'a',
          { class: 'main-button main-link', href: url, target: '_blank', rel: 'noopener' },
          t('openLive'),
        ),
      undo,
      h(
        'button',
        { type: 'button', class: 'plain-button', on: { click: () => dialog.close() } },
        t('close'),
      ),
    ),
  );
}
