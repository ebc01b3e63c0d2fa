import { describe, expect, it } from 'vitest';
import { checkDocument } from '#core/check/index.ts';
import { compareDiagnostics } from '#core/model/diagnostic.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { parseDocument } from '#core/text/index.ts';
import { applyFixes } from './wrap.ts';

const right = `---
number: DB9902/T 1—2026
title: 样例冷库
issuers: [示范市市场监督管理局]
ics: ['03.100']
issued: 2026-06-30
implemented: 2026-09-01
---

# 范围

本文件规定了样例的要求。

# 规范性引用文件

# 术语和定义

# 样例要求 {#samples}

样例应完整。
`;

/** Anchors published before: what a front matter that cannot be read must not seem to lose. */
const ledger = [
  { id: 'foreword', address: '', title: '前言' },
  { id: 'scope', address: '1', title: '范围' },
  { id: 'samples', address: '4', title: '样例要求' },
];

function check(source: string): readonly Diagnostic[] {
  const doc = parseDocument(source, { file: 'standards/local/sample/index.md', ledger });
  return [...doc.diagnostics, ...checkDocument(doc)].toSorted(compareDiagnostics);
}

const weights = { error: 0, warning: 1, info: 2 } as const;

interface Typed {
  readonly name: string;
  /** What stands in the right text, and what was typed instead. */
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  /** The first finding says this. */
  readonly says: RegExp;
  /** What a fix makes of it; the right text unless said, null where nothing is put right by itself. */
  readonly fixed?: string | null;
}

const issued = 'issued: 2026-06-30';
const issuers = 'issuers: [示范市市场监督管理局]';
const title = 'title: 样例冷库';
const scope = '# 范围';
const two = 'issuers: [示范市市场监督管理局, 示范市商务局]';

