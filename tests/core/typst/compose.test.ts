import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';

const probe = readFileSync(new URL('probe.md', import.meta.url), 'utf8');

/** Source without its strings. */
const withoutTexts = (source: string): string => source.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '""');

/** The strings of source, as Typst reads them. */
const textsOf = (source: string): readonly string[] =>
  Array.from(source.matchAll(/"((?:[^"\\]|\\.)*)"/gs), ([, text = '']) =>
    text.replaceAll(/\\(.)/gs, '$1'),
  );

describe('a standard as source of Typst', () => {
  it('is written as in probe.typ', async () => {
    await expect(compose(probe)).toMatchFileSnapshot('probe.typ');
  });

  it('holds nothing of the text outside of strings', () => {
    const source = withoutTexts(compose(probe));
    expect(source).not.toMatch(/\p{Script=Han}/u);
    expect(source).not.toMatch(/[$@`~\\/'<>]|panic|javascript/);
  });

  it.each([
    '#read("/etc/passwd")',
    '"] #read("x") ["',
    String.raw`\"; #panic()`,
    '$x$ @label <label> // comment /* comment */',
    '`raw` *strong* _emph_ = heading - list + enum / term: x',
    "'quotes' -- --- ... ~ \\u{41}",
    '#{ let x = 1 }',
  ])('leaves %s a text', (hostile) => {
    const written = hostile.replaceAll(/[\p{P}\p{S}]/gu, String.raw`\$&`);
    const source = compose(`# 范围\n\n甲${written}乙。\n`);
    const before = withoutTexts(compose('# 范围\n\n甲乙。\n'));
    expect(withoutTexts(source)).toBe(before);
    expect(
      textsOf(source)
        .map((text) => text.replaceAll(/[\u00A0\u200B]/g, ' '))
        .join('\n'),
    ).toContain(`甲${hostile}乙。`);
  });

  it('whatever a text is, its strings say it and nothing else changes', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'#$@<>\\"\'`/*_=-+~[](){}:;,.a1文 \u0000\u2028\uD83D'),
      minLength: 1,
      maxLength: 40,
    });
    const bare = withoutTexts(compose('# 范围\n\n```\nx\n```\n'));
    fc.assert(
      fc.property(text, (said) => {
        const source = compose(`# 范围\n\n~~~~\n${said.replaceAll('~', '-')}\n~~~~\n`);
        expect(withoutTexts(source)).toBe(bare);
      }),
    );
  });

  it('draws a formula, and prints what is none as it is written', () => {
    expect(compose('# 范围\n\n值$x_1$。\n')).toContain('#formula("x_1", "x_1");');
    expect(compose('# 范围\n\n值$\\nosuchmacro{a}$。\n')).toContain('#mono("\\\\nosuchmacro{a}");');
  });

  it.each([
    String.raw`\text{a" #panic() "}`,
    String.raw`\text{a\" #panic() \"}`,
    String.raw`x \# panic()`,
    String.raw`a \$ b`,
    'a // b',
    'a /* b',
    '"#panic()"',
    String.raw`\begin{matrix} a \# b \end{matrix}`,
    String.raw`\mathrm{#1}`,
    String.raw`\operatorname{"#x"}`,
  ])('makes of %s no code, no end of the formula and no comment', (tex) => {
    const source = compose(`# 范围\n\n$$\n${tex}\n$$\n`);
    const formulae = Array.from(source.matchAll(/#formula\(("(?:[^"\\]|\\.)*")/g), ([, text]) =>
      (JSON.parse(text ?? '""') as string).replaceAll(/\\.|"(?:[^"\\]|\\.)*"/gs, ''),
    );
    const bare = formulae.map((math) => math.replaceAll(/#(?:none|true|false)[,)]/g, ''));
    expect(bare.filter((math) => /[#$"]|\/[/*]/.test(math))).toEqual([]);
    expect(source).toMatch(/#(?:formula|mono)\("/);
  });

  it('gives wide tables a sheet across, and others the width of the page', () => {
    const table = (columns: number) => {
      const row = (text: string) =>
        `| ${Array.from({ length: columns }, () => text).join(' | ')} |`;
      return compose(
        `# 范围\n\n:::table[甲]{#t}\n${row('abcdefghijkl')}\n${row('---')}\n${row('1')}\n:::\n`,
      );
    };
    expect(table(4)).not.toContain('wide: true');
    expect(table(9)).toContain('wide: true, ');
    const widths = /widths: \(([^)]*)\)/.exec(table(5))?.[1] ?? '';
    const sum = widths.split('%, ').reduce((all, width) => all + Number(width || 0), 0);
    expect(sum).toBeCloseTo(100, 0);
  });
});
