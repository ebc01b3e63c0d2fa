import { commentLimits } from '#core/comments/format.ts';
import { DRAFT_SCRIPT } from '#site/i18n/browser/draft.ts';
import { readLanguage } from '../home.ts';
import type { OwnComment } from './letter.ts';

const words = DRAFT_SCRIPT[readLanguage()];

/** What a form is about: a clause, or the whole. */
export interface Subject {
  readonly clause: string;
  readonly anchor?: string | undefined;
}

/** What was written in a form. */
export type Written = Pick<OwnComment, 'comment' | 'reason'>;

/** Opens a form at a place of the page, with what was written before; only one is open at a time. */
export function openForm(
  place: Element,
  { clause }: Subject,
  before: Written | undefined,
  keepIt: (written: Written) => void,
): void {
  closeForm();
  const form = document.createElement('form');
  form.className = 'comment-form no-print';
  form.setAttribute('aria-label', words.commentOn(clause));
  const comment = makeField(words.change, 3, before?.comment);
  comment.area.required = true;
  const reason = makeField(words.reason, 2, before?.reason);
  const row = document.createElement('p');
  row.className = 'draft-ways';
  const cancel = makeButton(words.cancel, 'plain-button');
  const submit = makeButton(words.keep, 'main-button');
  submit.type = 'submit';
  row.append(submit, cancel);
  form.append(comment.label, reason.label, row);
  const opener = document.activeElement;
  const close = (): void => {
    form.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  cancel.addEventListener('click', close);
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const written = comment.area.value.trim();
    if (!written) {
      comment.area.focus();
      return;
    }
    const why = reason.area.value.trim();
    keepIt({ comment: written, ...(why && { reason: why }) });
    close();
  });
  place.after(form);
  comment.area.focus();
}

function closeForm(): void {
  document.querySelector('.comment-form')?.remove();
}

function makeField(name: string, rows: number, value = '') {
  const label = document.createElement('label');
  const area = document.createElement('textarea');
  area.rows = rows;
  area.maxLength = commentLimits.text;
  area.value = value;
  area.className = 'field';
  label.append(name, area);
  return { label, area };
}

/** Returns a button that submits nothing. */
export function makeButton(text: string, className: string, label?: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  if (label !== undefined) button.setAttribute('aria-label', label);
  return button;
}
