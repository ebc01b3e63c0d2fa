import { describe, expect, it } from 'vitest';
import { draw } from '../render/draw.ts';

const foreword = (yaml: string, options: Parameters<typeof draw>[1] = {}) => {
  const source = `---\nnumber: DB9902/T 903—2026\ntitle: 样例\nissuers: [甲]\n${yaml}\n---\n\n# 范围\n\n甲。\n`;
  const { text, html } = draw(source, options);
  return { lines: text.clauses[0]?.text.split('\n') ?? [], html };
};

describe('the foreword', () => {
  it('prints numbers in their own form, whatever dash was typed', () => {
    const { lines } = foreword(
      "replaces: ['DB9902/T 903-2018']\nadopts:\n  - { number: 'ISO 23412:2020', degree: MOD, note: 增加了要求 }",
    );
    expect(lines).toContain('本文件代替DB9902/T 903—2018。');
    expect(lines).toContain('本文件修改采用ISO 23412:2020，增加了要求。');
  });

  it('takes names to the letter and marks up only what the author wrote', () => {
    const { lines, html } = foreword(
      'proposedBy: ["*甲*_乙_公司", "1. 丙"]\ndraftedBy: ["[丁](https://example.org)"]\nforeword:\n  part: 本文件是**第1部分**。\n  changes: ["# 更改了 m^2^", "- 删除了`x`"]',
    );
    expect(lines).toContain('本文件由*甲*_乙_公司、1. 丙提出。');
    expect(lines).toContain('本文件起草单位：[丁](https://example.org)。');
    expect(html).toContain('本文件是<strong>第1部分</strong>。');
    expect(lines).toContain('# 更改了 m^2^；');
    expect(html).not.toContain('href="https://example.org"');
  });

  it('of engineering construction names GB/T 1.1 only when the author does', () => {
    const basis = (yaml: string) =>
      foreword(yaml).lines.filter((line) => line.includes('的规定起草'));
    expect(basis('profile: construction')).toEqual([]);
    expect(basis('profile: construction\nforeword: { basis: GB/T 1.1—2020 }')).toHaveLength(1);
    expect(basis('profile: gbt1.1')).toHaveLength(1);
  });

  it.each([
    ['issued: 1992-05-01', undefined],
    ['issued: 1995-05-01', 'GB/T 1.1—1993'],
    ['issued: 2005-05-01', 'GB/T 1.1—2000'],
    ['issued: 2009-12-31', 'GB/T 1.1—2000'],
    ['issued: 2019-06-20', 'GB/T 1.1—2009'],
    ['issued: 2020-09-30', 'GB/T 1.1—2009'],
    ['issued: 2020-10-01', 'GB/T 1.1—2020'],
    ['status: draft', 'GB/T 1.1—2020'],
    ['issued: 2020-07-01\nforeword: { basis: GB/T 1.1-2020 }', 'GB/T 1.1—2020'],
  ])('names the edition of GB/T 1.1 of its day: %s', (yaml, edition) => {
    const named = /本文件按照(GB\/T 1\.1—\d{4})/.exec(foreword(yaml).lines[0] ?? '')?.[1];
    expect(named).toBe(edition);
  });

  it('lists what was replaced where no history is given', () => {
    const { lines } = foreword("replaces: ['DB9902/T 903-2018']");
    expect(lines.slice(-2)).toEqual([
      '本文件及其所代替文件的历次版本发布情况为：',
      'DB9902/T 903—2018。',
    ]);
    expect(foreword('').lines.at(-1)).toBe('本文件为首次发布。');
  });

  it('in English says as much as in Chinese', () => {
    const original = draw(
      '---\nnumber: DB9902/T 903—2026\ntitle: 样例\nissuers: [甲]\nproposedBy: [乙]\nadministeredBy: [丙]\ndraftedBy: [丁]\ndrafters: [戊]\nreplaces:\n  - DB9902/T 903-2018\n  - { number: DB9902/T 7-2016, partial: clause 5 }\nforeword:\n  part: This document is part 1.\n  changes: [limits changed]\n  history: [2018 as DB9902/T 903—2018]\n---\n\n# 范围\n',
    ).document.meta;
    const { text, document } = draw(
      '---\nlanguage: en\ntranslationNote: "Quoted: note"\n---\n\n# Scope\n\nSamples.\n',
      { language: 'en', original },
    );
    expect(document.translation?.translationNote).toBe('Quoted: note');
    expect(text.clauses[0]?.text.split('\n')).toEqual([
      'This document was drafted in accordance with the rules of GB/T 1.1—2020.',
      'This document is part 1.',
      'This document replaces DB9902/T 903—2018.',
      'This document partly replaces DB9902/T 7—2016 (clause 5).',
      'The main technical changes are as follows:',
      'limits changed.',
      'Some elements of this document may be the subject of patent rights. The issuing body is not responsible for identifying them.',
      'This document was proposed by 乙.',
      'This document is administered by 丙.',
      'This document was drafted by 丁.',
      'The main drafters of this document are 戊.',
      'Previous editions of this document and of the documents it replaces are:',
      '2018 as DB9902/T 903—2018.',
    ]);
  });

  it('of a translation says in English what its front matter says, and the rest as the original has it', () => {
    const { text } = draw(
      '---\nlanguage: en\nforeword: { changes: ["limit changed (see [#scope])"] }\ndraftedBy: ["A Co., Ltd.", B]\n---\n\n# Scope {#scope}\n\nA.\n',
      {
        language: 'en',
        original: draw(
          '---\nnumber: DB9902/T 903—2026\ntitle: 样例\nissuers: [甲]\nproposedBy: [乙]\ndraftedBy: [丙]\nforeword: { changes: [更改了限值], history: [2018年首次发布] }\n---\n\n# 范围\n\n甲。\n',
        ).document.meta,
      },
    );
    const lines = text.clauses[0]?.text.split('\n') ?? [];
    expect(lines).toContain('limit changed (see Clause 1).');
    expect(lines).toContain('This document was drafted by A Co., Ltd.; B.');
    expect(lines).toContain('This document was proposed by 乙.');
    expect(lines).toContain('2018年首次发布.');
    expect(lines.join('')).not.toContain('限值');
  });
});
