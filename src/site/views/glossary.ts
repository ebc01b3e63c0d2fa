import type { Library } from '#library/open.ts';

/** The words of standardization that the library explains. */
export function viewGlossary({ glossary }: Library) {
  return { entries: glossary.entries };
}
