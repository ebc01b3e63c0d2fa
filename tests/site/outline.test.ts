import { describe, expect, it } from 'vitest';
import { listProvisions } from '#site/data/provisions.ts';
import { listOutline } from '#site/data/outline.ts';
import { draw } from '../core/render/draw.ts';

const { text } = draw(`# 前言

# 范围

本文件规定了温度。

# 规范性引用文件

# 术语和定义

## 温区 | zone

空间

# 总体要求

应低。

## 甲

### 乙

应高。不应湿。宜静。

# 检验

宜稳。

# 附录（规范性） 记录

应记。

# 参考文献

- GB/T 1
`);

describe('the outline of a text for readers of English', () => {
  it('names the fixed elements in English, the rest in Chinese with its language', () => {
    expect(
      listOutline(text).map(({ label, name, chinese }) => [label, name.text, name.lang, chinese]),
    ).toEqual([
      ['', 'Foreword', undefined, '前言'],
      ['1', 'Scope', undefined, '范围'],
      ['2', 'Normative references', undefined, '规范性引用文件'],
      ['3', 'Terms and definitions', undefined, '术语和定义'],
      ['4', 'General requirements', undefined, '总体要求'],
      ['4.1', '甲', 'zh-CN', undefined],
      ['5', '检验', 'zh-CN', undefined],
      ['Annex A', '记录', 'zh-CN', undefined],
      ['', 'Bibliography', undefined, '参考文献'],
    ]);
  });

  it('counts the requirements of each clause with those below it', () => {
    const counts = listOutline(text).map(({ label, requirements }) => [label, requirements]);
    expect(counts.filter(([, count]) => count !== 0)).toEqual([
      ['4', 3],
      ['4.1', 2],
      ['Annex A', 1],
    ]);
  });
});

describe('the list of provisions of a type', () => {
  it('goes clause by clause in the order of the text', () => {
    expect(
      listProvisions(text, 'requirement').map(({ label, provisions }) => [
        label,
        provisions.map((provision) => provision.text),
      ]),
    ).toEqual([
      ['第4章', ['应低。']],
      ['4.1.1', ['应高。', '不应湿。']],
      ['附录A', ['应记。']],
    ]);
    expect(listProvisions(text, 'permission')).toEqual([]);
  });
});
