import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#core/base/bilingual.ts';
import { findCode, findPretence, haveOneName, readPartner } from '#core/cities/index.ts';
import { changesFile } from '#core/exchange/open-data/manifest.ts';
import { findWay, readChanges } from '#core/exchange/open-data/changes.ts';
import { readIfThere } from '#library/files.ts';
import { readSettings } from '#library/settings.ts';
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
  /** Where the mirror was from before, if from elsewhere. */
  readonly movedFrom: string | null;
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
  const earlier = findEarlier(library, source.name, options);
  const description = await readDescription(source, earlier?.record ?? null);
  onStage('described');
  const found = findCode(description.numbers);
  const id = earlier?.id ?? chooseId(options, found);
  const folder = join(library, partnersFolder, id);
  refuseOther(folder, id, earlier !== null);
  const movedFrom = earlier && earlier.record.from !== source.name ? earlier.record.from : null;
  const files = [...description.files, ...description.parts.flatMap((part) => part.files)];
  if (files.length === 0) throw new MirrorRefused(emptied);
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
  refuseNamesake(library, id, partner, movedFrom === null ? undefined : found);
  const isSame =
    wanted.length === 0 && removed.length === 0 && earlier?.record.manifest === description.state;
  const outcome = {
    id,
    from: source.name,
    movedFrom,
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
  await fetchAll(source, wanted, fetched, onStage);
  const record = makeRecord(source, description, day);
  const write = (path: string, content: string): FileChange => ({
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
        ...wanted.map((file) => bring(file, id, fetched)),
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

/**
 * The mirror that an import goes on with: the one that came from there, or the one whose folder is named.
 *
 * @throws {MirrorRefused} when only a code is named, and the mirror of that name came from elsewhere
 */
function findEarlier(library: string, from: string, { id, code }: PartnerSaid): Earlier | null {
  const named = id ?? code;
  const ids = named === undefined ? listPartnerIds(library) : [named];
  const mirrors = ids.flatMap((each): readonly Earlier[] => {
    const record = readRecord(join(library, partnersFolder, each));
    return record ? [{ id: each, record }] : [];
  });
  const [first] = mirrors;
  const same = mirrors.find(({ record }) => record.from === from);
  if (same || named === undefined || !first) return same ?? null;
  if (id === undefined) throw new MirrorRefused(fromElsewhere(first.id, first.record.from));
  return first;
}

function readRecord(folder: string): MirrorRecord | null {
  const text = readIfThere(join(folder, mirrorFileName));
  return text && readMirrorFile(text.toString());
}

/** A partner that somebody keeps by hand, a mirror of another site and a folder that is a link are not written into. */
function refuseOther(folder: string, id: string, isMirror: boolean): void {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat || (isMirror && stat.isDirectory())) return;
  if (stat.isDirectory() && readdirSync(folder).length === 0) return;
  const record = stat.isDirectory() ? readRecord(folder) : null;
  if (record) throw new MirrorRefused(fromElsewhere(id, record.from));
  throw new MirrorRefused({
    zh: `partners/${id} 不是镜像（没有 ${mirrorFileName}），没有改动；用 --id 给另一个文件夹名`,
    en: `partners/${id} is no mirror (it has no ${mirrorFileName}) and stays as it is; give another folder with --id`,
  });
}

const fromElsewhere = (id: string, from: string): Bilingual => ({
  zh: `partners/${id} 是从 ${from} 镜像的，没有改动；伙伴换了地址的，加上 --id ${id}；是另一座城市的，用 --id 给另一个文件夹名`,
  en: `partners/${id} is mirrored from ${from} and stays as it is; add --id ${id} if the partner has moved, or give another folder with --id if this is another city`,
});

const emptied: Bilingual = {
  zh: '对方的 manifest 里没有可以镜像的文件，镜像还是原样；伙伴确实不再公布的，自己删掉它的文件夹',
  en: 'the manifest names no file to mirror, and the mirror is as it was; where the partner really publishes no more, remove its folder yourself',
};

/**
 * @param moved the code in the numbers of a site that a mirror goes on with from elsewhere
 * @throws {MirrorRefused} when a partner has the name or code of this city, the name of another partner, or its site is another city's
 */
function refuseNamesake(
  library: string,
  id: string,
  partner: string,
  moved: string | undefined,
): void {
  const read = (text: string, each: string) =>
    readPartner(text, `${partnersFolder}/${each}/partner.yaml`).partner;
  const facts = read(partner, id);
  if (!facts) return;
  const { city } = readSettings(library).settings;
  const pretence = findPretence(facts, { name: city?.name, code: city?.standards });
  const twin = listPartnerIds(library).find((each) => {
    const text = readIfThere(join(library, partnersFolder, each, 'partner.yaml'))?.toString() ?? '';
    const other = each === id ? null : read(text, each);
    return other !== null && haveOneName(facts, other);
  });
  if (moved !== undefined && moved !== facts.code)
    throw new MirrorRefused({
      zh: `对方的编号多是 DB${moved}，partners/${id} 的城市代码却是 ${facts.code}；没有改动`,
      en: `most numbers of the other side are DB${moved}, and the code of partners/${id} is ${facts.code}; it stays as it is`,
    });
  if (pretence)
    throw new MirrorRefused({
      zh: `${pretence.zh}；用 --code、--name 写伙伴自己的`,
      en: `${pretence.en}; give the partner's own with --code and --name`,
    });
  if (twin !== undefined)
    throw new MirrorRefused({
      zh: `它的名称与 partners/${twin} 相同；用 --name 写得分得开`,
      en: `it has the name of partners/${twin}; give one that can be told apart with --name`,
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
): Promise<void> {
  const refused = await fetchFiles(source, wanted, folder, (count) => {
    if (count === 1) onStage('first-file');
  });
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
}

const bring = (file: MirroredFile, id: string, fetched: string): FileChange => ({
  kind: 'bring',
  path: `${partnersFolder}/${id}/${file.source}`,
  read: () => readVerified(fetched, file),
  sha256: file.sha256,
  sentence: { zh: `镜像 ${file.source}`, en: `mirror ${file.source}` },
});

/**
 * The bytes of a file that was fetched, as its turn comes: one is in memory at a time.
 *
 * @throws {MirrorRefused} when what lies there is no longer what was verified
 */
function readVerified(folder: string, file: MirroredFile): Uint8Array {
  const content = readFetched(folder, file);
  if (content) return content;
  throw new MirrorRefused({
    zh: `${file.path} 取来以后变了`,
    en: `${file.path} changed after it was fetched`,
  });
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
