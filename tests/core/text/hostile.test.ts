import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';

const head = `---
number: DB9902/T 901—2026
title: 样例
issuers: [示范市市场监督管理局]
---

# 范围

`;
const draw = (markdown: string) => {
  const document = parseDocument(markdown, { file: 'x.md' });
  const { text, diagnostics } = renderDocument(document);
  const html = renderBody(text, { resolve: () => null, figures: '/f/' });
  return {
    document,
    html,
    rules: [...document.diagnostics, ...diagnostics].map(({ rule }) => rule),
  };
};

describe('content is never trusted', () => {
  it.each([
    ['<script>alert(1)</script>', 'html-neutralised'],
    ['<img src=x onerror=alert(1)>', 'html-neutralised'],
    ['行内 <b onclick="x()">粗</b>', 'html-neutralised'],
    ['[点](javascript:alert(1))', 'link-unsafe'],
    ['[点](JaVaScRiPt:alert(1))', 'link-unsafe'],
    ['[点](data:text/html,x)', 'link-unsafe'],
    ['![图](https://example.com/x.png)', 'image-unsafe'],
    ['![图](../../secret.svg)', 'image-unsafe'],
    [':::table["><script>x</script>]\n| a |\n| - |\n| b |\n:::', null],
    ['## <script>x</script> {#a"onload="x}', null],
    [':req[x]{#y" onmouseover="x}', null],
    ['$\\href{javascript:alert(1)}{x}$', null],
    ['$\\html{<script>}$', 'formula-invalid'],
  ])('%s', (markdown, rule) => {
    const { html, rules } = draw(head + markdown);
    expect(html).not.toMatch(
      /<script|<img[^>]* src="(?!\/f\/)|<[^>]+\son[a-z]+=|href="(?:javascript|data):/i,
    );
    expect(rules).toEqual(expect.arrayContaining(rule === null ? [] : [rule]));
  });

  it('lets <br> through', () => {
    expect(draw(`${head}一<br>二`).html).toContain('一<br>二');
  });
});

/** What mdast has below a node. */
const kindsBelow: Readonly<Record<string, RegExp>> = {
  list: /^listItem$/,
  table: /^tableRow$/,
  tableRow: /^tableCell$/,
  blockquote: /^(?!text$)/,
  listItem: /^(?!text$)/,
  containerDirective: /^(?!text$)/,
};

describe('malformed documents', () => {
  it('never throw, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# ',
        '## ',
        '##\n',
        ':::table[',
        ':::',
        '::::figure',
        '$$\n',
        '|a|b|\n|-|-|\n|',
        '^^',
        '<<',
      ),
      fc.constantFrom(
        '[#x]',
        '{#x}',
        '注：',
        '示例：',
        '[^a]',
        '[^a]: ',
        '# 附录（规范性） ',
        '---\n',
        '\n\n',
        '> ',
      ),
      fc.constantFrom(
        'GB/T 1.1—2020',
        '中5.2',
        '应',
        '\u0000',
        '\uE000',
        '\uFFFF',
        '😀',
        '&amp;',
        '\\',
        '`',
        '*',
      ),
      fc.string({ maxLength: 12, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, withHead) => {
        const { html } = draw((withHead ? head : '') + pieces.join(''));
        expect(html.match(/<section/g)?.length ?? 0).toBe(html.match(/<\/section>/g)?.length ?? 0);
        expect(html).not.toMatch(/[\uE000-\uE00F]/);
      }),
      { numRuns: 300 },
    );
  });

  it('survive deep nesting', () => {
    expect(() => draw(`${head}${'> '.repeat(20_000)}深`)).not.toThrow();
    expect(() => draw(`${head}${'['.repeat(20_000)}`)).not.toThrow();
    expect(() => draw(`${head}${'- '.repeat(5_000)}深`)).not.toThrow();
  });

  it('keep lists and tables whole or as the text they are, however deep they stand', () => {
    const blocks = ['- 深列项', '| 深表 |\n| --- |\n| 深格 |', ':::note\n深注\n:::', '**深**字'];
    for (const block of blocks) {
      for (let depth = 34; depth <= 42; depth++) {
        const quoted = block.split('\n').map((line) => `${'> '.repeat(depth)}${line}`);
        const { document, html } = draw(`${head}${quoted.join('\n')}`);
        const misplaced = document.tree.nodes.flatMap((node) => {
          const kinds = kindsBelow[node.type];
          if (!kinds || !('children' in node)) return [];
          return node.children.filter(({ type }) => !kinds.test(type)).map(({ type }) => type);
        });
        expect(misplaced).toEqual([]);
        for (const word of block.match(/\p{Script=Han}+/gu) ?? []) expect(html).toContain(word);
      }
    }
  });

  it('say which row is ragged and keep its cells', () => {
    const { document, html, rules } = draw(
      `${head}:::table[表]{#t}\n| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n:::`,
    );
    expect(rules.filter((rule) => rule === 'table-ragged')).toHaveLength(2);
    expect(document.diagnostics.map(({ range }) => range.start.line)).toEqual([12, 13]);
    expect(html).toContain('<td>3</td>');
  });

  it('undo a merge that is no rectangle', () => {
    const { rules, html } = draw(
      `${head}:::table[表]{#t}\n| a | b |\n| - | - |\n| 1 | << |\n| ^^ | 2 |\n:::`,
    );
    expect(rules).toContain('table-merge');
    expect(html).toContain('<td>2</td>');
  });

  it('refuse a line no person wrote, and keep the front matter', () => {
    const { document, rules } = draw(`${head}${'字'.repeat(300_000)}`);
    expect(rules).toContain('text-too-long');
    expect(document.meta?.title).toBe('样例');
  });
});

describe('front matter', () => {
  const read = (yaml: string) => parseDocument(`---\n${yaml}\n---\n\n# 范围\n`, { file: 'x.md' });
  const good = 'number: DB9902/T 1—2026\ntitle: 样例\nissuers: [甲]';

  it('reports an unknown key at the key', () => {
    const [found] = read(`${good}\ntitel: x`).diagnostics;
    expect(found).toMatchObject({
      rule: 'front-matter-unknown-key',
      range: { start: { line: 5, column: 1 } },
    });
  });

  it.each([
    ['issued: 2026-02-30', 'issued', 5],
    ['issued: 2026/2/3', 'issued', 5],
    ['ics: [1.1]', 'ics.0', 5],
    ['ccs: [I 12]', 'ccs.0', 5],
    ['adopts:\n  - { number: ISO 1, degree: EQV }', 'adopts.0.degree', 6],
    ['replaces:\n  - { number: X, partiel: y }', 'replaces.0', 6],
  ])('reports %s at its own line', (yaml, path, line) => {
    const found = read(`${good}\n${yaml}`).diagnostics;
    expect(found).toHaveLength(1);
    expect(found[0]?.range.start.line).toBe(line);
    expect(found[0]?.message.zh).toContain(path.split('.')[0]);
  });

  it('reports every missing key at once', () => {
    const rules = read('title: 样例').diagnostics.map(({ message }) => message.zh);
    expect(rules).toEqual(['“number”：必须填写', '“issuers”：必须填写']);
  });

  it('reports broken YAML where it breaks, and still reads the body', () => {
    const document = read('number: [x\ntitle: 样例');
    expect(document.diagnostics[0]?.rule).toBe('front-matter-yaml');
    expect(document.clauses.map(({ title }) => title)).toContain('范围');
    expect(document.meta).toBeNull();
  });

  it('does not expand a bomb of aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]`;
    expect(read(`${good}\n${bomb}`).meta).toBeNull();
  });
});
