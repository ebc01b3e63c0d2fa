import { h } from './dom.ts';
import { t } from './words.ts';

/** What keeps a dialog open while something would be lost. */
export interface HeldDialog {
  /** Closes it, once who typed into it agrees. */
  readonly leave: () => void;
  /** Does something that nobody is to press twice or to walk away from: nothing in the dialog can be pressed meanwhile. */
  readonly work: (work: () => Promise<void>) => Promise<void>;
  /** What was typed has been done. */
  readonly settle: () => void;
}

/** Shows a dialog that closes by Escape, by its buttons and with its page only when nothing typed is lost by it. */
export function openHeld(dialog: HTMLDialogElement, onClose: () => void): HeldDialog {
  let isTyped = false;
  let isBusy = false;
  const mayLeave = (): boolean => !isBusy && (!isTyped || confirm(t('leaveAsk')));
  const warn = (event: BeforeUnloadEvent): void => {
    if (isTyped || isBusy) event.preventDefault();
  };
  dialog.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement && target.type === 'file')) isTyped = true;
  });
  dialog.addEventListener('cancel', (event) => {
    if (event.target === dialog && !mayLeave()) event.preventDefault();
  });
  dialog.addEventListener('close', () => {
    removeEventListener('beforeunload', warn);
    removeEventListener('popstate', back);
    dialog.remove();
    onClose();
  });
  addEventListener('beforeunload', warn);
  // The page below goes back: what was typed stays, and nothing else does.
  const back = (): void => {
    if (!isTyped && !isBusy) dialog.close();
  };
  addEventListener('popstate', back);
  document.body.append(dialog);
  dialog.showModal();
  return {
    leave: () => {
      if (mayLeave()) dialog.close();
    },
    settle: () => {
      isTyped = false;
    },
    work: async (work) => {
      if (isBusy) return;
      isBusy = true;
      const parts = [
        ...dialog.querySelectorAll<
          HTMLButtonElement | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
        >('button, input, select, textarea'),
      ].filter(({ disabled }) => !disabled);
      for (const part of parts) part.disabled = true;
      try {
        await work();
      } finally {
        isBusy = false;
        for (const part of parts) part.disabled = false;
      }
    },
  };
}

/** The last line of a dialog: what closes it. */
export const drawLeave = (leave: () => void): HTMLElement =>
  h(
    'p',
    { class: 'dialog-tools' },
    h('button', { type: 'button', class: 'plain-button', on: { click: leave } }, t('close')),
  );
