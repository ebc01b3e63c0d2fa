import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, decisiveBound, levelOf, meets, readOwnValue } from '#core/indicators/index.ts';
import { findValues } from '#core/indicators/find-values.ts';
import { indicatorFile } from '#core/indicators/schema.ts';
import { findLimits } from '#core/limits/index.ts';
import { draw } from '../render/draw.ts';

const text = `---
number: Q/SFZD 009—2026
title: 样例
issuers: [示范家电有限公司]
indicators:
  - { name: 待机功率, clause: standby, kind: 性能, max: 1, unit: W, method: '[#test-standby]' }
---

# 要求 {#requirements}

## 温度 {#temperature}

冷藏室的温度波动度不应大于0.5 K。环境温度高于32 ℃时，冷藏室的温度不应高于5 ℃。

## 食材 {#food}

:req[菠菜的失重率不应大于50 ‰，草莓的失重率不应大于4 %。]{#req-food verify="test-food"}

## 待机功率 {#standby}

待机功率不宜大于800 mW。

## 噪声 {#noise}

噪声应符合[#tab-noise]的规定。

:::table[噪声]{#tab-noise}
| 项目 | 单位 | 指标 | 试验方法 |
| --- | :-: | :-: | --- |
| 冷藏噪声 | dB | ≤ 36 | [#test-noise] |
| 速冻噪声 | dB | ≤ 42 | [#test-noise] |
:::

# 试验方法 {#tests}

## 食材 {#test-food}

失重率按GB/T 8855的规定取样。

## 待机功率 {#test-standby}

用功率计测量。

## 噪声 {#test-noise}

噪声按GB/T 6882测量。
`;

function compile() {
  const drawn = draw(text);
  const { meta } = drawn.document;
  if (!meta) throw new Error('no front matter');
  return { text: drawn.text, meta };
}

const standard = compile();

function read(indicator: object, place?: object) {
  const group = indicatorFile.parse({
    name: { zh: '样例', en: 'Sample' },
    standards: ['Q/SFZD 009—2026'],
    indicators: [
      {
        id: 'a',
        kind: '核心',
        places: place ? [{ in: 'q-sfzd-009-2026', ...place }] : [],
        ...indicator,
      },
    ],
  });
  const [first] = group.indicators;
  if (!first) throw new Error('no indicator');
  return findValues(first, first.places[0] ?? null, standard).map(
    ({ written, shown, label, method, type }) => [
      written,
      shown && 'value' in shown ? `${shown.value} ${shown.unit}` : '',
      label,
      method ? [method.label, ...method.cites].join(' ') : '',
      type,
    ],
  );
}

describe('what a text states of an indicator', () => {
  it('is found by its names, in its unit, with the clause that tests it', () => {
    const fluctuation = {
      name: { zh: '温度波动度', en: 'Fluctuation' },
      unit: '℃',
      difference: true,
    };
    expect(read(fluctuation)).toEqual([['不应大于0.5 K', '0.5 ℃', '1.1', '', 'requirement']]);
    const standby = { name: { zh: '待机功率', en: 'Standby power' }, unit: 'W' };
    expect(read(standby)).toEqual([['不宜大于800 mW', '0.8 W', '1.3', '2.2', 'recommendation']]);
  });

  it('is told from others by words: of a sentence, of a row', () => {
    const loss = { name: { zh: '失重率', en: 'Weight loss' }, unit: '%' };
    expect(read(loss)).toHaveLength(2);
    expect(read(loss, { words: ['菠菜'] })).toEqual([
      ['不应大于50 ‰', '5 %', '1.2', '2.1 GB/T 8855', 'requirement'],
    ]);
    const noise = { name: { zh: '噪声', en: 'Noise' }, unit: 'dB' };
    expect(read(noise, { in: 'q-sfzd-009-2026#tab-noise', words: ['速冻'] })).toEqual([
      ['≤ 42 dB', '42 dB', '表1', '2.3 GB/T 6882', 'requirement'],
    ]);
  });

  it('is no condition, and nothing of another kind where one of its kind is there', () => {
    const temperature = { name: { zh: '冷藏室', en: 'Temperature' }, unit: '℃' };
    expect(read(temperature).map(([written]) => written)).toEqual(['不应大于0.5 K', '不应高于5 ℃']);
    const power = { name: { zh: '噪声', en: 'Noise' }, unit: 'W' };
    expect(read(power).map(([, shown]) => shown)).toEqual(['', '']);
  });
});

describe('a value against those asked for', () => {
  const asked = (written: string) => {
    const [limit] = findLimits(written, { underLead: true });
    if (!limit) throw new Error(`no limit in ${written}`);
    return limit;
  };

  it.each([
    ['≤ 38 dB', 38, true],
    ['≤ 38 dB', 38.1, false],
    ['＜ 38 dB', 38, false],
    ['≥ 80 %', 79, false],
    ['＞ 80 %', 80, false],
    ['85 %～95 %', 95, true],
    ['85 %～95 %', 84, false],
    ['(23±2) ℃', 21, true],
    ['(23±2) ℃', 20.9, false],
  ])('%s and %s', (written, own, kept) => {
    expect(meets(own, asked(written))).toBe(kept);
  });

  it('is held to levels by the end that decides', () => {
    expect(decisiveBound(asked('≤ 38 dB'), 'lower')).toBe(38);
    expect(decisiveBound(asked('≤ 38 dB'), 'higher')).toBeNull();
    expect(decisiveBound(asked('85 %～95 %'), 'higher')).toBe(85);
    expect(boundsOf(asked('≥ 80 %'))).toEqual({ min: 80, max: null });
    expect([35, 36, 37, 40, 41].map((own) => levelOf(own, [36, 38, 40], 'lower'))).toEqual([
      0,
      0,
      1,
      2,
      null,
    ]);
    expect([80, 60, 49].map((own) => levelOf(own, [75, 60, 50], 'higher'))).toEqual([0, 1, null]);
  });

  it('that is better reaches no worse level', () => {
    const number = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const rank = (own: number) => levelOf(own, [-20, 0, 20], 'lower') ?? 3;
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
      }),
    );
  });
});

describe("a reader's own value", () => {
  it.each([
    ['38', 'dB', 38],
    ['38 dB', 'dB', 38],
    ['１．２ｈ', 'min', 72],
    ['−18℃', '℃', -18],
    ['255.15 K', '℃', -18],
    ['1 200 s', 'min', 20],
    ['0.8‰', '%', 0.08],
    ['3.6', '', 3.6],
  ])('%s in %s', (written, unit, value) => {
    expect(readOwnValue(written, unit)).toMatchObject({ ok: true, value });
  });

  it.each([
    ['', 'dB', 'no-number'],
    ['很小', 'dB', 'no-number'],
    ['38 dBx', 'dB', 'unknown-unit'],
    ['38 dB 左右', 'dB', 'unknown-unit'],
    ['38 dB(A)', 'dB', 'other-kind'],
    ['38 %', '', 'other-kind'],
    ['3 kg', 'min', 'other-kind'],
  ])('%s is none in %s', (written, unit, why) => {
    expect(readOwnValue(written, unit)).toMatchObject({ ok: false, why });
  });
});
