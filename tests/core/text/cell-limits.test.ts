import { describe, expect, it } from 'vitest';
import { draw } from '../render/draw.ts';

/** `row,column object comparator text unit` of each limit of the tables of a chapter. */
function read(body: string): readonly string[] {
  return draw(`# 样例\n\n见[#tab]。\n\n${body}`).text.cellLimits.map(
    ({ table, row, column, object, comparator, text, quantity }) =>
      `${table} ${row},${column} ${object} ${comparator} ${text} ${quantity.unit}`.trim(),
  );
}

const indent = (lines: string): string => lines.replaceAll(/^ +/gm, '');

describe('the limits of tables', () => {
  it('are what cells ask for, with the units of cells and heads', () => {
    expect(
      read(
        indent(`:::table[性能]{#tab}
        | 项目 | 指标 | 试验方法 |
        | --- | :-: | --- |
        | 噪声/dB | ≤ 38 | 6.2 |
        | 失重率 | 不大于5.0 % | 6.3 |
        | 容积/L | 3.0～3.6 | 6.4 |
        :::`),
      ),
    ).toEqual([
      '0 1,1 噪声 <= ≤ 38 dB',
      '0 2,1 失重率 <= 不大于5.0 % %',
      '0 3,1 容积 = 3.0～3.6 L',
    ]);
  });

  it('take the unit of the line above, and stand at each place of a merged cell', () => {
    expect(
      read(
        indent(`:::table[种子质量]{#tab unit="以百分数表示"}
        | 级别 | 净度 | 水分 |
        | --- | :-: | :-: |
        | 优等 | ≥ 99.8 | ≤ 8.5 |
        | 合格 | ≥ 99.5 | ^^ |
        :::`),
      ),
    ).toEqual([
      '0 1,1 优等 净度 >= ≥ 99.8 %',
      '0 1,2 优等 水分 <= ≤ 8.5 %',
      '0 2,1 合格 净度 >= ≥ 99.5 %',
      '0 2,2 合格 水分 <= ≤ 8.5 %',
    ]);
  });

  it('do not take a code for a unit, nor a value that says under what for a comparison', () => {
    expect(
      read(
        indent(`:::table[抽样和限值]{#tab headRows=2}
        | 项目 | 单位 | 限值 | << |
        | --- | --- | --- | --- |
        | ^^ | ^^ | F | > 400 |
        | 亮度 | cd/m^2^ | ≥ 500 | 30 |
        :::`),
      ),
    ).toEqual(['0 2,2 亮度 F >= ≥ 500 cd/m²', '0 2,3 亮度 = 30 cd/m²']);
  });

  it('are none in an informative annex', () => {
    expect(
      read(
        indent(`# 附录 资料性 记录 {#annex}

        :::table[示例]{#tab}
        | 项目 | 指标 |
        | --- | --- |
        | 噪声/dB | ≤ 38 |
        :::`),
      ),
    ).toEqual([]);
  });

  it('are none where a table holds data or words', () => {
    expect(
      read(
        indent(`:::table[记录]{#tab}
        | 批 | 甲 | 乙 |
        | --- | --- | --- |
        | 1 | 12 | 13 |
        | 2 | 合适 | 14 |
        :::`),
      ),
    ).toEqual([]);
  });
});
