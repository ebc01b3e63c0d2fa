import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actStages } from '#acts/index.ts';
import { actsFolder } from '#library/library-lock.ts';
import {
  copyOf,
  doAct,
  eightActs,
  makeActsLibrary,
  openActs,
  readAfter,
  readLibraryFiles,
} from './acts-library.ts';
import { dieWhileApplying, writePlan } from './apply-elsewhere.ts';

const names = Object.keys(eightActs);
const recorded = actStages.indexOf('recorded');

describe(`${names.length * actStages.length} kills, one at the end of each stage of each command`, () => {
  it.each(names)(
    '%s: what is read next is the library before or after, and done again it ends in the one after',
    { timeout: 60_000 },
    async (name) => {
      const dir = makeActsLibrary();
      const before = readLibraryFiles(dir);
      const after = await readAfter(dir, name);
      expect(after).not.toEqual(before);
      const plan = eightActs[name]?.(await openActs(dir));
      if (!plan) throw new Error(name);
      const file = writePlan(plan);
      const kill = async (stage: (typeof actStages)[number], at: number): Promise<void> => {
        const copy = copyOf(dir);
        expect(await dieWhileApplying(copy, file, stage), stage).toBe('SIGKILL');
        await openActs(copy);
        expect(readLibraryFiles(copy), stage).toEqual(at < recorded ? before : after);
        expect((await doAct(copy, name)).length > 0, stage).toBe(at < recorded);
        expect(readLibraryFiles(copy), stage).toEqual(after);
        expect(existsSync(join(copy, actsFolder)), stage).toBe(false);
      };
      // Two at a time.
      for (let at = 0; at < actStages.length; at += 2) {
        await Promise.all(
          actStages.slice(at, at + 2).map(async (stage, next) => kill(stage, at + next)),
        );
      }
    },
  );
});
