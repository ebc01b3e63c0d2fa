import { join } from 'node:path';
import { findException, placeFinding, readExceptions } from '#core/check/index.ts';
import type { Exception, FindingPlace } from '#core/check/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import { decodePlainText } from './decode.ts';
import { readIfThere } from './files.ts';

export const exceptionsFileName = 'exceptions.yaml';

/** The findings that a library lets stand, with findings about the file itself; none where it has no such file. */
export function readExceptionsFile(library: string): {
  readonly exceptions: readonly Exception[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const bytes = readIfThere(join(library, exceptionsFileName));
  if (bytes === null) return { exceptions: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const text = decodePlainText(bytes, exceptionsFileName, diagnostics);
  if (text === null) return { exceptions: [], diagnostics };
  return readExceptions(text, exceptionsFileName);
}

/** Where a finding of a library stands; the clauses are known in the texts of standards only. */
export function placeInLibrary(
  found: Diagnostic,
  sourceOf: (file: string) => string,
  bodyOf: (file: string) => CompiledStandard | undefined,
): FindingPlace {
  const body = bodyOf(found.file);
  const text = found.file.endsWith('.en.md') ? body?.english : body?.text;
  return placeFinding(found, sourceOf(found.file), text?.clauses ?? []);
}

/** Findings about one text without those that the exceptions of its library let stand on a day. */
export function leaveAllowed(
  found: readonly Diagnostic[],
  library: string,
  asOf: string,
  text: { readonly source: string; readonly clauses: Parameters<typeof placeFinding>[2] } | null,
): readonly Diagnostic[] {
  const { exceptions } = readExceptionsFile(library);
  const { source = '', clauses = [] } = text ?? {};
  return found.filter(
    (each) => !findException(exceptions, each, asOf, () => placeFinding(each, source, clauses)),
  );
}
