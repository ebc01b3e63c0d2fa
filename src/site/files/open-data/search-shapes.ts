import { z } from 'zod';
import { day } from '#core/exchange/open-data/shapes.ts';
import { declaredStatuses, recordedStatuses, reviewTerms, valuesOf } from '#core/terms/index.ts';
import type { RecordedStatus } from '#core/terms/index.ts';
import { filterNames } from '#search/contract.ts';
import type { SearchAnswer } from '#search/contract.ts';
import type { RuntimeConfig } from '#search/runtime-config.ts';

const text = z.string();
const language = z.enum(['zh', 'en']);
const count = z.int().min(0);
/** A path below the root of the site. */
const path = z.string().startsWith('/');
const isRecorded = (value: unknown): value is RecordedStatus => recordedStatuses.has(value);
const recorded = z.enum([...recordedStatuses].filter(isRecorded));

/** What the status of a standard on a day is worked out from. */
const facts = z.object({
  declared: z.enum(declaredStatuses).exactOptional(),
  issued: day.exactOptional(),
  implemented: day.exactOptional(),
  withdrawn: day.exactOptional(),
  reviews: z.array(z.object({ date: day, result: z.enum(valuesOf(reviewTerms)) })).exactOptional(),
  reviewYears: count.exactOptional(),
  replacedBy: z
    .array(
      z.object({
        key: text,
        implemented: day.exactOptional(),
        partial: z.boolean().exactOptional(),
      }),
    )
    .exactOptional(),
  recorded: z.object({ status: recorded, asOf: day }).exactOptional(),
});

/** What search shows of a standard; a server has it under these names. */
const standard = z.object({
  slug: text,
  number: text,
  title: text,
  titleEn: text,
  hosted: z.boolean(),
  sample: z.boolean(),
  origin: z.object({ zh: text, en: text }).exactOptional(),
  recognised: z.array(z.object({ since: day, until: day.exactOptional() })).exactOptional(),
  facts,
  successors: z.array(z.object({ key: text, number: text, slug: text })),
});

const snippet = z.array(z.object({ text, hit: z.boolean() }));

const clauseHit = z.object({ path, label: text, title: text, snippet, language });

const hit = standard.extend({
  path,
  match: z.enum(['number', 'title', 'text', 'pinyin', 'all']),
  clauses: z.array(clauseHit).max(20),
  clauseCount: count,
});

const termHit = z.object({
  path,
  term: text,
  termEn: text,
  definition: snippet,
  number: text,
  title: text,
  facts,
});

const systemHit = z.object({ path, name: text, nameEn: text, count });

const facets = z.partialRecord(z.enum(filterNames), z.array(z.object({ value: text, count })));

/** The answer of any engine to a question: `SearchAnswer` of the contract. */
export const searchAnswer = z.object({
  engine: z.enum(['embedded', 'meilisearch']),
  degraded: z.boolean(),
  query: text,
  hits: z.array(hit),
  terms: z.array(termHit),
  systems: z.array(systemHit),
  total: count,
  exact: z.boolean(),
  facets,
  uncounted: z.array(z.enum(filterNames)).exactOptional(),
  nearest: z.array(hit),
  suggestion: z
    .object({ text, why: z.enum(['sound', 'words', 'year']), applied: z.boolean() })
    .exactOptional(),
  best: z
    .object({
      words: z.array(z.object({ text, found: z.boolean(), as: text.exactOptional() })),
      likely: z.boolean(),
    })
    .exactOptional(),
  named: z.array(z.object({ text, held: z.enum(['yes', 'edition', 'no']) })).exactOptional(),
  leftOut: text.exactOptional(),
  hidden: z
    .object({
      total: count,
      without: z.array(z.object({ name: z.enum(filterNames), total: count })),
    })
    .exactOptional(),
}) satisfies z.ZodType<SearchAnswer>;

/** `search.json`: which servers a site asks. */
export const searchServers = z.object({
  version: z.literal(1),
  index: text,
  servers: z.array(z.object({ url: z.string().regex(/^https?:\/\//), key: text })).max(8),
}) satisfies z.ZodType<RuntimeConfig>;

/** Documents of a search server as they are asked for, by the index. */
export const servedDocuments = {
  standards: standard.extend({ id: text }),
  clauses: z.object({
    id: text,
    standard: text,
    language,
    anchor: text,
    label: text,
    title: text,
    text,
    peripheral: z.union([z.literal(0), z.literal(1)]),
  }),
  terms: z.object({
    id: text,
    standard: text,
    anchor: text,
    english: z.boolean(),
    term: text,
    termEn: text,
    definition: text,
    number: text,
    title: text,
    facts,
  }),
  systems: z.object({ id: text, path, name: text, nameEn: text, count }),
} as const;
