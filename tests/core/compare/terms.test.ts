import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDefinitions, listEnglishNames } from '#core/compare/index.ts';

const say = (definition: string, rest: { termEn?: string; definitionEn?: string } = {}) => ({
  definition,
  ...rest,
});

describe('wordings of a definition', () => {
  it('are one where only spacing, width or the closing mark differs', () => {
    expect(
      compareDefinitions([
        say('温度为 0 ℃ 的空间'),
        say('温度为0℃的空间。'),
        say('温度为０℃的空间'),
      ]),
    ).toMatchObject([{ entries: [0, 1, 2] }]);
  });

  it('are marked against the first, word by word', () => {
    const [first, second] = compareDefinitions([
      say('冷库、冷藏车或保温箱中按同一温度范围控制的封闭空间'),
      say('冷库或冷藏车中按同一温度范围控制的空间'),
    ]);
    expect(first?.pieces.every(({ kind }) => kind === 'same')).toBe(true);
    const join = (kind: string) =>
      second?.pieces
        .filter((piece) => piece.kind === kind)
        .map(({ text }) => text)
        .join('|');
    expect(join('removed')).toContain('封闭');
    expect(join('removed')).toContain('保温箱');
    expect(join('same')).toContain('按同一温度范围控制的');
  });

  it('hold every entry once, and their pieces are the two texts', () => {
    const text = fc.constantFrom('温区', '封闭的温区', '温区。', '按温度控制的空间', '空间 ', '');
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const wordings = compareDefinitions(texts.map((each) => say(each)));
        expect(wordings.flatMap(({ entries }) => entries).toSorted((a, b) => a - b)).toEqual([
          ...texts.keys(),
        ]);
        for (const { entries, pieces } of wordings) {
          const side = (without: string) =>
            pieces
              .filter(({ kind }) => kind !== without)
              .map((piece) => piece.text)
              .join('');
          expect(side('removed')).toBe(texts[entries[0] ?? 0]);
          expect(side('added')).toBe(texts[0]);
        }
      }),
    );
  });

  it('are compared in English only where both have a translation', () => {
    const [, second, third] = compareDefinitions([
      say('甲', { definitionEn: 'closed space' }),
      say('乙', { definitionEn: 'space' }),
      say('丙'),
    ]);
    expect(second?.piecesEn?.some(({ kind }) => kind === 'removed')).toBe(true);
    expect(third?.piecesEn).toBeUndefined();
  });
});

it('English names are one whatever their case, spacing and hyphens; who has none is left out', () => {
  expect(
    listEnglishNames([
      say('', { termEn: 'cold chain' }),
      say('', { termEn: 'Cold-chain' }),
      say(''),
      say('', { termEn: 'cool chain' }),
    ]),
  ).toEqual([
    { name: 'cold chain', entries: [0, 1] },
    { name: 'cool chain', entries: [3] },
  ]);
});
