import type { Bilingual } from '#core/base/bilingual.ts';
import { importWord } from '../word/index.ts';
import type { DraftOptions, ImportedDraft } from './draft.ts';
import { finishDraft } from './finish-draft.ts';

/**
 * A draft as the folder of a standard, read in this process; or why there is none. The file's bytes say what it is, its name
 * only what to call it. Meant for the process of `importDraft` and for tests: hostile bytes may take its memory and its time.
 */
export function readDraft(
  bytes: Uint8Array,
  _name: string,
  options: DraftOptions = {},
): ImportedDraft | Bilingual {
  const imported = importWord(bytes, options);
  return 'zh' in imported ? imported : finishDraft(imported, options.kind);
}
