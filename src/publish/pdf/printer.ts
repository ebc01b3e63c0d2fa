import type { Language } from '#core/model/standard.ts';
import { join } from 'node:path';
import { keptOfCode, projectRoot } from '#library/code-digest.ts';
import { shortDigest } from '#library/digest.ts';
import { loadMadeFile, storeMadeFile } from '#library/made-files.ts';
import { digestOwnModules } from '#library/module-digest.ts';
import type { PrinterFacts } from '#library/library-parts.ts';
import { readSummed, writeSummed } from '#library/summed-file.ts';
import { statTrees } from '#library/tree-stat.ts';
import type { PrintView } from '#site/views/print.ts';
import type { NoTypesetter, Typesetter } from './compiler.ts';
import { statFonts } from './font-files.ts';
import type { NoFonts } from './fonts.ts';

/** A folder of font files beside those of the system (`BIAOLIAN_PDF_FONT_FOLDER`). */
const listOwnFolders = (): readonly string[] =>
  [process.env['BIAOLIAN_PDF_FONT_FOLDER'] ?? ''].filter((folder) => folder !== '');

async function openHere(): Promise<Typesetter> {
  const { openTypesetter } = await import('./compiler.ts');
  return openTypesetter(listOwnFolders());
}

/** What was found of the printer by Typst and fonts as the system says they are: neither is loaded to find it again. */
const keptFacts = join(keptOfCode, 'printer.json');

/** Returns what PDFs are made by here, or why none can be made. */
export async function findPrinter(): Promise<PrinterFacts | NoTypesetter | NoFonts> {
  const code = digestOwnModules('src/publish/pdf/print.ts', 'src/publish/pdf/compiler.ts');
  const asked = process.env['BIAOLIAN_PDF_FONT'];
  const folders = listOwnFolders();
  const typst = statTrees([join(projectRoot, 'node_modules/@myriaddreamin')]);
  const said = statFonts(folders);
  const stamp = typst && said && shortDigest(JSON.stringify([code, asked, folders, typst, said]));
  const kept = stamp && readSummed(keptFacts, stamp);
  if (kept) return JSON.parse(kept) as PrinterFacts;
  const facts = await loadPrinter(code, asked);
  if (stamp && 'digest' in facts) writeSummed(keptFacts, JSON.stringify(facts), stamp);
  return facts;
}

async function loadPrinter(
  code: string,
  asked: string | undefined,
): Promise<PrinterFacts | NoTypesetter | NoFonts> {
  const { NoTypesetter } = await import('./compiler.ts');
  const { chooseFonts, NoFonts } = await import('./fonts.ts');
  try {
    const fonts = chooseFonts(await openHere(), asked);
    return { digest: shortDigest(JSON.stringify([code, fonts])), fonts };
  } catch (error) {
    if (error instanceof NoTypesetter || error instanceof NoFonts) return error;
    throw error;
  }
}

/** Makes the PDF of a standard in a folder; what was made before of the same comes from the cache. */
export type Printing = (folder: string, view: PrintView, language: Language) => Promise<Uint8Array>;

/** Returns what makes PDFs in this process; Typst is loaded when the first is made. */
export function startPrinting(cache: string): Printing {
  let opened: Promise<Typesetter> | undefined;
  return async (folder, view, language) => {
    const { slug, printer } = view;
    if (!printer) throw new Error(`nothing makes the PDF of ${slug}`);
    const name = `pdf ${shortDigest(JSON.stringify([view, language]))}`;
    const made = loadMadeFile(cache, name);
    if (made) return made;
    const typesetter = await (opened ??= openHere());
    const { describeJob } = await import('./job.ts');
    const { printStandard } = await import('./print.ts');
    const job = describeJob(folder, view, { language, fonts: printer.fonts });
    const result = printStandard(typesetter, job);
    if (result?.pdf) {
      storeMadeFile(cache, name, result.pdf);
      return result.pdf;
    }
    process.emitWarning(
      `${slug}：PDF 没有排成。The PDF was not made: ${result?.errors.join('; ') ?? ''}`,
    );
    return sayNothing(typesetter, slug, printer.fonts.text);
  };
}

/** A sheet that says that there is no PDF: its address is in the page already. */
function sayNothing(typesetter: Typesetter, slug: string, fonts: readonly string[]): Uint8Array {
  const said = `${slug}：没有排成 PDF，请看网页。This text could not be set as PDF; see its page.`;
  const source = `#set document(title: ${JSON.stringify(slug)})\n#set text(font: ${JSON.stringify(fonts[0])})\n#${JSON.stringify(said)};`;
  const { pdf } = typesetter.print(source);
  if (!pdf) throw new Error(`no PDF of ${slug}`);
  return pdf;
}
