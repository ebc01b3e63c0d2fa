import { THEME_WORDS, THEMES } from '#site/i18n/browser/theme.ts';
import type { Theme } from '#site/i18n/browser/theme.ts';
import { renderIcon } from './draw.ts';

const KEY = 'biaolian-theme';
const icons: Readonly<Record<Theme, string>> = { auto: 'auto', light: 'sun', dark: 'moon' };

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
  const label = THEME_WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh'][theme];
  button.setAttribute('aria-label', label);
  button.title = label;
}

/** The button in the header, empty till then, goes round: as the system, light, dark. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLElement>('.theme-switch');
  if (!button) return;
  describe(readTheme(), button);
  button.replaceChildren(
    ...THEMES.map((theme) => {
      const icon = renderIcon(icons[theme]);
      icon.classList.add(theme);
      return icon;
    }),
  );
  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(readTheme()) + 1) % THEMES.length] ?? 'auto';
    applyTheme(next, button);
  });
}
