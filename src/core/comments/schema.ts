import { z } from 'zod';
import { day } from '../model/meta.ts';
import { decisionTerms, valuesOf } from '../terms/index.ts';
import { commentFormat, commentLimits } from './format.ts';

const short = z.string().trim().max(commentLimits.short);
const long = z.string().trim().max(commentLimits.text);

/** A file of comments as somebody sends it. What else stands in it is not read: other programs may write it, too. */
export const commentLetter = z.object({
  format: z.literal(commentFormat),
  version: z.literal(1),
  /** Id of the project: `sf2026-014`. */
  project: z.string().max(40),
  title: short.optional(),
  made: day.optional(),
  organisation: short.optional(),
  name: short.optional(),
  contact: short.optional(),
  /** Whether the organisation may be named where the outcome is published. */
  publishOrganisation: z.boolean().default(false),
  comments: z
    .array(
      z.object({
        /** Number of the clause as it is printed, or 全文. */
        clause: short.min(1),
        anchor: short.optional(),
        /** 修改意见 */
        comment: long.min(1),
        /** 理由 */
        reason: long.optional(),
      }),
    )
    .min(1)
    .max(commentLimits.comments),
});

/** Comments on one draft at most: beyond it the file is no list of them. */
export const mostComments = 5000;

/** `comments.yaml` beside a project: what was said, and what became of it. Persons and their addresses are never in it. */
export const commentsFile = z.strictObject({
  comments: z
    .array(
      z.strictObject({
        /** Made from what was said: the same comment has the same. */
        id: z.string().regex(/^[a-z0-9]{1,11}$/),
        clause: short.min(1),
        anchor: short.optional(),
        comment: long.min(1),
        reason: long.optional(),
        organisation: short.optional(),
        /** Whether the organisation agreed to be named. */
        named: z.boolean().default(false),
        made: day.optional(),
        decision: z.enum(valuesOf(decisionTerms)).optional(),
        /** Why; and what the text says now. */
        answer: long.optional(),
      }),
    )
    .max(mostComments),
});

/** A comment with what became of it. */
export type KeptComment = z.output<typeof commentsFile>['comments'][number];
