import { z } from 'zod';
import { adoption, day } from '../model/meta.ts';
import {
  hostedFamilies,
  lifeStageTerms,
  natureTerms,
  profileTerms,
  reviewTerms,
  valuesOf,
} from '../terms/index.ts';

const text = z.string().trim().min(1).max(500);
const name = z.strictObject({ zh: text, en: text });
/** Chinese alone, or both languages. */
const said = z.union([
  text.transform((zh) => ({ zh, en: undefined as string | undefined })),
  z.strictObject({ zh: text, en: text.optional() }),
]);
const names = z.array(text).max(100).default([]);
const whole = (least: number, greatest: number) =>
  z.number().refine((value) => Number.isInteger(value) && value >= least && value <= greatest, {
    error: `应为 ${least} 到 ${greatest} 的整数｜must be a whole number from ${least} to ${greatest}`,
  });

/** Ids of projects, of kinds and of limits: parts of addresses. */
export const idPattern = /^[a-z][a-z0-9-]{0,39}$/;

const id = z.string().regex(idPattern, {
  error:
    '标识由小写字母、数字和 - 组成，以字母开头｜an id has small letters, digits and -, and starts with a letter',
});

const stage = z.enum(valuesOf(lifeStageTerms));

/** Formats of papers: none that a browser would run. */
const paperFile = z
  .string()
  .max(120)
  .regex(
    /^(?:[^\\/:*?"<>|#%.\p{C}][^\\/:*?"<>|#%\p{C}]*\/)?[^\\/:*?"<>|#%.\p{C}][^\\/:*?"<>|#%\p{C}]*$/u,
    {
      error:
        '写文件夹里的文件名，至多再下一级文件夹，如 papers/编制说明.docx｜write the name of a file in the folder, at most one folder down: papers/statement.docx',
    },
  )
  .regex(/\.(?:pdf|docx?|wps|ofd|xlsx?|csv|md|txt|png|jpe?g|zip)$/i, {
    error:
      '材料是 pdf、doc(x)、wps、ofd、xls(x)、csv、md、txt、png、jpg 或 zip｜a paper is a pdf, doc(x), wps, ofd, xls(x), csv, md, txt, png, jpg or zip file',
  });

const paper = z.strictObject({
  file: paperFile,
  name: said,
  /** Whether readers of the site may have it; without it only its name is shown. */
  public: z.boolean().default(false),
});

const step = z.strictObject({
  stage,
  began: day,
  /** Of a stage that lasts; without it the project is still there. */
  ended: day.optional(),
  /** The day that was announced as its last: 征求意见截止. */
  until: day.optional(),
  /** Who sees to it. */
  offices: names,
  papers: z.array(paper).max(100).default([]),
  /** Of 复审. */
  result: z.enum(valuesOf(reviewTerms)).optional(),
  note: said.optional(),
});

/** `project.yaml` of a folder of `projects/`. See docs/lifecycle.md, where every key is explained. */
export const projectFile = z.strictObject({
  title: said,
  /** Id of `project-kinds.yaml`. */
  kind: id,
  /** 计划号 */
  plan: text.optional(),
  /** The year of the plan (立项计划) that it stands in. */
  year: whole(1990, 2100).optional(),
  /** The number of the standard that it revises. */
  revises: text.optional(),
  /** Whether it is to be mandatory, recommended or a guidance document; the number will say it. */
  nature: z.enum(valuesOf(natureTerms)).exclude(['unknown']).optional(),
  /** What it is to adopt, and how closely. */
  adopts: z.array(adoption).max(20).default([]),
  /** Ids of vocabulary/chains.yaml. */
  chains: z.array(id).max(20).default([]),
  proposedBy: names,
  administeredBy: names,
  draftedBy: names,
  /** Where comments on the draft go. */
  contact: z
    .strictObject({
      office: text.optional(),
      email: z
        .string()
        .regex(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, {
          error: '电子邮箱的写法不对｜is no address of e-mail',
        })
        .optional(),
      phone: text.optional(),
      address: text.optional(),
    })
    .optional(),
  /** The number of the standard that came of it, from 编号 on. */
  number: text.optional(),
  /** In the order they were gone through; a stage may be gone through again. */
  stages: z.array(step).min(1).max(100),
  /** The project was given up on a day. */
  stopped: z.strictObject({ on: day, reason: said }).optional(),
  note: said.optional(),
  sample: z.boolean().default(false),
});
export type ProjectFile = z.infer<typeof projectFile>;
export type ProjectStep = ProjectFile['stages'][number];
export type Paper = ProjectStep['papers'][number];

/** `project-kinds.yaml`: which stages the projects of each kind go through, in order. */
export const projectKindsFile = z
  .array(
    z.strictObject({
      id,
      name,
      /** Standards of these families have such a life, too, whether a project is known or not. */
      families: z.array(z.enum(hostedFamilies)).default([]),
      /** Of them only those that are written by these rules. */
      profile: z.enum(valuesOf(profileTerms)).optional(),
      way: z
        .array(
          z.union([
            stage.transform((value) => ({ stage: value, optional: false })),
            z.strictObject({ stage, optional: z.boolean().default(false) }),
          ]),
        )
        .min(1)
        .max(50),
    }),
  )
  .max(50);
export type ProjectKind = z.infer<typeof projectKindsFile>[number];

const point = z.strictObject({
  stage,
  day: z.enum(['began', 'ended']).default('began'),
  /** Only reviews with this outcome. */
  result: z.enum(valuesOf(reviewTerms)).optional(),
});

/** A length of time: exactly one of the four. */
const span = z
  .strictObject({
    days: whole(1, 10_000).optional(),
    workdays: whole(1, 5000).optional(),
    months: whole(1, 600).optional(),
    years: whole(1, 50).optional(),
  })
  .refine((value) => Object.values(value).filter((each) => each !== undefined).length === 1, {
    error:
      'days（日）、workdays（工作日）、months（月）、years（年）写其中一个｜write one of days, workdays, months and years',
  });

/** A limit of days, with who set it. */
const limit = z.strictObject({
  id,
  name,
  /** Ids of `project-kinds.yaml`; all where there are none. */
  kinds: z.array(id).max(50).default([]),
  /** Of several the last day counts: 实施, or the last 复审 that confirmed it. */
  from: z.union([point.transform((only) => [only]), z.array(point).min(1).max(10)]),
  to: point,
  /** 至多: the second day comes within the time. 至少: not before the time has passed. */
  bound: z.enum(['至多', '至少']).default('至多'),
  span,
  /** The law or regulation that sets it; a limit without one is said to be the library's own. */
  source: z.strictObject({ document: text, article: text.optional() }).optional(),
  /** The day on which source and number were looked up last. */
  asOf: day,
  note: said.optional(),
});

/** `deadlines.yaml`: limits of days, and the days that working days leave out. */
export const deadlinesFile = z.strictObject({
  limits: z.array(limit).max(200).default([]),
  /** Days off beside Saturdays and Sundays. */
  holidays: z.array(day).max(2000).default([]),
  /** Saturdays and Sundays that are worked. */
  workdays: z.array(day).max(2000).default([]),
});
export type DeadlinesFile = z.infer<typeof deadlinesFile>;
export type Limit = DeadlinesFile['limits'][number];
export type LimitPoint = Limit['to'];
export type Span = Limit['span'];
