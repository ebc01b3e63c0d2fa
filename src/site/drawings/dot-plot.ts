import { boundsOf } from '#core/indicators/index.ts';
import { writeShown } from '../data/indicator-values.ts';
import type { ShownIndicator } from '../views/indicators.ts';

/** What a standard allows on the axis of an indicator, in hundredths of the width. */
export interface PlotRow {
  readonly number: string;
  readonly slug: string;
  /** In the unit of the indicator, without it. */
  readonly written: string;
  /** Ends of what is allowed; where it is open, the end of the axis. */
  readonly from: number;
  readonly to: number;
  /** Ends that the standard sets. */
  readonly dots: readonly number[];
}

export interface PlotMark {
  readonly at: number;
  readonly value: number;
}

export interface DotPlot {
  readonly min: number;
  readonly max: number;
  readonly rows: readonly PlotRow[];
  readonly ticks: readonly PlotMark[];
  /** In the order of the grades. */
  readonly levels: readonly PlotMark[];
}

/** The ends of the axis leave room for dots and words. */
const margin = 4;

/** Where a value stands on an axis, in hundredths of the width. */
export function placeOn(value: number, min: number, max: number): number {
  return margin + ((value - min) / (max - min)) * (100 - 2 * margin);
}

/** A drawing of what standards ask of an indicator; null where fewer than two of them bound a number. */
export function layoutDotPlot({ statements, levels = [] }: ShownIndicator): DotPlot | null {
  const bounded = statements.flatMap(({ entry, values }) =>
    values.flatMap(({ comparator, shown }) => {
      const bounds = shown && boundsOf({ comparator, quantity: shown });
      const ends = bounds ? [bounds.min, bounds.max].filter((end) => end !== null) : [];
      return bounds && ends.length > 0
        ? [{ entry, written: writeShown({ comparator, shown }), bounds, ends }]
        : [];
    }),
  );
  if (bounded.length < 2) return null;
  const all = [...bounded.flatMap(({ ends }) => ends), ...levels];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = stepOf(high - low || Math.abs(high) || 1);
  const min = Math.floor(round(low / step - 0.2)) * step;
  const max = Math.ceil(round(high / step + 0.2)) * step;
  const at = (value: number): number => placeOn(value, min, max);
  const count = Math.round((max - min) / step);
  return {
    min: round(min),
    max: round(max),
    rows: bounded.map(({ entry, written, bounds, ends }) => ({
      number: entry.number,
      slug: entry.slug,
      written,
      from: bounds.min === null ? 0 : at(bounds.min),
      to: bounds.max === null ? 100 : at(bounds.max),
      dots: [...new Set(ends)].map(at),
    })),
    ticks: Array.from({ length: count + 1 }, (_, index) => {
      const value = round(min + index * step);
      return { at: at(value), value };
    }),
    levels: levels.map((value) => ({ at: at(value), value })),
  };
}

/** 1, 2 or 5 times a power of ten, so that an axis has about five steps. */
function stepOf(span: number): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return times * power;
}

/** Without the digits that sums of decimals leave behind. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
