import { readdirSync } from 'node:fs';
import type { Language } from '#core/model/standard.ts';
import { describeCover } from '#core/typst/index.ts';
import type { PrintOptions } from '#core/typst/index.ts';
import { pickCarried } from '#core/model/carried-facts.ts';
import { readFigure } from '#library/figures.ts';
import type { Library } from '#library/open.ts';
import { viewWord } from '#site/views/print.ts';
import type { WordView } from '#site/views/print.ts';
import { readDocument } from '../read-document.ts';
import { composeWord } from './compose.ts';
import { packWord } from './pack.ts';
import { drawPictures } from './pictures.ts';

/** A Word file, and what of the text could not be written as it is meant. */
export interface ExportedWord {
  readonly bytes: Uint8Array;
  /** Formulas that stand as LaTeX. */
  readonly formulas: readonly string[];
  /** Figures that are left out. */
  readonly figures: readonly string[];
}

/** The text of a folder as a Word document; null where it has no text of that language that can be read. */
export async function exportWord(
  folder: string,
  language: Language,
  options: PrintOptions = {},
): Promise<ExportedWord | null> {
  const document = readDocument(folder, language);
  if (!document?.meta) return null;
  const files = new Map(
    readdirSync(folder).flatMap((name) => {
      const figure = readFigure(folder, name);
      return figure ? [[name, figure.bytes] as const] : [];
    }),
  );
  const figures = { files, pictures: await drawPictures(files) };
  const {
    document: word,
    properties,
    literal,
    lost,
  } = composeWord(document, describeCover(document.meta, language, options), figures);
  const bytes = await packWord(
    word,
    properties,
    language === 'zh' ? pickCarried(document.meta) : {},
  );
  return { bytes, formulas: literal, figures: lost };
}

/** A hosted standard as a Word document, with what its library knows of it; null without text of that language. */
export function exportHosted(
  library: Library,
  slug: string,
  language: Language,
): Promise<ExportedWord | null> {
  const view = viewWord(library, { slug });
  return exportWord(library.folder(slug), language, optionsOf(view, language));
}

/** Returns what a library knows of a standard, for its Word file in a language. */
export function optionsOf(
  { notices, bodies }: Pick<WordView, 'notices' | 'bodies'>,
  language: Language,
): PrintOptions {
  return {
    notices: notices.map((notice) => notice[language]),
    bodies: new Map(Object.entries(bodies)),
  };
}
