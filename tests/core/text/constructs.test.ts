import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyHoles, renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';

const source = readFileSync(new URL('../../corpus/constructs.md', import.meta.url), 'utf8');
const document = parseDocument(source, { file: 'constructs.md' });
const { text } = renderDocument(document);
const byId = (id: string) => text.clauses.find((clause) => clause.id === id);
const body = renderBody(text, {
  resolve: (key, clause) => ({
    href: `/standards/${key}/${clause ? `#${clause}` : ''}`,
    status: '现行',
    title: `${key} "quoted"`,
  }),
  figures: '/standards/x/',
});

function drawBody(words: string): string {
  const changed = parseDocument(source.replace('第一条引言。', words), { file: 'constructs.md' });
  return renderBody(renderDocument(changed).text, { resolve: () => null, figures: '' });
}

describe('the outline of a document', () => {
  it('numbers elements, chapters, clauses, terms and annexes after GB/T 1.1', () => {
    expect(text.clauses.map(({ address, label, title }) => `${address}|${label}|${title}`)).toEqual(
      [
        '|前言|前言',
        '|引言|引言',
        '0.1|0.1|',
        '0.2|0.2|',
        '1|第1章|范围',
        '2|第2章|规范性引用文件',
        '3|第3章|术语和定义',
        '3.1|3.1|构件',
        '4|第4章|技术要求',
        '4.1|4.1|尺寸',
        '4.2|4.2|外观',
        '4.2.1|4.2.1|',
        '4.2.2|4.2.2|',
        '5|第5章|检验',
        '5.1|5.1|',
        '5.2|5.2|',
        'A|附录A|记录表',
        'A.1|A.1|格式',
        'A.2|A.2|保存',
        '|参考文献|参考文献',
        '|索引|索引',
      ],
    );
  });

  it('has nothing to complain about', () => {
    expect(document.diagnostics).toEqual([]);
  });

  it('knows what is normative', () => {
    const informative = text.clauses.filter(({ normative }) => !normative).map(({ id }) => id);
    expect(informative.slice(0, 2)).toEqual(['foreword', 'introduction']);
    expect(informative.slice(-2)).toEqual(['bibliography', 'index']);
    expect(byId('annex-log')?.normative).toBe(true);
  });
});

describe('the foreword', () => {
  it('is written from front matter in the order of GB/T 1.1', () => {
    expect(byId('foreword')?.text.split('\n')).toEqual([
      '本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。',
      '本文件代替DB9902/T 900—2020。与DB9902/T 900—2020相比，除结构调整和编辑性改动外，主要技术变化如下：',
      '更改了尺寸要求（见4.1，2020年版的5.1）。',
      '请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。',
      '本文件由示范市市场监督管理局提出并归口。',
      '本文件起草单位：示范标准化研究院。',
      '本文件主要起草人：海澜。',
      '本文件及其所代替文件的历次版本发布情况为：',
      '2020年首次发布为DB9902/T 900—2020。',
    ]);
  });
});

describe('references inside the document', () => {
  it('print the right words for clause, table, formula, annex, figure and list item', () => {
    expect(byId('size')?.text).toContain('构件尺寸应符合表1和 GB/T 1804—2000中5.2 的规定');
    expect(byId('size')?.text).toContain('按公式(1)计算');
    expect(body).toContain('见<a class="xref" href="#fig-look">图1</a>');
    expect(body).toContain('见<a class="xref" href="#paint">4.2.2 a)</a>');
    expect(body).toContain('按<a class="xref" href="#annex-log">附录A</a>记录');
    expect(body).toContain('<a class="xref" href="#tab-log">表A.1</a>');
  });

  it('are found at the author’s line and column when they lead nowhere', () => {
    const broken = parseDocument(source.replace('按[#annex-log]记录', '按[#annex-lag]记录'), {
      file: 'constructs.md',
    });
    const [found] = broken.diagnostics;
    const line = source.split('\n').findIndex((text_) => text_.includes('每批抽取')) + 1;
    expect(found?.rule).toBe('xref-unknown');
    expect(found?.range.start).toEqual({ line, column: '每批抽取 3 件，按'.length + 1 });
  });
});

describe('references to other standards', () => {
  it('are read with date, clause and role', () => {
    const seen = text.references.map(
      ({ key, dated, targetClauses, role }) =>
        `${key} ${dated} ${targetClauses?.join() ?? ''} ${role}`,
    );
    expect(seen).toContain('GB/T 191 false  normative-list');
    expect(seen).toContain('GB/T 1804-2000 true 5.2 text');
    expect(seen).toContain('GB/T 1804-2000 true 3.1 source');
    expect(seen).toContain('T/SFCC 003-2024 true  bibliography');
    expect(seen).toContain('ISO 9001:2015 true  text');
    expect(seen).toContain('DB9902/T 900-2020 true  foreword');
  });

  it('become links that carry status and a safe title', () => {
    expect(body).toContain(
      '<a class="std-ref" href="/standards/GB/T 1804-2000/#5.2" data-status="现行" title="GB/T 1804-2000 &quot;quoted&quot;">GB/T 1804—<wbr>2000</a>',
    );
  });

  it('are plain text where the library does not know them', () => {
    const html = renderBody(text, { resolve: () => null, figures: '' });
    expect(html).toContain('<span class="std-ref unknown">GB/T 191</span>');
    expect(html).not.toMatch(/[\uE000-\uE00F]/);
  });
});

