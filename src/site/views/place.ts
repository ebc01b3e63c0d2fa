import { nameRow } from '#core/model/row.ts';
import type { Library } from '#library/open.ts';
import { findNeighbours, listHosted, listIndicators, listOrganisations } from '../data/place.ts';
import { placeHasReferences } from '../data/neighbours.ts';
import { heatOf } from '../data/system-gaps.ts';
import { listBeside } from './cities.ts';
import { showValue } from './entries.ts';
import type { ViewProps } from './props.ts';
import { findSystem, timeSystem } from './system.ts';
import { showRow } from './system-days.ts';

/** Bodies that a page lists. */
const mostOrganisations = 12;

/** The page of a place of a system: what stands and applies there, and what it says. */
export function viewPlace(library: Library, props: ViewProps) {
  const system = findSystem(library, props);
  const place = system.places.find(({ id }) => id === props.place);
  if (!place) throw new Error(`no place ${system.id}/${props.place}`);
  const { id, key, kind, name, counts, rows, related } = place;
  const times = timeSystem(library, system);
  const node = system.nodes.find((each) => kind === 'node' && each.id === id);
  const branch = system.branches.find(({ code }) => kind === 'branch' && code === id);
  const hosted = listHosted([...rows, ...related]);
  const show = (list: typeof rows) =>
    list.map((row) => times.rows[row.code] ?? [{ value: showRow(library, row) }]);
  const neighbours = (list: ReturnType<typeof findNeighbours>['before']) =>
    list.map((each) => ({ id: each.node.id, name: each.node.name, label: each.label }));
  const { before, after } = findNeighbours(system, place);
  return {
    system: {
      id: system.id,
      name: system.model.name,
      sample: system.model.sample,
    },
    id,
    key,
    kind,
    name,
    stage: node?.stage,
    note: node?.note ?? branch?.note,
    since: times.since,
    until: times.until,
    figures: times.places[key] ?? [
      {
        value: {
          counts,
          heat: heatOf(place),
        },
      },
    ],
    before: neighbours(before),
    after: neighbours(after),
    /** Whether it has a page of the references of its standards. */
    hasReferences: placeHasReferences(library, place),
    rows: show(rows),
    related: show(related),
    hosted: hosted.map((row) => ({
      ...nameRow(row),
      hasEnglish: row.hasEnglish,
      digest: row.digest,
    })),
    indicators: listIndicators(hosted).map(({ row, indicator }) => ({
      slug: row.slug,
      number: row.number,
      indicator,
    })),
    ...listBeside(library, [...rows, ...related]),
    organisations: listOrganisations(rows)
      .slice(0, mostOrganisations)
      .map(({ name: body, count }) => ({
        count,
        body: showValue(library, 'issuer', body),
      })),
  };
}
