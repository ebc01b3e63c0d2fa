import { z } from 'zod';
import { day } from '../model/meta.ts';
import { glossaryFields, valuesOf } from '../terms/index.ts';

const word = z.string().trim().min(1).max(120);
const words = z.array(word).max(20).default([]);
const text = z.string().trim().min(1).max(1000);

/** Ids of entries: parts of addresses, and what `::term{id="…"}` names. */
const entryId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, {
  error:
    '标识由小写字母、数字和 - 组成，以字母开头｜an id has small letters, digits and -, and starts with a letter',
});

export const glossaryEntry = z.strictObject({
  id: entryId,
  field: z.enum(valuesOf(glossaryFields)),
  zh: word,
  en: word,
  /** Other words for the same thing. */
  zhAlso: words,
  enAlso: words,
  /** In our own words: never those of a standard. */
  definition: z.strictObject({ zh: text, en: text }),
  /** What the definition rests on, and the day somebody looked. */
  source: z.strictObject({
    what: text,
    asOf: day,
    url: z.url({ protocol: /^https?$/ }).optional(),
  }),
  /** Ids of related entries. */
  see: z.array(entryId).max(20).default([]),
});

/** A file of `glossary/`: a list of entries. See docs/promotion.md. */
export const glossaryFile = z.array(glossaryEntry).max(5000);

export type GlossaryEntry = z.infer<typeof glossaryEntry>;
