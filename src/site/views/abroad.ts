import { addDays } from '#core/base/day.ts';
import { findPath, listAdoptionGaps, nameStage } from '#core/abroad/index.ts';
import type { Bridge, Crossing, NamedStandard, Notification } from '#core/abroad/index.ts';
import { timed } from '#core/model/timed.ts';
import type { System, SystemRow } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { getBridges, getCrossings, nameBridge } from '../data/abroad.ts';
import { showEntry } from './entries.ts';

/** The way abroad: what is adopted, what is not, and what leads abroad from a product. */
export function viewAbroad(library: Library) {
  const { systems, indicators, settings, abroad } = library;
  const bridges = getBridges(library).map((bridge) => showBridge(library, bridge));
  const used = new Set(bridges.flatMap((bridge) => bridge.systems));
  return {
    name: settings.names.short,
    bridges,
    systems: systems.list.flatMap(({ id, model }) =>
      used.has(id) ? [{ id, name: model.name }] : [],
    ),
    groups: indicators.map((group) => showGroup(library, group)),
    markets: abroad.markets,
    notifications: abroad.notifications.map(showNotification),
    projects: abroad.projects.map((project) => ({
      ...project,
      stageName: nameStage(project.stage),
    })),
    chainNames: Object.fromEntries(
      library.vocabulary.chains.map(({ id, zh, en }) => [id, { zh, en }]),
    ),
    chains: systems.list.flatMap((system) => showChain(library, system)),
  };
}

/** Notifications for feeds and calendars, the latest first; those of a day to come are left out. */
export function viewTbtFeed({ abroad, asOf, settings }: Library) {
  const told = abroad.notifications.filter(({ notified }) => notified <= asOf);
  return {
    site: settings.names.short,
    notifications: told.toSorted((a, b) =>
      a.notified < b.notified || (a.notified === b.notified && a.symbol < b.symbol) ? 1 : -1,
    ),
  };
}

export type TbtFeedView = ReturnType<typeof viewTbtFeed>;
export type AbroadView = ReturnType<typeof viewAbroad>;
export type ShownCrossing = AbroadView['bridges'][number]['national'][number];

/** A notification, with whether comments are open: on the day of the reader, to whom the last day still belongs. */
function showNotification(told: Notification) {
  const { notified, comment_until: until } = told;
  const days = until === '' ? [] : [notified, addDays(until, 1)];
  const state = (day = ''): 'coming' | 'open' | 'closed' | 'unset' => {
    if (until === '') return 'unset';
    if (day < notified) return 'coming';
    return day <= until ? 'open' : 'closed';
  };
  return { ...told, state: timed(days, state) };
}

/** A standard by its number; with what is known of it. */
function showNamed(library: Library, { number, entry }: NamedStandard) {
  return { number, ...(entry && { entry: showEntry(library, entry) }) };
}

function showCrossing(library: Library, { own, degree, by, target, edition }: Crossing) {
  return {
    own: showNamed(library, own),
    family: own.family,
    degree,
    by,
    target: showNamed(library, target),
    edition: {
      kind: edition.kind,
      asOf: edition.asOf,
      later: edition.kind === 'newer' ? edition.later.map((each) => showNamed(library, each)) : [],
    },
  };
}

function showBridge(library: Library, { undated, national, local, reliances }: Bridge) {
  const all = [...national, ...local];
  const entries = all.flatMap(({ own, target }) => [own.entry ?? [], target.entry ?? []].flat());
  const standing = entries.flatMap((entry) => library.systems.systemsOf(entry));
  // What stands in no catalogue stands in the system that names it all the same.
  const named = library.systems.list.filter(({ rows }) =>
    rows.some(({ number }) => all.some(({ own }) => own.number === number)),
  );
  const newest = all.flatMap(({ target, edition }) =>
    edition.kind === 'newer' ? (edition.later[0]?.entry ?? []) : (target.entry ?? []),
  )[0];
  return {
    id: nameBridge(undated),
    // As its publisher writes it, where the catalogue has it.
    number: (newest?.number ?? undated).replace(/:\d{4}.*$/, ''),
    title: newest && { zh: newest.title, en: newest.titleEn },
    national: national.map((each) => showCrossing(library, each)),
    local: local.map((each) => showCrossing(library, each)),
    reliances: reliances.map(({ by, cites }) => ({
      by: showEntry(library, by),
      cites: cites.number,
    })),
    systems: [
      ...new Set([...standing.map(({ system }) => system.id), ...named.map(({ id }) => id)]),
    ],
  };
}

function showGroup(library: Library, { id, name, standards }: Library['indicators'][number]) {
  return {
    id,
    name,
    standards: standards.map((entry) => {
      const { own, through, cited } = findPath(entry, getCrossings(library), library.catalog);
      return {
        entry: showEntry(library, entry),
        own: own.map((each) => showCrossing(library, each)),
        through: through.map((each) => showCrossing(library, each)),
        cited: cited.map((each) => showEntry(library, each)),
      };
    }),
  };
}

/** The gaps of a system; none where it has no international standard and adopts none. */
function showChain(library: Library, system: System) {
  const { unadopted, outdated, unknown } = listAdoptionGaps(system, getCrossings(library));
  if (unadopted.length + outdated.length + unknown.length === 0) return [];
  const place = ({ place: key }: SystemRow) => {
    const found = system.places.find((each) => each.key === key);
    return found && { id: found.id, name: found.name };
  };
  const show = (row: SystemRow) => ({
    number: row.number,
    title: row.title,
    place: place(row),
    ...(row.subject.kind === 'standard' && { entry: showEntry(library, row.subject.entry) }),
  });
  return [
    {
      id: system.id,
      name: system.model.name,
      unadopted: unadopted.map(({ row, near }) => ({
        ...show(row),
        near: near.map(({ own, degree }) => ({ number: own.number, degree })),
      })),
      outdated: outdated.map(({ row, crossing }) => ({
        ...show(row),
        crossing: showCrossing(library, crossing),
      })),
      unknown: unknown.map(({ row, crossing }) => ({
        ...show(row),
        crossing: showCrossing(library, crossing),
      })),
    },
  ];
}
