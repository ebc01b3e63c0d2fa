import { describe, expect, it } from 'vitest';
import { checkTranslation } from '#core/check/index.ts';
import { parseDocument } from '#core/text/index.ts';

const zh =
  '# 范围\n\n甲。\n\n# 要求 {#req}\n\n## 外观 {#look}\n\n乙。\n\n:::table[表]{#tab}\n| a |\n| - |\n| b |\n:::\n\n# 参考文献\n';
const en =
  '# Scope\n\nA.\n\n# Requirements {#req}\n\n## Look {#look}\n\nB.\n\n:::table[Table]{#tab}\n| a |\n| - |\n| b |\n:::\n\n# Bibliography\n';

const compare = (translation: string) =>
  checkTranslation(
    parseDocument(zh, { file: 'index.md' }),
    parseDocument(translation, { file: 'index.en.md', language: 'en' }),
  ).map(({ file, message, range }) => `${file}:${range.start.line} ${message.en}`);

describe('a translation', () => {
  it('has the anchors of its original', () => {
    expect(compare(en)).toEqual([]);
  });

  it('is told which id differs, which clause is missing and which is too many', () => {
    expect(compare(en.replace('{#look}', '{#appearance}'))).toEqual([
      'index.en.md:7 2.1 has the id appearance, in the Chinese text it is look',
    ]);
    expect(compare(en.replace(/:::table[^]*?:::\n\n/, ''))).toEqual([
      'index.en.md:1 表1 of the Chinese text is missing',
    ]);
    expect(compare(`${en}\n# Annex (normative) More {#more}\n`)).toEqual([
      'index.en.md:19 Annex A does not exist in the Chinese text',
    ]);
  });
});
