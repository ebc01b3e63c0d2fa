import { memo } from '#core/base/memo.ts';
import {
  listReferenceDays,
  listStaleReferences,
  mergeStems,
  stemsOfMentions,
} from '#core/catalog/index.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import type { Recognition } from '#core/model/partner.ts';
import { stemsOfNumber } from '#core/number/index.ts';
import { shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';
import { listNoticesOf } from '#site/data/notices.ts';
import { recordsPageOf } from '#site/data/record-pages.ts';

/**
 * What is kept of a standard that was published, to tell what a change of it reaches. Numbers are told by their stems
 * (`stemsOf`), which all editions and parts share: wider than needed, and never too narrow.
 */
export interface Shape {
  readonly slug: string;
  /** Stems of its own numbers. */
  readonly names: readonly string[];
  /** Stems of what its text, in any language, names. */
  readonly links: readonly string[];
  /** Stems of what it replaces, is replaced by or adopts, as it says itself. */
  readonly related: readonly string[];
  /** Stems of what its English text gives titles to. */
  readonly titled: readonly string[];
  /** Digest of all that pages but its own may show of it, but for what it cites and its terms. */
  readonly face: string;
  /** Digest of what its text cites, and in which clauses. */
  readonly cites: string;
  /** Digest of what pages of terms show of it; empty without terms. */
  readonly terms: string;
  /** Whether it may stand on the page of stale references, on whatever day: as what cites, as what is cited, or as what holds instead. */
  readonly stale: boolean;
}

/** Digest of what a standard is in the library: its folder, its row in the catalogue, and the notices that name it. */
export function digestEntry(library: Library, entry: CatalogEntry): string {
  const notices = listNoticesOf(library, entry);
  const recognitions = library.catalog.recognitionsOf(entry);
  const together = recordsPageOf(library, entry);
  const own = digestOwn(entry);
  return notices.length + recognitions.length === 0 && together === undefined
    ? own
    : shortDigest(
        `${own} ${JSON.stringify([notices, recognitions.map(showRecognition), together])}`,
      );
}

const digestOwn = memo(({ key, slug, row, record, origin }: CatalogEntry): string =>
  shortDigest(
    `${key}\0${slug}\0${row?.source ?? ''}\0${record ? digestRecord(record) : ''}\0${JSON.stringify(origin)}`,
  ),
);

const showRecognition = ({ keys, since, until, ground, notice }: Recognition) => [
  keys,
  since,
  until,
  ground,
  notice,
];

/** Its digest and not its text is kept: there may be 100,000. */
const digestRecord = memo((record: CatalogRecord) => shortDigest(JSON.stringify(record)));

/** Stems of an entry's own numbers. */
export const namesOf = memo(({ key, parsed }: CatalogEntry): readonly string[] =>
  parsed ? stemsOfNumber(parsed) : [key],
);

/** Stems of what the text of an entry names. */
export function linksOf({ row }: CatalogEntry): readonly string[] {
  return row ? stemsOfMentions(row) : [];
}

/** Stems of what an entry says that it replaces, is replaced by or adopts. */
export function relatedOf({ row, record }: CatalogEntry): readonly string[] {
  const { replaces = [], adopts = [] } = row?.meta ?? {};
  const own = [...replaces, ...adopts].map(({ number }) => number);
  return mergeStems([...own, ...(record?.replaces ?? []), ...(record?.replacedBy ?? [])]);
}

/** All of a standard's shape. */
export function toShape(library: Library, entry: CatalogEntry): Shape {
  return {
    slug: entry.slug,
    names: namesOf(entry),
    links: linksOf(entry),
    related: relatedOf(entry),
    titled: mergeStems(Object.keys(entry.row?.englishTitles ?? {})),
    face: faceOf(library, entry),
    cites: citesOf(entry),
    terms: termsOf(library, entry),
    stale: mayBeStale(library, entry),
  };
}

/** Wider than it is: all that has come to an end or will change, and what took the place of something. */
function mayBeStale({ catalog }: Library, entry: CatalogEntry): boolean {
  const { status } = catalog.statusOf(entry);
  if (status === '被代替' || status === '废止' || catalog.laterOf(entry).length > 0) return true;
  if (catalog.replacesOf(entry).length > 0) return true;
  return (
    entry.row !== undefined &&
    (listReferenceDays(entry.row, catalog).length > 0 ||
      listStaleReferences(entry, catalog).length > 0)
  );
}

/** All that is known of an entry but its text, with what the day and other standards make of it. */
function faceOf(library: Library, entry: CatalogEntry): string {
  const { catalog, systems } = library;
  const { row, parsed: _parsed, ...facts } = entry;
  return shortDigest(
    JSON.stringify([
      facts,
      row && [row.kind, row.meta, row.hasEnglish, row.isGuided, row.isPromoted],
      recordsPageOf(library, entry),
      catalog.statusOf(entry),
      catalog.factsOf(entry),
      catalog.laterOf(entry),
      catalog.replacesOf(entry),
      catalog.replacedByOf(entry),
      catalog.recognitionsOf(entry).map(showRecognition),
      systems.systemsOf(entry).map(({ system, place }) => [system.id, place.key]),
    ]),
  );
}

/** Pages of what it cites name the clauses; where a mention stands in its file is seen on none. */
function citesOf({ row }: CatalogEntry): string {
  if (!row) return '';
  const references = row.references.map(({ range: _range, ...shown }) => shown);
  return shortDigest(JSON.stringify([references, row.mentions, row.names, row.englishTitles]));
}

function termsOf({ catalog }: Library, entry: CatalogEntry): string {
  const { row } = entry;
  if (!row || row.terms.length === 0) return '';
  const isOver = catalog.replacedByOf(entry).some(({ partial }) => !partial);
  return shortDigest(JSON.stringify([row.terms, row.number, row.hasEnglish, isOver]));
}
