import { describe, expect, it } from 'vitest';
import { checkDocument } from '#core/check/index.ts';
import { parseDocument } from '#core/text/index.ts';
import { applyFixes, chapters, checkSource, frontOf, pointedAt, wrap } from './wrap.ts';

/** Rules and what they point at, in the order of the file. */
function see(fragment: string): readonly string[] {
  const source = wrap(fragment);
  return checkSource(source).map((finding) => `${finding.rule} ${pointedAt(source, finding)}`);
}

describe('findings stand at the very words', () => {
  it.each([
    ['样例**不得**有裂纹。', ['modal-word 不得']],
    ['样例应\n尽量轻放。', ['vague-requirement 应']],
    ['- 第一项应完整；\n- 第二项不得破损。', ['modal-word 不得']],
    ['样例原则上应每年检查。', ['hedged-requirement 原则上应']],
    ['| 项目 | 值 |\n| --- | --- |\n| 时间 | 24h |', ['unit-space 24h']],
    ['温度应为 2 ℃~8 ℃，湿度应为 40%~60%。', ['range-tilde ~', 'range-tilde ~']],
    ['样例(含附件)应完整。', ['half-width-punctuation (', 'half-width-punctuation )']],
    [
      '样例应符合 5.2 的规定，见表2和附录B。',
      ['typed-reference 5.2', 'typed-reference 表2', 'typed-reference 附录B'],
    ],
    [
      '样例的含量按公式（3）计算，见图 A.1。',
      ['typed-reference 公式（3）', 'typed-reference 图 A.1'],
    ],
    ['样例见第12页。', ['page-reference 见第12页']],
    ['亮度按照7.4.1测量，均匀性依据5.2检验。', ['typed-reference 7.4.1', 'typed-reference 5.2']],
    [
      '亮度应为 5,000 lx，数量应为 1,234,567 个。',
      ['digit-grouping 5,000', 'digit-grouping 1,234,567'],
    ],
    ['误差应≤±3%，偏移应 ≥± 2 mm。', ['tolerance-sign ≤±3%', 'tolerance-sign ≥± 2 mm']],
    ['偏差应在 -0.015 至 -0.005 之间。', ['minus-hyphen -']],
  ])('%s', (fragment, expected) => {
    const found = see(fragment).filter((each) => !each.startsWith('table-bare'));
    expect(found).toEqual(expected);
  });
});

describe('rules are silent where the text is right', () => {
  it.each([
    '应急设备的供应商应提供可靠性数据。',
    '样例的比例为 0.04 和 0.09，系数按 1.5 倍计算。',
    '标签应写明“不得倒置”。',
    '显示屏应为 8K，座席应为 3A级，编号应为 SF-12m。',
    '样例应采用 5G 网络，放置 3 h，温度应为（−18±1）℃。',
    '样例的其一般配合力相对值应大于 3%。',
    '滴剂应含 2,4-D，误差应为±3%，偏差应不超过±0.5 ℃，坐标应为（100,200），型号应为 ZX-100。',
    '结果按下式计算(3)，公式应成立。',
    '样例应符合《产品质量法》第 26 条的规定。',
    '样例分为 A、B 两级，A 级应无划痕。',
    '年报表3 份，样例应交 2 份。',
    '不得分的项目应注明原因。',
    '应在 10:30 前送达，比例应为 1:2。',
  ])('%s', (fragment) => {
    expect(see(fragment)).toEqual([]);
  });

  it('takes the clause of another standard for what it is', () => {
    const source = wrap(
      '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n\n# 术语和定义\n\n# 样例要求\n\n标志应符合 GB/T 191—2008 的表1和第4章，以及 GB/T 191—2008中3.1 的规定。',
    );
    expect(checkSource(source).map(({ rule }) => rule)).toEqual([]);
  });

  it('lets an undated list of all parts cover a dated part', () => {
    const list = (item: string) =>
      `# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n- ${item}\n\n# 术语和定义\n\n# 样例要求\n\n水质应按 GB/T 5750.4—2023 测定。`;
    expect(
      checkSource(wrap(list('GB/T 5750（所有部分）　生活饮用水标准检验方法'))).map(
        ({ rule }) => rule,
      ),
    ).toEqual([]);
    expect(
      checkSource(wrap(list('GB/T 5749　生活饮用水卫生标准'))).map(({ rule }) => rule),
    ).toEqual(['reference-unused', 'reference-unlisted']);
  });

  it('lets a run and its standards cover each other', () => {
    const list = (items: string, cited: string) =>
      checkSource(
        wrap(
          `# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n${items}\n\n# 术语和定义\n\n# 样例要求\n\n样例应符合 ${cited} 的规定。`,
        ),
      ).map(({ rule }) => rule);
    expect(list('- GB 4806.1～4806.3　样例', 'GB 4806.2')).toEqual([]);
    expect(list('- GB 4806.1　甲\n- GB 4806.2　乙', 'GB 4806.1～GB 4806.2')).toEqual([]);
    expect(list('- GB 4806.1　甲\n- GB 4806.2　乙', 'GB 4806.1、4806.2')).toEqual([]);
    expect(list('- GB 4806.1　甲\n- GB 4806.2　乙', 'GB 4806.1～4806.3')).toEqual([
      'reference-unlisted',
    ]);
    expect(list('- GB 4806.1～4806.3　样例', 'GB 4806.4')).toEqual([
      'reference-unused',
      'reference-unlisted',
    ]);
  });

  it('takes a shortened number for no wrong spelling', () => {
    const source = wrap('样例应符合 GB/T 1040.1—2018、1040.2—2022 和.3 的规定。');
    const spelled = checkSource(source).filter(({ rule }) => rule.startsWith('reference-'));
    expect(new Set(spelled.map(({ rule }) => rule))).toEqual(new Set(['reference-unlisted']));
    expect(spelled.map(({ message }) => message.zh).join()).toContain('GB/T 1040.2—2022');
  });
});

