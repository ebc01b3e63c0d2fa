import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findRadicals,
  findUnseen,
  foldRadicals,
  hasOnlyPlainCharacters,
  nameCodePoint,
  removeUnseen,
} from '#core/characters/index.ts';

describe('radicals', () => {
  it.each([
    ['⻓度应测量', '长度应测量'],
    ['⻋间', '车间'],
    ['⼯作⼈员应培训', '工作人员应培训'],
    ['⾷品应检验', '食品应检验'],
    ['⻚⻛⻜⻢⻥⻦⻨⻩⻬⻰⻔⻘⺟⺠⻄⻆', '页风飞马鱼鸟麦黄齐龙门青母民西角'],
    ['\uF966覆', '復覆'],
    ['Ⅱ级 ＬＥＤ №1 ㎡ ℃', 'Ⅱ级 ＬＥＤ №1 ㎡ ℃'],
  ])('%s reads %s', (written, read) => {
    expect(foldRadicals(written)).toBe(read);
    expect(findRadicals(written).length > 0).toBe(written !== read);
  });

  it('keep all offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldRadicals(text)).toHaveLength(text.length);
        expect(foldRadicals(foldRadicals(text))).toBe(foldRadicals(text));
      }),
    );
  });

  it('name every Kangxi radical', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++)
      expect(foldRadicals(String.fromCharCode(code))).toMatch(/^[\u4e00-\u9fff]$/);
  });
});

describe('characters nobody sees', () => {
  it.each([
    ['不\u200B应', '不应', 'format'],
    ['不\u00AD应', '不应', 'format'],
    ['不\u2060应', '不应', 'format'],
    ['不\uFEFF应', '不应', 'format'],
    ['不\uFE00应', '不应', 'format'],
    ['不\u2800应', '不应', 'format'],
    ['不\u{E0100}应', '不应', 'format'],
    ['不\u202E应', '不应', 'bidi'],
    ['不\u2066应', '不应', 'bidi'],
    ['不\u0000应', '不应', 'control'],
    ['不\u0085应', '不 应', 'control'],
    ['不\u000B应', '不 应', 'control'],
    ['水产\uFFFD测定', '水产\uFFFD测定', 'damaged'],
    ['图\uFFFC', '图', 'damaged'],
    ['项\uF0B7目', '项\uFFFD目', 'private'],
    ['项\u{F0000}目', '项\uFFFD目', 'private'],
    ['项\uFDD0目', '项目', 'noncharacter'],
  ] as const)('%j reads %j', (written, read, kind) => {
    expect(removeUnseen(written)).toBe(read);
    expect(findUnseen(written).map((each) => each.kind)).toEqual([kind]);
  });

  it('are none of what people type', () => {
    const typed = '  1\t全角　空格 不换行，é Ω ｶ ㎡ ～—…·●□√①Ⅱ';
    expect(findUnseen(typed)).toEqual([]);
    expect(removeUnseen(typed)).toBe(typed);
  });

  it('leave nothing unseen but the sign of what was lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(findUnseen(removeUnseen(text)).every(({ found }) => found === '\uFFFD')).toBe(true);
      }),
    );
  });

  it('have names', () => {
    expect(nameCodePoint('\u200B')).toBe('U+200B');
    expect(nameCodePoint('\u{E0100}')).toBe('U+E0100');
  });
});

describe('plain characters', () => {
  it('are never unseen, combine with no other, and stand for no other', () => {
    const wrong: string[] = [];
    let plain = 0;
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (!hasOnlyPlainCharacters(character)) continue;
      plain += 1;
      if (
        findUnseen(character).length > 0 ||
        findRadicals(character).length > 0 ||
        /\p{M}/u.test(character)
      )
        wrong.push(nameCodePoint(character));
    }
    expect(wrong).toEqual([]);
    expect(plain).toBeGreaterThan(30_000);
  });

  it.each([
    '长 3.5 m²，±0.5 ℃（见表1）“样例”——不应；\t1～2\r\n',
    'ＧＢ／Ｔ １９１—2008 №1 Ⅱ ①',
    '',
  ])('are all that %j holds', (text) => {
    expect(hasOnlyPlainCharacters(text)).toBe(true);
  });

  it.each(['不\u200b应', 'a\u0301', '⻓', '\ufeff', '\ud800', '😀', '\u00ad'])(
    'are not %j',
    (text) => {
      expect(hasOnlyPlainCharacters(`样例${text}样例`)).toBe(false);
    },
  );
});
