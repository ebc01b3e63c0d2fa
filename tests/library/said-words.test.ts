import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSaidWords } from '#library/said-words.ts';

const read = (text: string) => {
  const { groups, diagnostics } = readSaidWords(text, 'vocabulary/everyday.yaml');
  return {
    groups,
    told: diagnostics.map(
      ({ range, message }) => `${range.start.line}:${range.start.column} ${message.en}`,
    ),
  };
};

describe('what people say for what texts say', () => {
  test.each([
    ['everyday', 1_000],
    ['english', 1_000],
  ])('of the sample library, %s: sound, %i groups and more', (name, least) => {
    const { groups, told } = read(readFileSync(`content/vocabulary/${name}.yaml`, 'utf8'));
    expect(told).toEqual([]);
    expect(groups.length).toBeGreaterThanOrEqual(least);
  });

  test('is read in groups; an empty file has none', () => {
    expect(
      read('- { say: [楼道, 过道], text: [公共走道] }\n- say: [LED]\n  text: [发光二极管]\n'),
    ).toEqual({
      groups: [
        { say: ['楼道', '过道'], text: ['公共走道'] },
        { say: ['LED'], text: ['发光二极管'] },
      ],
      told: [],
    });
    expect(read('')).toEqual({ groups: [], told: [] });
  });

  test.each([
    ['- [楼道, 过道]', /^1:3 An entry is/],
    ['- { say: 楼道, text: [公共走道] }', /^1:10 say should be/],
    ['- { say: [], text: [公共走道] }', /^1:10 say should be/],
    ['- { say: [楼道] }', /^1:3 text should be/],
    ['- { say: [楼道, 楼道], text: [公共走道] }', /^1:15 "楼道" stands here twice/],
    ['- { say: [{ a: 1 }], text: [公共走道] }', /^1:11 This should be a word/],
    ['- { say: [楼道', /^\d+:\d+ The vocabulary cannot be read/],
    ['楼道: 公共走道', /^1:1 This should be a list/],
  ])('%s is told at its place, and the others are kept', (line, message) => {
    const { told } = read(line);
    expect(told[0]).toMatch(message);
  });

  test('a broken entry costs no other', () => {
    const { groups } = read('- [坏]\n- { say: [坏了], text: [故障] }\n');
    expect(groups).toEqual([{ say: ['坏了'], text: ['故障'] }]);
  });
});
