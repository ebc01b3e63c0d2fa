import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditPlaces } from '#desk/audit/log.ts';
import type { DeskStage } from '#desk/stages.ts';
import { actsFolder } from '#library/library-lock.ts';
import { projectRoot } from '#library/code-digest.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { files, openPieces, steps } from './desk-steps.ts';
import type { Step } from './desk-steps.ts';

interface Place {
  readonly library: string;
  readonly keep: string;
}

/** A desk at which steps have been done. */
function prepare(before: readonly Step[]): Place {
  const folder = makeFolder();
  const place = { library: join(folder, 'library'), keep: join(folder, 'keep') };
  writeFiles(place.library, { [files.kept]: 'before', [files.gone]: '<svg/>' });
  const pieces = openPieces(place.library, place.keep);
  for (const step of before) steps[step](pieces);
  return place;
}

function copyOf({ library, keep }: Place): Place {
  const folder = makeFolder();
  const copy = { library: join(folder, 'library'), keep: join(folder, 'keep') };
  cpSync(library, copy.library, { recursive: true });
  cpSync(keep, copy.keep, { recursive: true });
  return copy;
}

/** The stages of a step, in the order in which they come. */
function listStages(place: Place, step: Step): readonly DeskStage[] {
  const { library, keep } = copyOf(place);
  const stages: DeskStage[] = [];
  let isBegun = false;
  const pieces = openPieces(library, keep, (stage) => isBegun && stages.push(stage));
  isBegun = true;
  steps[step](pieces);
  return stages;
}

/** Does a step in a process that is killed at a stage of it; what lay on the disk at the end of each stage until then. */
async function dieAt(place: Place, step: Step, last: number): Promise<readonly Place[]> {
  const { library, keep } = place;
  const script = join(import.meta.dirname, 'fixtures/step-and-die.ts');
  const copies = makeFolder();
  const child = spawn(process.execPath, [script, library, keep, step, String(last), copies], {
    cwd: projectRoot,
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'biaolian-desk-code') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  expect(signal, step).toBe('SIGKILL');
  const left = Array.from({ length: last + 1 }, (_, at) => ({
    library: join(copies, String(at), 'library'),
    keep: join(copies, String(at), 'keep'),
  }));
  // What was kept at a stage is what a process leaves that is killed there.
  for (const folder of ['library', 'keep'] as const) {
    expect(listAll(place[folder]), step).toEqual(listAll(left.at(-1)?.[folder] ?? ''));
  }
  return left;
}

/** All files below a folder with their content. */
const listAll = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

const readLibrary = ({ library }: Place): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(listAll(library)).filter(([path]) => !path.startsWith(actsFolder)),
  );

/** All of the desk that a person would see, but for ids and times. */
function readDesk({ drafts, requests, publications, audit }: ReturnType<typeof openPieces>) {
  return {
    drafts: drafts.list().map(({ path, text, revision, root }) => ({
      path,
      text,
      revision,
      files: readdirSync(join(root, path)).filter((name) => !name.endsWith('.tmp')),
    })),
    requests: requests.list().map(({ state }) => state),
    publications: publications.list().map(({ undone }) => undone),
    acts: audit.list().map(({ act }) => act),
  };
}

const before: Readonly<Record<Step, readonly Step[]>> = {
  import: [],
  figure: ['import'],
  autosave: ['import'],
  fix: ['import', 'autosave'],
  renumber: ['import'],
  'lay aside': ['import'],
  ask: [],
  approve: ['ask'],
  publish: [],
  undo: ['publish'],
};

const kills = Object.entries(before).flatMap(([name, first]) => {
  const step = name as Step;
  return { step, first };
});

describe('a desk that is killed at the end of each stage', () => {
  let count = 0;

  it.each(kills)(
    'of $step has it done or not done, with a log that is whole and says which',
    { timeout: 60_000 },
    async ({ step, first }) => {
      const place = prepare(first);
      const stages = listStages(place, step);
      const was = {
        library: readLibrary(place),
        desk: readDesk(openPieces(place.library, place.keep)),
      };
      const after = copyOf(place);
      steps[step](openPieces(after.library, after.keep));
      const will = {
        library: readLibrary(after),
        desk: readDesk(openPieces(after.library, after.keep)),
      };
      const left = await dieAt(copyOf(place), step, stages.length - 1);
      for (const [at, copy] of left.entries()) {
        const named = `${step}: ${stages[at] ?? ''} (${at})`;
        count += 1;
        const pieces = openPieces(copy.library, copy.keep);
        expect(pieces.audit.check(), named).toEqual([]);
        const library = readLibrary(copy);
        expect([was.library, will.library], named).toContainEqual(library);
        const desk = readDesk(pieces);
        expect([was.desk.publications, will.desk.publications], named).toContainEqual(
          desk.publications,
        );
        expect([was.desk.requests, will.desk.requests], named).toContainEqual(desk.requests);
        // A text is the one or the other, never a half; a draft is there with all its files, or is none.
        for (const { text, path, files: parts } of desk.drafts) {
          expect([...was.desk.drafts, ...will.desk.drafts], named).toContainEqual(
            expect.objectContaining({ text, path }) as object,
          );
          expect(
            [...was.desk.drafts, ...will.desk.drafts].map((each) => each.files),
          ).toContainEqual(parts);
        }
        // What was begun has an end in the log: that which the library shows.
        const ends = desk.acts.filter((act) => ['published', 'undone', 'failed'].includes(act));
        expect(ends.length, named).toBe(
          desk.acts.filter((act) => ['publishing', 'undoing'].includes(act)).length,
        );
        const isDone = JSON.stringify(library) === JSON.stringify(will.library);
        const isUndo = step === 'undo';
        const isBegun =
          (isUndo || step === 'publish') && desk.acts.includes(isUndo ? 'undoing' : 'publishing');
        const end = isDone ? (isUndo ? 'undone' : 'published') : 'failed';
        const publications = isUndo ? [isDone] : isDone ? [false] : [];
        expect(isBegun ? ends.at(-1) : end, named).toBe(end);
        expect(isBegun ? desk.publications : publications, named).toEqual(publications);
        // Whoever opens it once more is told the same, and can do what was not done.
        const again = openPieces(copy.library, copy.keep);
        expect(readDesk(again), named).toEqual(desk);
        if (isDone || (step !== 'publish' && step !== 'undo')) continue;
        steps[step](again);
        expect(readLibrary(copy), named).toEqual(will.library);
        expect(existsSync(join(copy.library, actsFolder)), named).toBe(false);
      }
    },
  );

  it('was killed at fifty places or more', () => {
    expect(count).toBeGreaterThanOrEqual(50);
  });
});

it('a half line that a kill left is set aside beside the log', async () => {
  const place = prepare([]);
  await dieAt(place, 'ask', listStages(place, 'ask').indexOf('line-half'));
  const { audit } = openPieces(place.library, place.keep);
  expect(audit.list().map(({ act }) => act)).toEqual(['repaired']);
  const names = readdirSync(join(auditPlaces(place.keep).log, '..'));
  expect(names.filter((name) => name.includes('.torn-'))).toHaveLength(1);
});
