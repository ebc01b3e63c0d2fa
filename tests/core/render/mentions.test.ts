import { describe, expect, it } from 'vitest';
import { renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import { draw } from './draw.ts';

/** Keys a text refers to, and those its page leads to. */
function compare(source: string) {
  const { text } = renderDocument(parseDocument(source, { file: 'x.md' }));
  const linked: string[] = [];
  const resolve = (key: string) => {
    linked.push(key);
    return null;
  };
  renderBody(text, { resolve, figures: '/f/' });
  return { referred: text.references.map(({ key }) => key).toSorted(), linked: linked.toSorted() };
}

describe('a number is a link exactly where it is a reference', () => {
  it.each([
    ['应符合 GB/T **191**—2008 的规定。', 'GB/T <strong>191</strong>—2008'],
    ['应符合 **GB/T 191**—2008 的规定。', '<strong>GB/T 191</strong>—2008'],
    ['**应符合 GB/T 191**—2008 的规定。', '<strong>GB/T 191</strong>—2008'],
    ['应符合 GB/T 191—*2008*的规定。', 'GB/T 191—<em>2008</em>'],
    [':req[应符合 GB/T 191—2008 的规定。]{#x}', 'GB/T 191—2008'],
    ['| 甲 |\n| --- |\n| GB/T **191**—2008 |', 'GB/T <strong>191</strong>—2008'],
    ['- {#k} GB/T **191**—2008 甲。', 'GB/T <strong>191</strong>—2008'],
    ['注：GB/T **191**—2008 甲。', 'GB/T <strong>191</strong>—2008'],
    ['## 按GB/T **191**—2008检验', 'GB/T <strong>191</strong>—2008'],
  ])('%s', (line, inner) => {
    const { html, document } = draw(`# 样例\n\n${line}`);
    expect(document.references.map(({ key }) => key)).toContain('GB/T 191-2008');
    expect(html.replaceAll('<wbr>', '').replaceAll('\u00A0', ' ')).toContain(
      `<span class="std-ref unknown">${inner}</span>`,
    );
  });

  it.each(['GB/T `191`—2008', 'GB/T $191$—2008', 'GB/T 191[^a]—2008\n\n[^a]: 注'])(
    'is cut by what stands to the letter: %s',
    (line) => {
      const { referred, linked } = compare(`# 样例\n\n${line}`);
      expect(referred).not.toContain('GB/T 191-2008');
      expect(linked).toEqual(referred);
    },
  );

  it('also where markup stands inside a mention of the file itself', () => {
    const { html } = draw('# 样例 {#size}\n\n见[#**size**]，:req[按[#size]做。]{#p}');
    expect(html.match(/<a class="xref" href="#size">第1章<\/a>/g)).toHaveLength(2);
    expect(html.match(/id="p"/g)).toHaveLength(1);
  });
});
