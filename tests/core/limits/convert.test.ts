import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areLike, convertQuantity, convertValue } from '#core/limits/convert.ts';
import { findQuantities } from '#core/limits/quantities.ts';
import { readUnit } from '#core/limits/units.ts';

describe('values in another unit', () => {
  it.each([
    // Values worked out by hand from the definitions (GB 3100, GB 3101, GB 3102).
    [0, '℃', 'K', 273.15],
    [-18, '℃', 'K', 255.15],
    [300, 'K', '℃', 26.85],
    [1.5, 'm', 'mm', 1500],
    [850, 'mm', 'm', 0.85],
    [25.4, 'mm', 'in', 1],
    [2, 'n mile', 'km', 3.704],
    [3, 'hm²', 'm²', 30_000],
    [0.5, 'm³', 'L', 500],
    [250, 'mL', 'L', 0.25],
    [2.4, 't', 'kg', 2400],
    [0.1, 'g', 'mg', 100],
    [90, 'min', 'h', 1.5],
    [2, 'h', 'min', 120],
    [1, 'd', 's', 86_400],
    [2, '周', 'd', 14],
    [1, '年', '月', 12],
    [0.02, 'MPa', 'kPa', 20],
    [1, 'bar', 'kPa', 100],
    [1, '标准大气压', 'Pa', 101_325],
    [1.5, 'kW', 'W', 1500],
    [1, 'kW·h', 'MJ', 3.6],
    [0.3, 'kW·h/d', 'W', 12.5],
    [5200, 'mA·h', 'A·h', 5.2],
    [36, 'km/h', 'm/s', 10],
    [10, 'kn', 'km/h', 18.52],
    [0.5, '%', '‰', 5],
    [0.1, 'mg/kg', 'μg/kg', 100],
    [50, 'mg/kg', '%', 0.005],
    [1, 'g/L', 'mg/mL', 1],
    [10, 'μg/L', 'mg/L', 0.01],
    [0.12, 'mg/m³', 'μg/m³', 120],
    [30, 'CFU/mL', 'CFU/100 mL', 3000],
    [0.024, 'W/(m·K)', 'mW/(m·K)', 24],
    [300, 'lx', 'lm/m²', 300],
    [1.2, 'kcd/m²', 'cd/m²', 1200],
    [2.5, 'GHz', 'MHz', 2500],
    [1, '°', '′', 60],
    [100, 'Mbit/s', 'Gbit/s', 0.1],
    [1, 'tce', 'kgce', 1000],
    [1500, 'r/min', 'r/s', 25],
  ])('%s %s is %s … %s', (value, from, to, expected) => {
    expect(convertValue(value, from, to)).toBe(expected);
  });

  it('differences of temperatures have no zero', () => {
    expect(convertValue(0.5, '℃', 'K', true)).toBe(0.5);
    expect(convertValue(2, 'K', '℃', true)).toBe(2);
    expect(convertValue(10, '℃·min', 'K·s')).toBe(600);
  });

  it.each([
    ['mm', 'mm²'],
    ['dB(A)', 'dB'],
    ['dB', '%'],
    ['Hz', 'Bq'],
    ['Gy', 'Sv'],
    ['N·m', 'J'],
    ['VA', 'W'],
    ['mg/kg', 'mL/L'],
    ['mg/kg', 'mg/L'],
    ['', '%'],
    ['%', '倍'],
    ['月', 'd'],
    ['GB', 'MB'],
    ['kcal', 'kJ'],
    ['mmHg', 'kPa'],
    ['人', '个'],
    ['工作日', 'd'],
  ])('are none between %s and %s', (from, to) => {
    expect(areLike(from, to)).toBe(false);
    expect(convertValue(1, from, to)).toBeNull();
    expect(convertValue(1, to, from)).toBeNull();
  });

  it('go back to what they were', () => {
    const groups = [
      ['K', '℃'],
      ['mm', 'cm', 'm', 'km', 'in'],
      ['s', 'min', 'h', 'd', '周'],
      ['Pa', 'kPa', 'MPa', 'bar'],
      ['%', '‰', 'mg/kg', 'μg/kg'],
      ['W', 'kW', 'kW·h/d'],
    ];
    const units = fc
      .constantFrom(...groups)
      .chain((group) => fc.tuple(fc.constantFrom(...group), fc.constantFrom(...group)));
    fc.assert(
      fc.property(units, fc.integer({ min: -1_000_000, max: 1_000_000 }), ([from, to], count) => {
        const value = count / 1000;
        const there = convertValue(value, from, to) ?? Number.NaN;
        expect(convertValue(there, to, from)).toBeCloseTo(value, 9);
      }),
    );
  });

  it('hold for every unit that is read, at least to itself', () => {
    for (const unit of ['mg/kg', 'dB(A)', 'W/(m²·K)', 'CFU/100 mL', 'hm²', 'n mile', '%', '人']) {
      expect(readUnit(unit, 0)?.unit).toBe(unit);
      expect(areLike(unit, unit)).toBe(true);
      expect(convertValue(3, unit, unit)).toBe(3);
    }
  });
});

describe('quantities in another unit', () => {
  const convert = (text: string, to: string) => {
    const [quantity] = findQuantities(text);
    const { start: _start, end: _end, ...rest } = (quantity && convertQuantity(quantity, to)) ?? {};
    return rest;
  };

  it.each([
    ['0.5 h', 'min', { kind: 'value', value: 30, unit: 'min' }],
    ['1 m~3 m', 'cm', { kind: 'range', min: 100, max: 300, unit: 'cm' }],
    ['(23±2) ℃', 'K', { kind: 'tolerance', nominal: 296.15, minus: 2, plus: 2, unit: 'K' }],
    ['80 mm×10 mm×4 mm', 'cm', { kind: 'size', values: [8, 1, 0.4], unit: 'cm' }],
    ['5 kg', 'm', {}],
    ['1:8', 'm', {}],
  ])('%s in %s', (text, to, expected) => {
    expect(convert(text, to)).toEqual(expected);
  });
});
