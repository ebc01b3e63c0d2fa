import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '#core/compare/index.ts';
import { listTokens } from '../../../src/core/compare/tokens.ts';
import { splitSentences } from '../../../src/core/compare/units.ts';
import { readClauses } from './read-clauses.ts';

/** What became of two texts: kind, place before, place after, of each change but headings. */
function say(before: string, after: string): readonly string[] {
  const comparison = compareTexts(readClauses(before), readClauses(after));
  const place = (side: 'from' | 'to', clause: number | undefined) =>
    clause === undefined ? '-' : comparison[side].clauses[clause]?.address;
  return comparison.changes
    .filter(({ subject }) => subject !== 'title')
    .map(
      ({ kind, subject, from, to }) =>
        `${kind} ${subject} ${place('from', from?.clause)} ${place('to', to?.clause)}`,
    );
}

const training = '作业人员上岗前应接受温度控制培训。';
const ledger = '企业应建立监测设备的台账。';
const defrost = '冷库的除霜应在夜间自动进行。';

describe('clauses', () => {
  it('that follow a new one are renumbered, which is a move and no change', () => {
    const before = `# 要求\n\n## 人员\n\n${training}\n\n## 设备\n\n${ledger}\n`;
    const after = `# 要求\n\n## 冷库\n\n${defrost}\n\n## 人员\n\n${training}\n\n## 设备\n\n${ledger}\n`;
    expect(say(before, after)).toEqual([
      'added sentence - 2.1',
      'moved clause 2.1 2.2',
      'moved clause 2.2 2.3',
    ]);
    expect(say(after, before)).toEqual([
      'removed sentence 2.1 -',
      'moved clause 2.2 2.1',
      'moved clause 2.3 2.2',
    ]);
  });

  it('that stand in another chapter moved there', () => {
    const before = `# 管理\n\n## 人员\n\n${training}\n\n## 设备\n\n${ledger}\n\n# 作业\n\n## 冷库\n\n${defrost}\n`;
    const after = `# 管理\n\n## 设备\n\n${ledger}\n\n# 作业\n\n## 冷库\n\n${defrost}\n\n## 人员\n\n${training}\n`;
    expect(say(before, after)).toEqual(['moved clause 2.2 2.1', 'moved clause 2.1 3.2']);
  });

  it('that were divided have their sentences elsewhere, and nothing is new or gone', () => {
    const whole = `# 要求\n\n## 管理 {#m}\n\n${training}${ledger}\n`;
    const divided = `# 要求\n\n## 管理 {#m}\n\n### 人员\n\n${training}\n\n### 设备\n\n${ledger}\n`;
    expect(say(whole, divided)).toEqual(['moved sentence 2.1 2.1.1', 'moved sentence 2.1 2.1.2']);
    expect(say(divided, whole)).toEqual(['moved sentence 2.1.1 2.1', 'moved sentence 2.1.2 2.1']);
  });

  it('say of a sentence that was divided what became of its limits', () => {
    const before =
      '# 要求\n\n## 运输 {#t}\n\n运输途中不应关闭制冷机组，驾驶员每4 h应查看一次车厢温度。\n';
    const after =
      '# 要求\n\n## 运输 {#t}\n\n运输途中不应关闭制冷机组。\n\n驾驶员应每2 h查看一次车厢温度。\n';
    expect(say(before, after).map((each) => each.split(' ')[0])).not.toContain('added');
    expect(say(after, before).map((each) => each.split(' ')[0])).not.toContain('removed');
  });

  it('name tables and clauses by their new numbers without a change of words', () => {
    const table = (name: string, id: string) =>
      `:::table[${name}]{#${id}}\n| 项目 | 值 |\n| --- | --- |\n| ${name} | 1 |\n:::\n`;
    const before = `# 要求\n\n## 温度 {#t}\n\n温度应符合[#a]的规定。\n\n${table('温度', 'a')}`;
    const after = `# 要求\n\n## 湿度 {#h}\n\n湿度见[#b]。\n\n${table('湿度', 'b')}\n## 温度 {#t}\n\n温度应符合[#a]的规定。\n\n${table('温度', 'a')}`;
    expect(say(before, after)).toEqual([
      'added sentence - 2.1',
      'added table - 2.1',
      'moved clause 2.1 2.2',
      'editorial sentence 2.1 2.2',
      'editorial table 2.1 2.2',
    ]);
  });
});

describe('tables', () => {
  const chapter = (rows: readonly string[]) =>
    `# 要求\n\n## 限值 {#l}\n\n限值见[#t]。\n\n:::table[限值]{#t}\n${rows.join('\n')}\n:::\n`;
  const head = ['| 品类 | 贮存 | 运输 |', '| --- | --- | --- |'];

  it('have rows by their first cells, wherever they stand', () => {
    const before = chapter([...head, '| 甲 | ≤ 5 | ≤ 8 |', '| 乙 | 0～4 | 0～8 |']);
    const after = chapter([
      ...head,
      '| 乙 | 0～8 | 0～6 |',
      '| 甲 | ≤ 5 | ≤ 10 |',
      '| 丙 | — | ≤ 4 |',
    ]);
    expect(say(before, after)).toEqual([
      'loosened cell 2.1 2.1',
      'tightened cell 2.1 2.1',
      'loosened cell 2.1 2.1',
      'added row - 2.1',
    ]);
  });

  it('have rows of equal first cells by those behind them', () => {
    const merged = (value: string) =>
      chapter([
        '| 间室 | 名称 | 值 |',
        '| --- | --- | --- |',
        '| 冷藏室 | 温度 | ≥ 2 |',
        `| ^^ | 湿度 | ${value} |`,
        '| 冷冻室 | 温度 | ≤ -18 |',
      ]);
    expect(say(merged('≤ 80'), merged('≤ 70'))).toEqual(['tightened cell 2.1 2.1']);
  });

  it('have columns by their heads', () => {
    const before = chapter([...head, '| 甲 | ≤ 5 | ≤ 8 |']);
    const after = chapter([
      '| 品类 | 运输 | 到货 | 贮存 |',
      '| --- | --- | --- | --- |',
      '| 甲 | ≤ 8 | ≤ 9 | ≤ 5 |',
    ]);
    expect(say(before, after)).toEqual(['added column - 2.1']);
  });

  it('without a row in common are two tables', () => {
    const before = chapter([...head, '| 甲 | ≤ 5 | ≤ 8 |']);
    const after = chapter(['| 字段 | 格式 |', '| --- | --- |', '| 车牌 | 字符 |']);
    expect(say(before, after)).toEqual(['removed table 2.1 -', 'added table - 2.1']);
  });
});

describe('words', () => {
  it('are whole where they are one thing', () => {
    const text = '冷冻室温度不应高于-18 ℃，宜为0 ℃～4 ℃，并应符合GB/T 191—2008的5.2和表A.1的规定。';
    expect(listTokens(text)).toEqual(
      expect.arrayContaining([
        '不应',
        '-18 ℃',
        '宜',
        '0 ℃～4 ℃',
        '应',
        'GB/T 191—2008',
        '5.2',
        '表A.1',
      ]),
    );
  });

  it('put together are the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'应不宜温度5.2 ℃GB/T—19：；。（）abc3～') }),
        (text) => {
          expect(listTokens(text).join('')).toBe(text);
          expect(splitSentences(text).join('')).toBe(text);
        },
      ),
    );
  });
});
