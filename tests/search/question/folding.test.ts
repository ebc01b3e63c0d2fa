import { assert, oneof, constantFrom, property, string, array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markText, listSearchTerms, rateText } from '#search/shared/highlight.ts';
import { foldText } from '#search/record/spelling.ts';
import { listTwins, simplify } from '#search/record/simplify.ts';

const TWINS = listTwins();

describe('traditional characters', () => {
  test.each([
    ['冷鏈物流企業溫度控製規範', '冷链物流企业温度控制规范'],
    ['養老機構服務質量', '养老机构服务质量'],
    ['裡面 裏面 於 為 爲 後 衛 衞', '里面 里面 于 为 为 后 卫 卫'],
    ['乾燥 餅乾 附著力 著色 瞭解 特徵', '干燥 饼干 附着力 着色 了解 特征'],
  ])('%s is %s', (typed, folded) => {
    expect(foldText(typed)).toBe(folded);
  });

  test('a title of Chinese characters alone is folded as among others', () => {
    const block = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) =>
      String.fromCharCode(0x4e00 + at),
    );
    for (let at = 0; at < block.length; at += 60) {
      const run = block.slice(at, at + 60).join('');
      expect(foldText(`${run} ${run}`)).toBe(foldText(`${run} ${run}!`).slice(0, -1));
    }
    expect(foldText('製度 附著')).toBe('制度 附着');
  });

  test('what belongs to simplified text stays', () => {
    const text = '乾隆 著作 专著 显著 瞭望 凭藉 蒜薹 名著';
    expect(foldText(text)).toBe(text);
  });

  test('each becomes one: places in a text hold', () => {
    assert(
      property(
        array(
          oneof(
            string({ unit: 'binary' }),
            constantFrom(...TWINS.traditional, ...TWINS.simplified, '乾', '著'),
          ),
        ),
        (parts) => {
          const text = parts.join('');
          expect(simplify(text)).toHaveLength(text.length);
        },
      ),
    );
    const marked = markText('本文件適用於冷鏈物流。', listSearchTerms('冷链物流'));
    expect(marked.find(({ hit }) => hit)?.text).toBe('冷鏈物流');
  });
});

describe('units and formulas', () => {
  test.each([
    ['-18℃', '-18 ℃', '－18°C', '−18 °C', '–18º C'],
    ['≤5%', '≤ 5 %', '<=5%', '≦5％', '⩽ 5%'],
    ['CO2', 'CO₂', 'co2', 'ＣＯ２'],
    ['m3', 'm³', 'm^3', 'M3'],
    ['kW·h', 'kWh', 'KWH', 'kW⋅h', 'kw•h'],
    ['25 mm×80 mm', '25mm×80mm', '25mmx80mm', '25 mm x 80 mm', '25mm*80mm', '25 mm * 80 mm'],
    ['1920×1080', '1920x1080', '1920*1080', '1920X1080', '1920 x 1080'],
    ['μg/kg', 'µg/kg', 'ug/kg', 'UG/KG'],
    ['5 μm', '5µm', '5um', '5 um'],
    ['±0.5 ℃', '+-0.5℃', '+/-0.5 ℃'],
    ['pH', 'PH', 'ｐＨ'],
    ['mA·h', 'mAh', 'MAH'],
    ['100 W·h', '100Wh', '100 wh'],
    ['20 ℃', '20摄氏度', '20 摄氏度'],
    ['50 000 lx', '50000 lx', '50000lx', '50 000lx', '50\u202f000 lx', '５０　０００ lx'],
    ['1 248 cd/m²', '1248 cd/m2', '1248cd/m²'],
    ['12 345 678 B', '12345678B'],
    ['299 792 458 m/s', '299792458m/s'],
    ['1 200', '1200', '１ ２００'],
    ['120 500 m', '120500m', '120500 m'],
    ['1 000 000', '1000000'],
    ['检验水平Ⅱ', '检验水平II', '检验水平ii', '检验水平Ⅱ'],
    ['长度', '⻓度'],
    ['车门食品', '⻋⻔⾷品'],
    ['LED', 'ＬＥＤ', 'led'],
    ['№1号井', 'No1号井', 'NO1号井'],
    [
      '不应',
      '不\u200b应',
      '不\ufeff应',
      '不\u0000应',
      '不\ue000应',
      '不\ufffd应',
      '不\u2066应',
      '不\ufe0f应',
    ],
  ])('%s is found however it is typed', (printed, ...typed) => {
    const text = `前文${printed}，后文`;
    for (const each of [printed, ...typed]) {
      expect(rateText(text, listSearchTerms(each)).all, each).toBe(true);
      expect(foldText(each).replaceAll(' ', ''), each).toBe(foldText(printed).replaceAll(' ', ''));
    }
  });

  test.each([
    'max',
    'hfc-134a',
    '0x1f',
    'gb/t 1.1-2020',
    'x100',
    'team',
    'fluxes 3',
    'wh/t 12',
    'gb/t 191 200',
    't/sfcc 3 004 005',
    '2023 000',
    '1 | 200 | 350',
    '100 200',
    '100 200 300',
    '50 100 150mm',
    '315 400 500 630',
    '101 102 103',
    '规格 100 200 两种',
    'au 3',
  ])('%s stays as it is', (text) => {
    expect(foldText(text)).toBe(text);
  });
});

test('each character that has another case or spelling is folded to the end at once', () => {
  const unsettled: string[] = [];
  for (let code = 0; code <= 0x10_ff_ff; code += 1) {
    const character = String.fromCodePoint(code);
    if (!/\p{Changes_When_NFKC_Casefolded}|\p{Cased}/u.test(character)) continue;
    for (const text of [character, `${character}\u0301`, `σ${character}`, `a${character}1`]) {
      const folded = foldText(text);
      if (foldText(folded) !== folded) unsettled.push(`${code.toString(16)} in ${text}`);
    }
  }
  expect(unsettled).toEqual([]);
  expect(foldText('STRAẞE')).toBe('strasse');
});

test('folding again changes nothing, whatever was typed', () => {
  const pieces = constantFrom(
    ...TWINS.traditional.slice(0, 200),
    ...'乾著瞭附解隆xX*×^<>=+-/ .·•°º℃µuUgGmMkwWhaAlsv摄氏度0123456789—－　\u200b\u0301\u0130',
  );
  assert(
    property(array(oneof(string({ unit: 'binary' }), pieces)), (parts) => {
      const folded = foldText(parts.join(''));
      expect(foldText(folded)).toBe(folded);
    }),
    { numRuns: 3000 },
  );
});
