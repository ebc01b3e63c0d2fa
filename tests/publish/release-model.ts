import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import type { PreparedIndex } from '#search/embedded/texts/build.ts';
import { shortDigest } from '#library/digest.ts';
import { restoreFolder } from '#publish/files.ts';
import { install } from '#publish/install.ts';
import type { Plan } from '#publish/plan.ts';
import { openReleases } from '#publish/releases/index.ts';
import { listFiles } from '#publish/releases/tree.ts';
import { rollBack } from '#publish/releases/rollback.ts';

/** A site in small: its files, by paths. */
export type Site = Readonly<Record<string, string>>;

const indexFolder = 'search-index/';

export interface ReleaseOptions {
  /** Whether everything is drawn anew. */
  readonly full?: boolean;
  readonly preview?: boolean;
  readonly onStage?: (name: string) => void;
}

/** Publish a site as `publish` does, but for the drawing. */
export function release(out: string, site: Site, options: ReleaseOptions = {}): void {
  const { full = false, preview = false, onStage = () => undefined } = options;
  restoreFolder(out);
  const releases = openReleases(out);
  const work = mkdtempSync(join(tmpdir(), 'biaolian-work-'));
  try {
    const before = readFiles(out);
    for (const [path, content] of Object.entries(site)) {
      if (path.startsWith(indexFolder) || (!full && before[path] === content)) continue;
      write(join(work, path), content);
    }
    const removed = Object.keys(before)
      .filter((path) => !(path in site) && !path.startsWith(indexFolder))
      .map((path) => `/${path}`);
    const plan: Plan = {
      full: full || Object.keys(before).length === 0,
      stale: [],
      removed,
      manifest: { code: '', pages: {} },
    };
    const index = makeIndex(site);
    const facts = {
      kind: 'publication',
      stamp: shortDigest(JSON.stringify(site)),
      preview,
    } as const;
    install({ releases, plan, index, work, facts, stage: onStage });
  } finally {
    releases.records.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Go back to the release of an id. */
export function goBack(
  out: string,
  id: string,
  onStage: (name: string) => void = () => undefined,
): void {
  restoreFolder(out);
  const releases = openReleases(out);
  try {
    const target = releases.records.releases().find((each) => each.id === id);
    if (!target) throw new Error(`no release ${id}`);
    rollBack(releases, target, onStage);
  } finally {
    releases.records.close();
  }
}

/** The files of a site that belong to a release. */
export function readFiles(out: string): Site {
  return Object.fromEntries(
    listFiles(out)
      .toSorted()
      .map((path) => [path, readFileSync(join(out, path), 'utf8')]),
  );
}

function makeIndex(site: Site): PreparedIndex {
  const indexOf = (all: Site) =>
    Object.entries(all).filter(([path]) => path.startsWith(indexFolder));
  const files = indexOf(site);
  const isIn = (out: string) => {
    const there = indexOf(readFiles(out));
    return (
      there.length === files.length && there.every(([path, content]) => site[path] === content)
    );
  };
  const put = (out: string) => {
    for (const path of listFiles(join(out, indexFolder))) {
      if (!(indexFolder + path in site)) rmSync(join(out, indexFolder, path));
    }
    for (const [path, content] of files) {
      const file = join(out, path);
      if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
      rmSync(file, { force: true });
      write(file, content);
    }
  };
  return {
    build: { records: 0, mode: 'light', rebuilt: [] },
    has: (path) => indexFolder + path in site,
    isIn,
    bring: (out, brought) => {
      const before = readFiles(out);
      for (const [path, content] of files) {
        if (before[path] !== content) write(join(brought, path), content);
      }
    },
    install: put,
  };
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
