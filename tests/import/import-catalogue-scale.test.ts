import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/lib/tools.ts';
import { parseNumber } from '#core/number/index.ts';
import { readCatalogue } from '#library/catalogue.ts';
import { importCatalogue } from '#import/catalogue/index.ts';

/** Imports a table into a catalogue that is empty, or holds what an import before it gave. */
const bring = (bytes: Uint8Array, before?: string | null) =>
  importCatalogue({
    files: [{ name: 'in.csv', bytes }],
    catalogue: before ? [{ name: 'list.csv', bytes: Buffer.from(before) }] : [],
    out: 'list.csv',
    defaults: { asOf: '2026-07-02', source: 'public-catalogue' },
  });

/** A list of real standards that a workplace may have; no part of the project. */
const REAL_LIST = process.env['BIAOLIAN_REAL_LIST'] ?? '';

describe('at scale', () => {
  it('every row of 10,000 is taken', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) =>
        `GB/T ${n + 1}-2019,第${n + 1}项,现行,2019/6/4,2020年1月1日,A ${10 + (n % 90)},1.14,甲局`,
    );
    const { report } = bring(
      Buffer.from(`编号,名称,状态,发布日期,实施日期,CCS,ICS,发布部门\n${rows.join('\n')}\n`),
    );
    expect(report.counts).toMatchObject({ rows: 10_000, added: 10_000 });
    expect(report.values).toEqual([]);
  });

  it.skipIf(!existsSync(REAL_LIST))('of a real list every readable row is taken', () => {
    const { report, text: table } = bring(readFileSync(REAL_LIST));
    const { rows, total } = report.counts;
    const readable = rows - report.rejects.filter(({ text: row }) => !isReadable(row)).length;
    expect(total / readable).toBeGreaterThanOrEqual(0.999);
    expect(rows).toBe(total + report.rejects.length + report.duplicates.length);
    expect(bring(readFileSync(REAL_LIST), table).text).toBe(table);
  });
});

/** Whether a rejected row of the list (level, number, …) had a number after all. */
const isReadable = (row: string): boolean => parseNumber(row.split(',')[1] ?? '').ok;

describe('the catalogue of the project', () => {
  it('is read without a finding and says of each record when and whence', () => {
    const { records, diagnostics } = readCatalogue(join(ROOT, 'content'));
    // What sources contradict each other in is said, and is nobody's mistake here.
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(records.length).toBeGreaterThanOrEqual(2400);
    expect(records.filter(({ source }) => source === 'unknown')).toEqual([]);
  });

  it('claims no status for standards of cities and no day against the number', () => {
    const { records } = readCatalogue(join(ROOT, 'content'));
    const cities = records.filter(({ key }) => /^DB\d{4}/.test(key));
    expect(cities.length).toBeGreaterThan(0);
    expect(new Set(cities.map(({ status }) => status))).toEqual(new Set(['未知']));
    const odd = records.filter(
      ({ key, issued }) =>
        issued && /^[GDT]/.test(key) && !key.includes('/XG') && !key.includes(issued.slice(0, 4)),
    );
    expect(odd).toEqual([]);
  });
});
