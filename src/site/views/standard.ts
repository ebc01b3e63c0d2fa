import { memo } from '#core/base/memo.ts';
import { addDays } from '#core/base/day.ts';
import { facetValues, isEarly, listDaysInForce } from '#core/catalog/index.ts';
import type { CatalogEntry, Citation, Status } from '#core/catalog/index.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { nameRow } from '#core/model/row.ts';
import type { StandardRow } from '#core/model/row.ts';
import { pickFacts } from '#core/model/standard-facts.ts';
import { timed } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import type { Place, Role, System } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { hasLearning } from '../data/learning.ts';
import { pairsOf } from '../data/edition-pairs.ts';
import { hasReferences } from '../data/neighbours.ts';
import { listPrinted, listWritten } from '../data/printed.ts';
import { listDataLanguages } from '../files/data-file-list.ts';
import { listNoticesOf } from '../data/notices.ts';
import { tellSample } from '../data/sample-notice.ts';
import { listStates } from '../data/status.ts';
import { listGroupsOf } from './indicators.ts';
import { showCities } from './cities.ts';
import { nameBodies, showEntry, showMention, showRelations, showValue } from './entries.ts';
import type { ViewProps } from './props.ts';
import type { ShownEntry } from './shapes.ts';
import { systemOn } from '../data/system-on.ts';

/** Citing standards that are listed; more are counted. */
const mostCitations = 100;

/** The page of a standard, hosted or known by its facts only. */
export function viewStandard(library: Library, { slug = '' }: ViewProps) {
  const { catalog } = library;
  const entry = catalog.bySlug(slug);
  if (!entry) throw new Error(`no entry ${slug}`);
  const { row, record, family } = entry;
  const facts = catalog.factsOf(entry);
  const today = catalog.statusOf(entry);
  const citations = listCitations(library, entry);
  const amends = catalog.amends(entry);
  const values = (
    facet: 'nature' | 'ics' | 'ccs' | 'industry' | 'chain' | 'issuer',
    list: readonly string[],
  ) => list.map((value) => showValue(library, facet, value));
  return {
    ...pickFacts(entry),
    titleEnFrom: entry.titleEnFrom,
    family,
    shown: showEntry(library, entry),
    /** The day of issue that has not come; only a preview has such a page. */
    notIssuedBefore: row && isEarly(row.meta, library.asOf) ? entry.issued : undefined,
    sampleNotice: row?.meta.sample ? tellSample(library, entry) : undefined,
    prefix: entry.parsed?.prefix,
    nature: values('nature', facetValues(entry, 'nature', catalog.statusOf)),
    facts,
    today: {
      status: today.status,
      flags: today.flags,
      confirmed: today.confirmed,
    },
    states: [...listStates(facts, today, catalog.reviewYears)],
    statuses: timed(
      catalog.laterOf(entry).map(({ from }) => from),
      (day) => showValue(library, 'status', day ? statusOn(library, entry, day) : today.status),
    ),
    kind: showValue(library, 'kind', family),
    ics: values('ics', entry.ics),
    ccs: values('ccs', entry.ccs),
    industries: values('industry', entry.industries),
    chains: values('chain', entry.chains),
    issuers: values('issuer', entry.issuers),
    /** English names of the bodies it names. */
    bodies: nameBodies(library, listBodies(row)),
    recorded: record && {
      asOf: record.asOf,
      source: record.source,
    },
    replaces: showRelations(library, catalog.replacesOf(entry)),
    replacedBy: showRelations(library, catalog.replacedByOf(entry)),
    amends: amends === undefined ? undefined : showMention(library, amends),
    amendments: catalog.amendmentsOf(entry).map(({ key }) => showMention(library, key)),
    notices: listNoticesOf(library, entry),
    ...showCities(library, entry),
    editions: showEditions(library, entry),
    /** Years and slugs of consecutive editions that have a page of their own together with this one. */
    compared: pairsOf(library, entry).map(({ earlier, later }) => ({
      earlier: earlier.slug,
      later: later.slug,
      year: (earlier === entry ? later : earlier).parsed?.year,
    })),
    citations: citations.slice(0, mostCitations).map(showCitation),
    cited: citations.length,
    standings: showStandings(library, entry),
    /** Whether it has a page of its references; product groups that compare its indicators. */
    hasReferences: hasReferences(library, entry),
    isTaught: hasLearning(library, row),
    groups: listGroupsOf(library, slug),
    text: row && {
      ...showRow(row),
      printed: listPrinted(library, row),
      hasData: listDataLanguages(library, row, 'json-ld').length > 0,
      written: listWritten(library, row),
      references: showReferences(library, entry),
      successor: findSuccessor(library, entry),
      earlier: listEarlier(library, entry),
    },
  };
}

const listBodies = (row: StandardRow | undefined): readonly string[] =>
  [row?.meta.proposedBy, row?.meta.administeredBy, row?.meta.draftedBy].flatMap(
    (each) => each ?? [],
  );

const showRow = ({
  kind,
  meta,
  digest,
  source,
  hasEnglish,
  scope,
  provisions,
  terms,
}: StandardRow) => ({
  kind,
  meta,
  digest,
  source,
  hasEnglish,
  scope: scope.slice(0, 150),
  provisions,
  hasTerms: terms.length > 0,
});

const showCitation = ({ by, normative }: Citation) => ({
  ...nameRow(by),
  normative,
});

