import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { readSystem } from '../core/systems/index.ts';
import type { SystemModel } from '../core/systems/index.ts';
import { decodeText } from './decode.ts';
import { shortDigest } from './digest.ts';

/** All files of the library's `systems/`, by name, with findings about what was left out. */
export function readSystems(library: string): {
  readonly models: readonly SystemModel[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const models: SystemModel[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of listYaml(join(library, 'systems'))) {
    const file = `systems/${name}`;
    const bytes = readFileSync(join(library, file));
    const text = decodeText(bytes, file, diagnostics);
    if (text === null) continue;
    const read = readSystem(text, { file, digest: shortDigest(text) });
    diagnostics.push(...read.diagnostics);
    if (read.system) models.push(read.system);
  }
  return { models, diagnostics };
}

/** Regular files only: a link could name any file of the machine. */
function listYaml(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isFile() && entry.name.endsWith('.yaml') ? [entry.name] : []))
      .sort();
  } catch {
    return [];
  }
}
