import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderProse } from '#site/lib/prose.ts';

/** Everything an explanation may be made of. */
const allowed =
  /^<(?:\/?(?:p|em|strong|del|sup|code|blockquote|ul|ol|li|h[3-6]|table|thead|tbody|tr|td)|\/(?:pre|div|th)|div|ol start="\d+"|pre class="prose-code" tabindex="0"|div class="prose-table" tabindex="0"|th scope="col"(?: class="(?:right|center)")?|td class="(?:right|center)"|br|hr|a href="(?:https?:\/\/|mailto:|#)[^"<>]*" rel="noopener"|\/a)>$/;

const strange = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<a href="javascript:alert(1)">',
        '[a](javascript:alert(1))',
        '[a](https://x.example/"onmouseover="alert(1))',
        '![a](x.png)',
        '<https://x.example/?a=<b>>',
        '&lt;b&gt;',
        '```html\n<b>\n```\n',
        '# ',
        '- ',
        '> ',
        '| a |\n|---|\n| <b> |\n',
        '[^1]',
        '\n\n[^1]: ',
        '- [x] ',
        '7. ',
        '<br onclick=alert(1)>',
        ':::note\n',
        '$$\n',
        '\n\n',
        '**',
        '`',
        '<!-- ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('the explanation of a system', () => {
  test('never lets HTML through', () => {
    fc.assert(
      fc.property(strange, (markdown) => {
        const html = renderProse(markdown);
        const tags = html.match(/<[^>]*>?/g) ?? [];
        for (const tag of tags) expect(tag, markdown).toMatch(allowed);
        expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>"]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('has headings, lists, emphasis and links', () => {
    expect(
      renderProse(
        '# 总\n\n## 目的\n\n说明 **重点**，见[网站](https://example.org/?a=1&b=2)。\n\n- 一\n- 二',
      ),
    ).toBe(
      '<h3>总</h3><h3>目的</h3><p>说明 <strong>重点</strong>，见<a href="https://example.org/?a=1&amp;b=2" rel="noopener">网站</a>。</p><ul><li><p>一</p></li><li><p>二</p></li></ul>',
    );
  });

  test('leads only to the web and to mail, and keeps comments and images back', () => {
    expect(
      renderProse(
        '[甲](javascript:alert(1)) [乙](/x) [丙](http://example.org/) [丁](mailto:a@example.org)\n\n<!-- 记着改 -->\n\n![图](a.svg)',
      ),
    ).toBe(
      '<p>甲 乙 <a href="http://example.org/" rel="noopener">丙</a> <a href="mailto:a@example.org" rel="noopener">丁</a></p><p></p>',
    );
  });

  test('has tables, footnotes, code and the first number of a list', () => {
    expect(
      renderProse(
        '| 窗口 | 电话 |\n|---|--:|\n| **甲**厅 | 1 |\n\n3. 三\n4. 四\n\n见注[^a]。\n\n[^a]: 工作日。',
      ),
    ).toBe(
      '<div class="prose-table" tabindex="0"><table><thead><tr><th scope="col">窗口</th><th scope="col" class="right">电话</th></tr></thead><tbody><tr><td><strong>甲</strong>厅</td><td class="right">1</td></tr></tbody></table></div><ol start="3"><li><p>三</p></li><li><p>四</p></li></ol><p>见注<sup>a</sup>。</p><div><p><sup>a</sup> 工作日。</p></div>',
    );
    expect(renderProse('甲<br>乙\n\n```\na < b\n```')).toBe(
      '<p>甲<br>乙</p><pre class="prose-code" tabindex="0"><code>a &lt; b</code></pre>',
    );
  });

  test('prints as it was typed what it does not draw', () => {
    const typed = ':::note[题]\n内容\n:::';
    expect(renderProse(typed)).toBe(`<p>${typed}</p>`);
    expect(renderProse('- [x] 已办')).toBe('<ul><li><p>[x] 已办</p></li></ul>');
    expect(renderProse('式 $a<b$，:tag[甲]{k=v}，H~2~O')).toBe(
      '<p>式 $a&lt;b$，:tag[甲]{k=v}，H~2~O</p>',
    );
  });

  test('keeps every word of an author that is no comment, image or address', () => {
    const words = ['窗口', '电话', '注文', '办结', '原句', '内层', '题名', '末行'];
    const [a, b, c, d, e, f, g, h] = words;
    const markdown = `# ${a}\n\n| ${b} |\n|---|\n| <div> |\n\n甲[^1]\n\n[^1]: ${c}\n\n- [x] ${d}\n  - > ${f}\n\n~~${e}~~\n\n:::table[${g}]\n| x |\n|---|\n:::\n\n<section>\n${h}\n</section>\n`;
    const html = renderProse(markdown);
    expect(words.filter((word) => !html.includes(word))).toEqual([]);
  });
});
