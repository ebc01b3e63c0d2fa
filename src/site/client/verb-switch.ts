const KEY = 'biaolian-verbs';

/** The switch that shows by colour and line which words make a sentence a requirement, a recommendation and so on. */
export function startVerbSwitch(body: HTMLElement): void {
  const box = document.querySelector<HTMLInputElement>('.verb-switch input');
  if (!box) return;
  const show = () => body.classList.toggle('show-verbs', box.checked);
  try {
    box.checked = localStorage.getItem(KEY) === 'on';
  } catch {
    // Storage may be switched off.
  }
  show();
  box.addEventListener('change', () => {
    show();
    try {
      if (box.checked) localStorage.setItem(KEY, 'on');
      else localStorage.removeItem(KEY);
    } catch {
      // The choice then holds for this page.
    }
  });
}
