import { timed } from '#core/model/timed.ts';
import type { Timed } from '#core/model/timed.ts';
import type { Family } from '#core/number/index.ts';
import { statisticsOf } from '#core/systems/index.ts';
import type { Role, Statistics, StatisticsCell, System } from '#core/systems/index.ts';
import { queryCell } from '../data/system-list-links.ts';
import type { CellQueries } from '../data/system-list-links.ts';

/** A cell of the 统计表 with the lists behind its numbers; null where there is nothing to count. */
export type ShownCell = Timed<(StatisticsCell & { readonly queries: CellQueries }) | null>;

/** The 统计表, cell by cell; on days on which its lines and columns are others, as a whole. */
export function showStatistics(
  days: readonly string[],
  on: (day?: string) => System,
): Timed<ShownStatistics> {
  const kept = new Map<string | undefined, Statistics>();
  const at = (day?: string): Statistics => {
    let found = kept.get(day);
    if (!found) kept.set(day, (found = statisticsOf(on(day))));
    return found;
  };
  const shapes = timed(days, (day) => [at(day).levels, at(day).lines.map(({ role }) => role)]);
  return shapes.map(({ from }, index) => {
    const end = shapes[index + 1]?.from ?? '9999-12-31';
    const within = days.filter((day) => day > (from ?? '') && day < end);
    return {
      ...(from && { from }),
      value: showTable(within, (day) => [on(day ?? from), at(day ?? from)]),
    };
  });
}

/** Between two days a table has the same lines and columns. */
function showTable(days: readonly string[], at: (day?: string) => readonly [System, Statistics]) {
  const cell = (
    of: (statistics: Statistics) => StatisticsCell | undefined,
    asked: { readonly role?: Role; readonly level?: Family },
  ): ShownCell =>
    timed(days, (day) => {
      const [system, statistics] = at(day);
      const found = of(statistics);
      return found ? { ...found, queries: queryCell(system, asked) } : null;
    });
  const [, { levels, lines }] = at();
  return {
    levels,
    lines: lines.map(({ role }) => {
      const lineOf = ({ lines: all }: Statistics) => all.find((line) => line.role === role);
      return {
        role,
        cells: levels.map((level) => cell((each) => lineOf(each)?.byLevel[level], { role, level })),
        total: cell((each) => lineOf(each)?.total, { role }),
      };
    }),
    byLevel: levels.map((level) => cell((each) => each.byLevel[level], { level })),
    unnamed: timed(days, (day) => at(day)[1].unnamed),
    total: cell(({ total }) => total, {}),
  };
}

export type ShownStatistics = ReturnType<typeof showTable>;
