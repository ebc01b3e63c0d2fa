import type { BuiltGroup, BuiltIndicator, StatedValue } from '#core/indicators/index.ts';
import type { Library } from '#library/open.ts';
import { showEntry, showMention } from './entries.ts';
import type { ViewProps } from './props.ts';

/** All product groups with what they compare. */
export function viewIndicatorGroups(library: Library) {
  return {
    groups: library.indicators.map(({ id, name, note, standards, indicators }) => ({
      id,
      name,
      note,
      standards: standards.length,
      indicators: indicators.map((each) => each.name),
    })),
  };
}

/** A product group: what each of its standards asks of each indicator, and its files. */
export function viewIndicatorGroup(library: Library, { group = '', file }: ViewProps) {
  const found = library.indicators.find(({ id }) => id === group);
  if (!found) throw new Error(`no product group ${group}`);
  const { id, name, note, grades, standards, indicators } = found;
  return {
    id,
    name,
    note,
    grades,
    standards: standards.map((entry) => showEntry(library, entry)),
    indicators: indicators.map((indicator) => showIndicator(library, indicator)),
    asOf: lastChange(library, found),
    file,
  };
}

export type IndicatorGroupView = ReturnType<typeof viewIndicatorGroup>;
export type ShownIndicator = IndicatorGroupView['indicators'][number];
export type ShownStatement = ShownIndicator['statements'][number];
export type ShownValue = ShownStatement['values'][number];

function showIndicator(library: Library, { statements, ...indicator }: BuiltIndicator) {
  const { id, name, kind, unit, better, levels, difference } = indicator;
  return {
    id,
    name,
    kind,
    unit,
    better,
    levels,
    difference,
    statements: statements.map(({ entry, values }) => ({
      entry: showEntry(library, entry),
      values: values.map((value) => showValue(library, value)),
    })),
  };
}

function showValue(library: Library, { method, ...value }: StatedValue) {
  return {
    ...value,
    method: method && {
      ...method,
      cites: method.cites.map((key) => showMention(library, key)),
    },
  };
}

/** The last day on which the status of a standard of the group changed: the same content has the same day. */
function lastChange({ catalog }: Library, { standards }: BuiltGroup): string {
  const days = standards.map((entry) => catalog.statusOf(entry).since ?? '');
  return days.reduce((last, day) => (day > last ? day : last), '');
}

/** Groups that compare a standard, by its address: their ids and names. */
export function listGroupsOf(library: Library, slug: string) {
  return library.indicators
    .filter(({ standards }) => standards.some((entry) => entry.slug === slug && entry.row))
    .map(({ id, name }) => ({ id, name }));
}
