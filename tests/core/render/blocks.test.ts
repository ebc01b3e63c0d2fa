import { describe, expect, it } from 'vitest';
import { draw, idsOf } from './draw.ts';

const bad = '"><script>alert(1)</script>';

describe('published anchors are data, not markup', () => {
  it('never print what is no id', () => {
    const body =
      '# 要求\n\n:::table[尺寸]\n| 项[^a] |\n| - |\n| 长 |\n\n[^a]: 说明。\n:::\n\n:::figure[外观]\n![轮廓](a.svg)\n:::\n\n:::formula\n$$\na\n$$\n:::\n';
    const ledger = ['table 1', 'figure 1', 'formula 1', '1'].map((address, index) => ({
      id: bad,
      address,
      title: ['尺寸', '外观', '', '要求'][index] ?? '',
    }));
    const { html } = draw(body, { ledger });
    expect(html).not.toContain('<script');
    expect(html).toContain('class="std-table" id="chi-cun"');
  });
});

describe('soft line breaks', () => {
  it('join Chinese lines without a space, for the reader and for provisions', () => {
    const { html, provisions } = draw('# 要求\n\n冷藏车**应**\n在装车前\n预冷至\n5 ℃。\n');
    expect(html).toContain(
      '冷藏车<strong><span class="verb" data-type="requirement">应</span></strong>在装车前预冷至 5\u00A0℃。',
    );
    expect(provisions).toEqual(['requirement 冷藏车应在装车前预冷至 5 ℃。']);
  });

  it('do not hide a number, and keep its place in the source', () => {
    const { document } = draw(
      '# 规范性引用文件\n\n- GB/T\n  191—2008　包装储运\n  图示标志 [#no]\n',
    );
    const [reference] = document.references.filter(({ role }) => role !== 'foreword');
    expect(reference).toMatchObject({ key: 'GB/T 191-2008', title: '包装储运图示标志 [#no]' });
    expect(reference?.range).toEqual({
      start: { line: 9, column: 3 },
      end: { line: 10, column: 11 },
    });
    expect(document.diagnostics[0]?.range.start).toEqual({ line: 11, column: 8 });
  });
});

describe('comments', () => {
  it('vanish alone, and take no text with them', () => {
    const { html, rules } = draw(
      '# 要求\n\n<!-- 一 -->\n<!-- 二 -->\n\n<!-- TODO --> 冷藏车应预冷。\n',
    );
    expect(html).not.toContain('二');
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain('冷藏车应预冷。');
    expect(rules).toEqual(['html-neutralised']);
  });
});

describe('comments in running text', () => {
  it.each([
    ['应<!-- 注 -->做。', '应<!-- 注 -->做。'],
    ['应做 **好<!-- 注 -->**。', '应做 好<!-- 注 -->。'],
    ['- 项<!-- 注 -->目', '项<!-- 注 -->目'],
    ['按 GB/T 191—2008<!-- 注 -->做。', 'GB/T 191—2008<!-- 注 -->做。'],
    ['| 甲 | 乙 |\n|---|---|\n| 一<!-- 注 --> | 二 |', '一<!-- 注 -->'],
  ])('are printed as written, and found: %s', (source, printed) => {
    const { html, rules } = draw(`# 要求\n\n${source}\n`);
    const text = html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(text).toContain(printed);
    expect(rules).toContain('html-neutralised');
  });
});

describe('links', () => {
  it('hold no link inside', () => {
    const { html } = draw(
      '# 要求 {#a}\n\n[看 GB/T 191 和 [#a]](https://example.org) [x[^f]](https://example.org)\n\n[^f]: 注。\n',
    );
    expect(html).toContain('rel="noopener nofollow">看 GB/T 191 和 第1章</a>');
    expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /);
  });

  it('may be given by reference', () => {
    const { html, rules } = draw(
      '# 要求\n\n[看][r]，![轮廓][i]，[坏][j]\n\n[r]: https://example.org\n[i]: a.svg\n[j]: javascript:x\n',
    );
    expect(html).toContain('<a href="https://example.org" rel="noopener nofollow">看</a>');
    expect(html).toContain('src="/f/a.svg" alt="轮廓"');
    expect(html).not.toContain('javascript');
    expect(rules).toEqual(['link-unsafe']);
  });
});

