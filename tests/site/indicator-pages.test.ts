import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { layoutDotPlot } from '#site/drawings/dot-plot.ts';
import { listIndicatorFiles } from '#site/files/indicator-file-list.ts';
import { buildIndicatorFile } from '#site/files/indicator-files.ts';
import { listPages } from '#site/routes.ts';
import { listGroupsOf, viewIndicatorGroup } from '#site/views/indicators.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary({ dir: 'content', cache: '.cache', asOf: '2026-11-29' });
});

const addressOf = (path: string): string => `https://standards.example${path}`;

/** What the sample standards ask for, read from their texts by a person: written, and in the unit of the indicator. */
const expected = {
  'smart-refrigerator': {
    noise: ['不应大于38 dB', '≤ 40 dB', '不应大于36 dB', '不应大于35 dB', '≤ 39 dB'],
    fluctuation: ['不应大于0.6 ℃', '≤ 0.8 ℃', '≤ 0.5 ℃', '不应大于0.3 K', '≤ 1.0 ℃'],
    humidity: ['应为85 %～95 %', '80～95 %', '应为85%～95%', '应为88 %～96 %'],
    'weight-loss': ['不应大于60 ‰', '≤ 8.0 %', '不应大于5.0%', '不应大于4.2 %', '≤ 7.5 %'],
    'drip-loss': ['不应大于40 ‰', '≤ 5.0 %', '不应大于3.0%', '不应大于2.5 %', '≤ 4.5 %'],
    freezing: ['不应大于75 min', '≤ 1.5 h', '不应大于60 min', '不应大于2 700 s', '≤ 80 min'],
    ethylene: ['不应小于60 %', '≥ 50 %', '不应小于70%', '不应小于80 %'],
  },
  'frozen-aquatic-delivery': {
    'air-temperature': ['≤ -15 ℃', '≤ -18 ℃', '≤ −18 ℃', '不应高于-18 ℃', '不应高于−20 ℃'],
    'core-temperature': ['≤ -12 ℃', '≤ -15 ℃', '≤ −12 ℃', '不应高于-15 ℃', '不应高于−16 ℃'],
    excess: ['不应大于150 ℃·min', '≤ 3 ℃·h', '不应大于120 ℃·min', '不应大于90 ℃·min'],
    interval: ['不应大于15 min', '不应大于5 min', '≤ 300 s', '不应大于1 min'],
    door: ['不宜超过10 min', '不宜超过5 min', '不应大于300 s', '不应超过4 min', '不应大于3 min'],
    punctuality: ['不应小于95 %', '不应低于98 %', '不应小于99 %'],
    damage: ['不应大于3 ‰', '不应大于0.1 %', '不应大于0.5 ‰'],
  },
} as const;

const converted: Readonly<Record<string, readonly number[]>> = {
  fluctuation: [0.6, 0.8, 0.5, 0.3, 1],
  'weight-loss': [6, 8, 5, 4.2, 7.5],
  freezing: [75, 90, 60, 45, 80],
  excess: [150, 180, 120, 90],
  interval: [15, 5, 5, 1],
  damage: [0.3, 0.1, 0.05],
};

