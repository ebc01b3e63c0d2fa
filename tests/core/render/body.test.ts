import { describe, expect, it } from 'vitest';
import { renderBody } from '#core/render/index.ts';
import { draw } from './draw.ts';

const terms = `# 术语和定义

## 温区 | temperature zone | 许用：温度区 {#zone}

保持同一温度范围的封闭空间

## 冷链物流 | cold chain logistics | CCL {#ccl}

以冷冻工艺为基础的物流活动
`;

const linksOf = (html: string) =>
  Array.from(
    html.matchAll(/<a class="term-ref" href="#([^"]*)">([^<]*)<\/a>/g),
    ([, id, word]) => `${id} ${word}`,
  );
const verbsOf = (html: string) =>
  Array.from(
    html.matchAll(/<span class="verb" data-type="([a-z]+)">([^<]*)<\/span>/g),
    ([, type, verb]) => `${type} ${verb}`,
  );

describe('the head of a clause', () => {
  it('is named by its number and title, with the link to it beside it', () => {
    const { html } = draw('# 要求\n\n## 温度 {#t}\n\n应低。\n\n## 湿度\n\n应低。\n');
    expect(html).toContain(
      '<h3 id="t" class="clause-title"><span class="alias" id="1.1"></span><a class="num" href="#t">1.1</a> <span>温度</span></h3><a class="copy-link" href="#t" aria-label="1.1 的链接" data-label="1.1">#</a>',
    );
  });

  it('of an untitled clause has the link after its first paragraph', () => {
    const { html } = draw('# 要求\n\n## {#a}\n\n甲应乙。\n\n丙。\n\n## {#b}\n\n丁。\n');
    expect(html).toMatch(
      /<p class="clause-lead" id="a">.*甲.*<\/p><a class="copy-link" href="#a"[^>]*>#<\/a><p>丙。<\/p>/,
    );
  });

  it('of a term is one heading whose parts are read apart', () => {
    const { html } = draw(terms);
    const heads = Array.from(
      html.matchAll(/<h3 class="term-title"[^>]*>(.*?)<\/h3>/g),
      ([, head = '']) => head.replaceAll(/<[^>]*>/g, ''),
    );
    expect(heads).toEqual([
      '1.1 温区 temperature zone；温度区',
      '1.2 冷链物流 cold chain logistics；CCL',
    ]);
  });
});

describe('defined terms', () => {
  it('lead to their entries, once in a clause, by any of their names', () => {
    const { html } = draw(
      `${terms}\n# 要求\n\n温区、温区和温度区。CCL企业，ACCL。\n\n# 其他\n\n冷链物流的温度区。\n`,
    );
    expect(linksOf(html)).toEqual(['zone 温区', 'ccl CCL', 'ccl 冷链物流', 'zone 温度区']);
  });

  it.each([
    [
      'a longer word that a table of the text has',
      ':::table[品类]\n| 甲 | 乙 |\n| - | - |\n| 冰温区 | 1 |\n:::\n\n冰温区应封闭。',
    ],
    ['a name of a body', '示范市冷链物流协会负责。'],
    ['a cited title', '见《冷链物流交接》。'],
    ['a title after a number', '应符合GB/T 28577　冷链物流分类与基本要求。'],
    ['a head of a table', ':::table[品类]\n| 温区 | 乙 |\n| - | - |\n| 甲 | 1 |\n:::'],
    ['a source', '[来源：冷链物流，3.1]'],
    ['code', '写`温区`。'],
  ])('are no links in %s', (_, body) => {
    expect(linksOf(draw(`${terms}\n# 要求\n\n${body}\n`).html)).toEqual([]);
  });

  it('are no links in 前言, 规范性引用文件 and 参考文献', () => {
    const { html } = draw(
      `# 前言\n\n冷链物流。\n\n# 规范性引用文件\n\n- GB/T 28577　冷链物流分类\n\n${terms}\n# 参考文献\n\n- GB/T 1　温区\n`,
    );
    expect(linksOf(html)).toEqual([]);
  });

  it.each(['Mini-LED背光模组', 'C++', 'a.b|c', '（甲）[乙]', '$x', 'A/B'])(
    'may be called %s',
    (term) => {
      const { html } = draw(
        `# 术语和定义\n\n## ${term.replaceAll('|', '').replaceAll(/[[$]/g, '\\$&')} {#t}\n\n定义\n\n# 要求\n\n用 ${term.replaceAll('|', '').replaceAll(/[[$]/g, '\\$&')} 测。\n`,
      );
      expect(linksOf(html)).toEqual([`t ${term.replaceAll('|', '')}`]);
    },
  );

  it('in English are found as words, in the singular and plural', () => {
    const { html } = draw(
      '# Terms and definitions\n\n## zone {#z}\n\nclosed space\n\n# Requirements\n\nZones are closed.\n\n# Other\n\nOzone, zoned, multi-zone.\n',
      { language: 'en' },
    );
    expect(linksOf(html)).toEqual(['z Zones']);
  });
});

describe('modal verbs', () => {
  it('are marked by the type of their provision, words that only look like one are not', () => {
    const { html } = draw(
      '# 要求\n\n应用软件应记录温度。车厢宜预冷；可分装。设备能报警。可靠。供应商不应拒收。\n\n注：温度应低。\n\n- 驾驶员应检查；\n\n:inst[应量三次。]\n',
    );
    expect(verbsOf(html)).toEqual([
      'requirement 应',
      'recommendation 宜',
      'permission 可',
      'capability 能',
      'requirement 不应',
      'requirement 应',
    ]);
    expect(html).toContain('data-type="instruction" data-by="author">应量三次。');
  });

  it('are not marked where nothing is required: 范围, terms, informative annexes', () => {
    const { html } = draw(
      `# 范围\n\n本文件应好。\n\n${terms}\n# 附录（资料性） 例\n\n温度应低。\n`,
    );
    expect(verbsOf(html)).toEqual([]);
  });

  it('of English texts are those of the ISO/IEC Directives', () => {
    const { html } = draw(
      '# Requirements\n\nThe carrier shall not open it. It should be cold and may be dry.\n',
      { language: 'en' },
    );
    expect(verbsOf(html)).toEqual([
      'requirement shall not',
      'recommendation should',
      'permission may',
    ]);
  });
});

