import { beforeAll, describe, expect, test } from 'vitest';
import { valueOn } from '#core/model/timed.ts';
import type { SystemRow } from '#core/systems/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { gapListKinds, gapWeights, viewGaps, viewSystemGaps } from '#site/views/gaps.ts';
import { planGroupOf } from '#site/views/overview-lists.ts';
import { viewOverview } from '#site/views/overview.ts';

let library: Library;

beforeAll(async () => {
  library = await openLibrary({ dir: 'content', cache: '.cache', asOf: '2026-11-29' });
});

/** Items that are there on the day of the build. */
const now = (list: { items: readonly (readonly { value: unknown }[])[] }) =>
  list.items.filter((phases) => (phases[0]?.value ?? null) !== null).length;

describe('totals of the overview', () => {
  test('are the sums of the systems and of the lists they lead to', () => {
    const view = viewOverview(library);
    const gaps = viewGaps(library);
    const systems = library.systems.list.map(({ id }) => viewSystemGaps(library, { system: id }));
    const totals = view.totals[0]?.value;
    const sum = (name: 'expected' | 'inForce' | 'underway' | 'unverified' | 'missing') =>
      view.systems.reduce((all, { counts }) => all + (counts[0]?.value[name] ?? 0), 0);
    for (const name of ['expected', 'inForce', 'underway', 'unverified', 'missing'] as const) {
      expect(totals?.[name], name).toBe(sum(name));
    }
    const listed = (name: 'underway' | 'unverified') =>
      systems.reduce((all, system) => all + now(system[name]), 0);
    expect(listed('underway')).toBe(totals?.underway);
    expect(listed('unverified')).toBe(totals?.unverified);
    expect(totals?.coverage).toBeCloseTo(sum('inForce') / sum('expected'), 9);
    const kinds = ['old', 'stale', 'enterprise', 'empty', 'adoption'] as const;
    for (const kind of kinds) {
      const items = systems.reduce((all, system) => all + now(system.gaps[kind]), 0);
      expect(gaps.kinds.find((each) => each.kind === kind)?.total[0]?.value, kind).toBe(items);
    }
    expect(gaps.kinds.map(({ kind }) => kind).toSorted()).toEqual(
      [...kinds, 'missing', 'underway', 'unverified'].toSorted(),
    );
  });

  test('the weakest places lack standards and stand in order', () => {
    const places = viewOverview(library).weakest[0]?.value ?? [];
    expect(places).toHaveLength(10);
    const weights = places.map(({ counts }) => [counts.coverage ?? 0, -counts.missing] as const);
    expect(weights).toEqual(weights.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    const all = library.systems.list.flatMap((system) => system.places);
    const least = Math.min(
      ...all.flatMap(({ counts }) => (counts.missing > 0 ? (counts.coverage ?? 0) : [])),
    );
    expect(places[0]?.counts.coverage ?? 0).toBe(least);
  });
});

describe('lists of gaps', () => {
  test('stand by their weight, in each system and between systems, the ten heaviest marked', () => {
    const { systems } = viewGaps(library);
    const weigh = ({ counts }: (typeof systems)[number], kind: keyof typeof gapWeights) =>
      gapWeights[kind] * (counts[kind][0]?.value ?? 0);
    const sums = systems.map((system) =>
      gapListKinds.reduce((sum, kind) => sum + weigh(system, kind), 0),
    );
    expect(sums).toEqual(sums.toSorted((a, b) => b - a));
    const each = gapListKinds.map((kind) => gapWeights[kind]);
    expect(each).toEqual(each.toSorted((a, b) => b - a));
    const first = systems.flatMap((system) => system.first.map((kind) => weigh(system, kind)));
    const others = systems.flatMap((system) =>
      gapListKinds.flatMap((kind) => (system.first.includes(kind) ? [] : weigh(system, kind))),
    );
    expect(first).toHaveLength(10);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(Math.max(...others));
  });

  test('have first what was due first', () => {
    for (const { id } of library.systems.list) {
      const { gaps } = viewSystemGaps(library, { system: id });
      const due = gaps.old.items.flatMap(([first]) => first?.value?.due ?? []);
      expect(due, id).toEqual(due.toSorted());
    }
  });
});

describe('plans of the year', () => {
  const planned = (state: 'preparing' | 'to-make', year?: number) =>
    ({ state, subject: { kind: 'planned', plan: { year } } }) as unknown as SystemRow;
  const issued = (state: string, day?: string) =>
    ({ state, subject: { kind: 'standard', entry: { issued: day } } }) as unknown as SystemRow;

  test.each([
    ['being written for this year', planned('preparing', 2026), 'running'],
    ['being written for a later one', planned('preparing', 2027), 'running'],
    ['being written, no year given', planned('preparing'), 'running'],
    ['being written for a year that is over', planned('preparing', 2025), 'late'],
    ['not begun, for this year', planned('to-make', 2026), 'waiting'],
    ['not begun, for a year that is over', planned('to-make', 2024), 'late'],
    ['not begun, for a later one', planned('to-make', 2027), undefined],
    ['not begun, no year given', planned('to-make'), undefined],
    ['issued this year, not yet in force', issued('coming', '2026-10-01'), 'done'],
    ['issued this year, in force', issued('in-force', '2026-01-01'), 'done'],
    ['issued before', issued('in-force', '2025-12-31'), undefined],
    ['issued on an unknown day', issued('in-force'), undefined],
    ['superseded', issued('replaced', '2026-01-01'), undefined],
  ])('%s', (_, row, group) => {
    expect(planGroupOf(row, 2026)).toBe(group);
  });

  test('become late when their year is over on the day of the reader', () => {
    const { groups, year } = viewOverview(library).plans;
    const at = (group: string, day: string) =>
      valueOn(groups.find((each) => each.group === group)?.count ?? [], day) ?? 0;
    expect(year.map(({ value }) => value)).toEqual([2026, 2027, 2028]);
    const ofThisYear = library.systems.list
      .flatMap(({ rows }) => rows)
      .filter(({ subject }) => subject.kind === 'planned' && subject.plan.year === 2026);
    expect(ofThisYear.length).toBeGreaterThan(0);
    expect(at('late', '2027-01-01')).toBe(at('late', '2026-12-31') + ofThisYear.length);
    for (const { group, count, systems } of groups) {
      const listed = systems.map(({ system }) =>
        viewSystemGaps(library, { system: system.id }).plans.groups.find(
          (each) => each.group === group,
        ),
      );
      const rows = listed.reduce((sum, own) => sum + (own ? now(own.list) : 0), 0);
      expect(count[0]?.value, group).toBe(rows);
    }
  });
});
