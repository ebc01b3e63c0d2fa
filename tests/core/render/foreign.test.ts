import { describe, expect, test } from 'vitest';
import { splitChinese } from '#core/characters/index.ts';
import { nameBodies } from '#core/render/foreign.ts';

describe('Chinese in a text', () => {
  test.each([
    ['', []],
    ['plain', ['plain']],
    ['冷链物流', ['*冷链物流']],
    ['JJF (皖) 75—2019', ['JJF (', '*皖', ') 75—2019']],
    ['see 《标准化法》第2条.', ['see ', '*《标准化法》第2条', '.']],
    ['issued by 甲局, 乙局', ['issued by ', '*甲局', ', ', '*乙局']],
  ])('of %j stands apart', (text, pieces) => {
    const split = splitChinese(text);
    expect(split.map((piece) => (piece.chinese ? '*' : '') + piece.text)).toEqual(pieces);
    expect(split.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('bodies in a generated English sentence', () => {
  const names = new Map([
    ['甲公司', 'Jia Co., Ltd.'],
    ['乙局', 'Bureau of Yi'],
  ]);
  const marked = (name: string) => `<span lang="zh-CN">${name}</span>`;
  test.each([
    [`proposed by ${marked('乙局')}.`, 'proposed by Bureau of Yi.'],
    [`proposed by ${marked('甲公司')}.`, 'proposed by Jia Co., Ltd.'],
    [`by ${marked('乙局')}, ${marked('丙院')}.`, `by Bureau of Yi, ${marked('丙院')}.`],
    [`by ${marked('乙局和')}.`, `by ${marked('乙局和')}.`],
  ])('%s', (html, named) => {
    expect(nameBodies(html, names)).toBe(named);
  });
});
