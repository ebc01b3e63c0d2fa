import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OutputRefused } from '#publish/output.ts';
import { openReleases } from '#publish/releases/index.ts';
import type { Releases } from '#publish/releases/index.ts';
import { siteFoldersOf } from '#publish/releases/site-folders.ts';
import { readRecords } from '#publish/releases/records.ts';
import type { Release } from '#publish/releases/records.ts';
import { byId } from '#publish/releases/rollback.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { lockOutput } from './output-lock.ts';

/** The option by which commands are told of a site. */
export const siteOption = { site: { type: 'string', default: 'dist' } } as const;

/**
 * Runs `work` on the releases of a site, to read them only; a publication that was cut short is completed or undone first.
 *
 * @throws {Problem} with exit status 2 when there are none
 */
export async function readReleases<T>(site: string, work: (releases: Releases) => T): Promise<T> {
  const place = siteFoldersOf(resolve(site));
  const first = readRecords(place);
  const isCut = first?.pending() !== undefined || !existsSync(place.out);
  if (first && !isCut) return closing({ place, records: first }, work);
  first?.close();
  if (!first) throw noReleases(site);
  return changeReleases(site, work);
}

/** Runs `work` on the releases of a site while nothing else changes it. */
export async function changeReleases<T>(site: string, work: (releases: Releases) => T): Promise<T> {
  const out = resolve(site);
  if (!hasReleases(site)) throw noReleases(site);
  return lockOutput(out, async () => {
    try {
      return closing(openReleases(out), work);
    } catch (error) {
      if (!(error instanceof OutputRefused)) throw error;
      throw new Problem(error.refusal.what, error.refusal.todo, { exitCode: 2 });
    }
  });
}

function closing<T>(releases: Releases, work: (releases: Releases) => T): T {
  try {
    return work(releases);
  } finally {
    releases.records.close();
  }
}

/**
 * A release by its id or the beginning of it.
 *
 * @throws {Problem} with exit status 2 when there is none, or more than one begins so
 */
export function findRelease(releases: readonly Release[], id: string): Release {
  const found = byId(releases, id);
  if (found) return found;
  throw new Problem(
    { zh: `没有“${id}”这个版本。`, en: `There is no release "${id}".` },
    {
      zh: '用 npm run std -- releases 看有哪些；编号可以只写开头，够分清就行。',
      en: 'List them with npm run std -- releases; the beginning of an id will do where it is the only one.',
    },
    { exitCode: 2 },
  );
}

/** Whether releases of a site are recorded beside it. */
export function hasReleases(site: string): boolean {
  return existsSync(siteFoldersOf(resolve(site)).database);
}

function noReleases(site: string): Problem {
  const isBuilt = existsSync(join(resolve(site), 'index.html'));
  return new Problem(
    { zh: `${site} 没有发布记录。`, en: `No releases of ${site} are recorded.` },
    isBuilt
      ? {
          zh: '这个网站是早先的版本生成的，或者记录已删：再运行一次 npm run build。',
          en: 'An earlier version made this site, or its records were deleted: run npm run build once.',
        }
      : {
          zh: '先运行 npm run build，或用 --site 指出网站的目录。',
          en: 'Run npm run build first, or name the folder of the site with --site.',
        },
    { exitCode: 2 },
  );
}
