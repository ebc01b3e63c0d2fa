import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { markPreview, readStamp, unfinished, writeStamp } from '../output.ts';
import { keepRuntimeConfig } from '../runtime-config.ts';
import { compareDeployment } from './deployment.ts';
import { exchangeFolders } from './exchange.ts';
import { writeSigned, writeStatus } from './marks.ts';
import type { SiteFolders } from './site-folders.ts';
import type { Change, Records, Release } from './records.ts';
import { isCode, linkFile, linkTree, mirrorFile, moveFile, removeFile } from './tree.ts';

/** What happens while a release comes into its place. */
export type SwitchStage =
  | 'recorded'
  | 'ready'
  | 'aside'
  | 'marked'
  | 'moved'
  | 'switched'
  | 'settled';

export interface Switch {
  readonly place: SiteFolders;
  readonly records: Records;
  readonly release: Omit<Release, 'seq'>;
  readonly changes: readonly Change[];
  readonly stage: (name: SwitchStage) => void;
}

/**
 * Put a release in the place of the site: its new files lie in `brought`, in a release that is `whole` all of them. What
 * is to be done is written down first, so that after any end the next run knows where it stands ({@link recover}).
 */
export function switchRelease(work: Switch): void {
  const { place, records, release, changes, stage } = work;
  if (place.fixed) return moveRelease(work);
  if (!release.whole) prepareStandby(place, records);
  const before = records.live();
  records.begin(release, changes);
  stage('recorded');
  if (!release.whole) {
    keepVersions(place, changes);
    completeStandby(place, records, changes);
  }
  const next = release.whole ? place.brought : place.standby;
  markNext(work, next);
  stage('ready');
  if (isEmpty(place.out)) renameSync(next, place.out);
  else exchangeFolders(place.out, next, place.going, () => stage('aside'));
  stage('switched');
  settle(place, records, release, before?.id);
  stage('settled');
}

/** What a site says of itself, and what is configured on the spot, as it is now. */
function markNext({ place, records, release, changes }: Omit<Switch, 'stage'>, next: string): void {
  const { out, signer } = place;
  const { preview, stamp, id } = release;
  // Drafts of a run that ended while it wrote one.
  for (const name of readdirSync(next)) {
    if (/^(?:search\.json|status\.json|\.biaolian-).*\.tmp$/.test(name)) rmSync(join(next, name));
  }
  if (existsSync(out)) carryUnlisted(out, next);
  keepRuntimeConfig(out, next);
  writeStatus(next, release, { changes, from: out });
  writeSigned(next, release, changes, { records, signer });
  markPreview(next, preview === true);
  writeStamp(next, stamp, id);
}

function settle(
  place: SiteFolders,
  records: Records,
  { whole }: Pick<Release, 'whole'>,
  before: string | undefined,
): void {
  if (whole && before !== undefined && existsSync(place.brought)) {
    mkdirSync(place.trees, { recursive: true });
    const kept = join(place.trees, before);
    rmSync(kept, { recursive: true, force: true });
    renameSync(place.brought, kept);
  }
  records.settle();
  rmSync(place.brought, { recursive: true, force: true });
}

/** See to it that there is a second tree, and that it is the site but for what is written down. */
function prepareStandby(place: SiteFolders, records: Records): void {
  if (records.standby().isReady && existsSync(place.standby)) return;
  records.setStandby(false);
  rmSync(place.standby, { recursive: true, force: true });
  linkTree(place.out, place.standby);
  records.setStandby(true);
}

/** After a release that replaced everything: the next one, which is small, finds its tree ready. */
export function refreshStandby(place: SiteFolders, records: Records): void {
  if (place.fixed) return;
  try {
    equalise(place, records);
  } catch (error) {
    // The site is in its place; the next release makes its tree anew.
    if (!isCode(error, 'ENOSPC', 'EDQUOT')) throw error;
  }
}

function equalise(place: SiteFolders, records: Records): void {
  const { isReady, differs } = records.standby();
  if (isReady && existsSync(place.standby)) {
    for (const path of differs) mirrorFile(place.out, place.standby, path);
    records.setStandby(true);
  } else prepareStandby(place, records);
}

function completeStandby(place: SiteFolders, records: Records, changes: readonly Change[]): void {
  const { out, standby, brought } = place;
  const own = new Set(changes.map(({ path }) => path));
  for (const path of records.standby().differs) {
    if (!own.has(path)) mirrorFile(out, standby, path);
  }
  for (const { path, after } of changes) if (!after) removeFile(standby, path);
  for (const { path, after } of changes) if (after) moveFile(brought, standby, path);
  carryForeign(place, records, own);
}

