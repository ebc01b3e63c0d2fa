import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRight, readAnswers } from '#core/learning/mark.ts';
import { shuffle } from '#core/learning/shuffle.ts';

const number = (value: number, unit = '', tolerance = 0) =>
  ({ kind: 'number', value, unit, tolerance, computed: false }) as const;
const typed = (text: string) => ({ kind: 'number', text }) as const;

describe('a number that is filled in', () => {
  it.each([
    ['20', 20, 'min'],
    ['２０', 20, 'min'],
    ['20 min', 20, 'min'],
    ['20分钟', 20, 'min'],
    [' 20 MIN ', 20, 'min'],
    ['－18', -18, '℃'],
    ['−18 °C', -18, '℃'],
    ['-18摄氏度', -18, '℃'],
    ['1.5', 1.5, 'm'],
    ['1,5', 1.5, 'm'],
    ['1，5', 1.5, 'm'],
    ['1。5 米', 1.5, 'm'],
    ['1 500', 1500, ''],
    ['1,500', 1500, ''],
    ['1，500.5', 1500.5, ''],
    ['30 ℃•min', 30, '℃·min'],
    ['30 ℃·分钟', 30, '℃·min'],
    ['12％', 12, '%'],
    ['9 m2', 9, 'm²'],
    ['+3', 3, ''],
  ])('%s is %f %s', (text, value, unit) => {
    expect(isRight(number(value, unit), typed(text))).toBe(true);
  });

  it.each([
    ['21', 20, 'min'],
    ['20 h', 20, 'min'],
    ['20 20', 20, 'min'],
    ['', 20, 'min'],
    ['二十', 20, 'min'],
    ['1,5,0', 150, ''],
    ['18', -18, '℃'],
    ['1.500', 1500, ''],
    ['20 min!', 20, 'min'],
  ])('%s is not %f %s', (text, value, unit) => {
    expect(isRight(number(value, unit), typed(text))).toBe(false);
  });

  it('may lie off by its tolerance, and no further', () => {
    expect(isRight(number(0.3, '', 0.1), typed('0.2'))).toBe(true);
    expect(isRight(number(0.3, '', 0.1), typed('0.19'))).toBe(false);
  });

  it('is read as it is written, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), (value) => {
        expect(readAnswers(String(value), 'min')).toEqual([value]);
        expect(readAnswers(`${value} min`, 'min')).toEqual([value]);
        expect(readAnswers(`${value} h`, 'min')).toEqual([]);
      }),
    );
  });
});

describe('other answers', () => {
  const several = {
    kind: 'several',
    options: ['甲', '乙', '丙'],
    answer: [0, 2],
    computed: false,
  } as const;

  it('are right where all that is right was chosen, and nothing else', () => {
    expect(isRight(several, { kind: 'choice', chosen: [2, 0] })).toBe(true);
    for (const chosen of [[0], [0, 1, 2], [0, 1], []])
      expect(isRight(several, { kind: 'choice', chosen })).toBe(false);
  });

  it('are right in the order asked for, and for each item on the left', () => {
    const order = { kind: 'order', items: ['一', '二', '三'] } as const;
    expect(isRight(order, { kind: 'order', items: ['一', '二', '三'] })).toBe(true);
    expect(isRight(order, { kind: 'order', items: ['二', '一', '三'] })).toBe(false);
    const match = {
      kind: 'match',
      pairs: [
        ['甲', '1'],
        ['乙', '1'],
        ['丙', '2'],
      ],
    } as const;
    expect(isRight(match, { kind: 'match', chosen: ['1', '1', '2'] })).toBe(true);
    expect(isRight(match, { kind: 'match', chosen: ['1', '2', '2'] })).toBe(false);
  });

  it('point at the clause or at what lies in it', () => {
    const find = { kind: 'find', answer: ['handover'] } as const;
    expect(isRight(find, { kind: 'find', path: ['handover.a1', 'handover', 'transport'] })).toBe(
      true,
    );
    expect(isRight(find, { kind: 'find', path: ['transport'] })).toBe(false);
    expect(isRight(find, typed('handover'))).toBe(false);
  });
});

it('items are shuffled the same way each time, and never stand as they came', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 12 }),
      fc.string(),
      (items, seed) => {
        const shuffled = shuffle(items, seed);
        expect(shuffled).toEqual(shuffle(items, seed));
        expect(shuffled.toSorted()).toEqual(items.toSorted());
        expect(shuffled).not.toEqual(items);
      },
    ),
  );
});
