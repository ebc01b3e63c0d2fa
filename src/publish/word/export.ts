import { Packer } from 'docx';
import { readdirSync } from 'node:fs';
import type { Language } from '#core/model/standard.ts';
import { describeCover } from '#core/typst/index.ts';
import type { PrintOptions } from '#core/typst/index.ts';
import { readFigure } from '#library/figures.ts';
import type { Library } from '#library/open.ts';
import { viewPrint } from '#site/views/print.ts';
import { readDocument } from '../read-document.ts';
import { composeWord } from './compose.ts';

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
  const figures = new Map(
    readdirSync(folder).flatMap((name) => {
      const figure = readFigure(folder, name);
      return figure ? [[name, figure.bytes] as const] : [];
    }),
  );
  const {
    document: word,
    literal,
    lost,
  } = composeWord(document, describeCover(document.meta, language, options), figures);
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word));
  return { bytes, formulas: literal, figures: lost };
}

/** A hosted standard as a Word document, with what its library knows of it; null without text of that language. */
export function exportHosted(
  library: Library,
  slug: string,
  language: Language,
): Promise<ExportedWord | null> {
  const bodies = new Map(Object.entries(viewPrint(library, { slug }).bodies));
  return exportWord(library.folder(slug), language, { bodies });
}
