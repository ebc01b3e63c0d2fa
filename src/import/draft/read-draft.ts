import type { Bilingual } from '#core/base/bilingual.ts';
import { importMd2std } from '../md2std/index.ts';
import { importSts } from '../sts/index.ts';
import { importPdf, importPlainText } from '../pdf/index.ts';
import type { ImportedText } from '../word/build-text.ts';
import { importWord } from '../word/index.ts';
import type { DraftOptions, ImportedDraft } from './draft.ts';
import { finishDraft } from './finish-draft.ts';

/**
 * A draft as the folder of a standard, read in this process; or why there is none. A file's bytes say whether it is Word,
 * PDF or XML, its name which kind of text it is. Meant for the process of `importDraft` and for tests: hostile bytes may take its
 * memory and its time.
 */
export async function readDraft(
  bytes: Uint8Array,
  name: string,
  options: DraftOptions = {},
): Promise<ImportedDraft | Bilingual> {
  const imported = await readText(bytes, name, options);
  return 'zh' in imported ? imported : finishDraft(imported, options.kind);
}

/** The same for a Word file, at once. */
export function readWordDraft(
  bytes: Uint8Array,
  options: DraftOptions = {},
): ImportedDraft | Bilingual {
  const imported = importWord(bytes, options);
  return 'zh' in imported ? imported : finishDraft(imported, options.kind);
}

async function readText(
  bytes: Uint8Array,
  name: string,
  options: DraftOptions,
): Promise<ImportedText | Bilingual> {
  if (startsWith(bytes, '%PDF')) return importPdf(bytes, options);
  if (/\.txt$/i.test(name)) return importPlainText(bytes, options);
  if (/\.(?:md|markdown)$/i.test(name)) return importMd2std(bytes, options);
  if (isXml(bytes, name)) return importSts(bytes, options);
  return importWord(bytes, options);
}

/** Text that begins as XML does, in UTF-8 or UTF-16, or is called so. */
function isXml(bytes: Uint8Array, name: string): boolean {
  const head = [...bytes.subarray(0, 64)].filter((byte) => byte !== 0);
  const start = String.fromCharCode(...head).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
  return start.startsWith('<') || /\.(?:xml|sts)$/i.test(name);
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0));
