import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, numberKey, readNumberLine, readNumberLines } from '#core/number/index.ts';
import { readList } from './lists.ts';

/** `before|number|after` of each number in a line. */
const read = (line: string): string[] =>
  readNumberLine(line).numbers.map(
    ({ before, number, after }) => `${before}|${formatNumber(number)}|${after}`,
  );

test.each([
  ['1. GB/T 1.1-2020', ['1.|GB/T 1.1—2020|']],
  ['[1] GB/T 1.1-2020', ['[1]|GB/T 1.1—2020|']],
  ['（1）GB/T 18354-2021', ['（1）|GB/T 18354—2021|']],
  ['1、GB/T 18354-2021', ['1|GB/T 18354—2021|']],
  ['GB/T 1.1-2020标准化工作导则', ['|GB/T 1.1—2020|标准化工作导则']],
  ['gbt1.1-2020 标准化工作导则', ['|GB/T 1.1—2020|标准化工作导则']],
  ['GB/T 1.1-2020.pdf', ['|GB/T 1.1—2020|.pdf']],
  ['GB_T 1.1-2020 标准化工作导则.docx', ['|GB/T 1.1—2020|标准化工作导则.docx']],
  ['GB-T 1.1-2020.doc', ['|GB/T 1.1—2020|.doc']],
  ['GB∕T 1.1-2020 标准化工作导则.pdf', ['|GB/T 1.1—2020|标准化工作导则.pdf']],
  ['GB/T 700-2006（废止）', ['|GB/T 700—2006|（废止）']],
  ['GB/T1.1－2020《标准化工作导则》', ['|GB/T 1.1—2020|《标准化工作导则》']],
  ['《物流术语》（GB/T 18354—2021）', ['《物流术语》（|GB/T 18354—2021|）']],
  ['3\tGB/T 18354-2021\t物流术语\t现行', ['3|GB/T 18354—2021|物流术语\t现行']],
  ['GB 4943.1-2022;GB 17625.1-2022', ['|GB 4943.1—2022|', '|GB 17625.1—2022|']],
  ['GB 4943.1-2022 GB 17625.1-2022', ['|GB 4943.1—2022|', '|GB 17625.1—2022|']],
  ['gb 4943.1-2022，gb 17625.1-2022', ['|GB 4943.1—2022|', '|GB 17625.1—2022|']],
  ['HJ 819、HJ 905', ['|HJ 819|', '|HJ 905|']],
  ['GB/T 18354-2021和GB/T 191-2025', ['|GB/T 18354—2021|和', '和|GB/T 191—2025|']],
  [
    'T/CAV 001-2023 T/CAS 713-2023 疫苗临床前研究名词术语',
    ['|T/CAV 001—2023|', '|T/CAS 713—2023|疫苗临床前研究名词术语'],
  ],
  ['T/CAV 001-2023 T/CAS 713-2023', ['|T/CAV 001—2023 T/CAS 713—2023|']],
  ['GB50016-2014（2018年版）建筑设计防火规范', ['|GB 50016—2014（2018年版）|建筑设计防火规范']],
  ['YY/T 0316 idt ISO 14971', ['|YY/T 0316/ISO 14971|']],
  ['物流术语', []],
  ['', []],
])('%s', (line, expected) => {
  expect(read(line)).toEqual(expected);
});

test.each([
  ['JGJ l8-2012', 'JGJ 18—2012'],
  ['JGJ l8-2012 钢筋焊接及验收规程', 'JGJ 18—2012'],
  ['GB 5OO10-2010 混凝土结构设计规范', 'GB 50010—2010'],
  ['GB/T 1.l-2020', 'GB/T 1.1—2020'],
])('%s holds no number, and means %s', (line, meant) => {
  const answer = readNumberLine(line);
  expect(answer.numbers).toEqual([]);
  expect(answer.meant && formatNumber(answer.meant)).toBe(meant);
});

test('a block gives its lines by number, without the empty ones', () => {
  const lines = readNumberLines('标准名称\r\n\nGB/T 191-2025\u2028 gb 5009.3—2016  \n');
  expect(lines.map(({ line, numbers }) => [line, numbers.map((n) => n.raw)])).toEqual([
    [1, []],
    [3, ['GB/T 191-2025']],
    [4, ['gb 5009.3—2016']],
  ]);
  expect(lines[0]?.reason?.zh).toBe('没有顺序号');
});

const written = fc.constantFrom(...readList('numbers.tsv').map((row) => row.split('\t')[0] ?? ''));
const around = fc.constantFrom('', '1. ', '[3] ', '《', '序号 7\t', '— ');
const behind = fc.constantFrom('', ' 样例要求', '.pdf', '（现行）', '》', '\t2020-01-01');

test('a number of the list is never lost in a line, and offsets hold', () => {
  fc.assert(
    fc.property(around, written, behind, (left, number, right) => {
      const line = `${left}${number}${right}`;
      const { numbers } = readNumberLine(line);
      const asked = readNumberLine(number).numbers[0];
      const names = numbers.map((each) => numberKey(each.number));
      const wanted = asked ? [asked.number, ...asked.number.others].map(numberKey) : [];
      expect(names.some((name) => wanted.includes(name))).toBe(true);
      for (const each of numbers) expect(line.slice(each.start, each.end)).toBe(each.raw);
    }),
    { numRuns: 2000 },
  );
});
