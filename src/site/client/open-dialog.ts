/**
 * Shows a dialog above the page. It is on the page only while it is open, so that Escape always closes it; a click
 * beside it closes it too.
 */
export function openDialog(dialog: HTMLDialogElement): void {
  // A click beside the dialog lands on the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
