import { ask, tell } from './api.ts';
import { fill, h } from './dom.ts';
import { drawLeave, openHeld } from './hold-dialog.ts';
import type { HeldDialog } from './hold-dialog.ts';
import { drawFile, drawPublished } from './publish-dialog.ts';
import type { DeskState, Published, RequestLine, RequestShown } from './shapes.ts';
import { tellError } from './tell-error.ts';
import { say, sayTime, t } from './words.ts';

/** What waits for approval or was answered; nothing at the desk of one person. */
export function drawRequests(
  { requests, person }: DeskState,
  again: () => void,
): HTMLElement | false {
  if (!person.isShared && requests.length === 0) return false;
  return h(
    'section',
    { 'aria-labelledby': 'requests-title' },
    h('h2', { id: 'requests-title' }, t('approvalTitle')),
    requests.length === 0 && h('p', { class: 'quiet' }, t('noRequests')),
    h(
      'ul',
      { class: 'draft-list', role: 'list' },
      requests.map((request) => drawLine(request, again)),
    ),
  );
}

function drawLine(request: RequestLine, again: () => void): HTMLElement {
  const { id, number, title, state, by, at, remark, answer, decidedBy } = request;
  return h(
    'li',
    {},
    h(
      'span',
      { class: 'draft-link' },
      h('span', { class: 'number' }, number),
      ' ',
      h('span', { class: 'draft-title' }, title),
    ),
    h(
      'p',
      { class: 'draft-facts' },
      `${sayTime(at)} · ${t('askedBy', { name: by })} · `,
      h('span', { class: 'tag' }, t(`state-${state}`)),
      remark !== '' && ` ${remark}`,
      answer !== '' && ` · ${decidedBy}：${answer}`,
    ),
    (state === 'waiting' || state === 'approved') &&
      h(
        'button',
        {
          type: 'button',
          class: 'quiet-button',
          'aria-label': `${t('lookAt')} ${number}`,
          on: { click: () => void openRequest(id, again) },
        },
        t('lookAt'),
      ),
  );
}

/** Shows what is asked for, and what can be done with it. */
async function openRequest(id: string, again: () => void): Promise<void> {
  const dialog = h('dialog', {
    class: 'desk-dialog act-dialog',
    'aria-labelledby': 'request-title',
  });
  const title = h('h2', { id: 'request-title' }, t('approvalTitle'));
  fill(dialog, title, h('p', {}, t('actLooking')));
  const held = openHeld(dialog, again);
  try {
    fill(dialog, drawRequest(await ask<RequestShown>(`/api/requests/${id}`), dialog, held));
  } catch (error) {
    fill(
      dialog,
      title,
      tellError(error),
      drawLeave(() => held.leave()),
    );
  }
}

function drawRequest(
  request: RequestShown,
  dialog: HTMLDialogElement,
  held: HeldDialog,
): HTMLElement {
  const { files, errors, publish: call } = request;
  const said = h('div', { class: 'said', role: 'status' });
  const words = h('textarea', { class: 'field', id: 'request-remark', rows: 2, maxlength: 1000 });
  const decide = (how: string): Promise<void> =>
    held.work(async () => {
      try {
        await tell(`/api/requests/${request.id}/${how}`, { remark: words.value });
        dialog.close();
      } catch (error) {
        fill(said, tellError(error));
      }
    });
  const publish = ({ path, body }: NonNullable<RequestShown['publish']>): Promise<void> =>
    held.work(async () => {
      fill(said, h('p', {}, t('publishing')));
      try {
        const done = await tell<Published>(path, body);
        held.settle();
        fill(dialog, drawPublished(done, dialog));
        dialog.querySelector('h2')?.setAttribute('id', 'request-title');
      } catch (error) {
        fill(said, tellError(error));
      }
    });
  const button = (word: 'approve' | 'returnIt' | 'takeBack', how: string, main = false) =>
    h(
      'button',
      {
        type: 'button',
        class: main ? 'main-button' : 'plain-button',
        on: { click: () => void decide(how) },
      },
      t(word),
    );
  return h(
    'div',
    {},
    drawFacts(request),
    errors.map(({ message }) => h('p', { class: 'fault' }, say(message))),
    request.draft !== null &&
      h(
        'p',
        {},
        h(
          'a',
          { href: `/preview/${request.draft}`, target: '_blank', rel: 'noopener' },
          t('seeDraft'),
        ),
      ),
    files.length > 0 && h('h3', {}, t('filesChanged', { n: files.length })),
    files.map((file, index) => drawFile(file, index === 0 || files.length < 3)),
    request.refused === 'own' && h('p', { class: 'note' }, t('refused-own')),
    (request.mayApprove || request.mayReturn) &&
      h('label', { class: 'request-remark', for: 'request-remark' }, t('remark'), words),
    said,
    h(
      'p',
      { class: 'dialog-tools' },
      request.mayApprove && errors.length === 0 && button('approve', 'approve', true),
      call &&
        h(
          'button',
          { type: 'button', class: 'main-button', on: { click: () => void publish(call) } },
          t('publishNow'),
        ),
      request.mayReturn && button('returnIt', 'return'),
      request.mayTakeBack && button('takeBack', 'take-back'),
      h(
        'button',
        { type: 'button', class: 'plain-button', on: { click: () => held.leave() } },
        t('close'),
      ),
    ),
  );
}

function drawFacts(
  request: RequestShown,
): readonly (HTMLElement | false | readonly HTMLElement[])[] {
  const { number, title, by, at, remark, state, answer, decidedBy, warnings } = request;
  return [
    h('h2', { id: 'request-title' }, t('approvalTitle')),
    h('p', { class: 'publish-name' }, h('span', { class: 'number' }, number), ' ', title),
    h(
      'p',
      { class: 'quiet' },
      `${t('askedBy', { name: by })} · ${sayTime(at)} · ${t(`state-${state}`)}`,
    ),
    remark !== '' && h('p', { class: 'note' }, remark),
    answer !== '' && h('p', { class: 'note' }, `${decidedBy}：${answer}`),
    warnings.map((warning) => h('p', { class: 'note' }, say(warning))),
  ];
}
