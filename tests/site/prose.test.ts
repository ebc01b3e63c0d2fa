import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderProse } from '#site/lib/prose.ts';

/** Everything an explanation may be made of. */
const allowed =
  /^<(?:\/?(?:p|em|strong|code|blockquote|ul|ol|li|h[3-6])|br|hr|a href="(?:https?:\/\/|mailto:|#)[^"<>]*" rel="noopener"|\/a)>$/;

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
});
