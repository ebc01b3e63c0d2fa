const KEY = 'biaolian-theme';
const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function readTheme(): Theme {
  const set = document.documentElement.dataset['theme'];
  return set === 'light' || set === 'dark' ? set : 'auto';
}

function applyTheme(theme: Theme, button: HTMLElement): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  describe(theme, button);
  try {
    if (theme === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be switched off; the choice then holds for this page.
  }
}

function describe(theme: Theme, button: HTMLElement): void {
  const label = button.dataset[theme] ?? '';
  button.setAttribute('aria-label', label);
  button.title = label;
}

/** The button in the header goes round: as the system, light, dark. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLElement>('.theme-switch');
  if (!button) return;
  describe(readTheme(), button);
  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(readTheme()) + 1) % THEMES.length] ?? 'auto';
    applyTheme(next, button);
  });
}
