import { expect, test } from 'vitest';
import { printWords, replacePrinted } from '#desk/printed-words.ts';

const written = '采用CO:sub[2]复叠制冷的深冷区，温度不应高于**-50 ℃**（见[#zones]）。';

test('words are found as they are printed, and the marks around them stay', () => {
  expect(replacePrinted(written, 'CO2复叠', 'CO2跨临界')).toBe(
    '采用CO:sub[2]跨临界制冷的深冷区，温度不应高于**-50 ℃**（见[#zones]）。',
  );
  // As a reader copies it from a page: a minus sign, and no space.
  expect(replacePrinted(written, '−50℃', '−45℃')).toContain('**-45 ℃**');
  expect(replacePrinted(written, 'CO2复叠', 'CO2的复叠')).toContain('CO:sub[2]的复叠');
  expect(replacePrinted(written, '高于-50 ℃（', '高于-50 ℃时（')).toContain('**-50 ℃**时（见');
  expect(replacePrinted(written, 'CO2', 'CO')).toContain('采用CO复叠');
});

test('words that are not there, or more than once, are counted; a mark is never cut in two', () => {
  expect(replacePrinted(written, '氨', '氟')).toBe(0);
  expect(replacePrinted(written, '', '氟')).toBe(0);
  expect(replacePrinted('甲:sub[1]乙，甲:sub[1]丙', '甲1', '丁')).toBe(2);
  expect(replacePrinted(written, '2复', '乙')).toBeUndefined();
});

test('what is written is said as it is printed', () => {
  expect(printWords(written)).toBe('采用CO2复叠制冷的深冷区，温度不应高于-50 ℃（见[#zones]）。');
  expect(printWords(String.raw`5\*3`)).toBe('5*3');
});
