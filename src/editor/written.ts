import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareDiagnostics } from '#core/model/diagnostic.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { Language } from '#core/model/standard.ts';
import { parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { today } from '#library/cache-folder.ts';
import { decodeText } from '#library/decode.ts';
import { leaveAllowed } from '#library/exceptions.ts';
import { readIfThere } from '#library/files.ts';
import { readLedger } from '#library/ledger.ts';
import { compileWritten } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** Where a text that is being written belongs. */
export interface TextFile {
  /** Path shown in findings, relative to the library. */
  readonly file: string;
  /** The folder's path in the library. */
  readonly path: string;
  /** Where the folder is on disk. */
  readonly folder: string;
  readonly language: Language;
  /** Whether it lies in `standards/`, where rules across files see it. */
  readonly isHosted: boolean;
}

/**
 * Returns where a text belongs, by its address; null of one that is no standard: neither `index.md` or `index.en.md` of the
 * library nor a text with a number in its front matter.
 */
export function locateText(uri: string, source: string, library: string): TextFile | null {
  if (!uri.startsWith('file:')) return null;
  let file: string;
  try {
    file = fileURLToPath(uri);
  } catch {
    return null;
  }
  const name = basename(file);
  const language = name === 'index.en.md' ? 'en' : 'zh';
  const folder = dirname(file);
  const path = relative(library, folder).replaceAll('\\', '/');
  const isText = name === 'index.md' || name === 'index.en.md';
  const isHosted = isText && /^standards\/[^/]+\/[^/]+$/.test(path);
  const isDraft = isText && path.startsWith('projects/');
  if (!isHosted && !isDraft && !/^---\n(?:.{0,2000}\n){0,200}?number:/.test(source)) return null;
  // A text that lies elsewhere is held to what every local standard is held to.
  const home = isHosted ? path : `standards/local/${basename(folder)}`;
  return { file: `${home}/${name}`, path: home, folder, language, isHosted };
}

/** One state of a text that is being written. */
export interface WrittenText extends TextFile {
  readonly source: string;
  /** Read on demand, once. */
  readonly document: () => ParsedDocument;
  /** What `std check` says of it, worked out once: rules of the text, then those across files where the library is open. */
  readonly findings: () => readonly Diagnostic[];
}

/** Returns a text with what can be asked of it; `others` gives the text of another file that is open too. */
export function readWritten(
  at: TextFile,
  source: string,
  workspace: Workspace,
  others: (folder: string, name: string) => string | undefined,
): WrittenText {
  let document: ParsedDocument | undefined;
  let findings: readonly Diagnostic[] | undefined;
  const { folder, path, language, file } = at;
  const readOther = (name: string) => others(folder, name) ?? readFile(`${folder}/${name}`);
  const parse = (): ParsedDocument => {
    if (language === 'zh') {
      const ledger = readLedger(readFile(`${folder}/anchors.tsv`) ?? '', `${path}/anchors.tsv`, []);
      return parseDocument(source, { file, ledger });
    }
    const original = parseDocument(readOther('index.md') ?? '', { file: `${path}/index.md` });
    return parseDocument(source, { file, language, original: original.meta });
  };
  const check = (): readonly Diagnostic[] => {
    const isOriginal = language === 'zh';
    const original = isOriginal ? source : others(folder, 'index.md');
    const { diagnostics, row, standard } = compileWritten({
      path,
      folder,
      ...(original !== undefined && { original }),
      ...(!isOriginal && { english: source }),
    });
    const across = row && isOriginal && at.isHosted ? workspace.relateRow(row) : [];
    const text = isOriginal ? standard?.text : standard?.english;
    const placed = { source, clauses: text?.clauses ?? [] };
    const found = [...diagnostics.filter((each) => each.file === file), ...across];
    return leaveAllowed(found, workspace.dir, today(), placed).toSorted(compareDiagnostics);
  };
  return {
    ...at,
    source,
    document: () => (document ??= parse()),
    findings: () => (findings ??= check()),
  };
}

function readFile(path: string): string | undefined {
  const bytes = readIfThere(path);
  return bytes ? (decodeText(bytes, path, []) ?? undefined) : undefined;
}