describe('what stands in code', () => {
  it('mentions nothing', () => {
    const { document, rules, check } = draw('# 要求 {#a}\n\n写 `[#no]` 或 `GB/T 191`，见[#a]。\n');
    expect(rules).toEqual([]);
    expect(document.references.filter(({ role }) => role !== 'foreword')).toEqual([]);
    expect(check().map(({ rule }) => rule)).not.toContain('xref-unknown');
  });
});

describe('list items', () => {
  const items = '1. {#x} 甲：\n   1. {#y} 乙；\n\n- {#z} 丙。\n';

  it('are called by chapter or annex, letter and number', () => {
    const { document } = draw(
      `# 要求\n\n${items}\n# 附录（规范性） 表\n\n${items.replaceAll(/[xyz]\}/g, '$&').replaceAll('{#', '{#n')}`,
    );
    expect(Object.fromEntries(document.labels)).toMatchObject({
      x: '第1章 a)',
      y: '第1章 a) 1)',
      z: '第1章',
      nx: '附录A a)',
      ny: '附录A a) 1)',
    });
  });

  it('of figures and formulae keep all they hold and can be referred to', () => {
    const { html, rules } = draw(
      '# 要求\n\n见[#k]、[#s]。\n\n::::figure[外观]{#f unit="单位为毫米"}\n![轮廓](a.svg)\n\n1. 孔\n2. {#k} 槽\n\n   二段\n\n   - 深\n::::\n\n:::formula{#e}\n$$\na\n$$\n\n式中：\n\n- {#s} $a$ —— 长：\n  - 细项\n:::\n',
    );
    expect(html).toContain(
      '见<a class="xref" href="#k">图1中2</a>、<a class="xref" href="#s">公式(1)</a>',
    );
    expect(html).toContain('<li id="k"><span class="marker">2</span>——槽<p>二段</p><ul');
    expect(html).toContain('细项');
    expect(html).toContain('<p class="unit">单位为毫米</p>');
    expect(html).not.toContain('{#');
    expect(rules).toEqual([]);
  });

  it('of two lists in the bibliography are counted through', () => {
    const { html } = draw('# 参考文献\n\n- GB/T 1\n\n其他：\n\n- GB/T 2\n');
    expect(html).toContain('<span class="marker">[2]</span>');
  });

  it('have two levels', () => {
    expect(draw('# 要求\n\n- 一\n  - 二\n').rules).toEqual([]);
    const { found } = draw('# 要求\n\n- 一\n  - 二\n    - 三\n      - 四\n');
    expect(found).toMatchObject([{ rule: 'list-depth', range: { start: { line: 11 } } }]);
  });
});

describe('footnotes', () => {
  it('may mention one another, and end', () => {
    const { html, rules } = draw('# 要求\n\n字[^a]。\n\n[^a]: 见[^b]。\n\n[^b]: 又见[^a]。\n');
    expect(html).toContain('<a href="#fn-2" aria-label="脚注 2)">2)</a>');
    expect(html).toContain('id="fn-2"');
    expect(rules).toEqual([]);
  });

  it('stand below the block that mentions them first, once', () => {
    const { html, rules } = draw(
      '# 要求\n\n甲段[^a]。\n\n- 乙项[^b]；\n- 丙项[^a]。\n\n丁段。\n\n:::table[表题]{#t}\n| 列 |\n| --- |\n| 戊[^b] |\n:::\n\n[#t]。\n\n# 末章\n\n己段[^c]。\n\n[^a]: 注甲。\n\n[^b]: 注乙。\n\n[^c]: 注丙，见[^d]。\n\n[^d]: 注丁。\n',
    );
    const order = [...html.matchAll(/甲段|注甲|乙项|丙项|注乙|丁段|<table|末章|己段|注丙|注丁/g)];
    expect(order.map(([found]) => found)).toEqual(
      // The table has a footnote of its own, of the same name.
      '甲段 注甲 乙项 丙项 注乙 丁段 <table 注乙 末章 己段 注丙 注丁'.split(' '),
    );
    expect(html.match(/role="note" aria-label="脚注"/g)).toHaveLength(3);
    expect(rules).toEqual([]);
  });

  it('hold no modal verb that is marked: they are no provisions', () => {
    const { html } = draw('# 要求\n\n箱应密封[^a]。\n\n[^a]: 箱应清洁。\n');
    expect(html.match(/class="verb"/g)).toHaveLength(1);
  });
});

