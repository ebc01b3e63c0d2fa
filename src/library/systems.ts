import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import { readSystem } from '#core/systems/index.ts';
import type { SystemModel } from '#core/systems/index.ts';
import { decodeText } from './decode.ts';
import { digestFile } from './digest.ts';

/**
 * All files of the library's `systems/`, by name, with findings about what was left out. A file may be read from another
 * root than the library, or from nowhere.
 */
export function readSystems(
  library: string,
  rootOf: (file: string) => string | null = () => library,
): {
  readonly models: readonly SystemModel[];
  /** Of each file that was read. */
  readonly digests: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const digests = new Map<string, string>();
  const models: SystemModel[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of listFiles(join(library, 'systems'))) {
    const file = `systems/${name}`;
    if (!name.endsWith('.yaml')) {
      if (nearlyYaml.test(name)) diagnostics.push(misnamed(file));
      continue;
    }
    const root = rootOf(file);
    if (root === null) continue;
    const bytes = readFileSync(join(root, file));
    digests.set(file, digestFile(file, bytes));
    const text = decodeText(bytes, file, diagnostics);
    if (text === null) continue;
    const read = readSystem(text, { file });
    diagnostics.push(...read.diagnostics);
    if (read.system) models.push(read.system);
  }
  return { models, digests, diagnostics };
}

/** Regular files only: a link could name any file of the machine. */
function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
      .sort();
  } catch {
    return [];
  }
}

/** Meant as systems: `.yml`, capitals, and the ending an editor adds where endings are hidden. */
const nearlyYaml = /\.ya?ml(?:\.txt)?$/i;

function misnamed(file: string): Diagnostic {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml(?:\.txt)?$/i, '.yaml');
  return makeFinding(file, {
    rule: 'system-file-name',
    range: startOfLine(1),
    message: {
      zh: `${file} 没有读入：标准体系的文件名以小写的 .yaml 结尾`,
      en: `${file} was not read: the name of a system's file ends in .yaml, in small letters`,
    },
    hint: { zh: `改名为 ${name}`, en: `Rename it to ${name}` },
  });
}
