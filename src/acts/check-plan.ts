import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { readIfThere } from '#library/files.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import type { ActPlan } from './plan.ts';

/** What a library would be with a plan applied, and the findings that it would have and has not now. */
export interface CheckedPlan {
  readonly library: Library;
  readonly added: readonly Diagnostic[];
}

/** Checks a library as a plan would make it, in a copy: nothing of the library itself is written. */
export async function checkPlan(
  library: Library,
  plan: ActPlan,
  cache?: string,
): Promise<CheckedPlan> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-act-'));
  try {
    const copy = join(folder, 'library');
    mkdirSync(copy);
    // A filter of cpSync would be asked of each file.
    for (const name of readdirSync(library.dir))
      if (!name.startsWith('.'))
        cpSync(join(library.dir, name), join(copy, name), { recursive: true });
    for (const each of plan.changes) {
      const path = join(copy, each.path);
      mkdirSync(dirname(path), { recursive: true });
      if (each.kind === 'remove') rmSync(path, { force: true });
      else if (each.kind === 'write') writeFileSync(path, each.content);
      else if (each.kind === 'bring') writeFileSync(path, each.read());
      else {
        writeFileSync(path, readIfThere(join(copy, each.from)) ?? '');
        rmSync(join(copy, each.from), { force: true });
      }
    }
    for (const each of plan.changes) {
      if (each.kind === 'move') removeEmpty(copy, dirname(each.from));
      else if (each.kind === 'remove') removeEmpty(copy, dirname(each.path));
    }
    const { asOf, dir } = library;
    const changed = await openLibrary({
      dir: copy,
      asOf,
      copyOf: dir,
      ...(cache !== undefined && { cache }),
    });
    const known = new Set(library.diagnostics.map(nameFinding));
    const added = changed.diagnostics.filter((found) => !known.has(nameFinding(found)));
    return { library: changed, added };
  } finally {
    // Nobody waits for the copy to be gone.
    void rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
  }
}

const nameFinding = ({ rule, file, message }: Diagnostic): string =>
  `${rule}\0${file}\0${message.zh}`;

function removeEmpty(root: string, folder: string): void {
  try {
    rmdirSync(join(root, folder));
  } catch {
    // Something is left in it.
  }
}
