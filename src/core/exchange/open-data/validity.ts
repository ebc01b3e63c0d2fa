import { z } from 'zod';
import { declaredStatuses, reviewTerms, statusTerms, valuesOf } from '../../terms/index.ts';
import { bilingual, day } from './shapes.ts';

const text = z.string();

const recorded = statusTerms.flatMap(({ value }) => (value === '草案' ? [] : [value]));

/** Days and relations from which the status of a standard on any day follows. */
const facts = z.object({
  declared: z
    .enum(declaredStatuses)
    .optional()
    .describe('what the publisher of a text that is here says of it'),
  issued: text.optional(),
  implemented: text.optional(),
  withdrawn: text.optional(),
  reviews: z.array(z.object({ date: text, result: z.enum(valuesOf(reviewTerms)) })).optional(),
  reviewYears: z
    .number()
    .optional()
    .describe('years between reviews, where they are others than five'),
  replacedBy: z
    .array(
      z.object({
        key: text,
        implemented: text.optional().describe('the day it comes into force, where it is known'),
        partial: z.boolean().optional().describe('it replaces a part'),
      }),
    )
    .optional(),
  recorded: z
    .object({ status: z.enum(recorded), asOf: text })
    .optional()
    .describe('what a source said on a day, of a standard whose text is not here'),
});

const known = z.object({
  key: text.describe('the number as it is compared: DB9999/T 12-2023'),
  number: text.describe('the number as it is printed'),
  slug: text.describe('its page is /standards/<slug>/'),
  title: text,
  titleEn: text.optional().describe('where it is another than the title'),
  hosted: z.boolean().describe('whether its text is here, and not facts about it alone'),
  origin: bilingual
    .extend({ id: text.describe('of the partner: the folder of its library') })
    .optional()
    .describe('the city whose library it is from, where it is not of this one'),
  facts,
  replaces: z
    .array(
      z.object({
        key: text,
        partial: z.boolean().optional().describe('it replaces a part'),
      }),
    )
    .optional()
    .describe('what it replaces and this library has no facts of'),
});

/** `/data/validity.json`: by which lists of numbers are checked for any day. */
export const validityFile = z.object({
  factsAsOf: day.optional().describe('the latest day on which facts of the catalogue were taken'),
  digest: text.describe('of `standards`: by it a report says what it was checked against'),
  standards: z.array(known),
});