/** Files of the earlier releases stay, each once, under a name made of their content. */
function keepVersions({ out, files }: SiteFolders, changes: readonly Change[]): void {
  for (const { path, before } of changes) {
    const source = join(out, path);
    if (!before || !existsSync(source)) continue;
    const kept = versionPath(files, before.sha256);
    if (existsSync(kept)) continue;
    mkdirSync(dirname(kept), { recursive: true });
    linkFile(source, kept);
  }
}

/** The file in the store that holds the bytes of that digest, in a folder of its first two digits. */
export function versionPath(files: string, sha256: string): string {
  return join(files, sha256.slice(0, 2), sha256);
}

/** Hidden files at the top are the host's (`.well-known`, `.nojekyll`): they stay through any release. */
function carryUnlisted(out: string, next: string): void {
  for (const name of readdirSync(out)) {
    if (!name.startsWith('.') || name.startsWith('.biaolian')) continue;
    rmSync(join(next, name), { recursive: true, force: true });
    if (lstatSync(join(out, name)).isDirectory()) linkTree(join(out, name), join(next, name));
    else linkFile(join(out, name), join(next, name));
  }
}

/** What somebody laid at the top of the site beside ours stays through a partial release, and goes when it is gone there. */
function carryForeign(
  { out, standby }: SiteFolders,
  records: Records,
  own: ReadonlySet<string>,
): void {
  const isForeign = (name: string) =>
    !name.startsWith('.') && !own.has(name) && !records.fileAt(name) && !records.hasFolder(name);
  const [here, there] = [readdirSync(out), readdirSync(standby)];
  const isNew = new Set([...own].map((path) => path.split('/', 1)[0] ?? ''));
  for (const name of there) {
    if (isForeign(name) && !isNew.has(name))
      rmSync(join(standby, name), { recursive: true, force: true });
  }
  for (const name of here) {
    if (!isForeign(name) || isNew.has(name)) continue;
    if (lstatSync(join(out, name)).isDirectory()) linkTree(join(out, name), join(standby, name));
    else linkFile(join(out, name), join(standby, name));
  }
}

function isEmpty(out: string): boolean {
  if (!existsSync(out)) return true;
  if (readdirSync(out).length > 0) return false;
  rmdirSync(out);
  return true;
}

/** As {@link switchRelease}, for a site that cannot be renamed: its files take their places one by one. */
function moveRelease({ place, records, release, changes, stage }: Switch): void {
  keepVersions(place, changes);
  const begun = records.begin(release, changes);
  stage('recorded');
  writeStamp(place.out, unfinished, begun.id);
  if (release.preview) markPreview(place.out, true);
  stage('marked');
  moveAll(place, records, begun, () => stage('moved'));
  stage('settled');
}

/** Complete what {@link moveRelease} began, from wherever it stands. */
function moveAll(
  place: SiteFolders,
  records: Records,
  release: Release,
  onMoved?: () => void,
): void {
  const { out, brought } = place;
  const changes = records.changes(release.seq).toSorted(compareDeployment);
  for (const { path, after } of changes) {
    if (after && existsSync(join(brought, path))) moveFile(brought, out, path);
  }
  onMoved?.();
  for (const { path, after } of changes) if (!after) removeFile(out, path);
  keepRuntimeConfig(out, out);
  writeStatus(out, release, { changes });
  writeSigned(out, release, changes, { records, signer: place.signer });
  markPreview(out, release.preview === true);
  writeStamp(out, release.stamp, release.id);
  records.settle();
  rmSync(brought, { recursive: true, force: true });
}

/** Bring a site and its records to one state, after whatever ended an earlier run. */
export function recover(place: SiteFolders, records: Records): void {
  const { out, going, brought, standby, trees } = place;
  const pending = records.pending();
  if (existsSync(going)) {
    // Cut short between two renames; the site is there again (`returnGoing`), or is the new one.
    const from = pending?.whole ? brought : standby;
    if (existsSync(from)) rmSync(going, { recursive: true });
    else renameSync(going, from);
  }
  if (pending) {
    const stamp = readStamp(out);
    if (stamp.release !== pending.id) {
      const kept = pending.restores === undefined ? '' : join(trees, pending.restores);
      if (pending.whole && kept && !existsSync(kept) && existsSync(brought))
        renameSync(brought, kept);
      records.cancel();
    } else if (place.fixed && stamp.pages === unfinished) moveAll(place, records, pending);
    else settle(place, records, pending, records.live()?.id);
  }
  rmSync(brought, { recursive: true, force: true });
}
