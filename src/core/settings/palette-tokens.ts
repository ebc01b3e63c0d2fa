/** The two looks of a page. */
export type Look = 'light' | 'dark';

/** The colours that follow from the accent of a site; each is a token of that name in `tokens.css`. */
export const accentTokens = ['accent', 'accent-2', 'accent-wash', 'on-accent'] as const;
export type AccentColours = Readonly<Record<(typeof accentTokens)[number], string>>;
export type Palette = Readonly<Record<Look, AccentColours>>;