const slips: readonly Typed[] = [
  {
    name: 'a full-width colon',
    from: issued,
    to: 'issued：2026-06-30',
    rule: 'front-matter-yaml',
    says: /issued.*全角冒号/,
  },
  {
    name: 'a full-width colon after a blank',
    from: issued,
    to: 'issued ： 2026-06-30',
    rule: 'front-matter-yaml',
    says: /全角冒号/,
  },
  {
    name: 'no space after a colon',
    from: issued,
    to: 'issued:2026-06-30',
    rule: 'front-matter-yaml',
    says: /没有空格/,
  },
  {
    name: 'a tab',
    from: issuers,
    to: 'issuers:\n\t- 示范市市场监督管理局',
    rule: 'front-matter-yaml',
    says: /制表符/,
    fixed: right.replace(issuers, 'issuers:\n  - 示范市市场监督管理局'),
  },
  {
    name: 'a no-break space',
    from: title,
    to: 'title:\u00a0样例冷库',
    rule: 'front-matter-yaml',
    says: /U\+00A0/,
  },
  {
    name: 'a vertical tab',
    from: title,
    to: 'title:\u000b样例冷库',
    rule: 'front-matter-yaml',
    says: /U\+000B/,
  },
  {
    name: 'a full-width space',
    from: title,
    to: 'title:\u3000样例冷库',
    rule: 'front-matter-yaml',
    says: /全角空格/,
  },
  {
    name: 'full-width brackets',
    from: issuers,
    to: 'issuers: 【示范市市场监督管理局】',
    rule: 'front-matter-yaml',
    says: /全角括号/,
  },
  {
    name: '、 between bodies',
    from: issuers,
    to: 'issuers: [示范市市场监督管理局、示范市商务局]',
    rule: 'front-matter-list',
    says: /读成了一个名称/,
    fixed: right.replace(issuers, two),
  },
  {
    name: '， between bodies',
    from: issuers,
    to: 'issuers: [示范市市场监督管理局，示范市商务局]',
    rule: 'front-matter-list',
    says: /读成了一个名称/,
    fixed: right.replace(issuers, two),
  },
  {
    name: 'no brackets',
    from: issuers,
    to: 'issuers: 示范市市场监督管理局',
    rule: 'front-matter-value',
    says: /issuers.*应为列表/,
  },
  {
    name: 'no brackets around two',
    from: issuers,
    to: 'issuers: 示范市市场监督管理局、示范市商务局',
    rule: 'front-matter-value',
    says: /应为列表/,
    fixed: right.replace(issuers, two),
  },
  {
    name: 'quotes of Chinese',
    from: title,
    to: 'title: “样例冷库”',
    rule: 'front-matter-quotes',
    says: /引号会照样印出/,
  },
  {
    name: 'title marks',
    from: title,
    to: 'title: 《样例冷库》',
    rule: 'front-matter-quotes',
    says: /照样印出/,
  },
  {
    name: 'a day in Chinese',
    from: issued,
    to: 'issued: 2026年6月30日',
    rule: 'front-matter-value',
    says: /issued.*YYYY-MM-DD/,
  },
  {
    name: 'a day with slashes',
    from: issued,
    to: 'issued: 2026/6/30',
    rule: 'front-matter-value',
    says: /issued/,
  },
  {
    name: 'a day with points',
    from: issued,
    to: 'issued: 2026.6.30',
    rule: 'front-matter-value',
    says: /issued/,
  },
  {
    name: 'a day without noughts',
    from: issued,
    to: 'issued: 2026-6-30',
    rule: 'front-matter-value',
    says: /issued/,
  },
  {
    name: 'a day of eight digits',
    from: issued,
    to: 'issued: 20260630',
    rule: 'front-matter-value',
    says: /issued/,
  },
  {
    name: 'a day that is none',
    from: issued,
    to: 'issued: 2026-06-31',
    rule: 'front-matter-value',
    says: /要有这一天/,
    fixed: null,
  },
  {
    name: 'a day not yet known',
    from: issued,
    to: 'issued: 待定',
    rule: 'front-matter-value',
    says: /issued/,
    fixed: null,
  },
  {
    name: 'a status in Chinese',
    from: title,
    to: `${title}\nstatus: 现行`,
    rule: 'front-matter-value',
    says: /status.*published/,
    fixed: right.replace(title, `${title}\nstatus: published`),
  },
  {
    name: 'a stage cut short',
    from: title,
    to: `${title}\nstatus: draft\ndraftStage: 征求意见`,
    rule: 'front-matter-value',
    says: /draftStage/,
    fixed: right.replace(title, `${title}\nstatus: draft\ndraftStage: 征求意见稿`),
  },
  {
    name: 'a key in Chinese',
    from: issued,
    to: '发布日期: 2026-06-30',
    rule: 'front-matter-unknown-key',
    says: /发布日期/,
  },
  {
    name: 'a key in capitals',
    from: issued,
    to: 'Issued: 2026-06-30',
    rule: 'front-matter-unknown-key',
    says: /Issued/,
  },
  {
    name: 'a key with a slip',
    from: 'implemented:',
    to: 'implemeted:',
    rule: 'front-matter-unknown-key',
    says: /implemeted/,
  },
  {
    name: 'a code without quotes',
    from: "ics: ['03.100']",
    to: 'ics: [03.100]',
    rule: 'front-matter-value',
    says: /ics\.0.*加引号/,
  },
  {
    name: 'yes in Chinese',
    from: title,
    to: `${title}\nsample: 是`,
    rule: 'front-matter-value',
    says: /sample.*true/,
    fixed: right.replace(title, `${title}\nsample: true`),
  },
  {
    name: 'a key left out',
    from: `${issuers}\n`,
    to: '',
    rule: 'front-matter-value',
    says: /issuers.*必须填写/,
    fixed: null,
  },
  {
    name: 'a key written twice',
    from: issued,
    to: `${issued}\n${issued}`,
    rule: 'front-matter-yaml',
    says: /写了两次/,
    fixed: null,
  },
  {
    name: 'an open quote',
    from: title,
    to: 'title: "样例冷库',
    rule: 'front-matter-yaml',
    says: /YAML/,
    fixed: null,
  },
  {
    name: 'a blank line before',
    from: '---\nnumber',
    to: '\n---\nnumber',
    rule: 'front-matter-missing',
    says: /前面还有空行/,
  },
  {
    name: 'dashes of Chinese',
    from: '---\nnumber',
    to: '———\nnumber',
    rule: 'front-matter-missing',
    says: /不是三个半角减号/,
  },
  {
    name: 'no end',
    from: '\n---\n\n#',
    to: '\n\n#',
    rule: 'front-matter-missing',
    says: /没有结束/,
    fixed: null,
  },
  {
    name: 'a full-width #',
    from: scope,
    to: '＃ 范围',
    rule: 'text-before-heading',
    says: /像标题/,
  },
  {
    name: 'no space after #',
    from: scope,
    to: '#范围',
    rule: 'text-before-heading',
    says: /像标题/,
  },
  {
    name: 'a no-break space after #',
    from: scope,
    to: '#\u00a0范围',
    rule: 'text-before-heading',
    says: /像标题/,
  },
  {
    name: 'a full-width # later',
    from: '# 术语和定义',
    to: '＃ 术语和定义',
    rule: 'literal-syntax',
    says: /像标题/,
  },
  {
    name: 'a typed number of a chapter',
    from: scope,
    to: '# 1 范围',
    rule: 'heading-typed-number',
    says: /手打了编号“1”/,
  },
  {
    name: 'typed numbers of all chapters',
    from: '# 术语和定义',
    to: '# 3 术语和定义',
    rule: 'heading-typed-number',
    says: /手打了编号“3”/,
  },
  {
    name: 'a figure without an image',
    from: '样例应完整。',
    to: '样例应完整，见[#f]。\n\n:::figure[布点]{#f}\n待补图\n:::',
    rule: 'figure-empty',
    says: /没有图片/,
    fixed: null,
  },
];

describe('the first finding names the cause', () => {
  it('there is none in the right text, and its anchors are all there', () => {
    expect(check(right)).toEqual([]);
  });

  it.each(slips.map((slip) => [slip.name, slip] as const))('%s', (_, slip) => {
    expect(right).toContain(slip.from);
    const source = right.replace(slip.from, slip.to);
    const found = check(source);
    const byWeight = found.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
    for (const first of [found[0], byWeight[0]]) {
      expect(first?.rule).toBe(slip.rule);
      expect(first?.message.zh).toMatch(slip.says);
      expect(first?.hint ?? first?.message).toBeTruthy();
    }
    expect(found.map(({ rule }) => rule)).not.toContain('anchor-lost');
    const wanted = slip.fixed === null ? source : (slip.fixed ?? right);
    expect(applyFixes(source, found)).toBe(wanted);
  });
});
