import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual, Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { ParseRuleId } from '#core/model/parse-rules.ts';
import { decodePlainText } from './decode.ts';
import { digestFile } from './digest.ts';
import { rememberLast } from './remember.ts';

/** How the YAML files of one folder of a library are read. */
export interface YamlFolder<T> {
  /** `systems`. */
  readonly folder: string;
  /** `.yaml` unless said otherwise; of others nothing is said of names that are nearly right. */
  readonly ending?: string;
  readonly read: (text: string, file: string) => Read<T>;
  /** The rule that a file breaks whose name ends in nearly `.yaml`, and what such a file is. */
  readonly misnamed?: { readonly rule: ParseRuleId; readonly what: Bilingual };
}

interface Read<T> {
  readonly model: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

const remember = rememberLast<Read<unknown>>();

/**
 * All files of a folder of the library, by name, with findings about what was left out. A file may be read from another
 * root than the library, or from nowhere.
 */
export function readYamlFolder<T>(
  library: string,
  { folder, read, misnamed, ending = '.yaml' }: YamlFolder<T>,
  rootOf: (file: string) => string | null,
): {
  readonly models: readonly T[];
  /** Of each file that was read. */
  readonly digests: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const digests = new Map<string, string>();
  const models: T[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of listFiles(join(library, folder))) {
    const file = `${folder}/${name}`;
    if (!name.endsWith(ending)) {
      if (misnamed && nearlyYaml.test(name)) diagnostics.push(refuseName(file, misnamed));
      continue;
    }
    const root = rootOf(file);
    if (root === null) continue;
    const bytes = readFileSync(join(root, file));
    const digest = digestFile(file, bytes);
    digests.set(file, digest);
    const text = decodePlainText(bytes, file, diagnostics);
    if (text === null) continue;
    const found = remember(join(root, file), digest, () => read(text, file)) as Read<T>;
    diagnostics.push(...found.diagnostics);
    if (found.model) models.push(found.model);
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

/** `.yml`, capitals, and the ending an editor adds where endings are hidden. */
const nearlyYaml = /\.ya?ml(?:\.txt)?$/i;

function refuseName(
  file: string,
  { rule, what }: NonNullable<YamlFolder<unknown>['misnamed']>,
): Diagnostic {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml(?:\.txt)?$/i, '.yaml');
  return makeFinding(file, {
    rule,
    range: startOfLine(1),
    message: {
      zh: `${file} 没有读入：${what.zh}的文件名以小写的 .yaml 结尾`,
      en: `${file} was not read: the name of ${what.en} ends in .yaml, in small letters`,
    },
    hint: { zh: `改名为 ${name}`, en: `Rename it to ${name}` },
  });
}
