import { z } from 'zod';

const day = z.iso.date();
const count = z.int().nonnegative();

/** The name of the file, at the root of a site. */
export const STATUS_FILE = 'status.json';

/** `/status.json`: which publication a site holds, for those who watch over it. Written with each publication and rollback. */
export const portalStatus = z.object({
  version: z.literal(1),
  release: z.string().describe('the id of the release: its time and a digest'),
  at: z.iso.datetime().describe('when it was published'),
  kind: z.enum(['publication', 'rollback', 'found']),
  restores: z.string().optional().describe('the release that a rollback brought back'),
  day: day.optional().describe('the day for which statuses were worked out'),
  checked: day
    .optional()
    .describe('the day on which the library was last looked at; statuses had not changed since'),
  library: z.string().optional().describe('digest of the texts'),
  code: z.string().optional().describe('digest of the software and its settings'),
  preview: z.boolean(),
  counts: z.object({
    texts: count.optional(),
    records: count.optional(),
    pages: count.optional(),
    files: count,
    bytes: count,
  }),
  facts: z
    .object({ from: day, to: day })
    .optional()
    .describe('the days on which facts of the catalogue were taken, the oldest and the newest'),
  search: z.object({
    engine: z.enum(['embedded', 'meilisearch']).describe('which engine pages ask first'),
    servers: count,
    indexed: z.iso
      .datetime()
      .optional()
      .describe('when the index that lies in the site last changed; it is that of the release'),
  }),
  failures: z
    .object({ count, since: z.iso.datetime() })
    .optional()
    .describe('publications that failed since this one, and when the first did'),
});

export type PortalStatus = z.infer<typeof portalStatus>;
