let toast: HTMLElement | undefined;
let timer = 0;

/** Says a sentence at the foot of the page for some milliseconds, with what can be done about it behind it. */
export function announce(message: string, time: number, ...more: readonly (Node | string)[]): void {
  if (!toast) {
    toast = document.createElement('div');
    toast.className = 'toast';
    toast.setAttribute('role', 'status');
    document.body.append(toast);
  }
  toast.hidden = false;
  toast.replaceChildren(message, ...more);
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (toast) toast.hidden = true;
  }, time);
}
