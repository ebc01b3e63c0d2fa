import { memo, once } from '#core/base/memo.ts';
import type { CatalogEntry, TermGroup } from '#core/catalog/index.ts';
import type { Library } from '#library/open.ts';
import type { ChangedShape, PublishedShapes, ShapeChange } from '#library/shapes.ts';
import type { Facet } from '#site/data/facet-names.ts';
import { findTermPage } from '#site/data/compared-terms.ts';
import { readSlotFile } from '#site/data/open-data/datasets.ts';
import { listSlotTexts } from '#site/data/open-data/lines.ts';
import { recordsPageOf } from '#site/data/record-pages.ts';
import { getTermIndex } from '#site/data/terms.ts';
import type { Area, Reach } from '#site/dependence.ts';
import { digestAreas, listLearningStems } from './areas.ts';
import { findOnList, isOtherList, isOtherPage, recordsName, shapeLists } from './lists.ts';
import type { ListShapes } from './lists.ts';
import { digestEntry, namesOf, toShape } from './shape.ts';
import type { Shape } from './shape.ts';
import { indexStems, joinRelated } from './stem-index.ts';
import { digestFrame, findTouchedSystems } from './whole.ts';
import type { SiteWhole } from './whole.ts';

/** What a change of a library reaches, and what is kept of it for the next one. */
export interface FoundReach {
  readonly reach: Reach;
  readonly shapes: ShapeChange;
}

/** Where more than this part of a library has changed all of it is looked at. */
const mostChanged = 1 / 4;

/** So few are never too many. */
const fewChanged = 10;

/**
 * What has changed since a site was published, and which pages that reaches; null where all pages have to be looked at: the
 * frame of the site is another one, or much of the library.
 */
export function findReach(library: Library, before: PublishedShapes): FoundReach | null {
  const was = before.whole as SiteWhole;
  if (was.frame !== digestFrame(library)) return null;
  const { entries } = library.catalog;
  const digests = new Map(entries.map((entry) => [entry.key, digestEntry(library, entry)]));
  const gone = Object.keys(before.digests).filter((key) => !digests.has(key));
  const changed = entries.filter(({ key }) => before.digests[key] !== digests.get(key));
  const count = changed.length + gone.length;
  if (count > Math.max(fewChanged, entries.length * mostChanged)) return null;

  const read = (keys: readonly string[]) => before.read(keys) as ReadonlyMap<string, Shape>;
  const goneShapes = [...read(gone).values()];
  const moved = [
    ...changed.map((entry) => toShape(library, entry)),
    ...read(changed.map(({ key }) => key)).values(),
    ...goneShapes,
  ];
  const index = indexStems(entries);
  const kin = index.named(joinRelated(index, moved));
  const compared = compareShapes(library, kin, read(kin.map(({ key }) => key)));
  const { faces } = compared;
  const hasFacts = faces.size > 0 || gone.length > 0;
  const shown = [...goneShapes.flatMap(({ names }) => names), ...[...faces].flatMap(namesOf)];
  // What is cited shows who cites it, and where.
  const citations = compared.citations || goneShapes.some(({ links }) => links.length > 0);
  const cited = hasFacts || citations ? moved.flatMap(({ links }) => links) : [];
  const seen = [...kin, ...index.named(cited), ...index.linking(shown)];
  const slugs = new Set([...moved, ...seen].map(({ slug }) => slug));
  const stems = new Set([
    ...moved.flatMap(({ names }) => names),
    ...seen.flatMap(namesOf),
    ...cited,
  ]);
  // What took the place of what a text cites is named among the gaps of the systems of that text.
  const citing = hasFacts ? index.linking(kin.flatMap(namesOf)) : [];
  const systems = findTouchedSystems(library, new Set([...stems, ...citing.flatMap(namesOf)]));
  const hasOtherTerms = compared.hasOtherTerms || goneShapes.some(({ terms }) => terms !== '');
  const areas = digestAreas(library, hasFacts || hasOtherTerms ? undefined : was.areas.beside);
  const isOtherArea = (area: Area): boolean => areas[area] !== was.areas[area];
  const lists = hasFacts ? shapeLists(library) : was.lists;
  const keys = new Set([...faces].map(({ key }) => key));
  const reached = once(() => findRecordsPages(library, slugs));
  return {
    reach: {
      standard: (slug) => slugs.has(slug),
      facts: hasFacts,
      citations: hasFacts || citations,
      stale:
        goneShapes.some(({ stale }) => stale) || ((hasFacts || citations) && compared.hasStale),
      ...(hasFacts ? findLists(library, lists, was.lists, keys) : noLists),
      records: (first) =>
        isOtherPage(lists[recordsName(first)], was.lists[recordsName(first)], 1) ||
        reached().has(first),
      addresses: true,
      ...findTerms(library, compared, goneShapes, keys),
      definers: (term) => hasOtherTerms || isOnTermPage(library, term, slugs),
      dataOf: findDataFiles(library, slugs),
      systems: systems.size > 0,
      system: (id) => systems.has(id),
      area: isOtherArea,
      learning: (props) =>
        isOtherArea('learning') ||
        listLearningStems(library, props).some((stem) => stems.has(stem)),
    },
    shapes: {
      whole: { ...was, lists, areas } satisfies SiteWhole,
      all: false,
      changed: compared.shapes.map(([{ key }, shape]) => ({
        key,
        digest: digests.get(key) ?? '',
        shape,
      })),
      gone,
    },
  };
}

