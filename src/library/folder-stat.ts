import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from './digest.ts';
import { isPartOfStandard } from './files.ts';
import { statFile } from './tree-stat.ts';

/**
 * What the system says of the files of a standard's folder without reading them: equal where they are the same; empty where
 * one is too young to tell, or cannot be looked at. Ask before reading, never after.
 */
export function statFolder(library: string, path: string, now: number = Date.now()): string {
  const folder = join(library, path);
  const said: string[] = [];
  try {
    for (const name of readdirSync(folder).sort()) {
      if (!isPartOfStandard(name)) continue;
      const file = statFile(join(folder, name), now);
      if (file === null) return '';
      said.push(`${name}\0${file}`);
    }
  } catch {
    return '';
  }
  return shortDigest(said.join('\n'));
}
