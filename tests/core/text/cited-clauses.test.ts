import { expect, it, test } from 'vitest';
import { clauseAddress, readCitedClauses } from '#core/text/meaning/cited-clauses.ts';

const number = 'GB/T 1.1—2020';
const read = (after: string): readonly string[] =>
  readCitedClauses(number + after, number.length, number.length + after.length);

test.each([
  ['的5.1和5.2', ['5.1', '5.2']],
  ['中4.9～4.11的规定', ['4.9', '4.10', '4.11']],
  ['的第5章、第6章', ['5', '6']],
  ['第5～7章', ['5', '6', '7']],
  ['第5、6章和附录B', ['5', '6', 'B']],
  ['的第5章至第7章', ['5', '6', '7']],
  ['的附录A～附录C', ['A', 'B', 'C']],
  ['附录A的A.2', ['A', 'A.2']],
  ['表3.0.2和4.0.1', ['表3.0.2', '4.0.1']],
  ['的5.2 a)和5.3 b）', ['5.2 a)', '5.3 b)']],
  ['第3.0.5、3.0.7条', ['3.0.5', '3.0.7']],
  ['，定义3.1）', ['3.1']],
  ['，5.2', ['5.2']],
  ['第4章的规定，按其第5章测定', ['4', '5']],
  ['的图3', ['图3']],
])('clauses behind a number are read: %s', (after, expected) => {
  expect(read(after)).toEqual(expected);
});

test.each([
  '的规定',
  '5.2',
  '和5.2',
  '的2.5 mg',
  '的1.5倍',
  '中0.5 g/kg的限量',
  '中三级水',
  '的规定。其第5章',
  '的5.2.',
])('nothing is read behind %j that names no clause', (after) => {
  expect(read(after).filter((each) => each !== '5.2')).toEqual([]);
});

it('reads a clause right behind the bracket of an edition', () => {
  const text = 'GB 50016—2014（2018年版）5.2.2的规定';
  expect(readCitedClauses(text, text.indexOf('5.2.2'), text.length)).toEqual(['5.2.2']);
});

it('reads no further than the next number', () => {
  const text = `${number}和GB/T 191—2008的3.1，其3.2`;
  expect(readCitedClauses(text, number.length, text.indexOf('GB/T 191'))).toEqual([]);
});

test.each([
  ['5.2 a)', '5.2'],
  ['A', 'A'],
  ['12', '12'],
  ['表2', undefined],
  ['', undefined],
])('%s lies in clause %s', (cited, address) => {
  expect(clauseAddress(cited)).toBe(address);
});

test.each([
  '的',
  '5.1、',
  '第5、',
  '第5章、',
  '其',
  '其5.1～',
  '附录A',
  '表1.',
  ' ',
  '1.',
  '5.2 a)和',
])('a hundred thousand characters of %j end, in few clauses', (unit) => {
  expect(read(`的5.1、${unit.repeat(100_000 / unit.length)}`).length).toBeLessThan(100);
});
