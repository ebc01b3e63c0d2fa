import { expect, it } from 'vitest';
import { joinSigns, readSigns } from '#core/check/signs.ts';
import type { Sign } from '#core/check/signs.ts';

const holds = (text: string, ...signs: readonly Sign[]) =>
  (readSigns(text) & joinSigns(signs)) !== 0;

it.each([
  ['3.5', 'digit'],
  ['３', 'digit'],
  ['长 宽', 'blank'],
  ['长　宽', 'blank'],
  ['2～8', 'tilde'],
  ['a~b', 'tilde'],
  ['【名】', 'lenticular'],
  ['±1', 'plus-minus'],
  ['［#a］', 'bracket'],
  ['：：', 'colon'],
  ['①', 'bullet'],
  ['——', 'bullet'],
  ['＃', 'hash'],
  ['ＡВ', 'lookalike'],
  ['p.', 'page'],
  ['页', 'page'],
] as const)('%s holds a sign of kind %s', (text, sign) => {
  expect(holds(`样例${text}样例`, sign)).toBe(true);
  expect(holds('样例', sign)).toBe(false);
});

it('is asked for several signs at once, of which one will do', () => {
  expect(holds('a*b', 'caret', 'asterisk')).toBe(true);
  expect(holds('a+b', 'caret', 'asterisk')).toBe(false);
  expect(holds('a*b')).toBe(false);
});
