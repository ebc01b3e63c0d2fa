import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asHtml, html, noHtml, readText, xml } from '#core/base/html.ts';
import { parseXml } from '#library/xml.ts';

describe('a template of HTML', () => {
  test('escapes every text, in elements and between double quotes', () => {
    expect(html`<a title="${'"x" & <y>'}">${'a < b && c > "d"'}</a>`.markup).toBe(
      '<a title="&quot;x&quot; &amp; &lt;y&gt;">a &lt; b &amp;&amp; c &gt; &quot;d&quot;</a>',
    );
  });

  test('takes markup as it is, of a template or marked', () => {
    expect(html`<p>${html`<b>${'<'}</b>`}${asHtml('<i>x</i>')}</p>`.markup).toBe(
      '<p><b>&lt;</b><i>x</i></p>',
    );
  });

  test('takes markup that is only said to be so for a text', () => {
    const forged = { markup: '<script>' } as unknown as string;
    expect(() => html`${forged}`).toThrow(TypeError);
  });

  test('leaves nothing for what is not there, and puts lists together', () => {
    expect(html`[${undefined}${null}${false}${''}${noHtml}${0}]`.markup).toBe('[0]');
    expect(html`${['a', html`<br>`, ['<', 2]]}`.markup).toBe('a<br>&lt;2');
  });

  test('lets no mark of compiled HTML through that stands in a text', () => {
    expect(html`${'a\uE000b\uE003c'}`.markup).toBe('abc');
    expect(html`${asHtml('\uE000')}`.markup).toBe('\uE000');
  });

  test('is read back to the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`${text}`;
        expect(markup).not.toMatch(/[<>"]/);
        expect(readText(markup)).toBe(text.replaceAll(/[\uE000-\uE00F]/g, ''));
      }),
    );
  });
});

test('a template of XML is well-formed whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, text) => {
      const { markup } = xml`<a b="${value}">${text}</a>`;
      expect(parseXml(markup, {})).toBeNull();
    }),
  );
});
