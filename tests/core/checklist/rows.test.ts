import { describe, expect, test } from 'vitest';
import { listRows } from '#core/checklist/index.ts';
import { clause, provision, standard, table } from './example.ts';

const rowsOf = (parts: Parameters<typeof standard>[0]) => listRows(standard(parts));
/** What verifies the only row. */
const verify = (parts: Parameters<typeof standard>[0]) =>
  rowsOf(parts)[0]?.verifications.map(
    ({ basis, clause: by, other }) => `${basis} ${by?.label ?? other}`,
  );

describe('rows of a checklist', () => {
  test('are what a text asks, in its order, with object, limits as written, units and conditions', () => {
    const rows = rowsOf({
      clauses: [clause('5', '要求'), clause('5.1', '噪声'), clause('5.2', '走廊')],
      provisions: [
        provision('5.2', '建筑高度大于100 m的，走廊净宽不应小于2.0 m。', {
          by: 'author',
          object: '走廊',
          characteristic: '净宽',
        }),
        provision('5.1', '噪声不应大于60 dB(A)。'),
        provision('5.1', '这是陈述。', { id: 'c5.1.p2', type: 'statement' }),
        provision('9.9', '没有这一条的应略去。'),
      ],
    });
    expect(
      rows.map(({ clause: { label }, source, object, limits }) => ({
        label,
        source,
        object,
        limits,
      })),
    ).toEqual([
      {
        label: '5.1',
        source: 'detector',
        object: '噪声',
        limits: [{ value: '≤ 60', unit: 'dB(A)', isCondition: false, object: '噪声' }],
      },
      {
        label: '5.2',
        source: 'author',
        object: '走廊；净宽',
        limits: [
          { value: '> 100', unit: 'm', isCondition: true, object: '建筑高度' },
          { value: '≥ 2.0', unit: 'm', isCondition: false, object: '走廊净宽' },
        ],
      },
    ]);
    expect(rows[0]?.key).toBe('gb-t-1-2025#c5.1.p1');
  });

  test.each([
    ['温度应为(23±2) ℃。', '23±2', '℃'],
    ['长度应为2 mm～5 mm。', '2～5', 'mm'],
    ['燃烧性能不应低于B1级。', '≥ B1', '级'],
    ['坡度不应大于1:12。', '≤ 1:12', ''],
    ['级数不应少于1 024级。', '≥ 1 024', '级'],
  ])('write %s as a limit', (text, value, unit) => {
    const [row] = rowsOf({ clauses: [clause('5', '要求')], provisions: [provision('5', text)] });
    const [limit] = row?.limits ?? [];
    expect(`${limit?.value ?? ''}${limit?.unit ?? ''}`.replace(/级$/, '')).toBe(
      `${value}${unit}`.replace(/级$/, ''),
    );
  });

  test('have the limits of cells behind the provisions of their clause, under a name that survives another value', () => {
    const make = (value: string) =>
      rowsOf({
        clauses: [clause('5', '要求'), clause('6', '方法')],
        provisions: [provision('5', '应符合表1的规定。')],
        exhibits: [
          table('5', 'tab-a', [
            ['项目', '指标/mm', '检测方法'],
            ['厚度', value, 'GB/T 2—2020'],
            ['宽度', '≤ 20', '[#c6]'],
          ]),
        ],
      });
    const rows = make('≥ 1.50');
    expect(rows.map(({ source, type, text }) => [source, type, text])).toEqual([
      ['detector', 'requirement', '应符合表1的规定。'],
      ['table', 'limit', '表1 限值：厚度 · 指标/mm：≥ 1.50'],
      ['table', 'limit', '表1 限值：宽度 · 指标/mm：≤ 20'],
    ]);
    expect(rows[1]?.limits).toEqual([
      { value: '≥ 1.50', unit: 'mm', isCondition: false, object: '厚度' },
    ]);
    expect(rows[1]?.verifications).toEqual([{ basis: 'table', other: 'GB/T 2—2020' }]);
    expect(rows[2]?.verifications[0]?.clause?.id).toBe('c6');
    const other = make('≥ 2.00');
    expect(other[1]?.id).toBe(rows[1]?.id);
    expect(other[1]?.digest).not.toBe(rows[1]?.digest);
    expect(other[2]?.digest).toBe(rows[2]?.digest);
  });
});

