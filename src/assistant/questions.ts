import { citationFormats, citeAll } from '#core/catalog/citation-formats.ts';
import type { CitedStandard } from '#core/catalog/citation-formats.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import { compareTexts, listRecords, readExport } from '#core/compare/index.ts';
import type { ComparableText } from '#core/compare/index.ts';
import type { Language } from '#core/model/standard.ts';
import { gapsOf } from '#core/systems/index.ts';
import { checkRows, indexKnown, listKnown } from '#core/validity/index.ts';
import { exportStandard } from '#site/files/exports.ts';
import { cutText, mostCharacters, takeFitting } from './bounds.ts';
import {
  describeHead,
  nameCity,
  findClauses,
  findStandard,
  linkClause,
  readText,
} from './library-at-hand.ts';
import type { Answer, LibraryAtHand } from './library-at-hand.ts';

/** Standards and clauses that hold what is looked for, the nearest first. */
export async function search(
  hand: LibraryAtHand,
  {
    query,
    language,
    limit,
  }: { readonly query: string; readonly language: Language; readonly limit: number },
): Promise<Answer> {
  const { engine, addressOf, library } = hand;
  const { hits, total } = await engine.search({ text: query, language, size: limit, best: true });
  const told = hits.map(({ slug, number, title, path, clauses }) => {
    const entry = library.catalog.bySlug(slug);
    return {
      ...(entry ? describeHead(hand, entry) : { number, title }),
      link: addressOf(path),
      clauses: clauses.slice(0, 3).map((clause) => ({
        clause: clause.label,
        title: clause.title,
        text: clause.snippet.map(({ text }) => text).join(''),
        link: addressOf(clause.path),
      })),
    };
  });
  const { taken, left } = takeFitting(told, mostCharacters);
  return {
    found: taken.length > 0,
    query,
    total,
    statusOn: library.asOf,
    hits: taken,
    ...(left > 0 && { hitsLeftOut: left }),
    ...(taken.length === 0 && {
      why: 'Nothing in this library holds it. That says nothing of other standards.',
    }),
  };
}

/** What each number of a list is on a day; nothing is concluded of what the library does not hold. */
export function checkValidity(
  { library, addressOf }: LibraryAtHand,
  { numbers, on }: { readonly numbers: readonly string[]; readonly on: string },
): Answer {
  const nameCityOf = (key: string): Answer => {
    const entry = library.catalog.byKey(key);
    return entry ? nameCity(entry) : {};
  };
  const known = indexKnown(listKnown(library.catalog));
  const rows = numbers.map((text, at) => ({ place: String(at + 1), text }));
  const checked = [...checkRows(rows, known, on)].map(
    ({ written, verdict, standard, status, successors, near }) => ({
      written,
      verdict,
      ...(standard && {
        number: standard.number,
        title: standard.title,
        link: addressOf(`/standards/${standard.slug}/`),
        ...nameCityOf(standard.key),
      }),
      ...(status?.since && { since: status.since }),
      ...(successors.length > 0 && {
        successors: successors.map((step) => step.standard?.number ?? step.key),
      }),
      ...(near.length > 0 && { near: near.map((each) => each.standard.number).slice(0, 3) }),
    }),
  );
  const { taken, left } = takeFitting(checked, mostCharacters);
  return {
    on,
    checked: taken,
    ...(left > 0 && { leftOut: left }),
    note: 'absent: not in this library, which says nothing of its validity; question and other-edition have to be confirmed.',
  };
}

/** What changed between two editions, clause by clause. */
export function compareEditions(
  hand: LibraryAtHand,
  {
    earlier,
    later,
    from,
  }: { readonly earlier: string; readonly later: string; readonly from: number },
): Answer {
  const [a, b] = [findStandard(hand, earlier), findStandard(hand, later)];
  if ('answer' in a) return a.answer;
  if ('answer' in b) return b.answer;
  const [before, after] = [readComparable(hand, a.entry), readComparable(hand, b.entry)];
  if (!before || !after) {
    const missing = before ? b.entry.number : a.entry.number;
    return { found: false, why: `The text of ${missing} is not here.` };
  }
  const comparison = compareTexts(before, after);
  const changes = listRecords(comparison).map((record) => ({
    kind: record.kind,
    what: record.subject,
    ...(record.type && { type: record.type }),
    earlierClause: record.fromClause,
    laterClause: record.toClause,
    ...(record.at && { at: record.at }),
    earlier: cutText(record.from, 600),
    later: cutText(record.to, 600),
    ...(record.limits.length > 0 && { limits: record.limits.map(({ direction }) => direction) }),
  }));
  const { taken, left } = takeFitting(changes.slice(from), mostCharacters);
  return {
    found: true,
    earlier: describeHead(hand, a.entry),
    later: describeHead(hand, b.entry),
    summary: comparison.summary,
    total: changes.length,
    changes: taken,
    ...(left > 0 && { next: from + taken.length }),
    note: 'Worked out from the two texts; what the later edition means is for its reader to judge.',
  };
}

