import { expect, test } from 'vitest';
import { findNumbers, listWrongMarks } from '#core/number/index.ts';

/** A text with each wrong mark of its numbers put right. */
function mend(text: string): string {
  let mended = text;
  for (const mark of findNumbers(text).flatMap(listWrongMarks).toReversed()) {
    expect(text.slice(mark.start, mark.end)).toBe(mark.written);
    mended = mended.slice(0, mark.start) + mark.right + mended.slice(mark.end);
  }
  return mended;
}

test.each([
  ['应符合 GB∕T 191—2025 的规定。', '应符合 GB/T 191—2025 的规定。'],
  ['应符合 GB⁄T 191⁃2025 的规定。', '应符合 GB/T 191—2025 的规定。'],
  ['按GB／T 191-2025和DBJ50∕T⁃562⁃2026', '按GB/T 191—2025和DBJ50/T-562—2026'],
  ['GB/T 191——2008', 'GB/T 191—2008'],
  ['GB/T 191––2008', 'GB/T 191—2008'],
  ['GB/T 191 － 2008', 'GB/T 191 — 2008'],
  ['DA/T 76-2019/XG1-2021', 'DA/T 76—2019/XG1—2021'],
  ['DB/T 29—272—2019', 'DB/T 29-272—2019'],
  ['ISO 9001：2015', 'ISO 9001:2015'],
  ['IEC 60335—2—24:2020', 'IEC 60335-2-24:2020'],
  ['GB 3100〜3102—1993', 'GB 3100～3102—1993'],
  ['JTG F80∕1—2017', 'JTG F80/1—2017'],
])('%s is mended to %s', (text, mended) => {
  expect(mend(text)).toBe(mended);
  expect(findNumbers(mended).flatMap(listWrongMarks)).toEqual([]);
});

test.each([
  'GB/T 191—2008、T/SFCC 003—2024、DB9902/T 12—2023、GB 3100～3102—1993、GB 50016—2014（2018年版）',
  'ISO 9001:2015、IEC 60335-2-24:2020、ISO/IEC 27001:2013、ASTM D638-2014、DBJ50/T-274—2024',
  '农业部1025号公告—11—2008、HG 2-1466—1982、GB/T 22080—2016/ISO/IEC 27001:2013、DB/T 29-272—2019',
  '温度为 2 ℃～8 ℃，见 5.2—5.4',
])('%s is right as it stands', (text) => {
  expect(mend(text)).toBe(text);
});
