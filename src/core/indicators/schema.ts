import { z } from 'zod';
import { readUnit } from '../limits/units.ts';
import { day } from '../model/meta.ts';

const text = z.string().trim().min(1).max(500);
const name = z.strictObject({ zh: text, en: text });
/** Chinese alone, or both languages. */
const said = z.union([
  text.transform((zh) => ({ zh, en: undefined as string | undefined })),
  z.strictObject({ zh: text, en: text.optional() }),
]);

/** Ids of product groups and of indicators: parts of addresses. */
export const idPattern = /^[a-z][a-z0-9-]{0,39}$/;

const id = z.string().regex(idPattern, {
  error:
    '标识由小写字母、数字和 - 组成，以字母开头｜an id has small letters, digits and -, and starts with a letter',
});

/** What an indicator is in a 领跑者 list: everybody's, the product's own, or new. */
export const indicatorKinds = ['基础', '核心', '创新性'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

const unit = z
  .string()
  .max(40)
  .refine((value) => value === '' || readUnit(value, 0)?.unit === value, {
    error:
      '单位写作 GB 3100 的符号，如 ℃、%、min、mg/kg｜write the symbol of a unit as in GB 3100: ℃, %, min, mg/kg',
  });

const address = z.string().regex(/^[a-z0-9][a-z0-9.-]*(?:#\S+)?$/, {
  error:
    '写作标准的网址名，# 后写条、表或条款的标识：q-sfzd-004-2026#noise｜write the address of a standard, then # and the id of a clause, a table or a provision: q-sfzd-004-2026#noise',
});

const place = z.strictObject({
  /** Where a standard states it. */
  in: address,
  /** Words that the row, the head or the sentence of the value holds, where the place has several values. */
  words: z.array(text).max(10).default([]),
  /** The value as the author reads it: compared with the text. */
  value: text.optional(),
  /** The clause that says how it is measured, where the standard itself does not join the two. */
  method: address.optional(),
});

const indicator = z
  .strictObject({
    id,
    name,
    /** Other names that stand in standards. */
    synonyms: z.array(text).max(30).default([]),
    kind: z.enum(indicatorKinds),
    /** All values are shown in it. */
    unit: unit.default(''),
    /** Which way is better; without it a value is met or not. */
    better: z.enum(['lower', 'higher']).optional(),
    /** The indicator is a difference of two values (a fluctuation, an error): ℃ and K are then the same. */
    difference: z.boolean().default(false),
    /** A value for each grade of the group, the best first. */
    levels: z.array(z.number()).max(9).optional(),
    places: z.array(place).max(50).default([]),
  })
  .superRefine(({ levels, better }, context) => {
    const refuse = (message: string): void =>
      context.addIssue({ code: 'custom', path: ['levels'], message });
    if (!levels) return;
    if (!better) {
      refuse('有 levels 就要写 better｜levels need better');
      return;
    }
    const isOrdered = levels.every((level, at) => {
      const before = levels[at - 1];
      return before === undefined || (better === 'lower' ? before < level : before > level);
    });
    if (!isOrdered) refuse('levels 由好到差｜levels go from the best to the least');
  });

/** One file of `indicators/`: a product group. See docs/indicators.md, where every key is explained. */
export const indicatorFile = z
  .strictObject({
    name,
    note: said.optional(),
    /** Numbers of the standards compared, hosted or recorded, in the order they are shown. */
    standards: z.array(text).min(1).max(50),
    /** 领跑者 grades, the best first; who set them, and when. */
    grades: z
      .strictObject({
        source: said,
        asOf: day,
        list: z
          .array(z.strictObject({ name, stars: z.number().int().min(0).max(5) }))
          .min(1)
          .max(9),
      })
      .optional(),
    indicators: z.array(indicator).min(1).max(60),
  })
  .superRefine(({ grades, indicators }, context) => {
    const count = grades?.list.length ?? 0;
    indicators.forEach(({ levels }, at) => {
      if (levels && levels.length !== count) {
        context.addIssue({
          code: 'custom',
          path: ['indicators', at, 'levels'],
          message: `每个水平一个数，grades 有 ${count} 个水平｜one number a grade: there are ${count}`,
        });
      }
    });
  });

export type IndicatorFile = z.infer<typeof indicatorFile>;
export type Indicator = IndicatorFile['indicators'][number];
export type IndicatorPlace = Indicator['places'][number];
