import { z } from 'zod';
import { standardMeta } from '../model/meta.ts';
import { provisionTerms, statusTerms, hostedFamilies, valuesOf } from '../terms/index.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const id = z.string().describe('the id in addresses, behind #');
const clauseId = z.string().nullable().describe('id of the clause that it stands in');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const offsets = { start: z.int(), end: z.int() };
const ofQuantity = {
  ...offsets,
  unit: z.string().describe('normalised: mm, ℃, dB(A), %; empty where there is none'),
};

const quantity = z.union([
  z.strictObject({ ...ofQuantity, kind: z.literal('value'), value: z.number() }),
  z.strictObject({ ...ofQuantity, kind: z.literal('range'), min: z.number(), max: z.number() }),
  z.strictObject({
    ...ofQuantity,
    kind: z.literal('tolerance'),
    nominal: z.number().optional().describe('absent for a bare ±0.5 mm'),
    minus: z.number(),
    plus: z.number(),
    toleranceUnit: z.string().optional().describe('of 220 V±10%: the unit of the tolerance'),
  }),
  z.strictObject({ ...ofQuantity, kind: z.literal('ratio'), ratio: z.string() }),
  z.strictObject({ ...ofQuantity, kind: z.literal('size'), values: z.array(z.number()) }),
  z.strictObject({ ...ofQuantity, kind: z.literal('grade'), grade: z.string() }),
]);

const ofLimit = {
  object: z.string().describe('what is bounded, as far as the words before it say'),
  comparator: z.enum(['<', '<=', '>', '>=', '=']),
  quantity,
  isCondition: z.boolean().describe('where the limit applies, and not what is asked'),
  text: z.string(),
  ...offsets,
};

const clause = z.strictObject({
  id,
  kind: z.enum([
    'foreword',
    'introduction',
    'scope',
    'references',
    'terms',
    'term',
    'chapter',
    'clause',
    'annex',
    'bibliography',
    'index',
  ]),
  address: z.string().describe('the printed number: 5.2.1, A.3; empty for unnumbered elements'),
  label: z.string().describe('what a reference prints: 第5章, 附录A'),
  level: z.int().min(1),
  title: z.string(),
  titleEn: z.string().optional().describe('of a term entry: the English term'),
  normative: z.boolean(),
  parent: z.string().nullable().describe('id of the clause above'),
  text: z.string().describe('its own words, without those of clauses below'),
});

const provision = z.strictObject({
  id,
  clause: clauseId,
  type: z.enum(valuesOf(provisionTerms)),
  negative: z.boolean(),
  verb: z.string().describe('the modal verb found, or empty'),
  text: z.string(),
  by: z.enum(['author', 'detector']).describe('who said of which type it is'),
  object: z.string().optional(),
  characteristic: z.string().optional(),
  verify: z.string().optional().describe('id of the clause that verifies it'),
  limits: z.array(z.strictObject(ofLimit)).optional(),
});

const term = z.strictObject({
  clause: clauseId,
  term: z.string(),
  termEn: z.string().optional(),
  abbreviations: z.array(z.string()),
  admitted: z.array(z.string()),
  definition: z.string(),
  source: z.string().optional(),
});

const exhibit = z.strictObject({
  id,
  kind: z.enum(['table', 'figure', 'formula']),
  label: z.string(),
  title: z.string(),
  clause: clauseId,
  rows: z.array(z.array(z.string())).optional().describe('cells of a table, merged ones repeated'),
  headRows: z.int().optional(),
  files: z.array(z.string()).optional().describe('of a figure: names of files beside the page'),
  limits: z
    .array(z.strictObject({ ...ofLimit, row: z.int(), column: z.int() }))
    .optional()
    .describe('what cells ask for; rows and columns from 0, heads included'),
});

const reference = z.strictObject({
  raw: z.string().describe('as written'),
  key: z.string().describe('the number as it is compared, with its year where it is dated'),
  dated: z.boolean(),
  allParts: z.boolean(),
  targetClauses: z.array(z.string()).optional(),
  members: z.array(z.string()).optional(),
  others: z.array(z.string()).optional(),
  clause: clauseId,
  informative: z.boolean(),
  role: z.string(),
  title: z.string().optional(),
});

const body = z.strictObject({
  language: z.enum(['zh', 'en']),
  clauses: z.array(clause).describe('in the order of the document'),
  provisions: z.array(provision),
  terms: z.array(term),
  exhibits: z.array(exhibit),
  references: z.array(reference),
});

/** `index.json` of a standard, version 1. Later versions of the software may add keys, which readers leave out. */
export const standardJson = z.strictObject({
  format: z.literal('biaolian-standard'),
  version: z.literal(1),
  sample: bilingual.optional().describe('a notice that all of it is invented'),
  number: z.string().describe('as it is printed: DB9999/T 12—2023'),
  key: z.string().describe('as it is compared: DB9999/T 12-2023'),
  slug: z.string().describe('its folder and address'),
  kind: z.enum(hostedFamilies),
  status: z.enum(valuesOf(statusTerms)).describe('on the day of the publication'),
  statusSince: day.optional(),
  statusUntil: day.optional(),
  replacedBy: z.array(z.string()).optional(),
  metadata: standardMeta.describe('the front matter, after GB/T 22373—2021'),
  text: body,
  english: body.optional(),
});
