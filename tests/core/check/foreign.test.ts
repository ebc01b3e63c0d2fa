import { describe, expect, it } from 'vitest';
import { applyFixes, checkSource, pointedAt, wrap } from './wrap.ts';

const rules = new Set([
  'code-block',
  'emphasis-star',
  'foreign-markup',
  'heading-typed-number',
  'heading-underlined',
  'list-numbers',
  'literal-syntax',
  'not-printed',
  'typed-clause-number',
]);

function see(fragment: string) {
  const source = wrap(fragment);
  const found = checkSource(source).filter(({ rule }) => rules.has(rule));
  return {
    said: found.map((finding) => `${finding.rule} ${pointedAt(source, finding)}`),
    fixed: applyFixes(source, found).slice(wrap('').length),
  };
}

describe('what other tools write is pointed out, and put right where that is beyond doubt', () => {
  it.each([
    ['[TOC]', ['foreign-markup [TOC]'], ''],
    ['==重点==应标明。', ['foreign-markup ==重点=='], '**重点**应标明。'],
    ['- [ ] 是\n- [x] 否', ['foreign-markup [ ]', 'foreign-markup [x]'], '- □ 是\n- ☑ 否'],
    ['> [!NOTE]\n> 应注意。', ['foreign-markup [!NOTE]'], null],
    ['和\\(a+b\\)应为1。', ['foreign-markup \\(a+b\\)'], '和$a+b$应为1。'],
    ['见~~旧文~~新文。', ['foreign-markup ~~旧文~~'], null],
    ['应采用H~2~O。', ['foreign-markup ~2~'], '应采用H:sub[2]O。'],
    [
      'SO~4~^2-^与Fe~2~O~3~，浓度为x~max~。',
      ['foreign-markup ~4~', 'foreign-markup ~2~', 'foreign-markup ~3~', 'foreign-markup ~max~'],
      'SO:sub[4]^2-^与Fe:sub[2]O:sub[3]，浓度为x:sub[max]。',
    ],
    ['浓度应为10^-3 mol/L。', ['foreign-markup ^-3'], '浓度应为10^-3^ mol/L。'],
    ['x^2+y^2应为1。', ['foreign-markup ^2', 'foreign-markup ^2'], 'x^2^+y^2^应为1。'],
    ['应** 牢固 **并清洁。', ['foreign-markup ** 牢固 **'], '应**牢固**并清洁。'],
    ['应**牢固并清洁。', ['foreign-markup **'], null],
    ['系数为$ a+b $。', [], null],
    ['系数为$甲，乙$。', ['foreign-markup $甲，乙$'], null],
    ['应为100*50*20 mm。', ['foreign-markup *', 'foreign-markup *'], '应为100×50×20 mm。'],
    ['见[[范围]]。', ['foreign-markup [[范围]]'], null],
    ['结果为\\frac{1}{2}。', ['foreign-markup \\frac'], null],
    ['####### 七级', ['foreign-markup #######'], null],
  ] as const)('%s', (fragment, said, fixed) => {
    const seen = see(fragment);
    expect(seen.said).toEqual(said);
    expect(seen.fixed).toBe(fixed ?? seen.fixed);
    expect(fixed === null ? [] : see(fixed).said).toEqual([]);
  });
});

