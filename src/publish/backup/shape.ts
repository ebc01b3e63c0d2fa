import { z } from 'zod';
import type { Bilingual } from '#core/base/bilingual.ts';

/** The name of the manifest in a backup, its first entry. */
export const MANIFEST = 'manifest.json';

const backupFile = z.object({
  path: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a backup holds: when and by whom it was made, and each file. */
export const backupManifest = z.object({
  format: z.literal('biaolian-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  by: z.string(),
  software: z.string(),
  files: z.array(backupFile),
});

export type BackupFile = z.infer<typeof backupFile>;
export type BackupManifest = z.infer<typeof backupManifest>;

/** A backup is not what its manifest says, or none at all. */
export class BackupDamaged extends Error {
  readonly what: Bilingual;
  /** What to do about it, where that is not to take another backup. */
  readonly todo: Bilingual | undefined;

  constructor(zh: string, en: string, todo?: Bilingual) {
    super(en);
    this.name = 'BackupDamaged';
    this.what = { zh, en };
    this.todo = todo;
  }
}
