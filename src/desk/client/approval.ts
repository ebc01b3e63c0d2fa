import { tell } from './api.ts';
import { fill, h } from './dom.ts';
import type { ApprovalShown, RequestKind } from './shapes.ts';
import { tellError } from './tell-error.ts';
import { t } from './words.ts';

/** What somebody else is asked to approve. */
export interface RequestAsked {
  readonly kind: RequestKind;
  readonly subject: string;
  readonly asked: unknown;
  readonly digest: string;
}

/** What stands between a change and its publication, and the way to ask for it; nothing where nothing does. */
export function drawApproval(approval: ApprovalShown, request: RequestAsked): HTMLElement | false {
  const { state, by = '', mayPublish, mayAsk } = approval;
  const publisher = !mayPublish && h('p', { class: 'quiet' }, t('notPublisher'));
  if (state === 'none') return publisher;
  if (state === 'waiting') return h('p', { class: 'note' }, t('waitingFor', { name: by }));
  if (state === 'approved') {
    return h('div', {}, h('p', { class: 'note' }, t('approvedBy', { name: by })), publisher);
  }
  return mayAsk ? drawAsking(request) : h('p', { class: 'quiet' }, t('askLead'));
}

function drawAsking(request: RequestAsked): HTMLElement {
  const remark = h('textarea', { class: 'field', id: 'ask-remark', rows: 2, maxlength: 1000 });
  const said = h('div', { class: 'said', role: 'status' });
  const button = h('button', { type: 'submit', class: 'main-button' }, t('askFor'));
  const ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    button.disabled = true;
    try {
      await tell('/api/requests', { ...request, remark: remark.value });
      fill(form, h('p', { class: 'note', role: 'status' }, t('asked')));
    } catch (error) {
      button.disabled = false;
      fill(said, tellError(error));
    }
  };
  const form = h(
    'form',
    { class: 'ask-form', on: { submit: (event) => void ask(event) } },
    h('p', { class: 'quiet' }, t('askLead')),
    h('label', { for: 'ask-remark' }, t('remarkAsk'), remark),
    said,
    button,
  );
  return form;
}
