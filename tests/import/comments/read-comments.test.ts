import { expect, it } from 'vitest';
import { decideComments } from '#core/comments/index.ts';
import type { KeptComment } from '#core/comments/index.ts';
import { readCommentsFile, readRows } from '#import/comments/index.ts';
import { writeWorkbook } from '../workbook.ts';
import type { Cell } from '../workbook.ts';

const head: Cell[] = ['章条编号', '修改意见', '理由', '提出单位'];
const said = (bytes: Uint8Array) => {
  const read = readCommentsFile(bytes);
  if ('zh' in read) throw new Error(read.zh);
  return read.flatMap(({ organisation, comments }) =>
    comments.map(({ clause, comment }) => [organisation, clause, comment]),
  );
};

it('a cell merged over several comments is said of each; a line with no words is none', () => {
  const rows: Cell[][] = [
    head,
    ['5.1', '改甲', '一', '某公司'],
    [null, '改乙', null, null],
    ['5.2', '改丙', '二', null],
    ['5.3', null, null, null],
  ];
  expect(said(writeWorkbook({ name: '意见', rows, merged: ['A2:A3', 'D2:D4'] }))).toEqual([
    ['某公司', '5.1', '改甲'],
    ['某公司', '5.1', '改乙'],
    ['某公司', '5.2', '改丙'],
  ]);
});

it('comments are read from each sheet that has them, whatever stands before', () => {
  const of = (name: string, clause: string, comment: string) => ({
    name,
    rows: [head, [clause, comment, null, '某公司']],
  });
  const guide = { name: '填表说明', rows: [['请逐条填写，一行一条。']] };
  expect(said(writeWorkbook(guide, of('一', '5.1', '改甲'), of('二', '6.1', '改乙')))).toEqual([
    ['某公司', '5.1', '改甲'],
    ['某公司', '6.1', '改乙'],
  ]);
  expect(readCommentsFile(writeWorkbook(guide))).toHaveProperty(
    'zh',
    expect.stringMatching(/章条编号/),
  );
});

const kept = ['a1', 'b2'].map((id): KeptComment => ({
  id,
  clause: '5.1',
  comment: `改${id}`,
  named: false,
}));
const decide = (rows: readonly (readonly Cell[])[], merged: readonly string[] = []) => {
  const table = [['序号', '处理意见', '备注/理由', '标识'], ...rows];
  const read = readRows(
    writeWorkbook({ name: '说明', rows: [['说明']] }, { name: '表', rows: table, merged }),
  );
  if ('zh' in read) throw new Error(read.zh);
  return decideComments(kept, read);
};

it('one decision merged over several comments is that of each', () => {
  const rows: Cell[][] = [
    ['1', '不采纳', '超出范围', 'a1'],
    ['2', null, null, 'b2'],
  ];
  expect(decide(rows, ['B2:B3', 'C2:C3'])).toMatchObject({
    decided: 2,
    comments: [
      { id: 'a1', decision: '不采纳', answer: '超出范围' },
      { id: 'b2', decision: '不采纳', answer: '超出范围' },
    ],
  });
});

it.each([
  ['a decision whose 标识 was cleared', ['1', '采纳', null, null], /第 2 行：有处理意见，没有标识/],
  [
    'a word of the language JavaScript',
    ['1', 'constructor', '理由', 'a1'],
    /第 2 行：处理意见“constructor”应为/,
  ],
  ['another such word', ['1', '__proto__', '理由', 'a1'], /第 2 行：处理意见“__proto__”应为/],
])('%s is no decision, and nothing is noted', (_, row, says) => {
  const decided = decide([row]);
  expect('problems' in decided && decided.problems[0]?.zh).toMatch(says);
});
