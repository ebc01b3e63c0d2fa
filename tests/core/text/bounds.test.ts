import { describe, expect, it } from 'vitest';
import { checkDocument, checkTranslation } from '#core/check/index.ts';
import { draw, head } from '../render/draw.ts';

/** Small files that once took minutes or gigabytes; each must end, and say what was wrong. */
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const hostile: Readonly<Record<string, readonly [source: string, rule: string | null]>> = {
  'entities on one line': ['# 甲\n\n' + '&amp;a'.repeat(3300), null],
  'entities over many lines': ['# 甲\n\n' + '&amp;a&amp;a\n'.repeat(15_000), 'text-unreadable'],
  'a wide table of short rows': [
    `# 甲\n\n|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|b|\n'.repeat(2000)}`,
    'table-too-large',
  ],
  'many tables that would have to be filled up': [
    '# 甲\n\n' + `|${'a|'.repeat(900)}\n|${'-|'.repeat(900)}\n${'|b|\n'.repeat(20)}\n`.repeat(200),
    'table-too-large',
  ],
  'a long lead before many items': [
    `# 甲\n\n${'应'.repeat(19_000)}：\n\n${'- 乙\n'.repeat(20_000)}`,
    null,
  ],
  'equal titles': ['# a\n\n'.repeat(20_000), null],
  'untitled clauses': ['# a\n\n' + '##\n\n'.repeat(20_000), null],
  'untitled tables': [
    '# a\n\n' + ':::table\n| a |\n| - |\n| b |\n:::\n\n'.repeat(20_000),
    'too-many-findings',
  ],
  'mentions in one line of a list': [
    `# 规范性引用文件\n\n${lines(1500, () => `- ${'GB/T 191、'.repeat(60)}\n`)}`,
    null,
  ],
  terms: [
    `# 术语和定义\n\n${lines(20_000, (index) => `## 词${index}\n\n义\n\n`)}`,
    'too-many-findings',
  ],
  footnotes: [
    `# 甲\n\n${lines(15_000, (index) => `字[^${index}]。\n\n[^${index}]: 见[^${index + 1}]。\n\n`)}`,
    null,
  ],
  'annexes and mentions': [
    lines(8000, (index) => `# 附录（规范性） 表 {#a${index}}\n\n见[#a${(index * 7) % 8000}]。\n\n`),
    null,
  ],
  'tags in one paragraph': ['# 甲\n\n' + ':req[应]\n'.repeat(40_000), 'text-unreadable'],
  'a long name in braces': [
    `# 甲\n\n${['！', '：乙', '="x"!', '.b.c!', '#d'].map((end) => `:req[样例应清洁。]{${'a'.repeat(5000)}${end}}\n\n`).join('')}`,
    'not-printed',
  ],
  'unknown ids': ['# 甲\n\n' + lines(40_000, (index) => `[#x${index}]\n`), 'too-many-findings'],
  'closed tables': [
    '# 甲\n\n' + '| a |\n| - |\n| b |\n:::\n\n'.repeat(20_000),
    'too-many-findings',
  ],
  HTML: ['# 甲\n\n' + '<b>\n\n'.repeat(50_000), 'too-many-findings'],
  comments: ['# 甲\n\n<!--' + '-->  <!--'.repeat(2000), null],
};

describe.each(Object.entries(hostile))('%s', (_, [body, rule]) => {
  it('ends, and is reported', { timeout: 30_000 }, () => {
    const { document, rules } = draw(body);
    const found = [...rules, ...checkDocument(document).map((finding) => finding.rule)];
    expect(found.length).toBeLessThan(3100);
    expect(found).toEqual(expect.arrayContaining(rule === null ? [] : [rule]));
  });
});

