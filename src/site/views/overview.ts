import type { System } from '#core/systems/index.ts';
import type { Library } from '#library/open.ts';
import { timed } from '#core/model/timed.ts';
import { groupByStage } from '../data/system-choices.ts';
import { listByChain } from '../data/system-order.ts';
import { heatOf } from '../data/system-gaps.ts';
import { listSystemDays, systemOn } from '../data/system-on.ts';
import { viewCoverage } from './coverage.ts';
import { showPlans, showTotals, showWeakest } from './overview-lists.ts';
import { datesOf, showSystemBriefly } from './system.ts';

/** All systems side by side, and the chains that have none yet. */
export function viewOverview(library: Library) {
  const { systems, vocabulary } = library;
  const list = listByChain(library).map((system) => showSystem(library, system));
  const named = new Set(vocabulary.chains.map(({ id }) => id));
  return {
    coverage: viewCoverage(library),
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
    weakest: showWeakest(library),
    plans: showPlans(library),
  };
}

export type OverviewView = ReturnType<typeof viewOverview>;
export type OverviewSystem = OverviewView['systems'][number];

function showSystem(library: Library, system: System) {
  return {
    ...showSystemBriefly(library, system),
    /** How dark the square of each place is, from upstream to downstream. */
    squares: timed(listSystemDays(library, system), (day) =>
      groupByStage(systemOn(library, system, day)).map(({ stage, places }) => ({
        stage,
        heat: places.map(heatOf),
      })),
    ),
  };
}

export type Squares = OverviewSystem['squares'][number]['value'];
