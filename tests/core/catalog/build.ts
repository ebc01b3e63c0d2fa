import { listCitations } from '#core/catalog/index.ts';
import { formatNumber, numberKey, numberSlug, parseNumber } from '#core/number/index.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import { standardMeta } from '#core/model/meta.ts';
import type { Reference, StandardKind } from '#core/model/standard.ts';
import type { StandardRow } from '#core/model/row.ts';

export function readNumber(text: string) {
  const result = parseNumber(text);
  if (!result.ok) throw new Error(`no number: ${text}`);
  return {
    key: numberKey(result.number),
    number: formatNumber(result.number),
    slug: numberSlug(result.number),
    family: result.number.family,
  };
}

/** A row as the library would hold it, from a number, front matter and the rest. */
export function makeRow(
  number: string,
  meta: Readonly<Record<string, unknown>> = {},
  rest: Partial<StandardRow> = {},
): StandardRow {
  const { family, ...names } = readNumber(number);
  const kind: StandardKind = family === 'group' || family === 'enterprise' ? family : 'local';
  return {
    ...names,
    kind,
    meta: standardMeta.parse({
      number,
      title: `样例${names.slug}`,
      issuers: ['示范市市场监督管理局'],
      ...meta,
    }),
    file: `standards/${kind}/${names.slug}/index.md`,
    digest: names.slug,
    source: names.slug,
    addresses: ['1', '2', '3', '4', '4.1', '4.2', 'A', 'A.1'],
    scope: '',
    terms: [],
    references: [],
    citations: listCitations(rest.references ?? []),
    mentions: [],
    metaRanges: {},
    provisions: {},
    names: '',
    hasEnglish: false,
    characters: 0,
    diagnostics: [],
    ...rest,
  };
}

export function makeRecord(number: string, rest: Partial<CatalogRecord> = {}): CatalogRecord {
  const { family: _, ...names } = readNumber(number);
  return {
    ...names,
    title: `记录${names.slug}`,
    status: '现行',
    replaces: [],
    replacedBy: [],
    ics: [],
    ccs: [],
    asOf: '2026-01-01',
    source: 'public-catalogue',
    ...rest,
  };
}

export function makeReference(number: string, rest: Partial<Reference> = {}): Reference {
  const result = parseNumber(number);
  if (!result.ok) throw new Error(`no number: ${number}`);
  return {
    raw: number,
    key: numberKey(result.number),
    dated: result.number.year !== null,
    allParts: result.number.allParts,
    clause: 1,
    informative: false,
    role: 'text',
    range: { start: { line: 9, column: 1 }, end: { line: 9, column: 1 + number.length } },
    ...rest,
  };
}
