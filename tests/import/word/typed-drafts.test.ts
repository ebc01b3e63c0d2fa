import { describe, expect, test } from 'vitest';
import { cell, p, table } from '#tests/support/word-file.ts';
import { bodyOf, isBalanced, readDraft } from '#tests/support/word-import.ts';

const typed = `ICS 55.220
CCS A 85
DB9902
示 范 市 地 方 标 准
DB9902/T 71—2027
冷藏箱租赁服务规范
Specification for rental service of refrigerated boxes
（征求意见稿）
2027-01-10发布
2027-04-01实施
示范市市场监督管理局\u3000发布
目\u3000\u3000次
前言……………………………………Ⅰ
1 范围………………………………1
2 规范性引用文件……………………1
前\u3000\u3000言
本文件按照GB/T 1.1-2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。
本文件由示范市商务局提出并归口。
本文件起草单位：示范冷链集团有限公司、示范市标准化研究院。
本文件主要起草人：海澜、谷雨。
冷藏箱租赁服务规范
1 范围
本文件规定了冷藏箱租赁服务的基本要求、服务流程和评价。
本文件适用于示范市冷藏箱租赁服务。
2 规范性引用文件
下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。
GB/T 191 包装储运图示标志
GB/T 18354-2021 物流术语
3 术语和定义
下列术语和定义适用于本文件。
3.1
冷藏箱  refrigerated box
带制冷或蓄冷装置、用于短途配送的箱体。
3.2 租期 rental period
从交付到收回冷藏箱的时间
4 基本要求
4.1 经营者
4.1.1 经营者应有固定的清洗场所。
4.1.2 经营者应建立冷藏箱台账，内容包括：
a) 编号；
b) 容积：
1) 外部尺寸；
2) 内部尺寸；
c) 最近一次消毒日期。
4.2 冷藏箱
箱体外观应完好，标志应符合GB/T 191的规定。温度应符合表1的规定，见4.1.2。
表1 箱内温度
@TABLE
注1：空箱测量。
注2：环境温度为（25±2）℃。
5 服务流程
5.1 交付时应当面检查，检查项目见附录A。
5.2 收回后24 h内应清洗、消毒，2018年以前生产的冷藏箱还应做密封检查。
示例：收回时间为10:00的，应在次日10:00以前完成。
6 评价与改进
经营者每年应评价一次服务质量。
附 录 A
（资料性）
交付检查项目
A.1 外观
检查箱体、门封、标志。
A.2 温度
——开机30 min；
——读取箱内温度。
参考文献
[1] GB/T 28577-2021 冷链物流分类与基本要求`;

const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line === '@TABLE'
        ? table([
            [cell('类别', { merged: 'start' }), cell('温度/℃', { columns: 2 })],
            [cell('', { merged: 'on' }), '下限', '上限'],
            ['冷藏', '0', '8'],
            ['冷冻', '-25', '-18'],
          ])
        : p(line),
    )
    .join('');

