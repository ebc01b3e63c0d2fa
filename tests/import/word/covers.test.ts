import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readWordDraft } from '#import/draft/read-draft.ts';
import { makeWord, p } from '#tests/support/word-file.ts';
import { isBalanced, readDraft, textOf } from '#tests/support/word-import.ts';

describe('a cover says what a draft is', () => {
  const coverOf = (...lines: readonly string[]) => {
    const result = readWordDraft(
      makeWord({
        body: [...lines, '1 范围', '本文件规定了样例。'].map((line) => p(line)).join(''),
      }),
    );
    if ('zh' in result) throw new Error(result.en);
    const [, head = ''] = /^---\n([^]*?)\n---\n/.exec(textOf(result)) ?? [];
    return { ...result, head: parse(head) as Record<string, unknown> };
  };

  test('several codes of a line are all taken', () => {
    expect(coverOf('ICS 03.080.99, 91.040.10', 'CCS A 20, P 33').head).toMatchObject({
      ics: ['03.080.99', '91.040.10'],
      ccs: ['A 20', 'P 33'],
    });
  });

  test('a standard that is replaced in part is no title', () => {
    const { head } = coverOf('DB9902/T 45—2026', '部分代替 DB9902/T 33—2022', '样例规范');
    expect(head).toMatchObject({
      title: '样例规范',
      replaces: [{ number: 'DB9902/T 33—2022', partial: '部分' }],
    });
  });

  test('hints that nobody filled in are no content, and say what kind a draft is to be', () => {
    const draft = coverOf('企业标准', 'Q/SFX XXX—XXXX', '点击此处添加标准名称', '样例');
    expect(draft.head['title']).toBe('样例');
    expect(draft.path).toMatchObject({ en: expect.stringContaining('"Q/SFX') as string });
    expect(draft.report.left.some(({ needsPerson }) => needsPerson)).toBe(false);
    expect(isBalanced(draft)).toBe(true);
  });

  test('rules of engineering construction are known by the number, and asked for by words', () => {
    expect(coverOf('DBJ50/T-274-2027', '样例标准').head['profile']).toBe('construction');
    const asked = readDraft({ body: p('1 范围') + p('门必须锁闭。') }, 'Q/SFX 4—2027');
    expect(asked.report.left).toContainEqual(
      expect.objectContaining({ kind: 'guess', text: '必须', needsPerson: true }),
    );
    const byRules = readDraft(
      {
        body:
          p('前言') + p('本文件按照GB/T 1.1—2020的规定起草。') + p('1 范围') + p('门必须锁闭。'),
      },
      'Q/SFX 4—2027',
    );
    expect(byRules.report.left.filter(({ kind }) => kind === 'guess')).toEqual([]);
  });

  test('what a standard is for is told by the end of its title', () => {
    expect(coverOf('冷链　术语').head['functionType']).toBe('术语');
    expect(coverOf('冷链').head).not.toHaveProperty('functionType');
  });
});
