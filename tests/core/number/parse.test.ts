import { describe, expect, test } from 'vitest';
import {
  families,
  formatNumber,
  numberKey,
  numberSlug,
  parseNumber,
  sameUndated,
  undatedKey,
} from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { HAS_ODD_NUMBERS, HAS_REAL_LIST, readList, readOddNumbers, readRealList } from './lists.ts';

function read(text: string): StandardNumber {
  const parsed = parseNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.en}`);
  return parsed.number;
}

describe('lists', () => {
  const facts = readList('numbers.tsv').map((line) => line.split('\t'));

  test('hold at least 300 numbers of all Chinese families', () => {
    expect(facts.length).toBeGreaterThanOrEqual(300);
    const held = new Set(facts.map((row) => row[2]));
    for (const family of families.filter((each) => each !== 'other')) {
      expect(held).toContain(family);
    }
  });

  test.each(facts)('%s is %s', (input, key, family, form, slug) => {
    const number = read(input ?? '');
    expect([numberKey(number), number.family, number.form, numberSlug(number)]).toEqual([
      key,
      family,
      form,
      slug,
    ]);
  });

  test.each(readList('nonsense-numbers.txt'))('%s is refused in two languages', (line) => {
    const parsed = parseNumber(line);
    const reason = parsed.ok ? { zh: '', en: numberKey(parsed.number) } : parsed.reason;
    expect(reason.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(reason.en).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe('traps', () => {
  test('DB/T is the earthquake industry, DB with 2, 4 or 6 digits is local', () => {
    expect(read('DB/T 5-2015')).toMatchObject({ family: 'industry', prefix: 'DB' });
    expect(read('DB37/T 1234-2023')).toMatchObject({
      family: 'local',
      prefix: 'DB37',
      serial: '1234',
    });
    expect(read('DB3702/T 12-2021')).toMatchObject({ family: 'local', prefix: 'DB3702' });
    expect(read('DB460100/T 5-2020')).toMatchObject({ family: 'local', prefix: 'DB460100' });
  });

  test('GBZ is a code of its own, not GB/Z', () => {
    expect(read('GBZ 2.1-2019')).toMatchObject({ prefix: 'GBZ', nature: 'mandatory' });
    expect(read('GB/Z 2.1-2019')).toMatchObject({ prefix: 'GB', nature: 'guidance' });
    expect(sameUndated(read('GBZ 2.1-2019'), read('GB/Z 2.1-2019'))).toBe(false);
  });

  test('a company code may hold digits and spaces', () => {
    expect(read('Q/0212 ABC 001—2022')).toMatchObject({
      prefix: 'Q/0212 ABC',
      serial: '001',
      year: '2022',
    });
    expect(read('Q/SF3X 12-2020')).toMatchObject({ prefix: 'Q/SF3X', serial: '12' });
  });

  test('a two-digit year is of the last century and stays as written', () => {
    const number = read('GB 3100-93');
    expect(number).toMatchObject({ year: '1993', yearWritten: '93' });
    expect(formatNumber(number)).toBe('GB 3100—93');
    expect(numberKey(number)).toBe(numberKey(read('GB 3100-1993')));
  });

  test('a double number is known by its own half and shows both', () => {
    const number = read('GB/T 22080-2016/ISO/IEC 27001:2013');
    expect(formatNumber(number)).toBe('GB/T 22080—2016/ISO/IEC 27001:2013');
    expect(numberKey(number)).toBe('GB/T 22080-2016');
    expect(number.others.map(numberKey)).toEqual(['ISO/IEC 27001:2013']);
  });

  test('all parts have no year', () => {
    expect(formatNumber(read('GB/T 5750 (所有部分)'))).toBe('GB/T 5750（所有部分）');
    expect(parseNumber('GB/T 5750—2023（所有部分）').ok).toBe(false);
  });

  test('the undated key leaves year, edition mark and nothing else out', () => {
    expect(undatedKey(read('GB/T 2423.3-2016'))).toBe('GB/T 2423.3');
    expect(undatedKey(read('GB 1351-2023E'))).toBe('GB 1351');
    expect(undatedKey(read('ISO/IEC 27001:2013'))).toBe('ISO/IEC 27001');
  });

  test('long input is refused', () => {
    expect(parseNumber(`GB/T ${'1'.repeat(300)}`).ok).toBe(false);
    for (const text of [
      '\ufdfa'.repeat(200),
      'T/A-'.repeat(50),
      'Q/1 '.repeat(50),
      'GB/T 1-'.repeat(28),
    ]) {
      expect(parseNumber(text).ok).toBe(false);
    }
  });
});

describe('documents of metrology', () => {
  test('are of the sector or the province in parentheses, else national documents of metrology', () => {
    expect(read('JJF 1059.1-2012').family).toBe('metrology');
    expect(read('JJG 245-2005').family).toBe('metrology');
    expect(read('JJF (轻工) 161—2021').family).toBe('industry');
    expect(read('JJG（兵工民品）5-1999').family).toBe('industry');
    expect(read('JJF (皖) 75-2019').family).toBe('local');
    expect(read('JJG (鲁) 3-2001').family).toBe('local');
  });
});

describe('the catalogue', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    国家标准: ['national'],
    // One heap of national, sector and provincial ones.
    计量规程规范: ['metrology', 'industry', 'local'],
    行业标准及其他: ['industry', 'other'],
    地方标准: ['local'],
    团体标准: ['group'],
    企业标准: ['enterprise'],
  };

  test.skipIf(!HAS_REAL_LIST)(
    'parses to 99.5 %, agrees on the family to 99 %, and no two keys share a slug',
    () => {
      const rows = readRealList();
      let parsed = 0;
      let agreed = 0;
      const slugs = new Map<string, string>();
      for (const row of rows) {
        const result = parseNumber(row['number'] ?? '');
        if (!result.ok) continue;
        parsed++;
        if (known[row['level'] ?? '']?.includes(result.number.family)) agreed++;
        const key = numberKey(result.number);
        const slug = numberSlug(result.number);
        expect(slug).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
        expect(slugs.get(slug) ?? key).toBe(key);
        slugs.set(slug, key);
        expect(parseNumber(formatNumber(result.number))).toEqual(result);
      }
      expect(parsed / rows.length).toBeGreaterThanOrEqual(0.995);
      expect(agreed / rows.length).toBeGreaterThanOrEqual(0.99);
    },
  );

  test.skipIf(!HAS_ODD_NUMBERS)('gives 90 % of the odd numbers a form', () => {
    const rows = readOddNumbers();
    const parsed = rows.filter((row) => parseNumber(row['number'] ?? '').ok);
    expect(parsed.length / rows.length).toBeGreaterThanOrEqual(0.9);
  });
});
