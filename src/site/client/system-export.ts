import { renderPng, saveBlob } from './save-file.ts';

/** Buttons that make a PNG of the drawing they stand beside. */
export function startSystemExports(list: HTMLElement): void {
  const status = list.querySelector<HTMLElement>('[role="status"]');
  for (const button of list.querySelectorAll<HTMLButtonElement>('button[data-png]')) {
    button.addEventListener('click', () => {
      const { png = '', name = '' } = button.dataset;
      if (button.disabled) return;
      button.disabled = true;
      void renderPng(png)
        .then((blob) => {
          saveBlob(blob, name);
          if (status) status.textContent = '';
        })
        .catch(() => {
          if (status) status.textContent = list.dataset['failed'] ?? '';
        })
        .then(() => {
          button.disabled = false;
        });
    });
  }
}
