import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
import { makeFolder } from '#tests/support/temporary-library.ts';
import { dieWhileApplying, writePlan } from './apply-elsewhere.ts';

const names = Object.keys(eightActs);
const recorded = actStages.indexOf('recorded');

describe(`what ${names.length * actStages.length} kills leave, one at the end of each stage of each command`, () => {
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
      const copies = makeFolder();
      const killed = copyOf(dir);
      const last = actStages.at(-1) ?? 'locked';
      expect(await dieWhileApplying(killed, writePlan(plan), last, copies)).toBe('SIGKILL');
      // What was kept at a stage is what a process leaves that is killed there.
      expect(listAll(killed)).toEqual(listAll(join(copies, last)));
      for (const [at, stage] of actStages.entries()) {
        const copy = join(copies, stage);
        await openActs(copy);
        expect(readLibraryFiles(copy), stage).toEqual(at < recorded ? before : after);
        expect((await doAct(copy, name)).length > 0, stage).toBe(at < recorded);
        expect(readLibraryFiles(copy), stage).toEqual(after);
        expect(existsSync(join(copy, actsFolder)), stage).toBe(false);
      }
    },
  );
});

/** All files below a folder with their content, those of what is under way too. */
const listAll = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
