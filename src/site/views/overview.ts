import type { System } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { countRoles, groupByStage, listRowsFor } from '../data/system-choices.ts';
import { heatOf } from '../data/system-gaps.ts';
import { viewCoverage } from './coverage.ts';
import { gapKinds, showGaps } from './gaps.ts';
import { showPlans, showTotals, showWeakest, sumTimed } from './overview-lists.ts';
import { datesOf, showSystemBriefly, timeSystem } from './system.ts';

/** All systems side by side, and the chains that have none yet. */
export function viewOverview(library: Library) {
  const { systems, vocabulary, catalog } = library;
  const list = systems.list.map((system) => showSystem(library, system));
  const named = new Set(vocabulary.chains.map(({ id }) => id));
  return {
    coverage: viewCoverage(library),
    reviewYears: catalog.reviewYears,
    ...datesOf(library, systems.list),
    chains: vocabulary.chains.map(({ id, zh, en, kind, group }) => ({
      id,
      kind,
      group,
      name: {
        zh,
        en,
      },
      system: systems.ofChain(id)?.id,
    })),
    /** Systems of no chain of the vocabulary. */
    others: systems.list
      .filter(({ model }) => !model.chain || !named.has(model.chain))
      .map(({ id }) => id),
    systems: list,
    totals: showTotals(library),
    gapTotals: gapKinds.map((kind) => ({
      kind,
      count: sumTimed(systems.list.map((system) => showGaps(library, system)[kind].count)),
    })),
    weakest: showWeakest(library),
    plans: showPlans(library),
  };
}

export type OverviewView = ReturnType<typeof viewOverview>;
export type OverviewSystem = OverviewView['systems'][number];

function showSystem(library: Library, system: System) {
  const times = timeSystem(library, system);
  const gaps = showGaps(library, system);
  return {
    ...showSystemBriefly(library, system),
    roles: countRoles(system.rows),
    stages: groupByStage(system).map(({ stage, places }) => ({
      stage,
      places: places.map((place) => ({
        id: place.id,
        kind: place.kind,
        name: place.name,
        roles: countRoles(listRowsFor(system, place)),
        figures: times.places[place.key] ?? [
          {
            value: {
              counts: place.counts,
              heat: heatOf(place),
            },
          },
        ],
      })),
    })),
    gaps: gapKinds.map((kind) => ({ kind, count: gaps[kind].count })),
  };
}
