import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PreparedIndex } from '#search/embedded/texts/build.ts';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import { sourceFolder } from '#site/source-paths.ts';
import { shortDigest } from '#library/digest.ts';
import { listDrawn } from '../files.ts';
import type { Plan } from '../plan.ts';
import type { SiteFolders } from './site-folders.ts';
import type { Change, Records, Release, ReleaseFacts } from './records.ts';
import { describeFile, listFiles } from './tree.ts';
import type { FileFacts } from './tree.ts';

/** What the files that were brought change on the site; a file that is there already with the same bytes changes nothing. Those that are `known` are not read. */
export function findChanges(
  { out, brought }: SiteFolders,
  records: Records,
  known: ReadonlyMap<string, FileFacts>,
  listRemoved: (brought: ReadonlySet<string>) => readonly string[],
): Change[] {
  const changes: Change[] = [];
  const paths = listFiles(brought);
  for (const path of paths) {
    const before = records.fileAt(path) ?? null;
    if (before && isOneFile(join(brought, path), join(out, path))) continue;
    const after = known.get(path) ?? describeFile(join(brought, path));
    if (before?.sha256 !== after.sha256) changes.push({ path, before, after });
  }
  for (const path of listRemoved(new Set(paths))) {
    changes.push({ path, before: records.fileAt(path) ?? null, after: null });
  }
  return changes;
}

function isOneFile(left: string, right: string): boolean {
  const [a, b] = [left, right].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}

/** Files that a plan takes off the site, all of them known to its records. */
export function listRemovedFiles(
  records: Records,
  plan: Plan,
  index: Pick<PreparedIndex, 'has'>,
): (brought: ReadonlySet<string>) => readonly string[] {
  return (brought) => {
    if (plan.full) return [...records.manifest().keys()].filter((path) => !brought.has(path));
    const removed = new Set<string>();
    const take = (path: string, isGone: (path: string) => boolean): void => {
      if (!brought.has(path) && isGone(path)) removed.add(path);
    };
    const isNoPage = (path: string) => !isPage(plan, path);
    for (const path of plan.removed.map(toFile)) {
      const below = path.endsWith('/') && path !== '/' ? records.pathsBelow(path) : [];
      for (const each of below.length > 0 ? below : [path]) {
        if (records.fileAt(each)) take(each, isNoPage);
      }
    }
    // Figures come with their page: those that did not come now are no more.
    const drawn = listDrawn(plan.stale).map((slug) => `standards/${slug}/`);
    const textless = plan.stale
      .filter(({ template }) => template === 'moved' || template === 'record')
      .map(({ path }) => toFile(path));
    for (const folder of new Set([...drawn, ...textless])) {
      for (const each of records.pathsBelow(folder)) {
        take(each, (path) => {
          const name = path.slice(folder.length);
          return isFigureFile(name) || (name.startsWith(sourceFolder) && textless.includes(folder));
        });
      }
    }
    // So do files as their author wrote them, with the Markdown.
    for (const { template, props } of plan.stale) {
      if (template !== 'standard-markdown' || props.slug === undefined) continue;
      const folder = `standards/${props.slug}/${sourceFolder}`;
      for (const each of records.pathsBelow(folder)) take(each, () => true);
    }
    for (const each of records.pathsBelow('search-index/')) {
      take(each, (path) => !index.has(path.slice('search-index/'.length)));
    }
    return [...removed];
  };
}

const toFile = (path: string): string => path.replace(/^\/(?=.)/, '');

function isPage({ manifest: { pages } }: Plan, path: string): boolean {
  return `/${path}` in pages || (path.endsWith('index.html') && `/${path.slice(0, -10)}` in pages);
}

/** A release from what it changes. Its id is later than that of the one before, whatever the clock says. */
export function describeRelease(
  facts: ReleaseFacts,
  before: Release | undefined,
  changes: readonly Change[],
  { whole, now = new Date() }: { readonly whole: boolean; readonly now?: Date },
): Omit<Release, 'seq'> {
  const next = before ? Date.parse(before.at) + 1000 : 0;
  const at = new Date(Math.max(Math.floor(now.getTime() / 1000) * 1000, next))
    .toISOString()
    .replace('.000', '');
  const count = (is: (change: Change) => boolean) => changes.filter(is).length;
  const added = count((change) => !change.before);
  const removed = count((change) => !change.after);
  const sizeOf = (files: FileFacts | null) => files?.size ?? 0;
  return {
    ...facts,
    id: `${at.replaceAll(/[-:]/g, '')}-${shortDigest(`${before?.id} ${facts.stamp}`).slice(0, 6)}`,
    at,
    whole,
    added,
    removed,
    changed: changes.length - added - removed,
    files: (before?.files ?? 0) + added - removed,
    bytes: changes.reduce(
      (sum, change) => sum + sizeOf(change.after) - sizeOf(change.before),
      before?.bytes ?? 0,
    ),
  };
}
