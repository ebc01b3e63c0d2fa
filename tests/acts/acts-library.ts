import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import {
  applyPlan,
  planAmend,
  planConfirm,
  planCorrect,
  planPublish,
  planRenumber,
  planRevise,
  planTransfer,
  planWithdraw,
} from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { projectRoot } from '#library/code-digest.ts';
import { actsFolder } from '#library/library-lock.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { closeStores } from '#library/store.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '#tests/support/temporary-library.ts';

export const today = '2026-11-30';
export const base = 'DB9902/T 701—2024';
export const basePath = standardPath(701);

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n';

/** A standard in force, one that could take its place, one that it replaced, and a project whose text is ready. */
export const actsFiles: Readonly<Record<string, string>> = {
  [standardPath(700, 2019)]: writeStandard({ serial: 700, year: 2019 }),
  [basePath]: writeStandard({ serial: 701, meta: 'replaces: [DB9902/T 700—2019]\n' }),
  [basePath.replace('index.md', 'map.svg')]: svg,
  [standardPath(702)]: writeStandard({ serial: 702, meta: 'replaces: [DB9902/T 703—2010]\n' }),
  'projects/sf2026-099/draft/index.md': writeStandard({ serial: 0, year: 2026 })
    .replace('DB9902/T 0—2026', 'DB9902/T 000—2026')
    .replace(/issued: .*\nimplemented: .*\n/, 'status: draft\n'),
  'projects/sf2026-099/project.yaml': `title: { zh: 样例标准, en: Sample standard }
kind: local
plan: SF2026-099
year: 2026
sample: true
stages:
  - { stage: 立项建议, began: 2026-01-12, ended: 2026-02-27 }
  - { stage: 立项, began: 2026-03-16 }
  - { stage: 起草, began: 2026-03-17, ended: 2026-08-23 }
  - { stage: 征求意见, began: 2026-09-01, ended: 2026-10-20 }
  - { stage: 技术审查, began: 2026-11-02, ended: 2026-11-03 }
`,
  ...Object.fromEntries(
    ['project-kinds.yaml', 'deadlines.yaml'].map((name) => [
      name,
      readFileSync(join(projectRoot, 'content', name), 'utf8'),
    ]),
  ),
};

export function makeActsLibrary(): string {
  const dir = makeFolder();
  writeFiles(dir, actsFiles);
  return dir;
}

/** Where what was compiled of these libraries is kept: they differ by their folders only. */
const cache = mkdtempSync(join(tmpdir(), 'biaolian-acts-cache-'));
afterAll(() => {
  closeStores();
  rmSync(cache, { recursive: true, force: true });
});

export const openActs = async (dir: string, asOf = today): Promise<Library> =>
  openLibrary({ dir, asOf, cache, copyOf: '/acts' });

/** A copy of a library as it stands. */
export function copyOf(dir: string): string {
  const copy = makeFolder();
  cpSync(dir, copy, { recursive: true });
  return copy;
}

/** All that a library says: its files by their paths, but for what is under way. */
export function readLibraryFiles(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((path) => !path.startsWith(actsFolder) && !path.startsWith('.git'))
    .sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(dir, path), 'utf8')]));
}

export const changedText = (actsFiles[basePath] ?? '').replace('样例应完整。', '样例应当场完整。');

/** Each of the eight commands, as it would be asked for in that library. */
export const eightActs: Readonly<Record<string, (library: Library) => ActPlan>> = {
  publish: (library) =>
    planPublish(library, {
      source: { project: 'sf2026-099' },
      on: today,
      implemented: '2027-03-01',
    }),
  revise: (library) => planRevise(library, base, { on: today }),
  amend: (library) =>
    planAmend(library, base, { text: changedText, on: today, implemented: '2027-01-01' }),
  correct: (library) =>
    planCorrect(library, base, { text: changedText, note: '4.1 漏印“当场”', on: today }),
  confirm: (library) => planConfirm(library, base, { on: today }),
  withdraw: (library) =>
    planWithdraw(library, base, { on: today, reason: '内容并入', by: 'DB9902/T 702—2024' }),
  renumber: (library) =>
    planRenumber(library, 'DB9902/T 700—2019', 'DB9902/T 790—2019', { on: today }),
  transfer: (library) =>
    planTransfer(library, base, 'T/SFXS 099—2024', { on: today, issuer: '示范市行业协会' }),
};

/** What a library is after an act: its files. */
export async function readAfter(dir: string, name: string): Promise<Record<string, string>> {
  const copy = copyOf(dir);
  await doAct(copy, name);
  return readLibraryFiles(copy);
}

/** Plans an act anew and does it; which files it changed. */
export async function doAct(dir: string, name: string): Promise<readonly string[]> {
  const plan = eightActs[name];
  if (!plan) throw new Error(name);
  return applyPlan(dir, plan(await openActs(dir))).changed;
}
