import { accessSync, constants, existsSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Signs a text; answers in base64. */
export type Signer = (text: string) => string;

/** Where a site and what is kept of its releases lie: on one disk, so that files need only be linked and renamed. */
export interface SiteFolders {
  /** The site, always a real folder. */
  readonly out: string;
  /** What is kept beside it; inside where the site cannot be renamed. */
  readonly folder: string;
  /** Whether the site cannot be renamed: another disk begins there, or the folder above belongs to somebody else. */
  readonly fixed: boolean;
  readonly database: string;
  /** A second tree, equal to the site but for what the last releases changed; most of its files are those of the site. */
  readonly standby: string;
  /** What a release brings. */
  readonly brought: string;
  /** The site that is leaving its place, where two folders cannot be exchanged at once. */
  readonly going: string;
  /** Earlier versions of files, by their digest. */
  readonly files: string;
  /** Publications that failed since the last that came through. */
  readonly failures: string;
  /** Signs manifests, where there is a key. */
  readonly signer?: Signer;
  /** Earlier sites that a full build replaced whole, by their release. */
  readonly trees: string;
}

/** The folder of releases in a site that cannot be renamed. */
export const insideName = '.biaolian-releases';

/** The places of a site, by the absolute path of its folder. */
export function siteFoldersOf(out: string): SiteFolders {
  const fixed = isFixed(out);
  const folder = fixed ? join(out, insideName) : `${out}.releases`;
  return {
    out,
    folder,
    fixed,
    database: join(folder, 'releases.sqlite'),
    standby: join(folder, 'standby'),
    brought: join(folder, 'brought'),
    going: goingOf(out),
    files: join(folder, 'files'),
    failures: join(folder, 'failures.json'),
    trees: join(folder, 'trees'),
  };
}

/** Where a site may lie for a moment while another takes its place. */
export function goingOf(out: string): string {
  return join(`${out}.releases`, 'going');
}

/** A site that was cut off from its place comes back. */
export function returnGoing({ out, going }: Pick<SiteFolders, 'out' | 'going'>): void {
  if (!existsSync(out) && existsSync(going)) renameSync(going, out);
}

function isFixed(out: string): boolean {
  const place = statSync(out, { throwIfNoEntry: false });
  if (place === undefined) return false;
  const above = dirname(out);
  if (place.dev !== statSync(above).dev) return true;
  try {
    accessSync(above, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
