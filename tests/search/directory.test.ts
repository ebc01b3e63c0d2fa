import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIRECTORY_VERSION } from '#search/embedded/directory/format.ts';
import { openDirectory } from '#search/embedded/directory/open.ts';
import { LONGEST_QUERY } from '#search/record/spelling.ts';
import { formatNumber, parseNumber, undatedKey } from '#core/number/index.ts';
import { makeRecord, makeRow } from '../core/catalog/build.ts';
import { ask, makeDirectory, numbersFor } from './build.ts';

const rows = [
  makeRow('DB9902/T 12-2018', { title: '冷链物流企业温度控制规范', implemented: '2018-06-01' }),
  makeRow('DB9902/T 12-2023', {
    title: '冷链物流企业温度控制规范',
    titleEn: 'Specification for temperature control in cold chain logistics',
    implemented: '2023-08-10',
    replaces: ['DB9902/T 12-2018'],
  }),
  makeRow('DB9902/T 121-2024', { title: '冷库', implemented: '2024-01-01' }),
  makeRow('T/SFCC 003-2024', { title: '冷藏车温度记录仪校准方法', implemented: '2024-02-01' }),
  makeRow('Q/SFLH 001-2025', { title: '冷冻水产品配送服务规范', implemented: '2025-01-01' }),
];
const records = [
  makeRecord('GB/T 1.1-2020', { title: '标准化工作导则 第1部分：标准化文件的结构和起草规则' }),
  makeRecord('GB/T 11-1998', { title: '另一项标准' }),
  makeRecord('GB 30981-2020', { title: '工业防护涂料中有害物质限量' }),
  makeRecord('GB/T 22080-2016/ISO/IEC 27001:2013', { title: '信息安全管理体系 要求' }),
  makeRecord('GB 3100-1993', { title: '国际单位制及其应用' }),
  makeRecord('GB/T 191-2008', { title: '包装储运图示标志' }),
  makeRecord('GB/T 12-2023', { title: '冷链物流企业温度控制规范附录' }),
];
const { directory, read: readFiles } = await makeDirectory(rows, records);

const current = 'DB9902/T 12—2023';
const old = 'DB9902/T 12—2018';

