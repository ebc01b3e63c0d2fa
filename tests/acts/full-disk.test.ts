import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ActRefused, applyPlan } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import { actsFolder } from '#library/library-lock.ts';
import {
  copyOf,
  eightActs,
  makeActsLibrary,
  openActs,
  readAfter,
  readLibraryFiles,
} from './acts-library.ts';

/** What takes room on a disk. Names that are changed take some too, but a disk that is full for one is not for the next. */
const writing = ['mkdirSync', 'openSync', 'writeFileSync', 'linkSync', 'copyFileSync'];
const naming = ['renameSync'];
const patched = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
const originals = new Map([...writing, ...naming].map((name) => [name, patched[name]]));

function restore(): void {
  for (const [name, original] of originals) if (original) patched[name] = original;
  syncBuiltinESMExports();
}

/** From the n-th call on there is no room; says whether it came to that. Of changed names the n-th only fails. */
function fillDisk(names: readonly string[], at: number): () => boolean {
  let count = 0;
  let isFull = false;
  for (const name of names) {
    const original = originals.get(name);
    if (!original) throw new Error(name);
    patched[name] = (...args) => {
      const isReading = name === 'openSync' && args[1] === 'r';
      count += isReading ? 0 : 1;
      if (isReading || (names === naming ? count !== at : count < at)) return original(...args);
      isFull = true;
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    };
  }
  syncBuiltinESMExports();
  return () => isFull;
}

afterEach(restore);

describe('a disk that is full', { timeout: 60_000 }, () => {
  it.each(Object.keys(eightActs))(
    'at each step of %s: a sentence, the library as it was, and with room it is done',
    async (name) => {
      const dir = makeActsLibrary();
      const before = readLibraryFiles(dir);
      const after = await readAfter(dir, name);
      const plan = eightActs[name]?.(await openActs(dir));
      if (!plan) throw new Error(name);
      const full = { zh: '磁盘已满，没有改动。', en: 'The disk is full; nothing was changed.' };
      for (const calls of [writing, naming]) {
        const copies: string[] = [];
        for (let isOver = false; !isOver;) {
          const copy = copyOf(dir);
          const step = copies.push(copy);
          const isFull = fillDisk(calls, step);
          const said = applyAndListen(copy, plan);
          restore();
          isOver = !isFull();
          const [files, isLeft] = [readLibraryFiles(copy), existsSync(join(copy, actsFolder))];
          expect({ said, files, isLeft }, `${calls.join(' ')} ${step}`).toEqual(
            isOver
              ? { said: undefined, files: after, isLeft: false }
              : { said: full, files: before, isLeft: false },
          );
        }
        expect(copies.length).toBeGreaterThan(plan.changes.length);
        const last = copies.at(-2) ?? dir;
        applyPlan(last, plan);
        expect(readLibraryFiles(last)).toEqual(after);
      }
    },
  );
});

/** Applies a plan; what a person is told where it is refused. */
function applyAndListen(dir: string, plan: ActPlan): Bilingual | undefined {
  try {
    applyPlan(dir, plan);
    return undefined;
  } catch (error) {
    if (error instanceof ActRefused) return error.what;
    throw error;
  }
}