describe('the two profiles', () => {
  const text = `${chapters}必须断电后作业，严禁带电作业，不得单人作业，应当挂牌。`;
  const words = (source: string) =>
    checkSource(source)
      .filter(({ rule }) => rule === 'modal-word')
      .map((finding) => pointedAt(source, finding));

  it('refuse different words', () => {
    expect(words(frontOf('profile: gbt1.1') + text)).toEqual(['必须', '严禁', '不得', '应当']);
    expect(words(frontOf('profile: construction') + text)).toEqual(['应当']);
  });
});

describe('typed numbers before clauses that are numbered', () => {
  const typed =
    '4.1 样例应完整。\n\n4.3 样例应清洁。\n\n## 外观\n\n4.2.1 样例应平整。\n\n4.3 样例应干燥。';
  const fix = (status: string): string => {
    const source = `${frontOf(`status: ${status}`)}${chapters}${typed}`;
    return applyFixes(source, checkSource(source)).slice(source.length - typed.length);
  };

  it('become clauses in a draft, and leave published clauses their numbers', () => {
    expect(fix('draft')).toContain(
      '##\n\n样例应完整。\n\n4.3 样例应清洁。\n\n## 外观\n\n###\n\n样例应平整。\n\n##\n\n样例应干燥。',
    );
    expect(fix('published')).toContain('4.1 样例应完整。');
  });
});

describe('drafts and restricted bodies', () => {
  it('may lack dates and hold placeholders, which stay visible as warnings', () => {
    const source = `${frontOf('status: draft')}${chapters}样例应在【时限】内交付。`.replaceAll(
      /(issued|implemented): .*\n/g,
      '',
    );
    expect(checkSource(source).map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning placeholder',
    ]);
  });

  it('need no technical chapter where the reason is given', () => {
    const body = '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n';
    expect(checkSource(frontOf('bodyRestricted: 采用国际标准，正文不公布') + body)).toEqual([]);
    expect(checkSource(frontOf('sample: true') + body).map(({ rule }) => rule)).toEqual([
      'core-element',
    ]);
  });
});

describe('broken files', () => {
  it.each([
    '',
    '---\n',
    '# ',
    '---\nnumber: [\n---\n\n# 范围\n',
    `# 范围\n\n${'应'.repeat(50_000)}`,
  ])('never throw (%#)', (source) => {
    expect(checkSource(source).length).toBeGreaterThan(0);
  });
});

describe('an English text', () => {
  it('is held to structure, not to Chinese wording', () => {
    const source =
      '---\nlanguage: en\n---\n\n# Scope\n\nThis document specifies samples.\n\n# Terms and definitions\n\n# Requirements\n\nSamples shall be kept 24h (不得).\n\n## Look\n\nSamples shall be whole.\n';
    const doc = parseDocument(source, {
      file: 'standards/local/sample/index.en.md',
      language: 'en',
    });
    const found = checkDocument(doc);
    expect(found.map(({ rule }) => rule)).toEqual([
      'required-elements',
      'hanging-paragraph',
      'single-subclause',
    ]);
    expect(found[0]?.hint?.en).toContain('# Normative references');
  });
});
