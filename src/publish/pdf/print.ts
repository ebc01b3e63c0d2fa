import { readdirSync } from 'node:fs';
import type { Language } from '#core/model/standard.ts';
import { listNodes } from '#core/text/syntax/tree.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { composeTypst, describeCover, figureFolder, translateMath } from '#core/typst/index.ts';
import type { PrintOptions } from '#core/typst/index.ts';
import { readFigure } from '#library/figures.ts';
import { readDocument } from '../read-document.ts';
import type { Printed, Typesetter } from './compiler.ts';
import type { Fonts } from './fonts.ts';

/** What to print of a standard, and with what. */
export interface PrintJob extends PrintOptions {
  /** The folder of the standard. */
  readonly folder: string;
  readonly language: Language;
  readonly fonts: Fonts;
}

/** A PDF, and what of the text could not be set as it is meant. */
export type PrintResult = Printed & {
  /** Formulae that are printed as they are written. */
  readonly formulae: readonly string[];
  /** Files of figures that are left out. */
  readonly figures: readonly string[];
};

/** Prints a standard; null where its folder has no text of that language that can be read. */
export function printStandard(typesetter: Typesetter, job: PrintJob): PrintResult | null {
  const document = readDocument(job.folder, job.language);
  if (!document?.meta) return null;
  const cover = describeCover(document.meta, job.language, job);
  const files = readFigures(job.folder);
  const written = listFormulae(document);
  const print = (literal: ReadonlySet<string>, left: ReadonlySet<string>): PrintResult => {
    const figures = new Set(
      [...files.keys()]
        .map((path) => path.slice(figureFolder.length))
        .filter((name) => !left.has(name)),
    );
    const source = composeTypst(document, { ...cover, fonts: job.fonts, figures, literal });
    return {
      ...typesetter.print(source, files),
      formulae: written.filter((tex) => literal.has(tex) || translateMath(tex) === null),
      figures: [...left],
    };
  };
  const whole = print(new Set(), new Set());
  if (whole.pdf) return whole;
  const formulae = written.filter((tex) => {
    const translated = translateMath(tex);
    return (
      translated !== null &&
      !typesetter.canSet(`#eval(${JSON.stringify(translated)}, mode: "math")`)
    );
  });
  const figures = [...files].flatMap(([path, bytes]) =>
    typesetter.print(
      `#set document(title: "x")\n#image(${JSON.stringify(path)}, alt: "x")`,
      new Map([[path, bytes]]),
    ).pdf
      ? []
      : [path.slice(figureFolder.length)],
  );
  return print(new Set(formulae), new Set(figures));
}

function readFigures(folder: string): ReadonlyMap<string, Uint8Array> {
  return new Map(
    readdirSync(folder).flatMap((name) => {
      const figure = readFigure(folder, name);
      return figure ? [[figureFolder + name, figure.bytes] as const] : [];
    }),
  );
}

function listFormulae({ tree }: ParsedDocument): readonly string[] {
  const values = [...listNodes(tree, 'math'), ...listNodes(tree, 'inlineMath')];
  return [...new Set(values.map(({ value }) => value))];
}
