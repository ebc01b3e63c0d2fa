import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findCode } from '#core/cities/index.ts';
import { changesFile } from '#core/exchange/open-data/manifest.ts';
import { findWay, readChanges } from '#core/exchange/open-data/changes.ts';
import { readIfThere } from '#library/files.ts';
import { applyPlan } from '../apply.ts';
import type { FileChange } from '../plan.ts';
import type { ActStage } from '../stages.ts';
import { compareMirror, listPartnerIds, partnersFolder } from './check.ts';
import { readDescription } from './describe.ts';
import type { MirrorDescription } from './describe.ts';
import { fetchFiles, readFetched } from './fetch-files.ts';
import { listMirrored, mirrorFileName, readMirrorFile } from './mirror-file.ts';
import type { MirroredFile, MirrorRecord } from './mirror-file.ts';
import { chooseId, writePartner } from './partner-yaml.ts';
import type { PartnerSaid } from './partner-yaml.ts';
import { MirrorRefused } from './refused.ts';
import { openSource } from './source.ts';
import type { MirrorSource } from './source.ts';

export { checkMirror, listPartnerIds } from './check.ts';
export type { MirrorCheck } from './check.ts';
export { MirrorRefused } from './refused.ts';
export type { RefusedFile } from './refused.ts';

/** Below a library: what was fetched for a mirror and is in no mirror yet. Names that begin with a dot are no part of a library. */
const fetchedFolder = '.exchange';

/** What mirroring does, in its order, before the stages of `applyPlan`; each is announced when it is over. */
export const mirrorStages = [
  /** The manifest and its parts were read and judged. */
  'described',
  /** The first file is there, and verified. */
  'first-file',
  /** All files are. */
  'fetched',
] as const;

export type MirrorStage = (typeof mirrorStages)[number] | ActStage;

export interface MirrorOptions extends PartnerSaid {
  /** A manifest, a folder that holds a site, or an address of either. */
  readonly from: string;
  readonly library: string;
  /** Today. */
  readonly day: string;
  readonly isDry?: boolean;
  /** How long the other side may be silent. */
  readonly seconds?: number;
  readonly onStage?: (stage: MirrorStage) => void;
}

/** What was done, or would be. */
export interface Mirrored {
  readonly id: string;
  readonly from: string;
  /** SHA-256 of the manifest, and of the one that was mirrored before. */
  readonly manifest: string;
  readonly before: string | null;
  /** How many publications lay between, where the other side still tells. */
  readonly publications: number | null;
  readonly standards: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Files that were asked for, and their bytes. */
  readonly fetched: { readonly files: number; readonly bytes: number };
  readonly isSame: boolean;
  readonly written: boolean;
}

/**
 * Takes the library of a partner as it is published into `partners/<id>/`, or what of it is other than the mirror there. Files
 * are verified before any is in its place; all are replaced at once or none, and an import that was cut short is gone on with.
 *
 * @throws {MirrorRefused} when the manifest or a file is not what it should be; the mirror is as it was
 */
export async function importMirror(options: MirrorOptions): Promise<Mirrored> {
  const { library, day, onStage = () => undefined } = options;
  const source = openSource(options.from, { seconds: options.seconds ?? 30 });
  const earlier = findEarlier(library, source.name, options.id ?? options.code);
  const description = await readDescription(source, earlier?.record ?? null);
  onStage('described');
  const found = findCode(description.numbers);
  const id = earlier?.id ?? chooseId(options, found);
  const folder = join(library, partnersFolder, id);
  refuseOther(folder, id, earlier !== null);
  const files = [...description.files, ...description.parts.flatMap((part) => part.files)];
  const { missing, changed } = compareMirror(folder, files);
  const wanted = files.filter(
    (file) => missing.includes(file.source) || changed.includes(file.source),
  );
  const removed = listRemoved(folder, earlier?.record ?? null, files);
  const partner = writePartner(
    readIfThere(join(folder, 'partner.yaml'))?.toString() ?? null,
    options,
    found,
    description,
    day,
  );
  const isSame =
    wanted.length === 0 && removed.length === 0 && earlier?.record.manifest === description.state;
  const outcome = {
    id,
    from: source.name,
    manifest: description.state,
    before: earlier?.record.manifest ?? null,
    publications: await countPublications(source, description, earlier?.record.manifest ?? null),
    standards: description.manifest.standards,
    added: missing,
    changed,
    removed,
    fetched: {
      files: wanted.length,
      bytes: wanted.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    isSame,
    written: false,
  };
  if (isSame || options.isDry === true) return outcome;
  const fetched = join(library, fetchedFolder, id);
  const contents = await fetchAll(source, wanted, fetched, onStage);
  const record = makeRecord(source, description, day);
  const write = (path: string, content: string | Uint8Array): FileChange => ({
    kind: 'write',
    path: `${partnersFolder}/${id}/${path}`,
    content,
    sentence: { zh: `镜像 ${path}`, en: `mirror ${path}` },
  });
  applyPlan(
    library,
    {
      sentence: { zh: `镜像 ${source.name}`, en: `mirror ${source.name}` },
      changes: [
        ...removed.map((path): FileChange => ({
          kind: 'remove',
          path: `${partnersFolder}/${id}/${path}`,
          sentence: { zh: `移走 ${path}`, en: `remove ${path}` },
        })),
        ...wanted.map((file) => write(file.source, contents.get(file.sha256) ?? new Uint8Array())),
        write('partner.yaml', partner),
        write(mirrorFileName, `${JSON.stringify(record)}\n`),
      ],
      warnings: [],
      sources: {},
    },
    { onStage },
  );
  removeFetched(library, id);
  removeEmptyFolders(folder, removed);
  return { ...outcome, written: true };
}

interface Earlier {
  readonly id: string;
  readonly record: MirrorRecord;
}

/** The mirror that an import goes on with: the one that is named, else the one that came from there. */
function findEarlier(library: string, from: string, id: string | undefined): Earlier | null {
  const ids = id === undefined ? listPartnerIds(library) : [id];
  const mirrors = ids.flatMap((each): readonly Earlier[] => {
    const text = readIfThere(join(library, partnersFolder, each, mirrorFileName));
    const record = text && readMirrorFile(text.toString());
    return record ? [{ id: each, record }] : [];
  });
  return mirrors.find(({ record }) => id !== undefined || record.from === from) ?? null;
}

/** A partner that somebody keeps by hand, and a folder that is a link, are not written into. */
function refuseOther(folder: string, id: string, isMirror: boolean): void {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat || (isMirror && stat.isDirectory())) return;
  if (stat.isDirectory() && readdirSync(folder).length === 0) return;
  throw new MirrorRefused({
    zh: `partners/${id} 不是镜像（没有 ${mirrorFileName}），没有改动；用 --id 给另一个文件夹名`,
    en: `partners/${id} is no mirror (it has no ${mirrorFileName}) and stays as it is; give another folder with --id`,
  });
}