/** Which files of data of the whole library, by their paths, have one of some texts. */
function findDataFiles(library: Library, slugs: ReadonlySet<string>): Reach['dataOf'] {
  return (file) => {
    const slot = readSlotFile(file)?.slot;
    return slot !== undefined && listSlotTexts(library, slot).some(({ slug }) => slugs.has(slug));
  };
}

const noLists: Pick<Reach, 'list' | 'members'> = { list: () => false, members: () => false };

/** Which lists, and pages of them, have other rows than they had, or a standard of which something is another, by its key. */
function findLists(
  library: Library,
  now: ListShapes,
  was: ListShapes,
  keys: ReadonlySet<string>,
): Pick<Reach, 'list' | 'members'> {
  const onPages = memo((name: string) => {
    const [facet = '', ...value] = name.split('/');
    return findOnList(library, { facet: facet as Facet, value: value.join('/') }, keys);
  });
  return {
    list: (facet, value, page) => {
      const name = `${facet}/${value}`;
      return isOtherPage(now[name], was[name], page) || (onPages(name)?.has(page) ?? true);
    },
    members: (facet, value) => {
      const name = `${facet}/${value}`;
      return isOtherList(now[name], was[name]) || onPages(name)?.size !== 0;
    },
  };
}

/** Pages of records, by the first of each, on which one of some standards stands. */
function findRecordsPages(library: Library, slugs: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...slugs].flatMap((slug) => {
      const entry = library.catalog.bySlug(slug);
      return (entry && recordsPageOf(library, entry)) ?? [];
    }),
  );
}

/** What of all terms may be another, and on which pages of theirs. */
function findTerms(
  library: Library,
  { hasTerms, hasOtherTerms }: ReturnType<typeof compareShapes>,
  gone: readonly Shape[],
  keys: ReadonlySet<string>,
): Pick<Reach, 'terms' | 'termPage'> {
  const hasGone = gone.some(({ terms }) => terms !== '');
  const terms = hasTerms || hasGone;
  const onPages = memo((byEnglish: boolean) => findTermPages(library, keys, byEnglish));
  return {
    terms,
    termPage:
      hasOtherTerms || hasGone
        ? () => true
        : (page, byEnglish) => terms && onPages(byEnglish).has(page),
  };
}

/** Pages of all terms on which one of some standards stands, by their keys. */
function findTermPages(
  library: Library,
  keys: ReadonlySet<string>,
  byEnglish: boolean,
): ReadonlySet<number> {
  const { pages } = getTermIndex(library, byEnglish);
  const hasOne = ({ entries }: TermGroup) => entries.some(({ row }) => keys.has(row.key));
  return new Set(
    pages.flatMap(({ page, groups }) =>
      groups.some(({ terms }) => terms.some(hasOne)) ? [page] : [],
    ),
  );
}

/** Whether the page of a term, by its id, has one of some standards: as what defines it, or another term of the same English name. */
function isOnTermPage(library: Library, term: string, slugs: ReadonlySet<string>): boolean {
  const found = findTermPage(library, term);
  const groups = found ? [found.group, ...found.others] : [];
  return !found || groups.some(({ entries }) => entries.some(({ row }) => slugs.has(row.slug)));
}

function compareShapes(
  library: Library,
  kin: readonly CatalogEntry[],
  before: ReadonlyMap<string, Shape>,
) {
  const shapes = kin.map((entry) => [entry, toShape(library, entry)] as const);
  const faces = new Set<CatalogEntry>();
  let citations = false;
  let hasTerms = false;
  let hasOtherTerms = false;
  let hasStale = false;
  for (const [entry, shape] of shapes) {
    const known = before.get(entry.key);
    if (known?.face !== shape.face) faces.add(entry);
    if (known?.cites !== shape.cites) citations = true;
    if ((known?.terms ?? '') !== shape.terms) hasOtherTerms = true;
    if (shape.stale || known?.stale) hasStale = true;
    const isSame = known?.face === shape.face && known.terms === shape.terms;
    if (!isSame && (shape.terms !== '' || (known?.terms ?? '') !== '')) hasTerms = true;
  }
  return { shapes, faces, citations, hasTerms, hasOtherTerms, hasStale };
}

/** What is kept of a whole library that was published. */
export function listShapes(library: Library): ShapeChange {
  return {
    whole: {
      frame: digestFrame(library),
      lists: shapeLists(library),
      areas: digestAreas(library),
    } satisfies SiteWhole,
    all: true,
    changed: {
      [Symbol.iterator]: () =>
        library.catalog.entries.values().map((entry) => shapeOf(library, entry)),
    },
    gone: [],
  };
}

const shapeOf = (library: Library, entry: CatalogEntry): ChangedShape => ({
  key: entry.key,
  digest: digestEntry(library, entry),
  shape: toShape(library, entry),
});