describe('what verifies a provision', () => {
  const methods = [clause('7', '试验方法'), clause('7.1', '试验条件'), clause('7.2', '噪声试验')];
  const asked = [
    clause('5', '要求'),
    clause('5.1', '外观'),
    clause('5.2', '噪声'),
    clause('5.2.1', ''),
  ];

  test('is what its author says, before all else', () => {
    expect(
      verify({
        clauses: [...asked, ...methods],
        provisions: [provision('5.2', '噪声应按7.1检验。', { verify: 'c7.2' })],
      }),
    ).toEqual(['author 7.2']);
  });

  test.each([
    ['外观应按7.1检验。', ['sentence 7.1']],
    ['外观应符合要求，按7.2规定的方法测定。', ['sentence 7.2']],
    ['外观应按照附录B进行试验。', ['sentence 附录B']],
    ['外观应合格，试验方法见7.2。', ['sentence 7.2']],
    ['外观应按7.1和7.2检验。', ['sentence 7.1', 'sentence 7.2']],
    // Not how it is verified, or not of this standard.
    ['外观应按7.1的要求制作。', []],
    ['外观应在7.2之后完成。', []],
    ['外观应按GB/T 9—2020中7.2检验。', ['sentence GB/T 9—2020中7.2']],
    ['包装应按GB/T 9—2020进行跌落试验。', ['sentence GB/T 9—2020']],
    ['荚果应来自按GB/T 9—2020生产并经田间检验合格的种子田。', []],
    ['包装应符合GB/T 9—2020的规定。', []],
  ])('is what its sentence says: %s', (text, found) => {
    const references = [
      { raw: 'GB/T 9—2020', key: 'GB/T 9-2020', informative: false, clause: 'c5.1' },
    ];
    const clauses = [...asked, ...methods, clause('B', '方法')];
    expect(verify({ clauses, references, provisions: [provision('5.1', text)] })).toEqual(found);
  });

  test.each([
    ['逐项核对5.1和5.2，并记录。', true],
    ['结果与5.1～5.3比较。', true],
    ['对照第5章逐项核对。', true],
    ['按5.2的要求检查。', true],
    ['测量5.2.1所列的部位。', true],
    // A means, a table, an amount, an item, the clause of another standard.
    ['按5.2的条件放置。', false],
    ['对照表5.2清点。', false],
    ['放置5.2 h后测量。', false],
    ['核对5.2 d)所列的预案。', false],
    ['按GB/T 9—2020的5.2的公式计算。', false],
  ])('is the method that names its clause: %s', (text, isNamed) => {
    const references = [
      { raw: 'GB/T 9—2020', key: 'GB/T 9-2020', informative: false, clause: 'c7.1' },
    ];
    const clauses = [...asked, clause('7', '证实方法'), clause('7.1', '现场', text)];
    const found = verify({ clauses, references, provisions: [provision('5.2.1', '应安静。')] });
    expect(found).toEqual(isNamed ? ['method 7.1'] : []);
  });

  test('is what the table of inspection items has beside it', () => {
    const exhibits = [
      table('8', 'tab-items', [
        ['项目', '要求', '试验方法'],
        ['噪声', '[#c5.2]', '[#c7.2]'],
        ['外观', '5.1', '7.1'],
      ]),
    ];
    const clauses = [...asked, ...methods, clause('8', '检验规则')];
    expect(verify({ clauses, exhibits, provisions: [provision('5.2', '应安静。')] })).toEqual([
      'table 7.2',
    ]);
    expect(verify({ clauses, exhibits, provisions: [provision('5.1', '应整洁。')] })).toEqual([
      'table 7.1',
    ]);
  });

  test('is the method of the same name, where that name stands once on each side', () => {
    const provisions = [provision('5.2.1', '应安静。')];
    expect(verify({ clauses: [...asked, ...methods], provisions })).toEqual(['title 7.2']);
    const twice = [...asked, ...methods, clause('7.3', '噪声测定')];
    expect(verify({ clauses: twice, provisions })).toEqual([]);
    expect(verify({ clauses: [...asked, clause('6', '噪声')], provisions })).toEqual([]);
  });

  test('is left open for permissions, for methods themselves, and where the text does not tell', () => {
    const clauses = [...asked, ...methods];
    expect(
      verify({ clauses, provisions: [provision('5.2', '可更安静。', { type: 'permission' })] }),
    ).toEqual([]);
    expect(verify({ clauses, provisions: [provision('7.2', '应按7.1试验。')] })).toEqual([]);
    expect(verify({ clauses, provisions: [provision('5.1', '应整洁。')] })).toEqual([]);
  });
});
