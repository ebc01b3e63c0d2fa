import { z } from 'zod';
import { day } from './meta.ts';

const text = z.string().trim().min(1).max(500);
/** Chinese alone, or both languages. */
const said = z.union([
  text.transform((zh) => ({ zh, en: undefined as string | undefined })),
  z.strictObject({ zh: text, en: text.optional() }),
]);

/** A requirement that is put forward: which, and how it is said, checked and shown; what is left out is made from the text. */
const requirement = z.strictObject({
  /** Id of a provision or of a clause. */
  id: z.string().trim().min(1).max(200),
  say: said.optional(),
  check: said.optional(),
  /** What an inspector may ask to see. */
  evidence: said.optional(),
});

/** `promotion.yaml` beside a standard: what its promotion says in place of what is made from the text. See docs/promotion.md. */
export const promotionFile = z.strictObject({
  headline: said.optional(),
  /** What changed against the edition before. */
  changes: z.array(said).max(20).optional(),
  /** Who has to act. */
  who: z.array(said).max(20).optional(),
  /** By when, where the day of implementation is not all there is to say. */
  due: said.optional(),
  requirements: z.array(requirement).min(1).max(10).optional(),
  /** What enforcement rests on: laws and standards, each with the day somebody looked. */
  basis: z
    .array(
      z.strictObject({ what: said, asOf: day, url: z.url({ protocol: /^https?$/ }).optional() }),
    )
    .max(20)
    .optional(),
  /** Whom to ask. */
  contact: said.optional(),
});

export type PromotionFile = z.infer<typeof promotionFile>;
