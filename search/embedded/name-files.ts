import { createHash } from 'node:crypto';
import { NAME_LENGTH, readCounted } from './file-names.ts';
import type { FileNames } from './file-names.ts';

/** Files by the names they are published under, and which is which. */
export interface NamedFiles {
  readonly names: FileNames;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Files under names made of their content, so that one that stays as it was stays where it is; those that are counted come in
 * their order. Throws where two contents have one name.
 */
export function nameFiles(
  made: ReadonlyMap<string, string>,
  nameOf: (content: string) => string = nameContent,
): NamedFiles {
  const names: Record<string, string> = {};
  const files = new Map<string, string>();
  for (const [file, content] of made) {
    const name = nameOf(content);
    const known = files.get(`${name}.json`);
    if (known !== undefined && known !== content) throw new Error(`two files are named ${name}`);
    files.set(`${name}.json`, content);
    const place = readCounted(file);
    if (place) names[place.series] = (names[place.series] ?? '') + name;
    else names[file] = name;
  }
  return { names, files };
}

/** The name of a content, in digits and small letters: some disks do not tell small letters from capitals. */
export function nameContent(content: string): string {
  const bytes = createHash('sha256').update(content).digest();
  return bytes.readBigUInt64BE().toString(36).padStart(13, '0').slice(-NAME_LENGTH);
}
