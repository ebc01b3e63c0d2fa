import { z } from 'zod';
import { day } from '../model/meta.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
/** What an author may write as a bare number: an option `30`. */
const written = z.union([text(500), z.number()]).transform(String);

/** Ids of courses, lessons, questions and topics, which are parts of addresses. */
export const learningId = /^(?!(?:practice|test)$)[a-z0-9][a-z0-9-]{0,79}$/;
const id = z.string().regex(learningId);

const bilingual = z.strictObject({ zh: text(500), en: text(500) });

const source = z.strictObject({ what: text(1000), url: text(500).optional(), asOf: day });

/** `courses/<course>/course.yaml`: what a course is for, its lessons in their order, and its closing test. */
export const courseFile = z.strictObject({
  id,
  /** The language it is written in. */
  language: z.enum(['zh', 'en']).default('zh'),
  title: bilingual,
  /** Its place among the courses; those without one follow, by their ids. */
  order: z.int().min(1).max(999).optional(),
  for: bilingual,
  aims: z.array(text(500)).min(1).max(20),
  minutes: z.int().min(1).max(2000),
  lessons: z.array(id).min(1).max(60),
  sources: z.array(source).max(50).default([]),
  closing: z.strictObject({
    /** The share of right answers that passes. */
    pass: z.number().min(0.1).max(1).default(0.8),
    questions: z.array(id).min(1).max(60),
  }),
});

export type CourseFile = z.infer<typeof courseFile>;

/** Front matter of a lesson, `courses/<course>/<lesson>.md`. */
export const lessonMeta = z.strictObject({
  title: text(200),
  titleEn: text(200).optional(),
  minutes: z.int().min(1).max(600),
  aims: z.array(text(500)).max(20).default([]),
  sources: z.array(source).max(50).default([]),
});

export type LessonMeta = z.infer<typeof lessonMeta>;

const base = {
  id,
  /** The name of its file. */
  topic: id.optional(),
  /** The language it is written in. */
  language: z.enum(['zh', 'en']).default('zh'),
  ask: text(2000),
  /** The explanation, shown after an answer. */
  why: text(2000),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  /** The number of the standard that it is about, and the id of the clause, table or term that proves the answer. */
  standard: text(100).optional(),
  clause: z.union([text(120), z.array(text(120)).min(1).max(10)]).optional(),
  source: z
    .union([
      text(1000),
      z.strictObject({ what: text(1000), url: text(500).optional(), asOf: day.optional() }),
    ])
    .optional(),
};

/** Worked out, so that it need not stand in the clause. */
const computed = z.boolean().default(false);

/** An option by its place, counted from 0, or by its text. */
const choice = z.union([z.int().min(0), text(500)]);
const options = z.array(written).min(2).max(12);

/** One question of a file of `questions/`. */
export const questionShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('single'), options, answer: choice, computed }),
  z.strictObject({
    ...base,
    kind: z.literal('several'),
    options,
    answer: z.array(choice).min(1).max(12),
  }),
  /** Items as they stand in the right order; shuffled when they are shown. */
  z.strictObject({ ...base, kind: z.literal('order'), items: z.array(written).min(2).max(12) }),
  z.strictObject({
    ...base,
    kind: z.literal('match'),
    pairs: z
      .array(z.tuple([written, written]))
      .min(2)
      .max(12),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('number'),
    answer: z.strictObject({
      value: z.number(),
      unit: z.string().trim().max(40).default(''),
      tolerance: z.number().min(0).default(0),
    }),
    computed,
  }),
  /** The answer is the id of the clause to point at; each of several is right. */
  z.strictObject({
    ...base,
    kind: z.literal('find'),
    answer: z.union([text(120), z.array(text(120)).min(1).max(10)]),
  }),
]);

export type QuestionShape = z.infer<typeof questionShape>;

/** A file of `questions/`. */
export const questionsFile = z.array(questionShape).max(500);