describe('blocks that are not what they look like are pointed out', () => {
  it.each([
    [
      '样例应完整。\n\n    四格缩进的段落应是正文。',
      ['code-block     四格缩进的段落应是正文。'],
      '样例应完整。\n\n四格缩进的段落应是正文。',
    ],
    [
      '样例应完整。\n\n\t甲应清洁；\n\t乙应完整。',
      ['code-block \t甲应清洁；'],
      '样例应完整。\n\n甲应清洁；\n乙应完整。',
    ],
    ['样例应完整。\n\n    - 甲', ['code-block     - 甲'], null],
    ['```\n甲', ['code-block ```'], null],
    ['``` 甲乙\n丙\n```', ['code-block ``` 甲乙'], null],
    ['```json\n{}\n```', [], null],
    ['设备应清洁\n===', ['heading-underlined 设备应清洁'], null],
    ['设备应清洁\n---', ['heading-underlined 设备应清洁'], null],
    ['甲。\n\n---\n\n乙。', ['not-printed ---'], null],
    ['甲。\n\n____\n\n乙。', [], null],
    ['甲。\n\n***\n\n乙。', ['not-printed ***'], null],
    ['[注]: 这是说明', ['not-printed [注]: 这是说明'], null],
    ['[甲]: https://a.cn/', ['not-printed [甲]: https://a.cn/'], null],
    ['见[甲]。\n\n[甲]: https://a.cn/', [], null],
    [':::table 限值\n| 甲 |\n| --- |\n| 乙 |\n:::', ['not-printed :::table 限值'], null],
    [':::formula《甲{#e}\n$$\nx\n$$\n:::', ['not-printed :::formula《甲{#e}'], null],
    [':::note\n甲\n::: 乙', ['not-printed 乙'], null],
    ['::::note\n甲\n\n:::example\n乙\n:::\n::::', [], null],
    [':::note\n甲\n:::</b>Na', ['not-printed </b>Na'], null],
    [':::note\n甲\n::::### {#lift}', ['not-printed ### {#lift}'], null],
    ['- 甲：\n\n  :::note\n  乙\n  ::: 丙', ['not-printed 丙'], null],
    [
      '#### 标准化 | standard[x](https://a.cn/ "题")',
      ['not-printed #### 标准化 | standard[x](https://a.cn/ "题")'],
      null,
    ],
    [
      ':::table[限值]{#t1 headRow=2}\n| 甲 |\n| --- |\n| 乙 |\n:::\n\n见[#t1]。',
      ['not-printed :::table[限值]{#t1 headRow=2}'],
      null,
    ],
    [
      ':::table[限值]{#t1 headRows=x}\n| 甲 |\n| --- |\n| 乙 |\n:::\n\n见[#t1]。',
      ['not-printed :::table[限值]{#t1 headRows=x}'],
      null,
    ],
    [
      ':::formula[负荷]{#e}\n$$\nx\n$$\n:::\n\n见[#e]。',
      ['not-printed :::formula[负荷]{#e}'],
      null,
    ],
    [':req[甲应清洁。]{objekt="甲"}', ['not-printed :req[甲应清洁。]{objekt="甲"}'], null],
    ['> 5 mm 的裂纹应记录。', ['not-printed > 5 mm 的裂纹应记录。'], null],
    ['+ 5 V 应可用。', ['not-printed + 5 V 应可用。'], null],
    ['样例应：\n\n3. 完整；\n4. 清洁。', ['list-numbers 3.'], null],
    ['1986. 样例应完整。', ['list-numbers 1986.'], null],
    ['1. 甲；\n1. 乙。', [], null],
    ['1. 甲；\n3. 乙。', ['list-numbers 3.'], null],
    ['用量应为每日*天数*人数。', ['emphasis-star *天数*'], null],
    ['其中*t*为时间，**重点**应标明。', [], null],
  ] as const)('%j', (fragment, said, fixed) => {
    const seen = see(fragment);
    expect(seen.said).toEqual(said);
    expect(seen.fixed).toBe(fixed ?? seen.fixed);
  });
});

describe('typed numbers and marks are pointed out', () => {
  it.each([
    [
      '4.1 样例应完整。\n\n4.2 样例应清洁。',
      ['typed-clause-number 4.1 ', 'typed-clause-number 4.2 '],
      '##\n\n样例应完整。\n\n##\n\n样例应清洁。',
    ],
    [
      '## 外观\n\n4.1.1 样例应完整。\n\n4.1.2 样例应清洁。',
      ['typed-clause-number 4.1.1 ', 'typed-clause-number 4.1.2 '],
      '## 外观\n\n###\n\n样例应完整。\n\n###\n\n样例应清洁。',
    ],
    ['4.1 外观\n\n样例应完整。', ['typed-clause-number 4.1 '], '## 外观\n\n样例应完整。'],
    ['7.3.2.1样例应完整。', ['typed-clause-number 7.3.2.1'], null],
    [
      '## 外观\n\n### 4.1.1\n\n样例应完整。\n\n### 4.1.2\n\n样例应清洁。',
      ['heading-typed-number 4.1.1', 'heading-typed-number 4.1.2'],
      '## 外观\n\n### \n\n样例应完整。\n\n### \n\n样例应清洁。',
    ],
    [
      '1、第一项应完整；\n2、第二项应完整。',
      ['literal-syntax 1、', 'literal-syntax 2、'],
      '1. 第一项应完整；\n2. 第二项应完整。',
    ],
    [
      '● 甲应完整；\n● 乙应完整。',
      ['literal-syntax ●', 'literal-syntax ●'].map((each) => `${each} `),
      '- 甲应完整；\n- 乙应完整。',
    ],
    ['3、第三项应完整。', ['literal-syntax 3、'], '3、第三项应完整。'],
    ['一、总体要求', ['literal-syntax 一、'], null],
    ['（1）样例应完整。', ['literal-syntax （1）'], null],
    ['2.5 倍的样例应完整。', [], null],
    ['4.1 厘米厚的板材应加固。', [], '4.1 厘米厚的板材应加固。'],
    ['4.1 码放高度应记录。', ['typed-clause-number 4.1 '], '##\n\n码放高度应记录。'],
    ['4.1 两人应同时在场。', ['typed-clause-number 4.1 '], '##\n\n两人应同时在场。'],
    ['4.1 尺度应一致。', ['typed-clause-number 4.1 '], '##\n\n尺度应一致。'],
    ['4.1 尺高的样例应清洁。', [], null],
    ['4.1 样例应完整。\n\n## 外观 {#look}\n\n样例应清洁。', ['typed-clause-number 4.1 '], null],
    ['4.1 安装应牢固。', ['typed-clause-number 4.1 '], '##\n\n安装应牢固。'],
    ['4.7 样例应清洁。', ['typed-clause-number 4.7 '], '4.7 样例应清洁。'],
    ['1、2 级样例应完整。', [], null],
    ['●', [], null],
  ] as const)('%j', (fragment, said, fixed) => {
    const seen = see(fragment);
    expect(seen.said).toEqual(said);
    expect(seen.fixed).toBe(fixed ?? seen.fixed);
  });
});