describe('a number in any spelling comes first', () => {
  test.each([
    ['DB9902/T 12—2023', current],
    ['DB9902/T 12-2023', current],
    ['db9902t12', current],
    ['DB 9902／T　12—2023', current],
    ['ＤＢ９９０２／Ｔ　１２－２０２３', current],
    ['db9902t122023', current],
    ['DB9902/T12', current],
    ['DB9902 12-2023', current],
    ['db9902-t-12-2023', current],
    ['9902-12', current],
    ['9902/T 12', current],
    ['DB9902/T 12 2023', current],
    ['《DB9902/T 12—2023》', current],
    ['标准号：DB9902/T 12—2023。', current],
    ['DB9902/T\u200b12–2023', current],
    ['DB9902/T 12-2018', old],
    ['db9902t12-18', old],
    ['t/sfcc3', 'T/SFCC 003—2024'],
    ['T/SFCC 003', 'T/SFCC 003—2024'],
    ['sfcc003', 'T/SFCC 003—2024'],
    ['q/sflh001', 'Q/SFLH 001—2025'],
    ['GB/T 1.1', 'GB/T 1.1—2020'],
    ['gbt1.1-2020', 'GB/T 1.1—2020'],
    ['gb1.1', 'GB/T 1.1—2020'],
    ['GB/T 30981', 'GB 30981—2020'],
    ['gbt11', 'GB/T 11—1998'],
    ['GB/T 22080', 'GB/T 22080—2016/ISO/IEC 27001:2013'],
    ['iso/iec 27001', 'GB/T 22080—2016/ISO/IEC 27001:2013'],
    ['GB 3100—93', 'GB 3100—1993'],
    ['191-2008', 'GB/T 191—2008'],
  ])('%s', async (typed, number) => {
    expect((await numbersFor(directory, typed))[0]).toBe(number);
  });

  test('the year asked for stands alone; without a year the edition in force is first', async () => {
    expect(await numbersFor(directory, 'DB9902/T 12-2023')).toEqual([current]);
    expect((await numbersFor(directory, 'DB9902/T 12')).slice(0, 2)).toEqual([current, old]);
  });

  test('a year that is not known leads to the editions that are', async () => {
    expect(await numbersFor(directory, 'DB9902/T 12-2021')).toEqual([current, old]);
  });

  test('what is being typed leads to longer numbers, the whole one first', async () => {
    expect(await numbersFor(directory, 'db9902t12')).toEqual([current, old, 'DB9902/T 121—2024']);
    expect(await numbersFor(directory, 'GB/T 19')).toEqual(['GB/T 191—2008']);
  });

  test('a mistyped number finds nothing and offers its neighbours', async () => {
    const answer = await ask(directory, 'GB 30982');
    expect(answer.total).toBe(0);
    expect(answer.nearest.map(({ number }) => number)).toEqual(['GB 30981—2020']);
  });

  test('a number of parts leads to its parts, not to what only looks like it', async () => {
    const { directory: parts } = await makeDirectory(
      [],
      [
        makeRecord('GB/T 3098.1-2010'),
        makeRecord('GB/T 3098.2-2015'),
        makeRecord('GB 3096-2008'),
        makeRecord('GB 3100-1993'),
        makeRecord('GB/T 3198-2020'),
        makeRecord('JB/T 4711-2003'),
      ],
    );
    expect(await numbersFor(parts, 'GB3098')).toEqual(['GB/T 3098.1—2010', 'GB/T 3098.2—2015']);
    const near = async (text: string) => (await ask(parts, text)).nearest.map((hit) => hit.number);
    expect(await near('NB/T 4711')).toEqual([]);
    expect(await near('GB 3906')).toEqual(['GB 3096—2008']);
    expect(await near('GB 7777')).toEqual([]);
  });

  test('no more than five neighbours are offered', async () => {
    const { directory: dense } = await makeDirectory(
      [],
      [1, 2, 3, 4, 5, 6, 7].map((at) => makeRecord(`GB 4570${at}-2020`)),
    );
    expect((await ask(dense, 'GB 45709')).nearest).toHaveLength(5);
  });

  test('each number of a list of real ones, in four spellings', async () => {
    const keys = readFileSync('tests/lists/numbers.tsv', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t')[1] ?? '');
    const known = [...new Set(keys)].filter((key) => parseNumber(key).ok);
    const { directory: real } = await makeDirectory(
      [],
      known.map((key) => makeRecord(key)),
    );
    const missed: string[] = [];
    for (const key of known) {
      const parsed = parseNumber(key);
      if (!parsed.ok) continue;
      const number = formatNumber(parsed.number);
      // Of a number without year the editions come first.
      const spellings =
        parsed.number.year === null
          ? []
          : [key, number, key.toLowerCase(), key.replaceAll(' ', '').replaceAll('-', '－')];
      for (const spelling of spellings) {
        if ((await numbersFor(real, spelling))[0] !== number)
          missed.push(`${spelling} of ${number}`);
      }
      const undated = undatedKey(parsed.number);
      const first = (await numbersFor(real, undated))[0];
      const found = parseNumber(first ?? '');
      if (!found.ok || undatedKey(found.number) !== undated) missed.push(`${undated}: ${first}`);
    }
    expect(known.length).toBeGreaterThan(300);
    expect(missed).toEqual([]);
  });
});

describe('titles', () => {
  test('the whole title comes first, editions in force before others', async () => {
    expect((await numbersFor(directory, '冷链物流企业温度控制规范')).slice(0, 2)).toEqual([
      current,
      old,
    ]);
    expect((await numbersFor(directory, '冷库'))[0]).toBe('DB9902/T 121—2024');
  });

  test('every fragment of a title finds it', async () => {
    const title = '冷藏车温度记录仪校准方法';
    for (let length = 2; length <= 6; length += 1) {
      for (let start = 0; start + length <= title.length; start += 1) {
        const fragment = title.slice(start, start + length);
        expect(await numbersFor(directory, fragment), fragment).toContain('T/SFCC 003—2024');
      }
    }
  });

  test('what is in force comes before what is replaced, hosted standards before records', async () => {
    expect(await numbersFor(directory, '冷链物流')).toEqual([current, 'GB/T 12—2023', old]);
  });

  test('one character, several words, and an unfinished English word', async () => {
    expect(await numbersFor(directory, '库')).toContain('DB9902/T 121—2024');
    expect(await numbersFor(directory, '温度 校准')).toEqual(['T/SFCC 003—2024']);
    expect(await numbersFor(directory, 'temperature contr')).toEqual([current]);
  });

  test.each(['lenglian', 'leng lian wu liu', 'LengLianWuLiuQiYe', 'wuliu', 'llwl'])(
    'pinyin %s',
    async (typed) => {
      expect((await numbersFor(directory, typed))[0]).toBe(current);
    },
  );
});

describe('questions nobody can answer', () => {
  test.each([
    '',
    '   ',
    '。，、！？',
    '\u0000\u0007\u001b[31m',
    '<script>alert(1)</script>',
    '"\'`\\',
    '.*[a-z]+(?=$)',
    '((((((((((((((((a+)+)+)+)+)+',
    '😀🧊',
    '\ud83d',
    '__proto__',
    'constructor',
    '乌有之乡'.repeat(2500),
    '9'.repeat(10_000),
    'a'.repeat(10_000),
  ])('%j is answered with nothing, of a few files', async (typed) => {
    const before = readFiles.length;
    const answer = await ask(directory, typed);
    expect(answer.total).toBe(0);
    expect(answer.query.length).toBeLessThanOrEqual(LONGEST_QUERY);
    expect(readFiles.length - before).toBeLessThan(12);
  });
});

describe('files', () => {
  test('a question reads a few of them', async () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      makeRecord(`GB/T ${20_000 + at}-2020`, { title: `第${at}项标准的名称` }),
    );
    const { directory: large, read } = await makeDirectory([], many);
    expect(await numbersFor(large, 'gbt21234')).toEqual(['GB/T 21234—2020']);
    expect(read.length).toBeLessThan(12);
  });

  test('a directory of another version is refused', async () => {
    await expect(openDirectory(async () => ({ version: 99 }))).rejects.toThrow(/version 99/);
  });

  test('a file that could not be read is asked for again', async () => {
    let broken = true;
    const failing = await openDirectory(async (path) => {
      if (path === 'directory.json') {
        return {
          version: DIRECTORY_VERSION,
          files: { t: '000000000' },
          records: 1,
          hosted: 0,
          hostedLive: 0,
          recordsLive: 1,
          texts: 'full',
          columns: [],
          synonyms: [],
          slugs: [],
          block: 32,
          shards: ['#a1'],
        };
      }
      if (broken) throw new Error('offline');
      return [['#a1', 0]];
    });
    await expect(failing.find('#a1')).rejects.toThrow('offline');
    broken = false;
    expect(await failing.find('#a1')).toEqual([0]);
  });
});
