import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Releases } from './index.ts';
import { describeRelease } from './changes.ts';
import type { SiteFolders } from './site-folders.ts';
import type { Change, Release } from './records.ts';
import { switchRelease, versionPath } from './switch.ts';
import type { SwitchStage } from './switch.ts';
import { describeFile, linkFile } from './tree.ts';

export interface Rollback {
  /** The release that was made; it has the content of `target`. */
  readonly made: Omit<Release, 'seq'>;
  readonly target: Release;
}

/** Earlier versions of files that are not there any more, or not what they were. */
export class VersionsLost extends Error {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`earlier versions are lost: ${paths.slice(0, 3).join(', ')}`);
    this.name = 'VersionsLost';
    this.paths = paths;
  }
}

/** The release before the live one in content: a rollback counts as the release it brought back. */
export function findPrevious(releases: readonly Release[]): Release | undefined {
  const live = releases.at(-1);
  if (!live) return undefined;
  const shown = live.restores === undefined ? live : (byId(releases, live.restores) ?? live);
  return releases.slice(0, releases.indexOf(shown)).at(-1);
}

/** The release with that id, or the only one whose id begins so; undefined where there is none or more than one. */
export function byId(releases: readonly Release[], id: string): Release | undefined {
  const exact = releases.find((release) => release.id === id);
  if (exact) return exact;
  const begun = releases.filter((release) => release.id.startsWith(id));
  return id !== '' && begun.length === 1 ? begun[0] : undefined;
}

/**
 * Bring the content of an earlier release back, as a release of its own: only files that differ are touched. The next
 * publication compares the library with that content and brings the newest again.
 *
 * @param said who goes back, and why
 * @throws {VersionsLost} before anything is changed
 */
export function rollBack(
  { place, records }: Releases,
  target: Release,
  stage: (name: SwitchStage) => void = () => undefined,
  said: Pick<Release, 'by' | 'why'> = {},
): Rollback {
  const live = records.live();
  const changes = records.changesBack(target.seq);
  const {
    seq: _seq,
    id,
    at: _at,
    whole: _whole,
    kind: _kind,
    restores: _restores,
    by: _by,
    why: _why,
    ...facts
  } = target;
  const tree = join(place.trees, id);
  const whole = !place.fixed && existsSync(tree);
  rmSync(place.brought, { recursive: true, force: true });
  if (!whole) bringVersions(place, changes);
  const made = describeRelease(
    { ...facts, ...said, kind: 'rollback', restores: id },
    live,
    changes,
    {
      whole,
    },
  );
  if (whole) renameSync(tree, place.brought);
  switchRelease({ place, records, release: made, changes, stage });
  return { made, target };
}

/** Where the version of a file with some digest is kept; its bytes are read. */
export function findVersion(
  { files, trees }: SiteFolders,
  path: string,
  sha256: string,
): string | undefined {
  const kept = existsSync(trees) ? readdirSync(trees).map((name) => join(trees, name, path)) : [];
  return [versionPath(files, sha256), ...kept].find(
    (file) => existsSync(file) && describeFile(file).sha256 === sha256,
  );
}

/** Bring earlier versions of files together. */
function bringVersions(place: SiteFolders, changes: readonly Change[]): void {
  const lost: string[] = [];
  for (const { path, after } of changes) {
    if (!after) continue;
    const source = findVersion(place, path, after.sha256);
    if (source === undefined) {
      lost.push(path);
      continue;
    }
    const to = join(place.brought, path);
    mkdirSync(dirname(to), { recursive: true });
    linkFile(source, to);
  }
  if (lost.length === 0) return;
  rmSync(place.brought, { recursive: true, force: true });
  throw new VersionsLost(lost);
}
