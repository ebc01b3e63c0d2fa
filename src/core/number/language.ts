import type { StandardNumber } from './types.ts';

/** Whether the mark of an international number only names the language of the text: `(E)`, `(F)`, `(E/F)`. */
export function isTextLanguage(n: StandardNumber): boolean {
  return (
    n.family === 'international' && n.language !== null && /^[EFR](?:\/[EFR])*$/.test(n.language)
  );
}
