import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Bilingual } from '#core/base/bilingual.ts';
import { projectRoot } from '#library/code-digest.ts';

/** The look of a standard. */
const look = new URL('./standard.typ', import.meta.url);

/** A folder that there is not: a standard reads nothing of a disk but what is put there in memory. */
const workspace = join(projectRoot, '.cache', 'no-such-folder-of-typst');

/** A PDF, or why there is none. */
export type Printed =
  | {
      readonly pdf: Uint8Array;
      readonly pages: number;
      readonly accessible: boolean;
      readonly notes: readonly string[];
    }
  | { readonly pdf: null; readonly errors: readonly string[] };

/** Typst in this process. */
export interface Typesetter {
  /** A PDF from source and the files that it names, each by its path. */
  readonly print: (source: string, files?: ReadonlyMap<string, Uint8Array>) => Printed;
  /** Whether source by itself can be set. */
  readonly canSet: (source: string) => boolean;
  /** Families of fonts, of those that are asked for, which are not here. */
  readonly findMissing: (families: readonly string[]) => readonly string[];
}

/** The native package of Typst is not there for this machine. */
export class NoTypesetter extends Error {
  override readonly name = 'NoTypesetter';
  readonly what: Bilingual = {
    zh: `这台机器（${process.platform}-${process.arch}）没有装上排版用的 Typst 原生包。`,
    en: `The native package of Typst, which sets the pages, is not installed for this machine (${process.platform}-${process.arch}).`,
  };
}

/**
 * Typst, with the fonts of the system and those of folders.
 *
 * @throws {NoTypesetter} where there is no native package for the machine
 */
export async function openTypesetter(fontFolders: readonly string[] = []): Promise<Typesetter> {
  const compiler = await loadCompiler(fontFolders);
  compiler.addSource(join(workspace, 'standard.typ'), readFileSync(look, 'utf8'));
  const read = (error: unknown): readonly Message[] =>
    compiler.fetchDiagnostics(
      error as Parameters<NodeCompiler['fetchDiagnostics']>[0],
    ) as Message[];
  return {
    print(source, files = new Map()) {
      for (const [path, bytes] of files)
        compiler.mapShadow(join(workspace, path), Buffer.from(bytes));
      try {
        const result = compiler.compile({ mainFileContent: source });
        const document = result.result;
        if (!document)
          return { pdf: null, errors: read(result.takeError()).map(({ message }) => message) };
        const pages = document.numOfPages;
        const warned = result.takeWarnings();
        // Page numbers would be those of an earlier attempt.
        const unsettled = (warned ? read(warned) : [])
          .map(({ message }) => message)
          .filter((message) => message.includes('converge'));
        try {
          const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' });
          return { pdf, pages, accessible: true, notes: unsettled };
        } catch (error) {
          const notes = [...unsettled, ...readExportError(error)];
          return { pdf: compiler.pdf(document), pages, accessible: false, notes };
        }
      } finally {
        for (const path of files.keys()) compiler.unmapShadow(join(workspace, path));
        compiler.evictCache(2);
      }
    },
    canSet: (source) => compiler.compile({ mainFileContent: source }).result !== null,
    findMissing: (families) =>
      families.filter((family) => {
        const quoted = JSON.stringify(family);
        const result = compiler.compile({ mainFileContent: `#set text(font: ${quoted})\nx` });
        const warnings = result.takeWarnings();
        return (
          warnings !== null &&
          read(warnings).some(({ message }) => message.startsWith('unknown font family'))
        );
      }),
  };
}

/** The messages in an error of the export, which has its findings as text. */
function readExportError(error: unknown): readonly string[] {
  const text = error instanceof Error ? error.message : String(error);
  const found = Array.from(text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g), ([, message = '']) =>
    message.replaceAll('\\', ''),
  );
  return found.length > 0 ? found : [text];
}

interface Message {
  readonly message: string;
}

async function loadCompiler(fontFolders: readonly string[]): Promise<NodeCompiler> {
  try {
    const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const fonts = fontFolders.length > 0 ? { fontArgs: [{ fontPaths: [...fontFolders] }] } : {};
    return Compiler.create({ workspace, ...fonts });
  } catch (cause) {
    throw new NoTypesetter('no native package of Typst', { cause });
  }
}