/** Files that the earlier manifest named and this one does not; what somebody else put there stays. */
function listRemoved(
  folder: string,
  before: MirrorRecord | null,
  files: readonly MirroredFile[],
): readonly string[] {
  if (!before) return [];
  const now = new Set(files.map((file) => file.source));
  return listMirrored(before)
    .map((file) => file.source)
    .filter((path) => !now.has(path) && existsSync(join(folder, path)))
    .sort();
}

/** How many publications of the other side lie between a state and this one; null where it does not tell. */
async function countPublications(
  source: MirrorSource,
  { manifest, state }: MirrorDescription,
  before: string | null,
): Promise<number | null> {
  if (before === null) return null;
  if (before === state) return 0;
  try {
    const { pieces } = await source.read(
      changesFile === manifest.changes ? changesFile : manifest.changes,
      0,
    );
    let text = '';
    for await (const piece of pieces) {
      text += new TextDecoder().decode(piece);
      if (text.length > 16 * 1024 * 1024) return null;
    }
    const lines = readChanges(text);
    return lines.at(-1)?.state === state ? (findWay(lines, before)?.length ?? null) : null;
  } catch (error) {
    if (error instanceof MirrorRefused) return null;
    throw error;
  }
}

async function fetchAll(
  source: MirrorSource,
  wanted: readonly MirroredFile[],
  folder: string,
  onStage: (stage: MirrorStage) => void,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const refused = await fetchFiles(source, wanted, folder, (count) => {
    if (count === 1) onStage('first-file');
  });
  const contents = new Map<string, Uint8Array>();
  for (const file of refused.length > 0 ? [] : wanted) {
    const content = readFetched(folder, file);
    if (content) contents.set(file.sha256, content);
    else
      throw new MirrorRefused({
        zh: `${file.path} 取来以后变了`,
        en: `${file.path} changed after it was fetched`,
      });
  }
  if (refused.length > 0)
    throw new MirrorRefused(
      {
        zh: `有 ${refused.length} 个文件没有取到，镜像还是原样；取到的留着，再做一次接着取`,
        en: `${refused.length} files were not had and the mirror is as it was; what was had is kept, so do it again to go on`,
      },
      false,
      refused,
    );
  onStage('fetched');
  return contents;
}

const makeRecord = (
  source: MirrorSource,
  { state, manifest, files, parts }: MirrorDescription,
  day: string,
): MirrorRecord => ({
  format: 'biaolian-mirror',
  version: 1,
  from: source.name,
  mirrored: day,
  manifest: state,
  licence: manifest.licence.texts,
  files: [...files],
  parts,
});

function removeFetched(library: string, id: string): void {
  rmSync(join(library, fetchedFolder, id), { recursive: true, force: true });
  removeIfEmpty(join(library, fetchedFolder));
}

function removeEmptyFolders(folder: string, removed: readonly string[]): void {
  for (const path of removed) {
    const parts = path.split('/');
    while (parts.pop() !== undefined && parts.length > 0) removeIfEmpty(join(folder, ...parts));
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something, or is gone.
  }
}
