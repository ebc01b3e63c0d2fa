import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepByStat } from './by-stat.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Where digests of code are kept between runs, as its files are said to be. */
export const keptOfCode = join(projectRoot, '.cache', 'code');

/** Digest of all files below folders of the project: when code changes, what it made is stale. */
export function digestCode(...paths: readonly string[]): string {
  const sorted = [...paths].sort();
  const files = sorted.map((path) => join(projectRoot, path)).filter((path) => existsSync(path));
  return keep(sorted.join('\n'), files, () => {
    const hash = createHash('sha256');
    for (const path of sorted) addTo(hash, join(projectRoot, path), path);
    return hash.digest('hex').slice(0, 32);
  });
}

const keep = keepByStat<string>(keptOfCode);

function addTo(hash: ReturnType<typeof createHash>, absolute: string, path: string): void {
  let names: string[];
  try {
    names = readdirSync(absolute).sort();
  } catch {
    try {
      const bytes = readFileSync(absolute);
      hash.update(`${path}\0${bytes.length}\0`).update(bytes);
    } catch {
      hash.update(`${path}\0absent\0`);
    }
    return;
  }
  for (const name of names) addTo(hash, join(absolute, name), `${path}/${name}`);
}
