import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePlainFormulas } from '#search/record/plain-formula.ts';
import { foldText } from '#search/record/spelling.ts';

describe('formulas in plain text say what they say as formulas', () => {
  test.each([
    [String.raw`t_{90}`, 't90'],
    [String.raw`L_{\mathrm{W}}`, 'LW'],
    [String.raw`L_\mathrm{W}`, 'LW'],
    [String.raw`\Delta T`, 'ΔT'],
    [String.raw`含水率为 \frac{m_1-m_2}{m_0}。`, '含水率为 (m1-m2)/m0。'],
    [String.raw`\frac{m_1}{m_0-m_2}`, 'm1/(m0-m2)'],
    [String.raw`\frac{m_{1}}{m_{0}}`, 'm1/m0'],
    [String.raw`\frac{V}{lb}`, 'V/(lb)'],
    [String.raw`\frac{1}{2}mv^{2}`, '(1/2)mv²'],
    [String.raw`2\frac{1}{2}`, '2(1/2)'],
    [String.raw`\frac{\frac{a}{b}}{c}`, '(a/b)/c'],
    [String.raw`\dfrac{a}{\dfrac{b}{c}}`, 'a/(b/c)'],
    [String.raw`\frac12`, '1/2'],
    [String.raw`\constructor x_{1}`, 'constructorx1'],
    [String.raw`\toString_{a}`, 'toStringa'],
    [String.raw`\left(\frac{a+b}{c}\right)^{2}`, '((a+b)/c)²'],
    [String.raw`\frac{\left(a+b\right)}{c}`, '(a+b)/c'],
    [String.raw`\frac{(a+b)(c-d)}{e}`, '((a+b)(c-d))/e'],
    [String.raw`10^{-3}`, '10⁻³'],
    [String.raw`x^{2}`, 'x²'],
    [String.raw`u_{j}^2`, 'uj²'],
    [String.raw`e^{-kt}`, 'e^(-kt)'],
    [String.raw`x^{m}`, 'x^m'],
    [String.raw`{a+b}^{2}`, '(a+b)²'],
    [String.raw`20^{\circ}\mathrm{C}`, '20°C'],
    [String.raw`x^{\prime}`, 'x′'],
    [String.raw`m_{i+1}`, 'm_(i+1)'],
    [String.raw`\sqrt{a+b}`, '√(a+b)'],
    [String.raw`\sqrt{x_{1}}`, '√x1'],
    [String.raw`\sqrt{2x}`, '√(2x)'],
    [String.raw`\sqrt[3]{V}`, '³√V'],
    [String.raw`\sum_{i=1}^{n} x_{i}`, '∑(i=1…n) xi'],
    [String.raw`a\ln x`, 'a ln x'],
    [String.raw`a \bmod 10`, 'a mod 10'],
    [String.raw`5\,\% 和 A\_B`, '5 % 和 A_B'],
  ])('%s: %s', (tex, plain) => {
    expect(writePlainFormulas(tex)).toBe(plain);
  });

  test.each(['file_name', '10^35', '按 GB/T 191 的 3.2 执行', '{甲} 和 {乙}'])(
    '%s stays',
    (text) => {
      expect(writePlainFormulas(text)).toBe(text);
    },
  );

  test('an exponent is found as it is typed', () => {
    expect(foldText(writePlainFormulas('10^{-3} m^{2}'))).toBe(foldText('10-3 m2'));
  });
});

test('no part of a formula is lost, however it is broken', () => {
  const pieces = constantFrom(
    '\\frac ',
    '\\sqrt ',
    '{',
    '}',
    '^',
    '_',
    '[',
    ']',
    'a',
    '7',
    ' ',
    '甲',
  );
  assert(
    property(array(pieces, { maxLength: 30 }), (parts) => {
      const tex = `\\,${parts.join('')}`;
      const letters = (text: string) => text.normalize('NFKC').replace(/[^a7甲]/g, '');
      expect(letters(writePlainFormulas(tex))).toBe(letters(tex.replace(/\\(?:frac|sqrt)/g, '')));
    }),
  );
});

test('groups in groups without end are written', () => {
  for (const piece of ['{', '\\frac{', '\\sqrt[', 'x^{', '\\mathrm', '\\sum_', '^\\']) {
    expect(writePlainFormulas(`\\,${piece.repeat(20_000)}甲`)).toContain('甲');
  }
});
