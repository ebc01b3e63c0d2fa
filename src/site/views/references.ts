import { memo } from '#core/base/memo.ts';
import { chooseDrawn } from '#core/catalog/index.ts';
import type { CatalogEntry, Neighbour } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import { timed, timedList } from '#core/model/timed.ts';
import type { Library } from '#library/open.ts';
import { catalogOn } from '../data/catalog-on.ts';
import { listSystemDays, systemOn } from '../data/system-on.ts';
import { listMembers, listNeighbourDays, neighboursOf } from '../data/neighbours.ts';
import { showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';
import { findSystem } from './system.ts';

/** Nodes on either side of a drawing. */
const mostDrawn = 12;
/** Rows of a page; of a standard that more texts cite, the rest is counted. */
const mostRows = 1000;

/** A text of which clauses are named when a page is drawn. */
export const showNames = ({ slug, names }: StandardRow) => ({ slug, names });

/** Which text clauses are looked up in when a page is drawn. */
export const showText = ({ slug, digest, hasEnglish }: StandardRow) => ({
  slug,
  digest,
  hasEnglish,
});

/** The references of one standard, both ways. */
export function viewReferences(library: Library, { slug = '' }: ViewProps) {
  const entry = library.catalog.bySlug(slug);
  if (!entry) throw new Error(`no entry ${slug}`);
  const days = listNeighbourDays(library, entry);
  return { subject: showEntry(library, entry), ...showNeighbours(library, () => [entry], days) };
}

/** The references of the standards of one place of a system; those between them are the place's own affair. */
export function viewPlaceReferences(library: Library, props: ViewProps) {
  const system = findSystem(library, props);
  const place = system.places.find(({ id }) => id === props.place);
  if (!place) throw new Error(`no place ${system.id}/${props.place}`);
  const membersOn = (day: string | undefined) =>
    systemOn(library, system, day)
      .places.filter(({ id }) => id === props.place)
      .flatMap(listMembers);
  const members = membersOn(undefined);
  const systemDays = listSystemDays(library, system);
  const all = [undefined, ...systemDays].flatMap(membersOn);
  const days = [...systemDays, ...all.flatMap((entry) => listNeighbourDays(library, entry))];
  return {
    system: { id: system.id, name: system.model.name, sample: system.model.sample },
    place: { id: place.id, name: place.name },
    members: members.length,
    texts: members.filter(({ row }) => row).length,
    ...showNeighbours(library, membersOn, days),
  };
}

/** Neighbours of standards, with the days on which they are others. */
function showNeighbours(
  library: Library,
  membersOn: (day: string | undefined) => readonly CatalogEntry[],
  changes: readonly string[],
) {
  const days = [...new Set(changes)].toSorted();
  const isSeveral = membersOn(undefined).length > 1;
  const at = memo((day: string | undefined) => {
    const members = membersOn(day);
    const own = new Set(members.map(({ key }) => key));
    return members
      .flatMap((entry) => neighboursOf(library, entry, catalogOn(library, day)))
      .filter(({ key }) => members.length === 1 || !own.has(key));
  });
  const { items, count } = timedList(
    days,
    (day) => at(day).map((each) => showNeighbour(library, each, isSeveral)),
    ({ kind, number, of }) => `${kind} ${of?.slug ?? ''} ${number}`,
  );
  return {
    count,
    left: Math.max(0, items.length - mostRows),
    rows: items.slice(0, mostRows),
    drawing: timed(days, (day) =>
      chooseDrawn(
        at(day).map((each) => showNode(library, each)),
        mostDrawn,
      ),
    ),
  };
}

const showNode = (library: Library, { kind, number, entry }: Neighbour) => ({
  kind,
  number,
  entry: entry && showEntry(library, entry),
});

export type DrawnNode = ReturnType<typeof showNode>;

function showNeighbour(library: Library, neighbour: Neighbour, several: boolean) {
  const { kind, of, number, entry, text, clauses, dated, normative, note } = neighbour;
  return {
    kind,
    of: several ? showEntry(library, of) : undefined,
    number,
    entry: entry && showEntry(library, entry),
    text: text && showNames(text),
    clauses,
    dated,
    normative,
    note,
  };
}

export type ReferencesView = ReturnType<typeof showNeighbours>;
export type ShownNeighbour = ReturnType<typeof showNeighbour>;
