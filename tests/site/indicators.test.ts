import { describe, expect, it } from 'vitest';
import { linkClauses } from '#site/data/indicators.ts';
import { draw } from '../core/render/draw.ts';

const source = `---
number: Q/SFH 001—2024
title: 样例
issuers: [示范家电有限公司]
indicators:
  - { name: 噪声, clause: 噪声, max: 40, unit: dB, method: '按[#噪声试验]和[#step]，旧[#old]，无[#none]' }
---

# 噪声 {#噪声}

噪声应不大于 40 dB。

# 试验 {#噪声试验 was="old"}

1. {#step} 测量。
`;

describe('what an indicator names', () => {
  it('is found by the grammar of the text: any id of clauses, list items and earlier ones', () => {
    const { text, check } = draw(source);
    const method = '按[#噪声试验]和[#step]，旧[#old]，无[#none]';
    expect(linkClauses(method, text)).toEqual([
      { text: '按' },
      { text: '第2章', id: '噪声试验' },
      { text: '和' },
      { text: '第2章 a)', id: 'step' },
      { text: '，旧' },
      { text: '第2章', id: 'old' },
      { text: '，无[#none]' },
    ]);
    expect(linkClauses('[#噪声]', text)).toEqual([{ text: '第1章', id: '噪声' }]);
    const found = check().filter(({ rule }) => rule === 'indicator-clause');
    expect(found.map(({ message }) => message.zh)).toEqual([
      '指标“噪声”指向 none，文件里没有这个标识',
    ]);
  });

  it('never reads what every object has', () => {
    expect(linkClauses('按[#constructor]', { indicatorLabels: {} })).toEqual([
      { text: '按[#constructor]' },
    ]);
  });
});