export type StandardView = ReturnType<typeof viewStandard>;

/** Citations in the order of the citing numbers. */
function listCitations(library: Library, entry: CatalogEntry): readonly Citation[] {
  return library.catalog
    .citedBy(entry)
    .toSorted((a, b) => (a.by.key < b.by.key ? -1 : a.by.key > b.by.key ? 1 : 0));
}

/**
 * Editions of the number, newest first, each with the last day it was or will be in force where an end is known; empty when
 * there is only this one.
 */
function showEditions(library: Library, entry: CatalogEntry) {
  const { catalog } = library;
  const editions = catalog.editionsOf(entry);
  if (editions.length < 2) return [];
  return editions.map((edition) => {
    const { until } = listDaysInForce(catalog.factsOf(edition));
    return {
      ...showEntry(library, edition),
      last: until === undefined ? undefined : addDays(until, -1),
    };
  });
}

function statusOn({ catalog }: Library, entry: CatalogEntry, day: string): Status {
  return catalog.laterOf(entry).findLast(({ from }) => from <= day)?.status ?? '未知';
}

/** The hosted standard that alone replaces the whole of one, with the digest of its body: clauses of both are told apart. */
function findSuccessor({ catalog }: Library, entry: CatalogEntry) {
  const whole = catalog.replacedByOf(entry).filter(({ partial }) => partial === undefined);
  const row = whole.length === 1 ? catalog.byKey(whole[0]?.key ?? '')?.row : undefined;
  return row && { slug: row.slug, digest: row.digest };
}

/** Hosted editions of the same number before this one, with the clauses they have. */
export function listEarlier({ catalog }: Library, entry: CatalogEntry) {
  return catalog.editionsOf(entry).flatMap(({ key, slug, issued = '', row }) => {
    const year = /-(\d{4})$/.exec(key)?.[1];
    return row && year && key !== entry.key && issued < (entry.issued ?? '')
      ? [{ slug, year, addresses: row.addresses }]
      : [];
  });
}

/** Where a standard stands in systems. A row without a year means another edition once that is in force. */
function showStandings(library: Library, entry: CatalogEntry): Timed<readonly ShownStanding[]> {
  const { catalog, systems } = library;
  const editions = catalog.editionsOf(entry);
  const own = new Set(
    (editions.length > 0 ? editions : [entry]).flatMap((edition) =>
      systems.systemsOf(edition).map(({ system }) => system),
    ),
  );
  if (own.size === 0) return [{ value: [] }];
  const ordered = systems.list.filter((system) => own.has(system));
  const days = editions.flatMap((edition) => catalog.laterOf(edition).map(({ from }) => from));
  return timed([...new Set(days)].toSorted(), (day) =>
    ordered.flatMap((system) => showStanding(systemOn(library, system, day), entry)),
  );
}

export interface ShownStanding {
  readonly system: { readonly id: string; readonly name: Bilingual };
  readonly place: { readonly id: string; readonly name: Bilingual };
  readonly role: Role;
  readonly also: readonly { readonly id: string; readonly name: Bilingual }[];
}

function showStanding(system: System, { key }: CatalogEntry): readonly ShownStanding[] {
  const row = system.rows.find(
    ({ subject }) => subject.kind === 'standard' && subject.entry.key === key,
  );
  const place = row && system.places.find((each) => each.key === row.place);
  if (!place) return [];
  const pick = ({ id, name }: Place) => ({ id, name });
  const also = row.also.flatMap((id) => system.nodes.find((node) => node.id === id) ?? []);
  return [
    {
      system: { id: system.id, name: system.model.name },
      place: pick(place),
      role: row.role,
      also: also.map(pick),
    },
  ];
}

/** Returns what mentions in a text lead to, by their keys; those that lead nowhere are left out. */
export function showReferences(
  library: Library,
  { row }: Pick<CatalogEntry, 'row'>,
): Readonly<Record<string, Timed<ShownEntry>>> {
  if (!row) return {};
  return Object.fromEntries(
    row.mentions.flatMap(({ key, dated }) => {
      const phases = mentionsOf(library)[dated ? 'dated' : 'undated'](key);
      return phases ? [[key, phases]] : [];
    }),
  );
}

/** What mentions mean, of a library; many texts mention the same standards. */
const mentionsOf = memo((library: Library) => ({
  dated: memo((key: string) => resolveOverTime(library, key, true)),
  undated: memo((key: string) => resolveOverTime(library, key, false)),
}));

/** Of a mention without a year another edition may be meant on a later day. */
function resolveOverTime(
  library: Library,
  key: string,
  dated: boolean,
): Timed<ShownEntry> | undefined {
  const { catalog } = library;
  const found = catalog.resolve(key, dated);
  if (found.kind === 'unknown') return undefined;
  const now = showEntry(library, found.entry);
  const days = [found.entry, ...(dated ? [] : found.editions)].flatMap((entry) =>
    catalog.laterOf(entry).map(({ from }) => from),
  );
  if (days.length === 0) return [{ value: now }];
  return timed([...new Set(days)].toSorted(), (day) => {
    if (day === undefined) return now;
    const later = catalog.on(day);
    const at = later.resolve(key, dated);
    if (at.kind === 'unknown') return now;
    return { ...showEntry(library, at.entry), status: later.statusOf(at.entry).status };
  });
}
