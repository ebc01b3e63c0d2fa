import { rmSync } from 'node:fs';
import type { PreparedIndex } from '#search/embedded/texts/build.ts';
import { bringFolder } from './files.ts';
import { describeData, isDescription } from './open-data/describe.ts';
import type { DataSource } from './open-data/describe.ts';
import type { Plan } from './plan.ts';
import { describeRelease, findChanges, listRemovedFiles } from './releases/changes.ts';
import type { Releases } from './releases/index.ts';
import type { ReleaseFacts } from './releases/records.ts';
import { forgetOld } from './releases/retention.ts';
import { recover, refreshStandby, switchRelease } from './releases/switch.ts';
import type { FileFacts } from './releases/tree.ts';
import type { PublishStage } from './stages.ts';

export interface Installation {
  readonly releases: Releases;
  readonly plan: Plan;
  readonly index: PreparedIndex;
  /** The folder of what was drawn. */
  readonly work: string;
  /** What a manifest says of files in it, as far as it is known: the others are read. */
  readonly drawn?: ReadonlyMap<string, FileFacts>;
  /** What is known of the release; the digest of its index is added here. */
  readonly facts: ReleaseFacts;
  /** What the files of open data are of; without it they are not described. */
  readonly data?: DataSource;
  readonly stage: (name: PublishStage) => void;
}

const indexRoot = 'search-index/directory.json';

/**
 * Publish what was drawn, and the index, as a release. First all of it is brought to the disk of the site, which may be
 * full; from then on things are only linked and renamed.
 */
export function install({
  releases,
  plan,
  index,
  work,
  drawn = new Map(),
  facts,
  data,
  stage,
}: Installation): void {
  const { place, records } = releases;
  const { out, brought } = place;
  const live = records.live();
  bringFolder(work, brought, () => {
    if (live && !plan.full) index.bring(out, brought);
    else index.install(brought);
  });
  try {
    const found = findChanges(place, records, drawn, listRemovedFiles(records, plan, index));
    const described = data ? describeData({ place, records, plan, changes: found, data }) : [];
    const changes = data
      ? [...found.filter(({ path }) => !isDescription(path)), ...described]
      : found;
    stage('brought');
    const root = changes.find(({ path }) => path === indexRoot)?.after ?? records.fileAt(indexRoot);
    const whole = !place.fixed && (!live || (plan.full && changes.length * 2 > live.files));
    const release = describeRelease(
      { ...facts, ...(root && { index: root.sha256 }) },
      live,
      changes,
      {
        whole,
      },
    );
    switchRelease({ place, records, release, changes, stage });
    if (whole) refreshStandby(place, records);
    forgetOld(releases);
    stage('standby');
    // What is left was the same before.
    rmSync(brought, { recursive: true, force: true });
  } catch (error) {
    // A site whose files are taking their places one by one waits for the next run, which completes it.
    if (!place.fixed || !records.pending()) recover(place, records);
    throw error;
  }
}