describe('a body that is not read', () => {
  const ledger = [{ id: 'old', address: '1', title: '甲' }];
  const filled = head.replace('title:', 'foreword: { changes: ["见[#old]"] }\ntitle:');
  const meta = `${filled}# 甲 {#old}\n\n`;

  it.each([
    ['a long line', '应'.repeat(20_001), 'text-too-long'],
    ['a long file', '样例应完整。\n\n'.repeat(130_000), 'text-too-long'],
    ['an image in the text', `![图](data:image/png;base64,${'A'.repeat(30_000)})`, 'text-too-long'],
    ['many escapes', '\\*a'.repeat(5001), 'text-unreadable'],
  ])('is one finding at its line, not what follows from it: %s', (_, body, rule) => {
    const { document, found } = draw(meta + body, { ledger });
    expect(found.map((finding) => finding.rule)).toEqual([rule]);
    expect(checkDocument(document)).toEqual([]);
    expect(checkTranslation(draw(`${meta}乙。`).document, document)).toEqual([]);
  });

  it('leaves what is wrong in the front matter', () => {
    const { rules } = draw(meta.replace('title:', 'colour: red\ntitle:') + '应'.repeat(20_001));
    expect(rules.toSorted()).toEqual(['front-matter-unknown-key', 'text-too-long']);
  });
});

describe('a block that is never closed', () => {
  const chapters = (between: string) =>
    `${head}# 范围\n\n甲。\n\n${between}\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 要求 {#must}\n\n样例应完整，见[#must]。\n`;
  const ledger = [{ id: 'must', address: '4', title: '要求' }];

  it.each([
    ['a code block', '```', 'code-block', /没有结束/],
    ['another', '~~~yaml\n甲', 'code-block', /没有结束/],
    ['a comment', '<!-- 待查', 'html-neutralised', /注释没有收尾/],
    ['a table', ':::table[限值]\n| 甲 |\n| --- |\n| 乙 |', 'heading-in-directive', /没有收尾/],
    ['a note', ':::note\n乙。', 'heading-in-directive', /没有收尾/],
  ])('is one error, not all that is missing for it: %s', (_, open, rule, says) => {
    const { document } = draw(chapters(open), { ledger });
    const errors = [...document.diagnostics, ...checkDocument(document)].filter(
      ({ severity, rule: id }) => severity === 'error' && !/^(?:meta|dates?|front)-/.test(id),
    );
    expect(errors).toMatchObject([{ rule, range: { start: { line: 11 } } }]);
    expect(errors[0]?.message.zh).toMatch(says);
  });

  it('leaves what is missing where all blocks are closed', () => {
    const closed = '```\n# 甲\n```\n\n<!-- # 乙 -->\n\n:::note\n丙。\n:::\n\n见[#nothing]。';
    expect(draw(chapters(closed)).rules).toContain('xref-unknown');
  });
});

it('many anchors lost at once are one finding that names how many', () => {
  const ledger = Array.from({ length: 75 }, (_, at) => ({
    id: `old-${at}`,
    address: `${at}`,
    title: 'x',
  }));
  const { found } = draw('# 范围\n\n甲。\n', { ledger });
  expect(found.filter(({ rule }) => rule === 'anchor-lost')).toMatchObject([
    { message: { zh: expect.stringContaining('75 个锚点') as unknown } },
  ]);
});

describe('front matter', () => {
  const read = (yaml: string) => draw(`---\n${yaml}\n---\n\n# 甲\n`);

  it('of any length but the longest is read, key by key', () => {
    expect(read(lines(40_000, (index) => `k${index}: 1\n`)).rules).toContain(
      'front-matter-too-long',
    );
    expect(read(lines(6000, (index) => `k${index}: 1\n`)).rules).toContain('too-many-findings');
    expect(read('['.repeat(50_000)).document.meta).toBeNull();
  });

  it('with a key twice is refused at the second', () => {
    const { found, document } = draw(head.replace('title:', 'number: x\ntitle:') + '# 甲\n');
    expect(document.meta).toBeNull();
    expect(found).toMatchObject([
      { rule: 'front-matter-yaml', range: { start: { line: 3, column: 1 } } },
    ]);
  });
});

it('repeats no more than 300 characters of a lead in each item', () => {
  const { text } = draw(`# 甲\n\n样例应${'满'.repeat(5000)}：\n\n- 乙；\n- 丙。\n`);
  expect(text.provisions).toHaveLength(2);
  for (const provision of text.provisions) expect(provision.text.length).toBeLessThan(310);
});

it('carries on published anchors among thousands', () => {
  const ledger = Array.from({ length: 20_000 }, (_, index) => ({
    id: `old.a-${index}`,
    address: String(index + 1),
    title: 'a',
  }));
  const { document } = draw('# a\n\n'.repeat(10_000), { ledger });
  expect(document.clauses[5000]?.id).toBe('old.a-4999');
});
