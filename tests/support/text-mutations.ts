/** Equal seeds, equal chances (mulberry32). */
export function startChance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What stands inside a line. */
const words = [
  '应',
  '不应',
  '样例',
  '牢固',
  '温度',
  '长',
  '宽',
  't',
  'x',
  'Na',
  'K',
  '2',
  '100',
  '3.5',
  '-18',
  ' ',
  ' ',
  '　',
  '的',
  '号',
  '，',
  '。',
  '；',
  '：',
  '、',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  '——',
  '～',
  '℃',
  '%',
  '(',
  ')',
  ',',
  '.',
  ';',
  ':',
  '!',
  '"',
  "'",
  '**',
  '**',
  '**',
  '*',
  '*',
  '***',
  '_',
  '__',
  '____',
  '^',
  '^2^',
  '^-3^',
  '^+^',
  '~',
  '~2~',
  '~~',
  '$',
  '$x$',
  '$50',
  '$$',
  '$K_{总}$',
  '`',
  '`a*b`',
  '``',
  '\\',
  '\\*',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '\\frac',
  '&',
  '&amp;',
  '&lt;',
  '&nbsp;',
  '&#8203;',
  '&#x26;',
  '&AT',
  '<',
  '>',
  '<b>',
  '</b>',
  '<br>',
  '<!-- 注 -->',
  '<a@b.cn>',
  '<https://a.cn/x>',
  'https://a.cn/b_c_d',
  'https://a.cn/甲',
  'http://a.cn/?q=1&r=*2*',
  'www.a.cn',
  'a_b@c.cn',
  '[',
  ']',
  '[]',
  '[x]',
  '[x](https://a.cn/)',
  '[x](y)',
  '[x](https://a.cn/ "题")',
  '![图](a.svg)',
  '![',
  '[#size]',
  '[#无]',
  '[^a]',
  '[^none]',
  '[1]',
  '{',
  '}',
  '{#y}',
  '{.a b=c}',
  '|',
  '\\|',
  '=',
  '==',
  '==重点==',
  '#',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '> ',
  ':',
  '::',
  ':::',
  ':req[',
  ':req[应记]',
  ':sub[2]',
  ':sup[x]{a=b}',
  ':foo[x]',
  '08:00',
  '1:2[x]',
  'GB/T 191—2008',
  'GB/T **191**—2008',
  '4.1.1 ',
  '1、',
  '●',
  '一、',
  '①',
  '（1）',
  '[TOC]',
  '[ ] ',
  '注：',
  '示例：',
  '[来源：GB/T 1.1—2020]',
  '100*50*20 mm',
  'H~2~O',
  'L*a*b*',
  '\u200B',
  '\u00AD',
  '\uFEFF',
  '\u202E',
  '\u0000',
  '\uFFFD',
  '\uE000',
  '\uE123',
  '\uF0B7',
  '\uFDD0',
  '\u0085',
  '\u000B',
  '\u{E0100}',
  '⻓',
  '⼯',
  'e\u0301\u0301\u0301\u0301',
  '😀',
  '𠮷',
  '@',
  '^^',
  '<<',
  '[[x]]',
  '@[toc]',
  '{{x}}',
  '\t',
  '...',
  '--',
  '……',
];