describe.each(Object.entries(expected))('%s', (group, values) => {
  it('has at least five standards with a text, and nothing wrong with it', () => {
    const { standards } = viewIndicatorGroup(library, { group });
    expect(standards.filter(({ hosted }) => hosted).length).toBeGreaterThanOrEqual(5);
    const found = library.diagnostics.filter(({ file }) => file === `indicators/${group}.yaml`);
    expect(found.map(({ message }) => message.zh)).toEqual([]);
  });

  it('states what its texts state, each with a method', () => {
    const { indicators } = viewIndicatorGroup(library, { group });
    const all = indicators.flatMap(({ statements }) => statements.flatMap((each) => each.values));
    expect(
      Object.fromEntries(
        indicators.map(({ id, statements }) => [
          id,
          statements.flatMap((each) => each.values.map(({ written }) => written)),
        ]),
      ),
    ).toEqual(values);
    for (const { id, statements } of indicators) {
      const numbers = converted[id];
      if (!numbers) continue;
      const shown = statements.flatMap((each) =>
        each.values.map((value) => value.shown && 'value' in value.shown && value.shown.value),
      );
      expect(shown, id).toEqual(numbers);
    }
    expect(all.filter(({ method }) => !method)).toEqual([]);
  });

  it('is drawn on one axis, and all within it', () => {
    for (const indicator of viewIndicatorGroup(library, { group }).indicators) {
      const plot = layoutDotPlot(indicator);
      if (!plot) throw new Error(`no drawing of ${indicator.id}`);
      const places = [...plot.rows.flatMap(({ dots }) => dots), ...plot.levels.map(({ at }) => at)];
      for (const at of places) {
        expect(at).toBeGreaterThan(0);
        expect(at).toBeLessThan(100);
      }
      const [first, last] = [plot.ticks.at(0), plot.ticks.at(-1)];
      expect([first?.value, last?.value]).toEqual([plot.min, plot.max]);
    }
  });

  it('is taken away as workbook, table and JSON with the same values', async () => {
    const view = viewIndicatorGroup(library, { group });
    for (const file of listIndicatorFiles(group)) {
      const content = await buildIndicatorFile(view, file, addressOf);
      const rows = await readBack(file.kind, content);
      expect(
        rows.map(({ written }) => written),
        file.name,
      ).toEqual(Object.values(values).flat());
      for (const { address, ends } of rows) {
        expect(address).toMatch(/^https:\/\/standards\.example\/.*#./);
        expect(ends.some((end) => typeof end === 'number')).toBe(true);
      }
    }
  });
});

interface Taken {
  readonly written: unknown;
  readonly address: unknown;
  /** The least and the greatest. */
  readonly ends: readonly unknown[];
}

/** The values in a file, read by a library that had no part in writing it. */
async function readBack(
  kind: 'xlsx' | 'csv' | 'json',
  content: string | Uint8Array,
): Promise<readonly Taken[]> {
  const ofRow = (row: readonly unknown[], toEnd: (cell: unknown) => unknown): Taken => ({
    written: row[5],
    address: row.at(-1),
    ends: [row[7], row[8]].map(toEnd),
  });
  if (kind === 'xlsx') {
    const [sheet] = await readExcelFile(Buffer.from(content));
    return (sheet?.data ?? []).slice(1).map((row) => ofRow(row, (cell) => cell));
  }
  if (kind === 'csv') {
    const rows: string[][] = parse(String(content), { bom: true });
    // A number that a spreadsheet program would take for a formula, −18, has an apostrophe before it.
    const toEnd = (cell: unknown) =>
      cell === '' ? undefined : Number(String(cell).replace(/^'/, ''));
    return rows.slice(1).map((row) => ofRow(row, toEnd));
  }
  const data = JSON.parse(String(content)) as {
    readonly indicators: readonly {
      readonly values: readonly {
        readonly written: string;
        readonly address: string;
        readonly bounds: { readonly min: number | null; readonly max: number | null };
      }[];
    }[];
  };
  return data.indicators.flatMap(({ values }) =>
    values.map(({ written, address, bounds }) => ({
      written,
      address,
      ends: [bounds.min, bounds.max],
    })),
  );
}

it('a standard in a group leads to it, others do not', () => {
  expect(listGroupsOf(library, 'q-sfzd-004-2026').map(({ id }) => id)).toEqual([
    'smart-refrigerator',
  ]);
  expect(listGroupsOf(library, 'q-sfzs-001-2025')).toEqual([]);
  // What is recorded only has no page with a place for it.
  expect(listGroupsOf(library, 'gb-t-36608.1-2018')).toEqual([]);
});

it('every group has its pages and files, once', () => {
  const paths = [...listPages(library)]
    .map(({ path }) => path)
    .filter((path) => path.includes('/tools/indicators/'));
  expect(new Set(paths).size).toBe(paths.length);
  for (const group of Object.keys(expected)) {
    expect(paths).toContain(`/tools/indicators/${group}/`);
    expect(paths).toContain(`/en/tools/indicators/${group}/`);
    for (const { name } of listIndicatorFiles(group))
      expect(paths).toContain(`/tools/indicators/${group}/${name}`);
  }
});
