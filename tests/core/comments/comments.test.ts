import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countComments,
  decideComments,
  gatherComments,
  readCommentTable,
  readKeptComments,
  readLetter,
  refuseLetter,
  sumUp,
  tableHeads,
  tabulateComments,
  writeKeptComments,
} from '#core/comments/index.ts';
import type { CommentLetter, KeptComment } from '#core/comments/index.ts';
import { longestMail, writeLetter, writeMail } from '#core/comments/format.ts';

const letter = (...comments: CommentLetter['comments'][number][]): CommentLetter => ({
  format: 'biaolian-comments',
  version: 1,
  project: 'sf2026-014',
  organisation: '示范云链信息技术有限公司',
  name: '甲',
  contact: '13900000000',
  publishOrganisation: true,
  comments,
});

const clauses = [
  { id: 'scope', address: '1', label: '第1章', title: '范围' },
  { id: 'items', address: '4', label: '第4章', title: '数据项' },
  { id: 'time', address: '4.2', label: '4.2', title: '时刻' },
  { id: 'tab-items', address: '', label: '表1', title: '温度数据的数据项' },
  { id: 'probe', address: 'A', label: '附录A', title: '核验' },
];

function gathered(...letters: CommentLetter[]): readonly KeptComment[] {
  const result = gatherComments([], letters, clauses);
  if ('zh' in result) throw new Error(result.en);
  return result.comments;
}

describe('a file of comments', () => {
  it('is read as it was written, whatever else stands in it', () => {
    const written = letter({ clause: '4.2', anchor: 'time', comment: '改为毫秒', reason: '精度' });
    expect(readLetter(writeLetter(written))).toEqual(written);
    const more = JSON.stringify({ ...written, programme: 'other' });
    expect(readLetter(more)).toEqual(written);
  });

  it.each([
    ['not json', /不是合法的 JSON/],
    ['{"type":"FeatureCollection"}', /不是意见文件/],
    ['null', /不是意见文件/],
    [JSON.stringify({ ...letter(), version: 2 }), /别的版本/],
    [JSON.stringify(letter()), /comments 写得不对/],
    [JSON.stringify(letter({ clause: '4', comment: '' })), /comments\.0\.comment 写得不对/],
    [JSON.stringify(letter({ clause: '4', comment: '字'.repeat(5001) })), /comments\.0\.comment/],
    ['{"format":"biaolian-comments","version":1,"__proto__":{"a":1}}', /写得不对/],
  ])('refuses %.40s with a sentence', (text, reason) => {
    const read = readLetter(text);
    expect('zh' in read ? read.zh : '').toMatch(reason);
  });

  it('of another project is refused, of none it is taken for this one', () => {
    const other = { ...letter({ clause: '1', comment: '好' }), project: 'sf2026-042' };
    expect(refuseLetter(other, 'sf2026-014')?.zh).toBe(
      '是对项目 sf2026-042 的意见，不是 sf2026-014 的',
    );
    expect(refuseLetter({ ...other, project: '' }, 'sf2026-014')).toBeUndefined();
  });

  it('may be a table with who filled it in above', () => {
    const read = readCommentTable([
      ['征求意见表'],
      ['提出单位：', '示范大学', '联系人', '乙'],
      ['序号', '章条编号', '修改意见内容 *', '理由'],
      ['1', "'4.10", '=cmd|删去', '重复'],
      ['2', '', '总体可行', ''],
      ['', '', '', ''],
    ]);
    expect(read).toEqual([
      {
        format: 'biaolian-comments',
        version: 1,
        project: '',
        organisation: '示范大学',
        publishOrganisation: false,
        comments: [
          { clause: '4.10', comment: '=cmd|删去', reason: '重复' },
          { clause: '全文', comment: '总体可行' },
        ],
      },
    ]);
    expect(readCommentTable([['编号', '名称']])).toHaveProperty('zh');
    expect(readCommentTable([['章条编号', '修改意见']])).toHaveProperty('zh', '表里没有一条意见');
  });
});

