import { z } from 'zod';
import { bytes, day, filePath, sha256 } from '#core/exchange/open-data/shapes.ts';

/** A file of a mirror: where the partner publishes it, where it lies in the mirror, and what it must be. */
const mirroredFile = z.object({ path: filePath, source: filePath, bytes, sha256 });

/** `partners/<id>/mirror.json`: where a mirror is from, and what it holds; by it a mirror follows and is checked. */
export const mirrorFile = z.object({
  format: z.literal('biaolian-mirror'),
  version: z.literal(1),
  /** The manifest, as it was given: an address or a path. */
  from: z.string(),
  mirrored: day,
  /** SHA-256 of the manifest. */
  manifest: sha256,
  licence: z.object({ zh: z.string(), en: z.string() }),
  files: z.array(mirroredFile),
  /** Files that came by each part of the manifest: one with the same digest need not be read again. */
  parts: z.array(z.object({ path: filePath, sha256, files: z.array(mirroredFile) })),
});

export type MirroredFile = z.infer<typeof mirroredFile>;
export type MirrorRecord = z.infer<typeof mirrorFile>;

export const mirrorFileName = 'mirror.json';

/** All files that a mirror holds, its own two apart. */
export const listMirrored = ({ files, parts }: MirrorRecord): readonly MirroredFile[] => [
  ...files,
  ...parts.flatMap((part) => part.files),
];

/** What a mirror says of itself; null where it is no such file. */
export function readMirrorFile(text: string): MirrorRecord | null {
  try {
    const read = mirrorFile.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
