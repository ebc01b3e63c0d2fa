import { join } from 'node:path';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { readDeskFile } from '#core/roles/index.ts';
import type { DeskFile } from '#core/roles/index.ts';
import { decodePlainText } from './decode.ts';
import { readIfThere } from './files.ts';

export const deskFileName = 'desk.yaml';

/** Who may do what at a desk on a shared server; null where a library does not say, or cannot be understood. */
export function readDeskPeople(library: string): {
  readonly desk: DeskFile | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const bytes = readIfThere(join(library, deskFileName));
  if (bytes === null) return { desk: null, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const text = decodePlainText(bytes, deskFileName, diagnostics);
  return text === null ? { desk: null, diagnostics } : readDeskFile(text, deskFileName);
}