function readComparable(
  { library }: LibraryAtHand,
  entry: CatalogEntry,
): ComparableText | undefined {
  if (!entry.row) return undefined;
  const dated = { ...library.catalog.statusOf(entry), successors: [] };
  const exported: unknown = JSON.parse(
    JSON.stringify(exportStandard(library.body(entry.slug), dated)),
  );
  const read = readExport(exported);
  return 'standard' in read ? read.standard.texts.zh : undefined;
}

/** What the standard system of a chain lacks on the day of the library. */
export function listChainGaps(
  { library, addressOf }: LibraryAtHand,
  { chain }: { readonly chain: string },
): Answer {
  const { systems, catalog } = library;
  const wanted = chain.trim().toLowerCase();
  const system = systems.list.find(({ model }) =>
    [model.id, model.name.zh, model.name.en].some((name) => name?.toLowerCase() === wanted),
  );
  if (!system) {
    return {
      found: false,
      why: `No standard system is called "${chain}".`,
      systems: systems.list.map(({ model }) => ({ id: model.id, name: model.name.zh })),
    };
  }
  const gaps = gapsOf(system, catalog);
  const places = (list: readonly { readonly name: { readonly zh: string } }[]) =>
    list.map(({ name }) => name.zh);
  const { taken, left } = takeFitting(
    gaps.staleReferences.map(({ row }) => row.number ?? ''),
    mostCharacters / 4,
  );
  return {
    found: true,
    system: system.model.name.zh,
    link: addressOf(`/systems/${system.model.id}/`),
    on: library.asOf,
    emptyPlaces: places(gaps.empty),
    placesWithEnterpriseStandardsOnly: places(gaps.enterpriseOnly),
    placesThatAdoptNothingInternational: places(gaps.withoutAdoption.map(({ place }) => place)),
    overReview: gaps.old
      .slice(0, 100)
      .map(({ row, since, review }) => ({ number: row.number, since, review })),
    citingWhatNoLongerHolds: taken,
    ...(left > 0 && { leftOut: left }),
    note: 'As this library knows them: a place that is empty here may have standards elsewhere.',
  };
}

/** A standard, or one of its clauses, as a reference in a given form. */
export function cite(
  hand: LibraryAtHand,
  asked: {
    readonly number: string;
    readonly clause?: string | undefined;
    readonly format: (typeof citationFormats)[number];
    readonly accessed: string;
  },
): Answer {
  const found = findStandard(hand, asked.number);
  if ('answer' in found) return found.answer;
  const { entry } = found;
  const text = readText(hand, entry, 'zh');
  const [clause] = asked.clause === undefined || !text ? [] : findClauses(text, asked.clause);
  if (asked.clause !== undefined && !clause) {
    return {
      ...describeHead(hand, entry),
      found: false,
      why: `No clause "${asked.clause}" is here.`,
    };
  }
  const { status } = hand.library.catalog.statusOf(entry);
  const link = clause
    ? linkClause(hand, entry, clause.id)
    : hand.addressOf(`/standards/${entry.slug}/`);
  const cited: CitedStandard = {
    number: entry.number,
    title: entry.title,
    titleEn: entry.titleEn,
    issued: entry.issued,
    issuers: entry.issuers,
    administrators: entry.row?.meta.administeredBy ?? [],
    ...(entry.row && { url: link, accessed: asked.accessed }),
    ...(clause && { clause: clause.label }),
    ...((status === '被代替' || status === '废止') && { standing: status }),
    ...(entry.row?.meta.sample && { sample: 'zh' as const }),
  };
  return {
    found: true,
    ...describeHead(hand, entry),
    format: asked.format,
    citation: citeAll([cited], asked.format).trim(),
  };
}

export { citationFormats };
