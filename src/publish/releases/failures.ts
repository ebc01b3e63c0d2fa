import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Bilingual } from '#core/base/bilingual.ts';
import { STATUS_FILE } from '#core/exchange/open-data/status.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { siteFoldersOf } from './site-folders.ts';

const shape = z.object({
  /** Publications that failed since the last one that did not. */
  count: z.int().positive(),
  /** When the first of them did. */
  since: z.iso.datetime(),
  last: z.object({ at: z.iso.datetime(), zh: z.string(), en: z.string() }),
});

/** Publications of a site that failed since the last that came through, and why the last of them did. */
export type Failures = z.infer<typeof shape>;

const longest = 500;

/** What of a site failed since it was published last; undefined where nothing did. A damaged note counts as none. */
export function readFailures(out: string): Failures | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(fileOf(out), 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Notes that a publication failed, beside the releases and in the site's status. A site that was never published has nowhere
 * to note it; what cannot be written (the disk is full) is let go: it must not hide the failure itself.
 */
export function noteFailure(out: string, what: Bilingual, at: Date = new Date()): void {
  if (!existsSync(siteFoldersOf(resolve(out)).folder)) return;
  const time = at.toISOString();
  const { count = 0, since = time } = readFailures(out) ?? {};
  const last = { at: time, zh: what.zh.slice(0, longest), en: what.en.slice(0, longest) };
  try {
    writeAtomically(fileOf(out), JSON.stringify({ count: count + 1, since, last }));
    patchStatus(out, { count: count + 1, since });
  } catch {
    // Said by whoever failed.
  }
}

/** Forgets failures: a publication came through. */
export function forgetFailures(out: string): void {
  if (!existsSync(fileOf(out))) return;
  patchStatus(out, undefined);
  rmSync(fileOf(out), { force: true });
}

const fileOf = (out: string): string => siteFoldersOf(resolve(out)).failures;

/** The status of the site with or without its failures; one that is not there or damaged stays as it is. */
function patchStatus(out: string, failures: Pick<Failures, 'count' | 'since'> | undefined): void {
  const path = join(out, STATUS_FILE);
  let status: unknown;
  try {
    status = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return;
  }
  const { failures: _, ...rest } = Object(status) as Record<string, unknown>;
  writeAtomically(path, `${JSON.stringify({ ...rest, ...(failures && { failures }) }, null, 2)}\n`);
}
