import { describe, expect, it } from 'vitest';
import { emptyHoles } from '#core/render/index.ts';
import { draw } from '../render/draw.ts';

/** A paragraph as the page has it. */
function show(line: string): string {
  const html = emptyHoles(draw(`# 样例\n\n${line}`).text.clauses.at(-1)?.html ?? '');
  return html
    .replaceAll(/^<p>|<\/p>$/g, '')
    .replaceAll(' rel="noopener nofollow"', '')
    .replaceAll('\u00A0', ' ');
}

describe('strong and emphasis beside Chinese punctuation', () => {
  it.each([
    ['**重要：**应记录。', '<strong>重要：</strong>应记录。'],
    ['**温度记录（含湿度）**应每日填写。', '<strong>温度记录（含湿度）</strong>应每日填写。'],
    [
      '样例应**牢固，**并应**清洁。**不应缺失。',
      '样例应<strong>牢固，</strong>并应<strong>清洁。</strong>不应缺失。',
    ],
    ['应**（含湿度）**记录。', '应<strong>（含湿度）</strong>记录。'],
    ['应填**“合格”**字样。', '应填<strong>“合格”</strong>字样。'],
    ['**5 ℃**应记录。', '<strong>5 ℃</strong>应记录。'],
    ['**GB/T(全部)**应查。', '<strong>GB/T(全部)</strong>应查。'],
    [
      '**甲**，**乙**、**丙**；丁。',
      '<strong>甲</strong>，<strong>乙</strong>、<strong>丙</strong>；丁。',
    ],
    ['**注意！****警告！**应停机。', '<strong>注意！****警告！</strong>应停机。'],
    ['其中*t*为时间，*（v）*为速度。', '其中<em>t</em>为时间，<em>（v）</em>为速度。'],
    ['***重要：***应记录。', '<em><strong>重要：</strong></em>应记录。'],
    ['**见 `代码`**应记录。', '<strong>见 <code>代码</code></strong>应记录。'],
    ['应**[链接](https://a.cn/)**查。', '应<strong><a href="https://a.cn/">链接</a></strong>查。'],
  ])('%s', (line, html) => {
    expect(show(line)).toBe(html);
  });
});

describe('marks that are meant to the letter stay as typed', () => {
  it.each([
    '外形尺寸应为100*50*20 mm。',
    '托盘应为1200*1000 mm，层数应为3*2。',
    '面积为K*A*(t1-t2)*s，颜色按L*a*b*计。',
    '2*π*r*h应记录。',
    '外形尺寸（长*宽*高）应记录。',
    '带*号的条为强制，带*号的条应检。',
    '标有**的为必检，标有**的应报。',
    '押金应为$50，罚金应为$80。',
    '收US$50和US$80。',
    '从$a到$b。',
    '应为2~8和3~9，见~~旧~~文。',
    '应采用H~2~O。',
    'x^2+y^2应为1。',
    '按10^3计，再按10^5计。',
    '姓名：____，日期：____。',
    '（____）年（____）月',
    '于08:00[甲]、10:30:15开始，比例1:2，见:req和:sub。',
    'ISO 9001:2015 与 a_b_c。',
    'C++ 与 a^b。',
  ])('%s', (line) => {
    expect(show(line)).toBe(line);
  });
});

describe('superscripts', () => {
  it.each([
    [
      '浓度应为10^-3^ mol/L，系数为s^-1^。',
      '浓度应为10<sup>-3</sup> mol/L，系数为s<sup>-1</sup>。',
    ],
    ['应测定Na^+^、SO~4~^2-^。', '应测定Na<sup>+</sup>、SO~4~<sup>2-</sup>。'],
    ['10^-3^应记录，x^2^应记录。', '10<sup>-3</sup>应记录，x<sup>2</sup>应记录。'],
    ['10^6/cm^3^应记录。', '10^6/cm<sup>3</sup>应记录。'],
    ['[^甲[1]乙]: 亮度10 cd/m^2^应记录。', '[^甲[1]乙]: 亮度10 cd/m<sup>2</sup>应记录。'],
    ['W/(m^2^·K^-1^)应记录^[1]^。', 'W/(m<sup>2</sup>·K<sup>-1</sup>)应记录<sup>[1]</sup>。'],
    ['^13^C与x^n^-1。', '<sup>13</sup>C与x<sup>n</sup>-1。'],
    ['x^（2）^应为R^*^。', 'x<sup>（2）</sup>应为R<sup>*</sup>。'],
  ])('%s', (line, html) => {
    expect(show(line)).toBe(html);
  });
});

describe('formulae', () => {
  it.each([
    ['时间$t$为$2t$。', ['t', '2t']],
    [
      '$K_{总}$与$\\eta_机$、$f(温度)$、$v = \\text{路程，米}/t$。',
      ['K_{总}', '\\eta_机', 'f(温度)', 'v = \\text{路程，米}/t'],
    ],
    ['$a^2 * b$；押金$50。', ['a^2 * b']],
    ['$x < 5$', ['x < 5']],
    ['`$a` 与 $x$。', ['x']],
    ['\\$5 与 $x$。', ['x']],
  ])('%s', (line, formulae) => {
    const found: string[] = [];
    const visit = (node: { type: string; value?: string; children?: readonly never[] }): void => {
      if (node.type === 'inlineMath') found.push(node.value ?? '');
      for (const child of node.children ?? []) visit(child);
    };
    visit(draw(`# 样例\n\n${line}`).document.root as never);
    expect(found).toEqual(formulae);
  });
});