describe('tables', () => {
  const table = text.exhibits.find(({ id }) => id === 'tab-size');

  it('keep merged cells as plain data', () => {
    expect(table).toMatchObject({ label: '表1', title: '构件尺寸', headRows: 2 });
    expect(table?.rows).toEqual([
      ['型号', '长', '长'],
      ['型号', '最小', '最大'],
      ['A', '10', '12'],
      ['B', '10', '13'],
    ]);
  });

  it('draw spans, unit, note and lettered footnote', () => {
    expect(body).toContain('<th scope="col" rowspan="2">型号</th>');
    expect(body).toContain('<th scope="colgroup" colspan="2" class="center">长</th>');
    expect(body).toContain('<td rowspan="2" class="center">10</td>');
    expect(body).toContain('<p class="unit">单位为毫米</p>');
    expect(body).toContain(
      '<p class="note"><span class="note-label">注：</span>B 型与 A 型同长。</p>',
    );
    expect(body).toContain('<a href="#fn-tab-size-a" aria-label="脚注 a">a</a>');
    expect(body).toContain(
      '<div class="footnote" id="fn-tab-size-a"><p><sup>a</sup> 首选型号。</p>',
    );
  });
});

describe('figures, formulae, lists, notes', () => {
  it('letter sub-figures and number the key', () => {
    expect(body).toContain('<p class="subcaption">a) 正面</p>');
    expect(body).toContain('src="/standards/x/back.svg" alt="背面轮廓"');
    expect(body).toContain('<span class="marker">2</span>——槽');
  });

  it('keep MathML and number the formula', () => {
    expect(text.hasMath).toBe(true);
    expect(body).toContain('<math ');
    expect(body).toContain('<span class="equation-number">(1)</span>');
  });

  it('mark list items a) and 1), and ——', () => {
    expect(body).toContain('<li id="paint"><span class="marker">a)</span>喷涂前清洁表面；</li>');
    expect(body).toContain('<span class="marker">2)</span>第二遍为面漆。');
    expect(body).toContain('<span class="marker">——</span>记录批号；');
    expect(body).toContain('<span class="marker">[1]</span>');
  });

  it('number notes within a clause only when there are several', () => {
    expect(body).toContain('<span class="note-label">注1：</span>着色见');
    expect(body).toContain('<span class="note-label">注2：</span>批号见');
    expect(body).toContain('<span class="example-label">示例：</span>RAL 7035。');
  });
});

describe('small print', () => {
  it('keeps a unit on the line of its number', () => {
    expect(drawBody('温度不高于 5 ℃，保持 2 h，共 3 件。')).toContain(
      '5\u00A0℃，保持 2\u00A0h，共 3 件',
    );
  });

  it('indexes admitted terms and abbreviations too', () => {
    for (const name of ['构件', '零件', 'CMP']) {
      expect(byId('index')?.html).toContain(
        `<li><span>${name}</span> <a class="xref" href="#component">3.1</a>`,
      );
    }
  });
});

describe('anchors', () => {
  it('give each clause its id, its printed address and no duplicate', () => {
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = text.clauses.flatMap(({ id, address }) => (address ? [id, address] : [id]));
    expect(ids).toEqual(expect.arrayContaining(wanted));
  });
});

describe('provisions', () => {
  it('follow the modal verb, the author’s tag and the lead of a list', () => {
    const said = text.provisions.map(({ type, by, text: words }) => `${type}/${by} ${words}`);
    expect(said).toContain('requirement/detector 构件表面不应有裂纹。');
    expect(said).toContain('instruction/author 用量具测量构件三次。');
    expect(said.filter((line) => /^(?:recommendation|permission)\/detector/.test(line))).toEqual([
      'recommendation/detector 构件宜呈灰色，也可按约定着色。',
      'permission/detector 构件宜呈灰色，也可按约定着色：喷涂前清洁表面。',
      'permission/detector 构件宜呈灰色，也可按约定着色：喷涂两遍，其中：第一遍为底漆。',
      'permission/detector 构件宜呈灰色，也可按约定着色：喷涂两遍，其中：第二遍为面漆。',
    ]);
    const measured = text.provisions.find(({ id }) => id === 'measure');
    expect(measured).toMatchObject({ verify: 'size', by: 'author' });
  });

  it('leave scope, terms, notes and foreword alone', () => {
    const places = text.provisions.map(({ clause }) => text.clauses[clause]?.kind);
    expect(places).not.toContain('scope');
    expect(places).not.toContain('term');
    expect(places).not.toContain('foreword');
  });
});

describe('terms', () => {
  it('carry both languages, abbreviation, admitted term, definition and source', () => {
    expect(text.terms).toEqual([
      {
        clause: 7,
        term: '构件',
        termEn: 'component',
        abbreviations: ['CMP'],
        admitted: ['零件'],
        definition: '组成样例的最小单元',
        source: 'GB/T 1804—2000，3.1，有修改',
      },
    ]);
  });
});

it('plain text has no markup left in it', () => {
  for (const { text: words, html } of text.clauses) {
    expect(words).not.toMatch(/\[#|\{#|[\uE000-\uE00F]/);
    expect(emptyHoles(html)).not.toMatch(/[\uE000-\uE002]/);
  }
});
