import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const root = new URL('../../../', import.meta.url);

/** Lines of a list in tests/lists, without the comment lines. */
export function readList(name: string): string[] {
  return readFileSync(new URL(`tests/lists/${name}`, root), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));
}

/** Rows of a table of facts kept beside the repository, or null (with a note) where it is not there. */
export function readShared(name: string): Record<string, string>[] | null {
  const path = fileURLToPath(new URL(`../shared/data/${name}`, root));
  if (!existsSync(path)) {
    console.log(`note: ../shared/data/${name} is not here; the lists in tests/lists stand for it`);
    return null;
  }
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true });
}
