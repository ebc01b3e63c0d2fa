import type { Language } from '#core/model/standard.ts';

/** How a page looks: as the system does, or as the reader chose. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Names of the control that changes it, by what is chosen. */
export const THEME_WORDS: Readonly<Record<Language, Readonly<Record<Theme, string>>>> = {
  zh: { auto: '外观：跟随系统', light: '外观：浅色', dark: '外观：深色' },
  en: {
    auto: 'Appearance: as the system',
    light: 'Appearance: light',
    dark: 'Appearance: dark',
  },
};