describe('clauses of an earlier edition', () => {
  it('are links where the edition is here and has them', () => {
    const { text } = draw(
      '# 前言\n\n更改了温度（见第5章，2018年版的5.2、第4章和附录B，2010年版的4.1），2018年版的9.9；改了表（见表1（续），2018年版的4.1）。\n',
    );
    const html = renderBody(text, {
      resolve: () => null,
      figures: '/f/',
      earlier: (year, clause) => (year === '2018' && clause !== '9.9' ? `/old/#${clause}` : null),
    });
    expect(
      Array.from(html.matchAll(/<a class="xref" href="(\/old[^"]*)">([^<]*)</g), (match) =>
        match.slice(1).join(' '),
      ),
    ).toEqual(['/old/#5.2 5.2', '/old/#4 第4章', '/old/#B 附录B', '/old/#4.1 4.1']);
  });
});

describe('an edition of another document', () => {
  it.each([
    '见《食品办法》2018年版的第4章。',
    '更改了温度（见《食品办法》，2018年版的5.2）。',
    'GB 2760—2014，其2018年版的5.1适用。',
  ])('%s links to no clause here', (words) => {
    const { text } = draw(`# 前言\n\n${words}\n`);
    const html = renderBody(text, {
      resolve: () => null,
      figures: '/f/',
      earlier: (year, clause) => `/old/${year}#${clause}`,
    });
    expect(html).not.toContain('/old/');
  });
});

describe('Chinese words of an English text', () => {
  it('say their language, in one piece each', () => {
    const { html } = draw(
      '# Requirements\n\nIssued by 示范市商务局, see 《冷链（第2版）》 and **表** 3.\n',
      { language: 'en' },
    );
    expect(Array.from(html.matchAll(/<span lang="zh-CN">([^<]*)</g), ([, words]) => words)).toEqual(
      ['示范市商务局', '《冷链（第2版）》', '表'],
    );
  });

  it('need not say so in a Chinese text', () => {
    expect(draw('# 要求\n\n甲。\n').html).not.toContain('lang=');
  });
});

describe('the rows of a table', () => {
  const scopes = (table: string) =>
    Array.from(
      draw(`# 要求\n\n:::table[表]\n${table}\n:::\n`).html.matchAll(
        /<th scope="(row|rowgroup)"[^>]*>(.*?)<\/th>/g,
      ),
      ([, scope, name]) => `${scope} ${name}`,
    );

  it('are named by their first cell', () => {
    expect(scopes('| 品类 | 温度 |\n| - | - |\n| 水产品 | 1 |\n| 果蔬 | 2 |')).toEqual([
      'row 水产品',
      'row 果蔬',
    ]);
  });

  it('are named together where the cell goes over several', () => {
    expect(scopes('| 品类 | 温度 |\n| - | - |\n| 水产品 | 1 |\n| ^^ | 2 |')).toEqual([
      'rowgroup 水产品',
    ]);
  });

  it('are named by the cell after a serial number', () => {
    expect(scopes('| 序号 | 品类 | 温度 |\n| - | - | - |\n| 1 | 水产品 | 1 |')).toEqual([
      'row 水产品',
    ]);
  });

  it.each([
    '| 温度 | 品类 |\n| - | - |\n| 1 | 水产品 |',
    '| 品类 | 温度 |\n| - | - |\n|  | 1 |',
    '| 品类 | 温度 |\n| - | - |\n| 水产品 | << |',
    '| 品类 |\n| - |\n| 水产品 |',
    '| 品类 | 温度 |\n| - | - |',
  ])('have no name that is none: %j', (table) => {
    expect(scopes(table)).toEqual([]);
  });
});

describe('what no line ends in', () => {
  it('is a sign with its number, a range, and a formula with its mark', () => {
    const { html } = draw('# 要求\n\n温度≤ -45 ℃，或-60～40 ℃，由$t$，得。\n');
    expect(html).toContain('<span class="nb">≤ -45</span>');
    expect(html).toContain('<span class="nb">-60～40</span>');
    expect(html).toMatch(/<span class="nb"><span class="katex">.*<\/span>，<\/span>得/);
  });
});

describe('marks in a body', () => {
  it('never change its words or open what they do not close', () => {
    const { html, text } = draw(
      `${terms}\n# 要求\n\n**温区**应*低*，见 GB/T 191—2008、[#zone]，$a<b$，\`<温区>\`，≤ **5** ℃，“A & B”应<好>。\n`,
    );
    const stack: string[] = [];
    const crossed: string[] = [];
    for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (['img', 'br', 'wbr'].includes(tag)) continue;
      if (!slash) stack.push(tag);
      else if (stack.pop() !== tag) crossed.push(tag);
    }
    expect([...crossed, ...stack]).toEqual([]);
    const clause = text.clauses.at(-1);
    const plain = (piece: string) => piece.replaceAll(/<[^>]*>/g, '');
    expect(plain(html)).toContain(
      plain(clause?.html ?? '')
        .replaceAll(/[\uE000-\uE002]/g, '')
        .slice(-12),
    );
  });
});
