import { describe, expect, it } from 'vitest';
import { compareTexts, listRecords, tabulateChanges } from '#core/compare/index.ts';
import { readClauses } from './read-clauses.ts';

/** What a list to take away says of limits, of all changes that say something. */
function sayEffects(from: string, to: string, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const comparison = compareTexts(
    readClauses(`# 要求\n\n## 一条 {#one}\n\n${from}\n`),
    readClauses(`# 要求\n\n## 一条 {#one}\n\n${to}\n`),
  );
  const { rows } = tabulateChanges(listRecords(comparison), language, () => '');
  return rows.map((row) => row[8] ?? '').filter(Boolean);
}

const rise = '装卸期间温度升高的幅度不应大于5 ℃。';
const cooling = '空载车厢降至控制温度的时间不应超过180 min。';
const items = '空载车厢降至控制温度的时间不应超过下列数值：\n\n';

describe('a limit that one sentence had', () => {
  it('is set by cases, and to be checked, where one case is as before', () => {
    expect(
      sayEffects(rise, '装卸期间温度升高的幅度，冷冻区不应大于5 ℃，冷藏区不应大于3 ℃。'),
    ).toEqual(['不应大于5 ℃ → 不应大于5 ℃、不应大于3 ℃（按情形） (待核对)']);
  });

  it('is neither stricter nor less strict where one case is each', () => {
    expect(
      sayEffects(rise, '装卸期间温度升高的幅度，冷冻区不应大于8 ℃，冷藏区不应大于3 ℃。'),
    ).toEqual([expect.stringMatching(/^不应大于5 ℃ → .*（按情形） \(待核对\)$/)]);
  });

  it('is stricter where all items of a list are', () => {
    const list = `${items}- 冷冻区，120 min；\n- 冷藏区，60 min。`;
    expect(sayEffects(cooling, list)).toEqual([
      '不应超过180 min → 120 min、60 min（按情形） (加严)',
    ]);
    expect(sayEffects(cooling, list, 'en')).toEqual([
      '不应超过180 min → 120 min, 60 min (by cases) (tightened)',
    ]);
  });

  it('is to be checked where only some items of a list are', () => {
    expect(sayEffects(cooling, `${items}- 冷冻区，240 min；\n- 冷藏区，60 min。`)).toEqual([
      '不应超过180 min → 240 min、60 min（按情形） (待核对)',
    ]);
  });

  const time = '响应时延的平均值不应大于5 s。';
  const table = [
    '响应时延应符合[#tab-delay]的规定。',
    '',
    ':::table[响应时延]{#tab-delay}',
    '| 等级 | 响应时延/s |',
    '| --- | --- |',
    '| Ⅱ级 | ≤ 3.0 |',
    '| Ⅲ级 | ≤ 2.0 |',
    ':::',
  ].join('\n');

  it('stands in a table now', () => {
    expect(sayEffects(time, table)).toEqual([
      expect.stringMatching(/不应大于5 s → 表1：≤ 3\.0 s、≤ 2\.0 s \(待核对\)$/),
    ]);
  });

  it('is elsewhere in its clause, which is quoted', () => {
    const samples = '每批不足50件的抽3件，500件以上的抽8件。';
    expect(
      sayEffects(
        '入库时每批应抽测不少于3件货物的中心温度。',
        `入库时应抽测货物的中心温度。${samples}`,
      ),
    ).toEqual([`不少于3件 → 本条另有“${samples}” (待核对)`]);
  });

  it('is gone where nothing of its quantity is left', () => {
    expect(sayEffects('库门应设置门帘，温度不应高于15 ℃。', '库门应设置门帘。')).toEqual([
      '不应高于15 ℃ → 无 (取消)',
    ]);
  });

  it('is not gone where its very words stay and a person reads them as a case', () => {
    expect(
      sayEffects('10 s内未收到响应的指令应计为不合格。', '10 s内未收到响应的指令计为失败。'),
    ).not.toContainEqual(expect.stringContaining('取消'));
  });
});
