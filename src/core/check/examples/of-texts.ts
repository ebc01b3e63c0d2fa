import type { ParseRuleId } from '#core/model/parse-rules.ts';
import type { Examples, ExampleText } from '../rule.ts';

const table = (rows: string): string => `样例应符合[#t]的规定。\n\n:::table[样例]{#t}\n${rows}:::`;

const head = '| 项目 | 值 |\n| --- | --- |\n';

const figure = (content: string): string => `样例见[#f]。\n\n:::figure[样例]{#f}\n${content}\n:::`;

const clauses = (first: string, second: string): string =>
  `## 尺寸${first}\n\n样例应合格。\n\n## 外观${second}\n\n样例应清洁。`;

const annex = (heading: string): string =>
  `包装应符合[#pack]的规定。\n\n# ${heading} {#pack}\n\n包装应完整。`;

const whole = (text: string): string => `---
number: DB9999/T 1—2024
title: 样例
issuers: [某市市场监督管理局]
ics: ['03.100']
issued: 2024-01-05
implemented: 2024-03-01
---

${text}# 范围

本文件规定了样例的要求。

# 规范性引用文件

# 术语和定义

# 样例要求

样例应完整。
`;

const complete: ExampleText = '样例应完整。';

/** Examples of the rules that are held while one text is read and drawn. */
export const textExamples = {
  'annex-nature-missing': { bad: annex('附录 包装'), good: annex('附录（规范性） 包装') },
  'directive-unknown': {
    bad: '样例应完整。\n\n:::notes\n样例为一件。\n:::',
    good: '样例应完整。\n\n:::note\n样例为一件。\n:::',
  },
  'figure-empty': { bad: figure('待补图'), good: figure('![样例的外形](a.svg)') },
  'footnote-duplicate': {
    bad: '样例[^1]应完整。\n\n[^1]: 指一件。\n\n[^1]: 指一套。',
    good: '样例[^1]应完整[^2]。\n\n[^1]: 指一件。\n\n[^2]: 指无缺损。',
  },
  'footnote-unused': {
    bad: '样例应完整。\n\n[^1]: 指一件。',
    good: '样例[^1]应完整。\n\n[^1]: 指一件。',
  },
  'formula-invalid': { bad: '样例应满足 $\\frac{a}{$。', good: '样例应满足 $\\frac{a}{b}$。' },
  'formula-look': {
    bad: '样例应满足 $\\color{red}{a} < b$。',
    good: '样例应满足 $a < b$。',
  },
  'heading-level-skipped': {
    bad: clauses('', '').replace('##', '###'),
    good: clauses('', ''),
  },
  'html-neutralised': { bad: '样例应<u>完整</u>。', good: complete },
  'id-duplicate': { bad: clauses(' {#size}', ' {#size}'), good: clauses(' {#size}', ' {#look}') },
  'id-invalid': { bad: clauses(' {#1-size}', ''), good: clauses(' {#size-1}', '') },
  'id-reserved': { bad: clauses(' {#main}', ''), good: clauses(' {#main-size}', '') },
  'image-unsafe': {
    bad: figure('![样例的外形](https://example.org/a.svg)\n![样例的背面](b.svg)'),
    good: figure('![样例的外形](a.svg)\n![样例的背面](b.svg)'),
  },
  'link-unsafe': {
    bad: '样例见[图库](file:///a.svg)。',
    good: '样例见[图库](https://example.org/)。',
  },
  'list-depth': {
    bad: '样例应符合下列要求：\n\n- 外观：\n  - 表面：\n    - 无裂纹。',
    good: '样例应符合下列要求：\n\n- 外观：\n  - 表面无裂纹。',
  },
  'table-bare': { bad: `${head}| 尺寸 | 8 |`, good: table(`${head}| 尺寸 | 8 |\n`) },
  'table-merge': {
    bad: table(`${head}| ^^ | 8 |\n`),
    good: table(`${head}| 尺寸 | 8 |\n| ^^ | 9 |\n`),
  },
  'table-missing': { bad: table('待补\n'), good: table(`${head}| 尺寸 | 8 |\n`) },
  'table-ragged': { bad: table(`${head}| 尺寸 |\n`), good: table(`${head}| 尺寸 | 8 |\n`) },
  'table-too-large': {
    bad: table(`| 值 |\n| --- |\n${'| 8 |\n'.repeat(20_000)}`),
    good: table('| 值 |\n| --- |\n| 8 |\n'),
  },
  'text-before-heading': { bad: whole('样例说明。\n\n'), good: whole('') },
  'text-too-long': { bad: '样'.repeat(20_001), good: complete },
  'text-unreadable': { bad: '样\\例'.repeat(5001), good: complete },
  'too-many-findings': {
    bad: '样例应<u>完整</u>。'.repeat(501),
    good: complete,
    besides: ['html-neutralised'],
  },
  'typed-number': { bad: annex('附录A（规范性） 包装'), good: annex('附录（规范性） 包装') },
  'xref-unknown': { bad: '样例应符合[#size]的规定。', good: clauses(' {#size}', '（见[#size]）') },
} satisfies Readonly<Partial<Record<ParseRuleId, Examples<ExampleText>>>>;