describe('bare addresses', () => {
  it.each([
    ['见https://example.com/a，应登录。', 'https://example.com/a', '，应登录。'],
    ['（https://example.com/a）应登录。', 'https://example.com/a', '）应登录。'],
    ['见https://example.com/a。', 'https://example.com/a', '。'],
    ['见https://example.com/a查询。', 'https://example.com/a', '查询。'],
    ['见(https://example.com/a_(b)).', 'https://example.com/a_(b)', ').'],
    ['见https://example.com/_a_?b=*c*&d=$1~2。', 'https://example.com/_a_?b=*c*&amp;d=$1~2', '。'],
    ['见www.example.com、', 'www.example.com', '、'],
    ['邮箱abc_d@example.com，', 'abc_d@example.com', '，'],
    ['见https://a.cn/b_c_d\\(附）', 'https://a.cn/b_c_d', '(附）'],
    ['见https://a.cn/b*2*\\)# 查', 'https://a.cn/b*2*', ')# 查'],
    ['见https://a.cn/x&amp;y=1。', 'https://a.cn/x&amp;y=1', '。'],
    ['见https://a.cn/~x/a\\_b，', 'https://a.cn/~x/a_b', '，'],
    ['见https://a.cn/?q=*2*&lt;乙', 'https://a.cn/?q=*2*', '&lt;乙'],
    ['*www.a.cn,@\\[甲', 'www.a.cn,@', '[甲'],
  ])('%s', (line, address, rest) => {
    const html = show(line);
    const scheme = address.startsWith('www') ? 'http://' : address.includes('@') ? 'mailto:' : '';
    expect(html).toContain(`<a href="${scheme}${address}">${address}</a>${rest}`);
  });

  it('keep the markup around them', () => {
    expect(show('**见https://a.cn/b：**应**登录**。')).toBe(
      '<strong>见<a href="https://a.cn/b">https://a.cn/b</a>：</strong>应<strong>登录</strong>。',
    );
    expect(show('[甲](https://a.cn/_b_)与<https://a.cn/乙>')).toBe(
      '<a href="https://a.cn/_b_">甲</a>与<a href="https://a.cn/乙">https://a.cn/乙</a>',
    );
    expect(show('`https://a.cn/_b_`')).toBe('<code>https://a.cn/_b_</code>');
  });
});

describe('what nobody sees', () => {
  it.each([
    '不\u200B应',
    '不\u00AD应',
    '不\u202E应',
    '不\u0000应',
    '不\uFEFF应',
    '不\u2060应',
    '不 应',
    '不\u3000应',
    '不\uE000应',
    '不\uFFFD应',
    '不\u0301应',
    '不\u2800应',
    '不**应',
    '不\uFFFD \u200B应',
  ])('makes no requirement of a prohibition: %j', (words) => {
    const { provisions, document } = draw(`# 样例\n\n系统${words}开机。`);
    expect(document.provisions[0]).toMatchObject({ type: 'requirement', negative: true });
    expect(provisions).toHaveLength(1);
  });

  it('parts no number, no term and no reference', () => {
    const { document, html } = draw(
      '# 术语和定义\n\n## 冷\u200B链 {#cold}\n\n物流。\n\n# 样例 {#x}\n\n应符合 GB\u200B/T 1\u00AD91—20\uFEFF08 和[#co\u200Bld]的规定。',
    );
    expect(document.terms[0]?.term).toBe('冷链');
    expect(document.references.map(({ key }) => key)).toEqual(['GB/T 1.1-2020', 'GB/T 191-2008']);
    expect(html).toContain('href="#cold">1.1</a>');
  });

  it('is read as ordinary ideographs where radicals stand', () => {
    expect(show('⻓度与⾷品。')).toBe('长度与食品。');
  });

  it('leaves every finding at its place', () => {
    const source =
      '# 样\u200B例\n\n\u200B\u200B样例应\u200B在【时\u200B限】内\u{E0100}**，**见[#x]。';
    const { found } = draw(source);
    const unknown = found.find(({ rule }) => rule === 'xref-unknown');
    const line = source.split('\n')[2] ?? '';
    expect(
      line.slice((unknown?.range.start.column ?? 0) - 1, (unknown?.range.end.column ?? 0) - 1),
    ).toBe('[#x]');
  });
});

describe('front matter', () => {
  it('is read without what nobody sees', () => {
    const { document } = draw(
      '---\nnumber: DB9902/T\u200B 903—2026\ntitle: "冷\u200B链⾷品"\nissuers: [甲\u00AD局]\nkeywords: ["\u202E乙"]\n---\n\n# 样例\n',
    );
    expect(document.meta).toMatchObject({
      number: 'DB9902/T 903—2026',
      title: '冷链食品',
      issuers: ['甲局'],
      keywords: ['乙'],
    });
    expect(document.diagnostics).toEqual([]);
  });
});