/** What makes blocks. */
const blocks = [
  '    缩进四格的段落。',
  '\t制表符缩进。',
  '设备应清洁\n===',
  '设备应清洁\n---',
  '---',
  '***',
  '____',
  '[TOC]',
  '- [ ] 是\n- [x] 否',
  '> [!NOTE]\n> 甲。',
  '> 5 mm 应记。',
  '+ 5 V 应记。',
  '3. 甲；\n4. 乙。',
  '1986. 甲。',
  '1. 甲；\n3. 乙。',
  '- 甲；\n  - 乙；\n    - 丙。',
  '* 甲',
  '| 甲 | 乙 |\n| --- | --- |\n| **甲，**乙 | 100*50*20 |',
  '| 甲 | 乙 |\n| --- |\n| 丙 |',
  '|甲|',
  ':::table[题]{#tq unit="mm" x=y}\n| 甲 | 乙 |\n| --- | --- |\n| ^^ | << |\n\n[^q]: 注\n:::',
  ':::table 题名\n| 甲 |\n| --- |\n| 乙[^q] |\n:::',
  ':::note\n甲。\n:::',
  ':::note[题]{id=x}\n甲。\n:::',
  ':::exampel\n甲。\n:::',
  ':::',
  '::::figure[题]\n![甲](a.svg "题")\n\n1. 甲\n2. 乙\n::::',
  ':::formula[题]\n$$\nx\n$$\n\n式中：\n\n- $x$ —— 甲；\n:::',
  '$$\nx + y\n$$',
  '$$\nx，y',
  '```\n甲 *乙*',
  '``` 甲 乙\n丙\n```',
  '~~~json\n{}\n~~~',
  '[注]: 这是说明',
  '[y]: https://a.cn/ "题"',
  '[^z]: 脚注。',
  '[^a]: 又一个。',
  '<div>\n甲 **乙**\n</div>',
  '<!-- 不印 -->',
  '<!-- 不印 --> 印',
  '<!-- 没有结束',
  '甲  \n乙\\\n丙',
  '甲\n乙 b\nc 丙',
  '1、甲；\n2、乙。',
  '● 甲',
  '4.1 外观',
  '4.1.1 应完整。',
  '## 4.1 外观',
  '### 4.2.1',
  '## 集合 {a, b}',
  '## 甲 {#q was="r"}',
  '## **甲：**乙^2^ $x$',
  '##',
  '#甲',
  '####### 七',
  '# 附录（规范性） 甲',
  '# 附录A 甲 **乙**',
  '## 甲 ##',
  '甲：\n\n- 乙；\n- 丙。',
  '甲\n: 乙',
  '*[甲]: 乙',
  '==甲==',
  '~~甲~~',
  '\\(a+b\\)',
  '\\[a^2\\]',
  '注：甲\n\n注1：乙',
  '示例：甲',
  '[来源：甲]',
  '% 甲',
  '@import',
];

const pick = <T>(list: readonly T[], chance: () => number): T =>
  list[Math.floor(chance() * list.length)] as T;

function phrase(chance: () => number): string {
  let made = '';
  for (let count = 1 + Math.floor(chance() * 7); count > 0; count--) made += pick(words, chance);
  return made;
}

/** One to four changes of the body, at any character, as a paragraph, in a list, a table or a heading. */
export function mutate(
  whole: string,
  chance: () => number,
): { readonly source: string; readonly put: readonly string[] } {
  let source = cut(whole, chance);
  const body = source.indexOf('\n---\n', 4) + 5;
  const put: string[] = [];
  for (let count = 1 + Math.floor(chance() * 4); count > 0; count--) {
    const at = body + Math.floor(chance() * (source.length - body));
    const line = source.indexOf('\n\n', at);
    const free = line === -1 ? source.length : line;
    const way = chance();
    let made = way < 0.75 ? phrase(chance) : pick(blocks, chance);
    let place = at;
    if (way >= 0.4) {
      const frames = [
        '\n\n',
        '\n\n- ',
        '\n\n1. ',
        '\n\n## ',
        '\n\n注：',
        '\n\n> ',
        '\n\n| 甲 | 乙 |\n| --- | --- |\n| ',
      ];
      const frame = way < 0.75 ? pick(frames, chance) : '\n\n';
      made = `${frame}${made}${frame.endsWith('| ') ? ' |' : ''}`;
      place = free;
    } else if (way < 0.06) {
      const length = 1 + Math.floor(chance() * 3);
      put.push(`-${source.slice(at, at + length)}`);
      source = source.slice(0, at) + source.slice(at + length);
      continue;
    }
    put.push(made);
    source = source.slice(0, place) + made + source.slice(place);
  }
  return { source, put };
}

/** The front matter and some chapters of a text, so that many can be tried. */
function cut(source: string, chance: () => number): string {
  const body = source.indexOf('\n---\n', 4) + 5;
  const chapters = source.slice(body).split(/\n(?=#{1,2} )/);
  const from = Math.floor(chance() * chapters.length);
  return `${source.slice(0, body)}\n${chapters.slice(from, from + 4).join('\n')}`;
}
