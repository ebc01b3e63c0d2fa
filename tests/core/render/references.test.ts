import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '#core/check/index.ts';
import { renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { mutate, startChance } from '#tests/support/text-mutations.ts';

const root = new URL('../../../', import.meta.url);
const samples = [
  ...globSync('content/standards/*/*/index*.md', { cwd: root }),
  ...globSync('tests/corpus/library/standards/*/*/index*.md', { cwd: root }),
  'tests/corpus/constructs.md',
].toSorted();

const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** Every mention of a parsed document, and every link to one on its page. */
function compare(document: ParsedDocument) {
  const mentioned: string[] = [];
  const unknown: string[] = [];
  for (const { found } of document.mentions.values()) {
    for (const mention of found) {
      if (mention.kind === 'standard') mentioned.push(mention.key);
      else if (document.labels.has(mention.id)) mentioned.push(`#${mention.id}`);
      else unknown.push(mention.value);
    }
  }
  const { text, diagnostics } = renderDocument(document);
  const found = [...document.diagnostics, ...diagnostics, ...checkDocument(document)];
  const linked: string[] = [];
  const resolve = (key: string) => {
    linked.push(key);
    return { href: '/x/', status: '现行', title: '' };
  };
  // An index (索引) is made of the terms; nobody wrote its references.
  const html = renderBody(text, { resolve, figures: '/f/' }).replace(
    /<section[^>]*data-kind="index"[^]*?<\/section>/,
    '',
  );
  for (const [, id = ''] of html.matchAll(/<a class="xref" href="#([^"]*)">/g))
    linked.push(`#${id}`);
  return { mentioned: mentioned.toSorted(), linked: linked.toSorted(), unknown, found, html };
}

it('every reference of the samples is a link on the page', () => {
  let count = 0;
  for (const file of samples) {
    const language = file.endsWith('.en.md') ? 'en' : 'zh';
    const { mentioned, linked, unknown } = compare(parseDocument(read(file), { file, language }));
    expect({ file, linked, unknown }).toEqual({ file, linked: mentioned, unknown: [] });
    count += mentioned.length;
  }
  expect(count).toBeGreaterThan(1000);
});

it('so is every reference of their mutations, but what stands in a link already', () => {
  const sources = samples.filter((file) => !file.endsWith('.en.md')).map(read);
  for (let index = 0; index < 150; index++) {
    const chance = startChance(7_000_003 + index);
    const { source, put } = mutate(sources[index % sources.length] ?? '', chance);
    if (/\]\(|<https?|:\/\/|www|\[x\]/.test(source)) continue;
    const { mentioned, linked } = compare(parseDocument(source, { file: 'x.md' }));
    expect({ put, linked }).toEqual({ put, linked: mentioned });
  }
});

it.each([
  ['[见[#size]](https://example.com)', '见第2章'],
  ['[按GB/T 191—2008](https://example.com)', '按GB/T 191—2008'],
])('what stands in a link leads where its author says: %s', (written, inner) => {
  const source = `# 甲\n\n${written}。\n\n# 样例 {#size}\n\n甲。\n`;
  const { html } = compare(parseDocument(source, { file: 'x.md' }));
  expect(html).toContain(`rel="noopener nofollow">${inner}</a>`);
});

/** Ways to write a mention; what the parsed document has to know it as. */
const spellings: readonly (readonly [string, string])[] = [
  ['[#size]', '#size'],
  ['**[#size]**', '#size'],
  ['[#**size**]', '#size'],
  ['&#91;#size]', '#size'],
  ['[#si&#122;e]', '#size'],
  [String.raw`\[#size\]`, '#size'],
  ['[#尺寸]', '#尺寸'],
  ['GB/T 191—2008', 'GB/T 191-2008'],
  ['GB/T **191**—2008', 'GB/T 191-2008'],
  ['GB/T&nbsp;191—2008', 'GB/T 191-2008'],
  ['GB/T 191&mdash;2008', 'GB/T 191-2008'],
  [String.raw`GB\/T 191\-2008`, 'GB/T 191-2008'],
  ['ＧＢ／Ｔ　１９１—２００８', 'GB/T 191-2008'],
];

const cells = (text: string) => `| 甲 | 乙 |\n| --- | --- |\n| ${text} | 丙 |`;

/** Where a mention may stand: the body of a document with it, chapter 样例 last. */
const places: Readonly<Record<string, (mention: string) => string>> = {
  paragraph: (x) => `应符合${x}的规定。`,
  'the end of a line': (x) => `应符合\n${x}\n的规定。`,
  emphasis: (x) => `*应符合${x}的规定*。`,
  'a provision': (x) => `:req[应符合${x}的规定。]{#p1}`,
  'a heading': (x) => `## 按${x}检验\n\n应检验。`,
  'a heading in a quotation': (x) => `> # 按${x}检验`,
  'a heading in an item': (x) => `- # 按${x}检验`,
  'an annex heading': (x) => `# 附录（规范性） 按${x}检验\n\n应检验。`,
  'an item': (x) => `- 应符合${x}；`,
  'a numbered item with an id': (x) => `1. {#k1} 应符合${x}；`,
  'an item in an item': (x) => `- 甲：\n  - 应符合${x}；`,
  'a second paragraph of an item': (x) => `- 甲：\n\n  应符合${x}。`,
  'a quotation': (x) => `> 应符合${x}。`,
  'a note': (x) => `注：见${x}。`,
  'a note block': (x) => `:::note\n见${x}。\n\n再见。\n:::`,
  'the label of a note block': (x) => `:::note[见${x}]\n甲。\n:::`,
  'an example': (x) => `示例：见${x}。`,
  'a table in an example': (x) => `:::example\n${cells(x)}\n:::`,
  'a block nobody knows': (x) => `:::warning[见${x}]\n应符合${x}。\n:::`,
  'a bare table': (x) => cells(x),
  'a cell': (x) => `:::table[题]{#t1}\n${cells(x)}\n:::`,
  'a merged cell': (x) => `:::table[题]{#t1}\n${cells(x)}\n| ^^ | 丁 |\n:::`,
  'a head cell': (x) => `:::table[题]{#t1}\n| ${x} | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n:::`,
  'the title of a table': (x) => `:::table[按${x}的值]{#t1}\n${cells('丙')}\n:::`,
  'a note of a table': (x) => `:::table[题]{#t1}\n${cells('丙')}\n\n注：见${x}。\n:::`,
  'a footnote of a table': (x) => `:::table[题]{#t1}\n${cells('丙[^a]')}\n\n[^a]: 见${x}。\n:::`,
  'the title of a figure': (x) => `:::figure[按${x}的图]{#f1}\n![图](f.svg)\n:::`,
  'a key of a figure': (x) => `:::figure[图]{#f1}\n![图](f.svg)\n\n1. 按${x}的件\n:::`,
  'the list below a formula': (x) => `:::formula{#e1}\n$$\na=b\n$$\n\n- $a$——按${x}的值\n:::`,
  'the label of a formula': (x) => `:::formula[按${x}]{#e1}\n$$\na=b\n$$\n:::`,
  'a footnote': (x) => `甲[^a]。\n\n[^a]: 见${x}。`,
  'a second paragraph of a footnote': (x) => `甲[^a]。\n\n[^a]: 乙。\n\n    见${x}。`,
  'a footnote of a footnote': (x) => `甲[^a]。\n\n[^a]: 乙[^b]。\n\n[^b]: 见${x}。`,
  'a definition': (x) => `# 术语和定义\n\n## 甲 | first\n\n按${x}的乙。`,
  'a note of a term': (x) => `# 术语和定义\n\n## 甲 | first\n\n乙。\n\n注：见${x}。`,
  'a source of a term': (x) => `# 术语和定义\n\n## 甲 | first\n\n乙。\n\n[来源：${x}，3.1]`,
  'the references': (x) => `# 规范性引用文件\n\n- ${x}　甲`,
  'the bibliography': (x) => `# 参考文献\n\n- ${x}　甲`,
  'an introduction': (x) => `# 引言\n\n见${x}。`,
  'a foreword': (x) => `# 前言\n\n见${x}。`,
};

const front = '---\nnumber: DB9902/T 903—2026\ntitle: 样例\nissuers: [甲]\n---\n\n';
const chapter = '\n\n# 样例 {#size}\n\n甲。\n\n## 尺寸 {#尺寸}\n\n乙。\n';

describe('a reference is a link wherever and however it is written', () => {
  describe.each(Object.entries(places))('in %s', (_, place) => {
    it.each(spellings)('%s', (spelling, key) => {
      const written = place(spelling);
      const body = written.startsWith('# ') ? written : `# 甲\n\n${written}`;
      const document = parseDocument(front + body + chapter, { file: 'x.md' });
      const { mentioned, linked, unknown, found } = compare(document);
      expect({ linked, unknown }).toEqual({ linked: mentioned, unknown: [] });
      if (mentioned.includes(key)) return;
      const line = document.source.slice(0, document.source.indexOf(spelling)).split('\n').length;
      const said = found.filter(({ range }) => range.start.line === line).map(({ rule }) => rule);
      expect(said).toContainEqual(expect.stringMatching(/^(?:not-printed|literal-syntax)$/));
    });
  });
});
