import { describe, expect, it } from 'vitest';
import { writeSts } from '#core/exchange/sts/write-sts.ts';
import { readDraft } from '#import/draft/read-draft.ts';
import type { ImportedDraft } from '#import/draft/draft.ts';
import { compileStandard } from '#library/compile-standard.ts';

const path = 'standards/local/db9902-t-71-2027';
const compile = (text: string) => {
  const { standard } = compileStandard({
    path,
    index: new TextEncoder().encode(text),
    english: null,
    ledger: '',
    figures: [],
    digest: '',
  });
  if (!standard) throw new Error('no standard');
  return standard;
};

async function take(xml: string): Promise<ImportedDraft & { readonly text: string }> {
  const draft = await readDraft(new TextEncoder().encode(xml), 'a.xml', {
    number: 'DB9902/T 71—2027',
  });
  if ('zh' in draft) throw new Error(draft.en);
  return { ...draft, text: new TextDecoder().decode(draft.files.get('index.md')) };
}

/** Ids that look like numbers of another system, or like those of elements that stand once. */
const text = `---
number: DB9902/T 71—2027
title: 样例灯
status: draft
issuers: [示范市市场监督管理局]
---

# 范围

本文件规定了样例灯。

# 规范性引用文件

# 术语和定义

## 指数 {#term-index}

灯的亮度与基准之比

# 指数的计算 {#index}

见 [#sec-1]。指数按 [#tab-2] 取值。

## 取值 {#sec-1}

:::table[取值]{#tab-2}
| 灯 | 值 |
| --- | --- |
| 甲 | 1 |
:::

## 其他 {#s5}

样例灯应有指数，见 [#index] 和 [#term-index]。

## 末条 {#scope-2}

没有被引用的条。
`;

describe('ids of a text of this kind', () => {
  it('all come back, whatever they look like, and references lead to them', async () => {
    const before = compile(text);
    const wanted = ['term-index', 'index', 'sec-1', 's5', 'scope-2'];
    const ids = before.text.clauses.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(wanted));
    const draft = await take(writeSts(before, { status: '草案', successors: [] }));
    const after = compile(draft.text);
    expect(after.text.clauses.map(({ id }) => id)).toEqual(ids);
    expect(after.text.exhibits.map(({ id }) => id)).toEqual(['tab-2']);
    expect(draft.text).toContain('见 [#sec-1]。指数按 [#tab-2] 取值。');
    expect(draft.text).toContain('见 [#index] 和 [#term-index]。');
    expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('ids of a text from elsewhere', () => {
  const foreign = `<standard xml:lang="zh"><front/><body>
<sec id="sec_1" sec-type="scope"><label>1</label><title>范围</title><p>本文件规定了灯。</p></sec>
<sec id="sec_4"><label>2</label><title>要求</title>
<sec id="sec_4.1"><label>2.1</label><title>亮度</title><p>见<xref ref-type="sec" rid="sec_4.2">2.2</xref>。</p></sec>
<sec id="sec_4.2"><label>2.2</label><title>颜色</title><p>红。</p></sec>
<sec id="index"><label>2.3</label><title>指数</title><p>一。</p></sec>
<sec id="term-index"><label>2.4</label><title>词</title><p>一。</p></sec>
</sec></body></standard>`;

  it('stay where they are names or something leads to them; those left out are in the report', async () => {
    const { text: written, report } = await take(foreign);
    expect(written).toContain('## 颜色 {#sec_4.2}');
    expect(written).toContain('见[#sec_4.2]。');
    expect(written).toContain('## 指数 {#index}');
    expect(written).toContain('## 词 {#term-index}');
    expect(written).toContain('## 亮度\n');
    const [lost] = report.left.filter(({ why }) => why.en.startsWith('ids that only repeat'));
    expect(lost?.text).toBe('sec_1 sec_4 sec_4.1');
  });
});
