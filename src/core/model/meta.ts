import { z } from 'zod';
import { isDay } from '../base/day.ts';
import {
  declaredStatuses,
  degreeTerms,
  functionTypeTerms,
  indicatorTerms,
  profileTerms,
  reviewTerms,
  valuesOf,
} from '../terms/index.ts';

/** A calendar day `YYYY-MM-DD` that exists. */
export const day = z.string().refine(isDay, {
  error: '写作 YYYY-MM-DD，并且要有这一天｜write an existing day as YYYY-MM-DD',
});

const text = z.string().trim().min(1).max(2000);
const names = z.array(text).max(200);

/** `01.140.20`; the group padded to three digits (platforms print `43.18` for `43.180`). */
const icsCode = z
  .string()
  .regex(/^\d{2}(\.\d{2,3}(\.\d{2})?)?$/, {
    error: 'ICS 形如 01.140.20｜an ICS code looks like 01.140.20',
  })
  .transform((code) => {
    const [field, group, subgroup] = code.split('.');
    return [field, group?.padEnd(3, '0'), subgroup]
      .filter((piece) => piece !== undefined)
      .join('.');
  });

/** A letter (no I, no O) and two digits; kept without the space: `A85`. */
const ccsCode = z
  .string()
  .regex(/^[A-HJ-NP-Z] ?\d{2}(\/\d{2})?$/, { error: 'CCS 形如 A 85｜a CCS code looks like A 85' })
  .transform((code) => code.replace(' ', ''));

const industryCode = z.string().regex(/^[A-T]\d{0,4}$/, {
  error: '行业代码按 GB/T 4754，形如 G59｜an industry code after GB/T 4754 looks like G59',
});

const replacement = z.union([
  text.transform((number) => ({ number, partial: undefined as string | undefined })),
  z.strictObject({ number: text, partial: text.optional() }),
]);

/** A standard that another adopts, and how closely. */
export const adoption = z.strictObject({
  number: text,
  degree: z.enum(valuesOf(degreeTerms)),
  note: text.optional(),
});

/** Ids of clauses, as `[#id]` names them. */
const clauseIds = z.array(text).max(200).default([]);

export const indicator = z.strictObject({
  name: text,
  nameEn: text.optional(),
  /** The id of the clause that sets it. */
  clause: text.optional(),
  kind: z.enum(valuesOf(indicatorTerms)).default('性能'),
  min: z.number().optional(),
  max: z.number().optional(),
  /** When the value is not a number or an interval. */
  value: text.optional(),
  unit: text.optional(),
  method: text.optional(),
});

const foreword = z.strictObject({
  /** Where absent, the edition of GB/T 1.1 in force on the day of issue. */
  basis: text.optional(),
  part: text.optional(),
  changes: z.array(text).max(100).default([]),
  patent: z.boolean().default(true),
  history: z.array(text).max(50).default([]),
});

/**
 * Front matter of a standard, after GB/T 22373—2021 (the code of each element in brackets).
 * Strict: an unknown key is an error at the author's line.
 */
export const standardMeta = z.strictObject({
  /** [100] 标准号, any spelling the number grammar accepts. */
  number: text,
  /** [298] 中文名称 */
  title: text,
  /** [302] 英文名称 */
  titleEn: text.optional(),
  /** What the publisher declares; the status a reader sees is derived from dates and relations. */
  status: z.enum(declaredStatuses).default('published'),
  draftStage: z.enum(['工作组讨论稿', '征求意见稿', '送审讨论稿', '送审稿', '报批稿']).optional(),
  /** [101] 发布日期 */
  issued: day.optional(),
  /** [205] 实施日期 */
  implemented: day.optional(),
  /** [206] 废止日期 */
  withdrawn: day.optional(),
  /** Why it was withdrawn. */
  withdrawnReason: text.optional(),
  /** [207] 确认日期 and the result of each review. */
  reviews: z
    .array(z.strictObject({ date: day, result: z.enum(valuesOf(reviewTerms)) }))
    .default([]),
  /** [826] */
  ics: z.array(icsCode).default([]),
  /** [825] */
  ccs: z.array(ccsCode).default([]),
  /** GB/T 4754 */
  industries: z.array(industryCode).default([]),
  chains: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  /** [102]; several for 企业联合标准 */
  issuers: names.min(1),
  /** [870] */
  proposedBy: names.default([]),
  /** [871] */
  administeredBy: names.default([]),
  /** [209] */
  draftedBy: names.default([]),
  drafters: names.default([]),
  /** [462] 被代替标准: what this one replaces. */
  replaces: z.array(replacement).default([]),
  /** Numbers under which this very text was published before a renumbering. */
  formerly: names.default([]),
  /** [800] 一致性程度 */
  adopts: z.array(adoption).default([]),
  /** Sheets (修改单) that the text has taken in, each with its day and the clauses it changed. */
  amendments: z
    .array(z.strictObject({ number: text, date: day, clauses: clauseIds }))
    .max(50)
    .default([]),
  /** Errors of print (勘误) that were put right in the text. */
  corrections: z
    .array(z.strictObject({ date: day, note: text, noteEn: text.optional(), clauses: clauseIds }))
    .max(50)
    .default([]),
  recordNumber: text.optional(),
  recorded: day.optional(),
  planNumber: text.optional(),
  profile: z.enum(valuesOf(profileTerms)).default('gbt1.1'),
  functionType: z.enum(valuesOf(functionTypeTerms)).optional(),
  /** [330] */
  abstract: text.optional(),
  abstractEn: text.optional(),
  /** [835] */
  keywords: names.default([]),
  /** [390] */
  keywordsEn: names.default([]),
  foreword: foreword.prefault({}),
  indicators: z.array(indicator).default([]),
  bodyRestricted: text.optional(),
  sample: z.boolean().default(false),
});

/** Keys of a front matter, in the order in which they are written. */
export const metaKeys: readonly string[] = Object.keys(standardMeta.shape);

/** Front matter of a translation `index.en.md`: what the foreword says in English; all else comes from `index.md`. */
export const translationMeta = z.strictObject({
  language: z.literal('en'),
  translationNote: text.optional(),
  foreword: foreword.omit({ basis: true, patent: true }).prefault({}),
  proposedBy: names.default([]),
  administeredBy: names.default([]),
  draftedBy: names.default([]),
  drafters: names.default([]),
});

export type StandardMeta = z.infer<typeof standardMeta>;
export type TranslationMeta = z.infer<typeof translationMeta>;
export type Indicator = z.infer<typeof indicator>;