describe('gathering', () => {
  it('puts comments in the order of the draft, whatever way a clause is written', () => {
    const comments = gathered(
      letter(
        { clause: '附录 A', comment: '戊' },
        { clause: '9.9', comment: '己' },
        { clause: '表 1', comment: '丁' },
        { clause: '4.2 a)', comment: '丙' },
        { clause: '第4章', comment: '乙' },
        { clause: '全文', comment: '甲' },
      ),
    );
    expect(comments.map(({ comment }) => comment).join('')).toBe('甲乙丙丁戊己');
  });

  it('keeps each once, and neither names nor addresses of persons', () => {
    const first = letter({ clause: '1', comment: '好' });
    const again = { ...letter({ clause: '1', comment: ' 好' }), name: '丙' };
    const other = { ...first, organisation: '示范大学' };
    const result = gatherComments(gathered(first), [again, other], clauses);
    expect(result).toMatchObject({ added: 1, repeated: 1, unknown: [] });
    const text = 'zh' in result ? '' : writeKeptComments(result.comments);
    expect(text).not.toMatch(/甲|丙|139/);
    expect(readKeptComments(text, 'comments.yaml').comments).toEqual(
      'zh' in result ? null : result.comments,
    );
  });

  it('takes nothing where there are more than a draft can have', () => {
    const many = Array.from({ length: 5001 }, (_, at) => ({ clause: '1', comment: `${at}` }));
    expect(gatherComments([], [letter(...many)], clauses)).toHaveProperty('zh');
  });

  it('keeps any words in the file, and any order of files gives the same comments', () => {
    const said = fc.record({
      clause: fc.constantFrom('1', '4.2', '全文', 'x'),
      comment: fc
        .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
        .filter((text) => text.trim() === text && text !== ''),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), (list) => {
        const letters = list.map((each) => letter(each));
        const one = gathered(...letters);
        const text = writeKeptComments(one);
        expect(readKeptComments(text, 'comments.yaml').comments).toEqual(one);
        const other = gathered(...letters.toReversed());
        expect(new Set(other.map(({ id }) => id))).toEqual(new Set(one.map(({ id }) => id)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('意见汇总处理表', () => {
  const comments = gathered(
    letter({ clause: '1', comment: '甲', reason: '因为' }, { clause: '4', comment: '乙' }),
    { ...letter({ clause: '4.2', comment: '丙' }), organisation: undefined },
  );
  const table = (...decisions: readonly (readonly [string, string])[]) => [
    ['意见汇总处理表'],
    [...tableHeads],
    ...tabulateComments(comments).map((row, index) => {
      const [decision = '', answer = ''] = decisions[index] ?? [];
      return [...row.slice(0, 4), decision, answer, row[6] ?? ''];
    }),
  ];

  it('has a row for each comment', () => {
    expect(tabulateComments(comments).map((row) => row.slice(0, 6))).toEqual([
      ['1', '1', '甲\n理由：因为', '示范云链信息技术有限公司', '', ''],
      ['2', '4', '乙', '示范云链信息技术有限公司', '', ''],
      ['3', '4.2', '丙', '个人', '', ''],
    ]);
  });

  it('comes back with decisions, which stay when more comments come', () => {
    const decided = decideComments(comments, table(['采纳', ''], [' 未采纳', '超出范围']));
    if ('problems' in decided) throw new Error(decided.problems[0]?.en);
    expect(decided.decided).toBe(2);
    expect(decided.comments.map(({ decision, answer }) => [decision, answer])).toEqual([
      ['采纳', undefined],
      ['不采纳', '超出范围'],
      [undefined, undefined],
    ]);
    expect(sumUp(countComments(decided.comments)).zh).toBe(
      '共收到意见 3 条，来自 1 个单位；采纳 1 条，部分采纳 0 条，不采纳 1 条，待处理 1 条',
    );
    const more = gatherComments(
      decided.comments,
      [letter({ clause: '1', comment: '丁' })],
      clauses,
    );
    expect('zh' in more ? [] : more.comments.map(({ decision }) => decision)).toEqual([
      '采纳',
      undefined,
      '不采纳',
      undefined,
    ]);
  });

  it.each([
    ['a word that is no decision', table(['同意', '']), /第 3 行：处理意见“同意”/],
    ['a refusal without its reason', table(['不采纳', '']), /第 3 行：不采纳要在/],
    [
      'an unknown comment',
      [...table(), ['4', '1', '', '', '采纳', '', 'zzzz']],
      /第 6 行：标识不是/,
    ],
    ['a comment twice', [...table(), ...table().slice(-1)], /第 6 行：标识重复/],
    ['another table', [['序号', '名称']], /没有“处理意见”和“标识”两栏/],
  ])('is refused as a whole for %s', (_, rows, reason) => {
    const decided = decideComments(comments, rows);
    expect('problems' in decided ? decided.problems.map(({ zh }) => zh).join() : '').toMatch(
      reason,
    );
  });
});

it('a mail is bounded, never cut', () => {
  const words = (line: string) => ({ subject: '意见', lines: ['4.2', line] });
  const written = letter({ clause: '4.2', comment: '好' });
  const mail = writeMail(written, 'a+b@c.example', words('R&D=1?#'));
  expect(mail).toContain('mailto:a%2Bb@c.example?subject=');
  expect(new URL(mail ?? '').searchParams.get('body')).toBe('4.2\r\nR&D=1?#');
  expect(writeMail(written, 'a@b.example', words('字'.repeat(longestMail)))).toBeNull();
});
