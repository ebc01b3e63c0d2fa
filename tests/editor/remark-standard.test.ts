import { globSync, readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { unified } from 'unified';
import type { Processor } from 'unified';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import { remarkStandard } from '#editor/remark/standard.ts';
import type { ReadStandard } from '#editor/remark/standard.ts';
import { writeStandard } from '../support/temporary-library.ts';

/** What remark-parse does. */
function remarkParse(this: Processor): void {
  this.parser = (text) => fromMarkdown(text);
}

/** What remark-rehype and rehype-stringify do. */
function rehype(this: Processor): (tree: Root) => Root {
  this.compiler = (tree) => toHtml(tree as never);
  return (tree) => toHast(tree) as never;
}

const pipeline = unified().use(remarkParse).use(remarkStandard).use(rehype);

const all = (html: string, pattern: RegExp): readonly string[] =>
  Array.from(html.matchAll(pattern), (match) => match.slice(1).join(' '));
const ids = /<(?!section)[a-z\d]+ [^>]*?\bid="([^"]+)"/g;

describe('remarkStandard', () => {
  it.each(globSync('content/standards/*/*/index.md'))(
    'gives %s the ids and numbers of its own page',
    (path) => {
      const source = readFileSync(path, 'utf8');
      const file = pipeline.processSync({ path: 'index.md', value: source });
      const html = String(file);
      const document = parseDocument(source, { file: 'index.md' });
      const { text } = renderDocument(document);
      const own = text.clauses.map((clause) => clause.html).join('');
      expect(all(html, ids).toSorted()).toEqual(
        [...text.clauses.map(({ id }) => id), ...all(own, ids)].toSorted(),
      );
      const numbers = text.clauses.map(({ address, label, kind, normative }) =>
        kind === 'annex' ? `${label}（${normative ? '规范性' : '资料性'}）` : address,
      );
      expect(all(html, /<span class="clause-number">([^<]*)</g)).toEqual(numbers.filter(Boolean));
      for (const mark of [
        'exhibit-label',
        'equation-number',
        'note-label',
        'example-label',
        'marker',
      ]) {
        const pattern = new RegExp(`<span class="${mark}">([^<]*)<`, 'g');
        const printed = all(own, pattern);
        expect(all(html, pattern)).toEqual(printed);
      }
      const xrefs = /<a (?:class="xref"|href="[^"]*" class="xref")[^>]*>([^<]*)</g;
      expect(all(html, xrefs)).toEqual(all(own, xrefs));
      expect(file.data['standard']).toMatchObject({ provisions: text.provisions });
    },
  );

  const text = writeStandard({
    body: `
# 标志 {#marking}

##

:req[标志应符合GB/T **191**—2008和[#requirements]。]{#whole}

注：见[#requirements]。

- {#item} 一项
- <b>粗</b>[坏](javascript:alert(1))$x^2$

:::table[表题]{#limits}
| 甲 | 乙 |
|---|---:|
| 一 | 二 |
| ^^ | 三 |
:::
`,
  });

  it('makes provisions, notes, references, tables and formulae elements with their ids', () => {
    const linked = unified()
      .use(remarkStandard, { addressOf: (key) => `/s/${key}` })
      .use(rehype);
    const html = String(linked.processSync(text));
    expect(html).toContain('<span class="provision" id="whole" data-type="requirement">标志应符合');
    expect(html).toContain(
      '<a class="standard" data-key="GB/T 191-2008" href="/s/GB/T 191-2008">GB/T <strong>191</strong>—2008</a>',
    );
    expect(html).toMatch(
      /<p class="note"><span class="note-label">注：<\/span>见<a [^>]*>第4章<\/a>/,
    );
    expect(html).toMatch(/<li id="item">/);
    expect(html).toContain(
      '&#x3C;b>粗&#x3C;/b>坏<code class="language-math math-inline">x^2</code>',
    );
    expect(html).toMatch(
      /<figure id="limits"[^>]*>\s*<figcaption><span class="exhibit-label">表1<\/span> 表题/,
    );
    expect(html).toContain('<td rowspan="2">一</td>');
    expect(html).not.toContain('javascript');
  });

  it('tells findings as messages of the file, and reads again where another parser was set later', () => {
    const late = unified().use(remarkStandard).use(remarkParse).use(rehype);
    const wrong = text.replace('[#requirements]的', '[#lost]的');
    const file = late.processSync(wrong);
    expect(String(file)).toContain('id="whole"');
    expect(file.messages.find(({ ruleId }) => ruleId === 'xref-unknown')).toMatchObject({
      source: 'biaolian',
      line: wrong.slice(0, wrong.indexOf('[#lost]')).split('\n').length,
      fatal: false,
    });
    expect((file.data['standard'] as ReadStandard).meta?.title).toBe('样例标准700');
  });
});
