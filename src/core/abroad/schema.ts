import { z } from 'zod';
import { day } from '../model/meta.ts';
import { checkedByTerms, degreesOfPart, valuesOf } from '../terms/index.ts';
import { isStageCode } from './stages.ts';

const text = z.string().trim().min(1).max(1000);
const both = z.strictObject({ zh: text, en: text });
const url = z.url({ protocol: /^https?$/ });

/** Ids of records: parts of addresses on the page. */
const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, {
  error:
    '标识由小写字母、数字和 - 组成，以字母开头｜an id has small letters, digits and -, and starts with a letter',
});

/** ISO 3166-1 alpha-2, or `EU`. */
const place = z.string().regex(/^[A-Z]{2}$/, {
  error: '写 ISO 3166-1 的两位代码或 EU｜write the two letters of ISO 3166-1, or EU',
});

/** Ids of chains of the vocabulary, and of product groups of `indicators/`. */
const names = z
  .array(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/))
  .max(20)
  .default([]);

/** What a market asks of a product. Never legal advice: it leads to its source. See docs/abroad.md. */
export const marketCard = z.strictObject({
  id,
  market: place,
  /** A slug for the filter, and what it is called. */
  product: z.strictObject({ id, zh: text, en: text }),
  chains: names,
  groups: names,
  /** Number of the regulation or standard, as its issuer writes it. */
  document: text,
  title: both,
  /** In our own words. */
  asks: both,
  /** The day from which it applies, where the source says it. */
  since: day.optional(),
  /** `asOf`: the day of what the source says, where it says one. */
  source: z.strictObject({ issuer: text, url, asOf: day.optional() }),
  /** When somebody last looked, and at what. */
  checked: z.strictObject({ on: day, by: z.enum(valuesOf(checkedByTerms)) }),
  sample: z.boolean().default(false),
});

/** A file of `market-access/`: a list of cards. */
export const marketFile = z.array(marketCard).max(2000);

/** A project of ISO, IEC or ITU that bodies of the city take part in. */
export const participation = z.strictObject({
  id,
  organization: z.enum(['ISO', 'IEC', 'ISO/IEC', 'ITU']),
  committee: text,
  /** Number of the project, as its committee writes it. */
  number: text,
  title: both,
  /** International harmonized stage code: 40.20. */
  stage: z.string().refine(isStageCode, {
    error:
      '国际协调阶段代码，如 20.00、40.20、60.60｜a harmonized stage code such as 20.00, 40.20, 60.60',
  }),
  /** The day on which that was the stage. */
  asOf: day,
  role: z.enum(valuesOf(degreesOfPart)),
  bodies: z.array(both).min(1).max(50),
  chains: names,
  url: url.optional(),
  sample: z.boolean().default(false),
});

/** A file of `participation/`: a list of projects. */
export const participationFile = z.array(participation).max(2000);

/** Symbols of samples, which nobody can take for a real one: `XXX` is no member, and real numbers begin at 1. */
const sampleSymbol = /^G\/TBT\/N\/XXX\/0(?:-\d{1,3})?$/;
/** `G/TBT/N/EU/1234`, with what the symbol says of revisions, addenda, corrigenda and supplements. */
const realSymbol =
  /^G\/TBT\/N\/(?!XXX)(?:[A-Z]{3}|EU)\/[1-9]\d{0,4}(?:\/(?:Rev|Add|Corr|Suppl)\.\d{1,3}){0,3}$/;

/** A notification under the WTO's TBT agreement: a row of `tbt/*.csv`, its cells by the names of the columns. */
export const notification = z
  .strictObject({
    symbol: text,
    member: place,
    title: text,
    title_zh: z.string().trim().max(1000).default(''),
    products: text,
    products_zh: z.string().trim().max(1000).default(''),
    hs: z.string().trim().max(300).default(''),
    ics: z.string().trim().max(300).default(''),
    objective: z.string().trim().max(1000).default(''),
    objective_zh: z.string().trim().max(1000).default(''),
    notified: day,
    /** Empty where none is set. */
    comment_until: z.union([z.literal(''), day]).default(''),
    link: z.union([z.literal(''), url]).default(''),
    as_of: day,
    sample: z.enum(['', 'yes']).default(''),
  })
  .superRefine(({ symbol, sample, notified, comment_until: until }, context) => {
    const refuse = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (sample === 'yes' && !sampleSymbol.test(symbol))
      refuse(
        'symbol',
        '样例的文号写 G/TBT/N/XXX/0-1 这样的｜a sample has a symbol like G/TBT/N/XXX/0-1',
      );
    if (sample !== 'yes' && !realSymbol.test(symbol))
      refuse('symbol', '文号写作 G/TBT/N/成员/号｜a symbol looks like G/TBT/N/JPN/123');
    if (until !== '' && until < notified)
      refuse('comment_until', '评议截止早于通报日｜comments end before the notification');
  });

export type MarketCard = z.infer<typeof marketCard>;
export type Participation = z.infer<typeof participation>;
export type Notification = z.infer<typeof notification>;

/** Columns of `tbt/*.csv`, in the order they are written. */
export const notificationColumns = [
  'symbol',
  'member',
  'title',
  'title_zh',
  'products',
  'products_zh',
  'hs',
  'ics',
  'objective',
  'objective_zh',
  'notified',
  'comment_until',
  'link',
  'as_of',
  'sample',
] as const;
