import { z } from 'zod';
import { hashText } from '../../base/hash-text.ts';
import { bilingual, bytes, day, filePath, sha256 } from './shapes.ts';

const licence = bilingual.extend({ url: z.string().optional() });

const dataFile = z.object({
  path: filePath.describe('below the root of the site'),
  bytes,
  sha256,
  type: z.string().describe('media type'),
  source: filePath
    .optional()
    .describe('where it lies in the folder of the library, of what a mirror is made from'),
});

const dataStandard = z.object({
  key: z.string().describe('the number as it is compared: DB9999/T 12-2023'),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().optional(),
  slug: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/),
  status: z.string(),
  day: day.optional().describe('the latest day of its facts: issue, implementation, review, end'),
  sample: z.boolean().optional(),
  files: z.array(dataFile),
});

/** Some of the hosted standards, with their files: what a slot of a library holds. */
export const manifestPart = z.object({
  format: z.literal('biaolian-manifest-part'),
  version: z.literal(1),
  standards: z.array(dataStandard),
});

/** `/data/manifest.json`: all files of open data, those of standards in parts. Readers leave out keys that they do not know. */
export const dataManifest = z.object({
  format: z.literal('biaolian-manifest'),
  version: z.literal(1),
  generator: z.object({ name: z.string(), version: z.string() }),
  library: bilingual.describe('what the library is called'),
  city: z
    .object({ name: bilingual, code: z.string().optional(), standards: z.string().optional() })
    .optional()
    .describe('code: of the division, GB/T 2260; standards: what follows DB in its numbers'),
  address: z.url().optional().describe('the address of the site, where it is known'),
  root: z.string().describe('from the manifest to the root of the site, below which all paths are'),
  licence: z.object({ facts: licence, texts: licence }),
  sample: z.boolean().optional().describe('whether anything in it is invented'),
  day: day.optional().describe('the latest day of its facts'),
  standards: z.int().min(0),
  changes: filePath.describe('what the last publications changed, a line of JSON each'),
  files: z.array(dataFile),
  parts: z.array(z.object({ path: filePath, bytes, sha256, standards: z.int().min(0) })),
});

export type DataFile = z.infer<typeof dataFile>;
export type DataStandard = z.infer<typeof dataStandard>;
export type ManifestPart = z.infer<typeof manifestPart>;
export type DataManifest = z.infer<typeof dataManifest>;

export const manifestFile = 'data/manifest.json';
export const manifestParts = 'data/manifest/';
export const changesFile = 'data/changes.ndjson';

/** Standards of a part on average, at most: some 300 KB where all formats are made. */
const mostInPart = 64;

/** How many slots a library of so many texts is cut into: a power of two, so that few changes of its size move anything. */
export function countSlots(texts: number, most = mostInPart): number {
  let slots = 1;
  while (slots * most < texts) slots *= 2;
  return slots;
}

/** The slot of a standard among so many, by its slug (FNV-1a, its low bits mixed with higher ones): what else is in the library does not move it. */
export function slotOf(slug: string, slots: number): number {
  const hash = hashText(slug);
  return ((hash ^ (hash >>> 15)) >>> 0) % slots;
}
