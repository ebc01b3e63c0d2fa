import { describe, expect, it } from 'vitest';
import { showLimit } from '#core/checklist/limit-text.ts';
import { findLimits, findTableLimits } from '#core/limits/index.ts';

/** Limits of a sentence as a checklist prints them; conditions in brackets. */
function show(text: string): readonly string[] {
  return findLimits(text, { underLead: /[：:]/.test(text) }).map((limit) => {
    const { value, unit, isCondition } = showLimit(limit, text);
    const said = `${value} ${unit}`.trim();
    return isCondition ? `(${said})` : said;
  });
}

describe('a number is read whole', () => {
  it.each([
    ['泄漏率不应大于1×10⁻⁶ Pa·m³/s。', '≤ 1×10⁻⁶ Pa·m³/s'],
    ['泄漏率不应大于1×10^-6^ Pa·m^3^/s。', '≤ 1×10⁻⁶ Pa·m³/s'],
    ['泄漏率不应大于1×10^{-6} Pa·m³/s。', '≤ 1×10⁻⁶ Pa·m³/s'],
    ['泄漏率不应大于1×10-6 Pa·m3/s。', '≤ 1×10⁻⁶ Pa·m³/s'],
    ['氢气体积分数不应大于50×10-6。', '≤ 50×10⁻⁶'],
    ['菌落总数不应大于3×10^5^ CFU/g。', '≤ 3×10⁵ CFU/g'],
    ['错误接受率不应大于0.000 1 %。', '≤ 0.000 1 %'],
    ['错误接受率不应大于0.000\u20091 %。', '≤ 0.000 1 %'],
    ['偏差不应大于0.123 456 7 mm。', '≤ 0.123 456 7 mm'],
    ['能量不应大于10 000 kJ。', '≤ 10 000 kJ'],
    ['能量不应大于10\u2009000 kJ。', '≤ 10 000 kJ'],
    ['厚度不应小于2.0 mm。', '≥ 2.0 mm'],
    ['腐朽面积不应大于1/10。', '≤ 1/10'],
    ['高级专家不应少于1/3。', '≥ 1/3'],
    ['代表不应少于三分之二。', '≥ 三分之二'],
    ['坡度不应大于1:12。', '≤ 1:12'],
    ['坡度不应大于1∶12。', '≤ 1:12'],
    ['合格率不应低于百分之九十。', '≥ 90 %'],
    ['温度应为23 ℃±2 ℃。', '23±2 ℃'],
    ['色品坐标的误差应为±0.001 5。', '±0.001 5'],
    ['pH应为4.0～8.5。', '4.0～8.5'],
    ['分辨率不应低于1 280×720像素。', '≥ 1 280×720 px'],
    ['划痕长度不应大于2 mm。', '≤ 2 mm'],
    ['应采用厚度不小于3 mm的钢板。', '≥ 3 mm'],
    ['试样应为100×100 mm的方片。', '100×100 mm'],
  ])('%s', (text, limit) => {
    expect(show(text)).toEqual([limit]);
  });
});

describe('a number that cannot be read whole, and one that bounds nothing, is none', () => {
  it.each([
    ['活细胞数不应少于5×106个。'],
    ['在2/1 ℃工况下运行。'],
    ['干球温度应为7/6 ℃。'],
    ['重要节点应有1:5～1:20的大样图。'],
    ['老年人用房不应设在地下室和四层及以上。'],
    ['距明火10 m处，严禁在5 m以内堆放。'],
    ['流场区不应有长度大于2 mm的划痕。'],
    ['承重构件不应采用厚度小于3 mm的钢板。'],
    ['严禁使用浓度高于5 %以上的溶液。'],
    ['有一项内在质量不合格的，应加倍取样复验。'],
    ['评议人员不应少于半数。'],
  ])('%s', (text) => {
    expect(show(text)).toEqual([]);
  });
});

describe('what is a case and what is a time', () => {
  it.each([
    ['24 h内的掉线次数不应大于2次。', ['≤ 2 次']],
    ['同一原因在30 d内发生3次以上的，应采取纠正措施。', ['(≥ 3 次)']],
    ['预案至少包括：车辆滞留超过2 h。', ['(> 2 h)']],
    ['平台应在10 min内完成集合。', ['≤ 10 min']],
    ['指标应符合：0 < Z ≤ 150。', []],
  ])('%s', (text, limits) => {
    expect(show(text)).toEqual(limits);
  });
});

describe('a cell', () => {
  const read = (rows: readonly (readonly string[])[], unitLine = '') =>
    findTableLimits({ rows, headRows: 1, unitLine }).map(({ quantity, comparator }) => [
      comparator,
      quantity.unit,
    ]);

  it('does not take the unit of a table for what is counted', () => {
    const rows = [
      ['生育期', '用量', '施肥次数'],
      ['膨果期', '65～80', '4～5'],
    ];
    expect(read(rows, '单位为千克每公顷')).toEqual([
      ['=', 'kg/hm²'],
      ['=', ''],
    ]);
  });

  it('does not take a code for a unit, nor a class of values for a comparison', () => {
    expect(
      read([
        ['代号', '面积', '站位数/个'],
        ['K2', '1 km2 < S ≤ 5 km2', '12'],
      ]),
    ).toEqual([['=', '个']]);
  });
});
