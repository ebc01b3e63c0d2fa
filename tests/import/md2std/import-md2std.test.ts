import { expect, test } from 'vitest';
import { readDraft } from '#import/draft/read-draft.ts';
import { bodyOf, isBalanced, textOf } from '#tests/support/word-import.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const source = `---
standard_type: 团体标准
title: 样例箱
keywords: 箱
---
# 范围

本文件规定了样例箱的要求。

# 规范性引用文件

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。

{{std:GB/T 191}} GB/T 191  包装储运图示标志

# 术语和定义

下列术语和定义适用于本文件。

{术语：样例箱 | sample box}

用来举例的箱体

## 门锁  door lock

锁住门的装置

# 要求

## 外观

{无标题条:3} 外观应完好，见{{tbl:limits:label}}，并符合{{std:GB/T 191}}的规定。

{无标题条:3} 体积按{{eq:size}}计算：

$$V = a^3$$ {#eq:size}

{表：#tbl:limits} 限值

{单位} 单位为毫米

| 项目 | 限值 |
| --- | --- |
| 长 | 300 |

注：不含把手。

下列各项应合格：

- 门；
- 锁。

示例：

第一段。

第二段。

{示例结束}

![箱体 {#fig:box}](images/box.png)

# 附录 资料性 记录

## 格式

按行填写，见{{fig:box}}和{{tbl:none}}。
`;

test('marks of md2std become those of the library', async () => {
  const draft = await readDraft(utf8(source), '样例.md', { number: 'T/SFX 9—2027' });
  if ('zh' in draft) throw new Error(draft.en);
  expect(draft.path).toBe('standards/group/t-sfx-9-2027');
  expect(textOf(draft)).toContain('title: 样例箱\n');
  expect(isBalanced(draft)).toBe(true);
  expect(bodyOf(draft)).toMatchInlineSnapshot(`
    "# 范围

    本文件规定了样例箱的要求。

    # 规范性引用文件

    - GB/T 191　包装储运图示标志

    # 术语和定义

    ## 样例箱 | sample box

    用来举例的箱体

    ## 门锁 | door lock

    锁住门的装置

    # 要求

    ## 外观

    ###

    外观应完好，见[#tbl-limits]，并符合GB/T 191的规定。

    ###

    体积按[#eq-size]计算：

    :::formula{#eq-size}
    $$
    V = a^3
    $$
    :::

    :::table[限值]{#tbl-limits unit="单位为毫米"}
    | 项目 | 限值 |
    | - | - |
    | 长 | 300 |

    注：不含把手。
    :::

    下列各项应合格：

    - 门；
    - 锁。

    :::example
    第一段。

    第二段。
    :::

    :::figure[箱体]{#fig-box}
    待补图
    :::

    # 附录（资料性） 记录

    ## 格式

    按行填写，见[#fig-box]和tbl\\:none。
    "
  `);
});

test('what has no place is named: keys of the head, pictures, references to nothing', async () => {
  const draft = await readDraft(utf8(source), '样例.md');
  if ('zh' in draft) throw new Error(draft.en);
  const said = draft.report.left.filter(({ needsPerson }) => needsPerson).map(({ text }) => text);
  expect(said).toEqual(
    expect.arrayContaining([
      'keywords: 箱',
      'tbl:none tbl:none',
      '![箱体 {#fig:box}](images/box.png)',
    ]),
  );
  expect(draft.path).toMatchObject({ en: expect.stringContaining('"T/SFX') as string });
});

test.each([
  [
    'a text of the library',
    '---\nnumber: DB9902/T 1—2026\n---\n\n# 范围\n',
    'of the library already',
  ],
  ['a workbook under a wrong name', 'PK\u0003\u0004', 'no CSV'],
  ['nothing', '', 'empty'],
])('%s is refused', async (_, text, words) => {
  expect(await readDraft(utf8(text), 'a.md')).toMatchObject({
    en: expect.stringContaining(words) as string,
  });
});

test.each(['{', '{{', '$$', '|', '# ', '{表：', '{无标题条:99} x', '---\na: &a [*a]\n---\n'])(
  'broken marks (%s) are text and no failure',
  async (text) => {
    const draft = await readDraft(utf8(`# 范围\n\n${text}\n\n末`), 'a.md');
    if ('zh' in draft) throw new Error(draft.en);
    expect(bodyOf(draft)).toContain('末');
    expect(isBalanced(draft)).toBe(true);
  },
);