describe('anchors', () => {
  it('are each there once, whoever wrote them', () => {
    const { html, rules } = draw(
      '# Metadata\n\n# Relations\n\n# 甲 {#x was="y main"}\n\n# 乙 {#y}\n\n1. {#x} 一\n2. {#bad"id} 二\n\n:req[应做。]{#x}\n\n# 附录（规范性） 表 {#A}\n',
    );
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toEqual(expect.arrayContaining(['metadata']));
    expect(ids).not.toEqual(expect.arrayContaining(['relations']));
    expect(ids).not.toEqual(expect.arrayContaining(['main']));
    expect(rules.toSorted()).toEqual([
      'id-duplicate',
      'id-duplicate',
      'id-duplicate',
      'id-invalid',
      'id-reserved',
      'id-reserved',
    ]);
  });
});

describe('what was meant for something else', () => {
  it('an annex without its nature is an annex all the same', () => {
    const { text, rules } = draw('# 附录A 温度\n\n甲。\n\n# 附录 湿度\n\n乙。\n');
    expect(text.clauses.slice(1).map(({ label, title }) => `${label} ${title}`)).toEqual([
      '附录A 温度',
      '附录B 湿度',
    ]);
    expect(rules.filter((rule) => rule === 'annex-nature-missing')).toHaveLength(2);
    expect(draw('# 附录管理\n').text.clauses.at(-1)?.kind).toBe('chapter');
  });

  it('a misspelt directive gets the right name for a hint', () => {
    const { found } = draw('# 要求\n\n:::tabel[x]\n甲\n:::\n');
    expect(found).toMatchObject([{ rule: 'directive-unknown', hint: { zh: '是不是 :::table？' } }]);
  });

  it('a bare table is pointed out, save in examples', () => {
    const table = '| a |\n| - |\n| b |\n';
    expect(draw(`# 要求\n\n${table}`).found).toMatchObject([
      { rule: 'table-bare', severity: 'warning' },
    ]);
    expect(draw(`# 要求\n\n:::example\n${table}:::\n`).rules).toEqual([]);
  });
});

describe('provisions the author tagged', () => {
  it('count wherever they stand', () => {
    const { provisions, rules } = draw(
      '# 要求\n\n见[#c1]、[#c2]。\n\n:::table[:req[题名应短。]]{#t}\n| 项[^a] |\n| - |\n| :req[格应填。]{#c1} |\n\n[^a]: 空格应划线。\n:::\n\n:::formula\n$$\na\n$$\n\n- $a$ :inst[量三次。]{#c2}\n:::\n',
    );
    expect(rules).toEqual([]);
    expect(provisions).toEqual([
      'requirement 空格应划线。',
      'requirement 题名应短。',
      'requirement 格应填。',
      'instruction 量三次。',
    ]);
  });
});

describe('slips in a later line of a paragraph', () => {
  it('are still pointed out', () => {
    const { check } = draw('# 要求\n\n样例应完整。\n##外观\n样例应平整。\n');
    expect(check().filter(({ rule }) => rule === 'literal-syntax')).toMatchObject([
      { range: { start: { line: 10, column: 1 } } },
    ]);
  });
});