describe('a draft with everything typed by hand', () => {
  const imported = readDraft({ body: lines(typed) });

  test('becomes the elements of a standard, numbers and references put right', () => {
    expect(imported.path).toBe('standards/local/db9902-t-71-2027');
    expect(bodyOf(imported)).toMatchInlineSnapshot(`
      "# 范围

      本文件规定了冷藏箱租赁服务的基本要求、服务流程和评价。

      本文件适用于示范市冷藏箱租赁服务。

      # 规范性引用文件

      - GB/T 191　包装储运图示标志
      - GB/T 18354—2021　物流术语

      # 术语和定义

      ## 冷藏箱 | refrigerated box

      带制冷或蓄冷装置、用于短途配送的箱体。

      ## 租期 | rental period

      从交付到收回冷藏箱的时间

      # 基本要求

      ## 经营者

      ###

      经营者应有固定的清洗场所。

      ###

      经营者应建立冷藏箱台账，内容包括：

      1. 编号；
      2. 容积：
         1. 外部尺寸；
         2. 内部尺寸；
      3. 最近一次消毒日期。

      ## 冷藏箱

      箱体外观应完好，标志应符合GB/T 191的规定。温度应符合[#xiang-nei-wen-du]的规定，见[#jing-ying-zhe.e9irw]。

      :::table[箱内温度]{headRows="2"}
      | 类别 | 温度/℃ | << |
      | - | - | - |
      | ^^ | 下限 | 上限 |
      | 冷藏 | 0 | 8 |
      | 冷冻 | -25 | -18 |

      注：空箱测量。

      注：环境温度为（25±2）℃。
      :::

      # 服务流程

      ##

      交付时应当面检查，检查项目见[#jiao-fu-jian-cha-xiang-mu]。

      ##

      收回后24 h内应清洗、消毒，2018年以前生产的冷藏箱还应做密封检查。

      示例：收回时间为10:00的，应在次日10:00以前完成。

      # 评价与改进

      经营者每年应评价一次服务质量。

      # 附录（资料性） 交付检查项目

      ## 外观

      检查箱体、门封、标志。

      ## 温度

      - 开机30 min；
      - 读取箱内温度。

      # 参考文献

      - GB/T 28577—2021　冷链物流分类与基本要求
      "
    `);
  });

  test('gives its cover and its foreword to the front matter', () => {
    const front = new TextDecoder().decode(imported.files.get('index.md')).split('\n---\n')[0];
    expect(front).toMatchInlineSnapshot(`
      "---
      number: DB9902/T 71—2027
      title: 冷藏箱租赁服务规范
      titleEn: Specification for rental service of refrigerated boxes
      status: draft
      draftStage: 征求意见稿
      issued: 2027-01-10
      implemented: 2027-04-01
      ics:
        - "55.220"
      ccs:
        - A 85
      proposedBy:
        - 示范市商务局
      administeredBy:
        - 示范市商务局
      draftedBy:
        - 示范冷链集团有限公司
        - 示范市标准化研究院
      drafters:
        - 海澜
        - 谷雨
      issuers:
        - 示范市市场监督管理局
      functionType: 规范
      foreword:
        basis: GB/T 1.1—2020
        patent: false"
    `);
  });

  test('loses no character', () => {
    expect(isBalanced(imported)).toBe(true);
    expect(imported.report.left.filter(({ needsPerson }) => needsPerson)).toEqual([]);
  });
});

describe('a number before a paragraph', () => {
  const chapters = (...rest: readonly string[]): string =>
    ['1 范围', '本文件规定了样例。', '2 规范性引用文件', '3 术语和定义', '4 要求', ...rest].join(
      '\n',
    );
  const textWith = (...rest: readonly string[]): string =>
    bodyOf(readDraft({ body: lines(chapters(...rest)) }, 'Q/SFX 1—2027'));

  test.each([
    ['30 天内应完成检查。', '30 天内应完成检查。'],
    ['2 台设备同时运行', '2 台设备同时运行'],
    ['2026 年以前生产的设备', '2026 年以前生产的设备'],
    ['5.2 的要求适用。', '5.2 的要求适用。'],
    ['4.9 压力', '4.9 压力'],
  ])('is not that of a clause where it cannot be: %s', (line, written) => {
    expect(textWith(line)).toContain(`\n${written}\n`);
  });

  test.each([
    ['4.1 温度', '## 温度'],
    ['4.1温度', '## 温度'],
    ['4．1 温度', '## 温度'],
    ['4.1 箱体应完好。', '##\n\n箱体应完好。'],
    ['5 检验', '# 检验'],
    ['第5章 检验', '# 检验'],
  ])('is that of the clause it begins: %s', (line, written) => {
    expect(textWith(line)).toContain(`\n${written}\n`);
  });

  test.each(['1、范围', '1. 范围', '1．范围'])('is that of the first chapter: %s', (line) => {
    const body = lines(
      ['前　言', '本文件由甲局提出并归口。', line, '本文件规定了样例。', '2 要求'].join('\n'),
    );
    expect(bodyOf(readDraft({ body }, 'Q/SFX 1—2027'))).toMatch(
      /^# 范围\n\n本文件规定了样例。\n\n# 要求\n/m,
    );
  });

  test('that a later one does not follow is told to a person', () => {
    const { report } = readDraft({ body: lines(chapters('4.1 温度', '4.3 湿度')) }, 'Q/SFX 1—2027');
    expect(report.left.filter(({ kind }) => kind === 'number').map(({ why }) => why.en)).toEqual([
      'the draft says 4.3 and it is printed as 4.2 by its order: check it',
    ]);
  });
});
