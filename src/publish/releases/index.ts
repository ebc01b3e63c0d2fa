import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPreview, readStamp, unfinished, writeStamp } from '../output.ts';
import { describeRelease } from './changes.ts';
import { siteFoldersOf } from './site-folders.ts';
import type { SiteFolders } from './site-folders.ts';
import { openRecords } from './records.ts';
import type { Records } from './records.ts';
import { openSigner } from './signing.ts';
import { recover } from './switch.ts';
import { describeFile, listFiles } from './tree.ts';

/** The releases of one site, open to be changed by one process. */
export interface Releases {
  readonly place: SiteFolders;
  readonly records: Records;
}

/**
 * The releases of a site, after whatever ended an earlier run. A site that lies there and is not the one of the records
 * (another version of this software made it, or somebody replaced it) becomes their first release.
 *
 * @throws {OutputRefused} when the records cannot be kept, or the key that is to sign cannot be used
 */
export function openReleases(out: string): Releases {
  const key = process.env['BIAOLIAN_SIGNING_KEY'];
  const place = { ...siteFoldersOf(out), ...(key && { signer: openSigner(key) }) };
  const records = openRecords(place);
  try {
    recover(place, records);
    const { pages, release } = readStamp(out);
    if (release === '' || records.live()?.id !== release) {
      forgetAll(place, records);
      if (pages !== '' && pages !== unfinished && existsSync(join(out, 'index.html'))) {
        adopt(place, records, pages);
      }
    }
    return { place, records };
  } catch (error) {
    records.close();
    throw error;
  }
}

function forgetAll({ standby, files, trees }: SiteFolders, records: Records): void {
  records.forgetAll();
  for (const folder of [standby, files, trees]) rmSync(folder, { recursive: true, force: true });
}

/** Record a site as it lies there. */
function adopt({ out }: SiteFolders, records: Records, stamp: string): void {
  const changes = listFiles(out).map((path) => ({
    path,
    before: null,
    after: describeFile(join(out, path)),
  }));
  const facts = { kind: 'found', stamp, preview: isPreview(out) } as const;
  const release = describeRelease(facts, undefined, changes, { whole: true });
  records.begin(release, changes);
  writeStamp(out, stamp, release.id);
  records.settle();
}
