import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareNumbers,
  findNumbers,
  formatNumber,
  numberKey,
  numberSlug,
  parseNumber,
} from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { readList } from './lists.ts';

const letters = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...'BCDFGHKLMNPRSTVWXZ'), { minLength: min, maxLength: max })
    .map((a) => a.join(''));
const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[1-9]\\d{${min - 1},${max - 1}}$`));
const year = fc.integer({ min: 1950, max: 2049 }).map(String);
const dated = fc.oneof(
  year.map((y) => `-${y}`),
  fc.constant(''),
);
const serial = fc.oneof(
  digits(1, 5),
  fc.tuple(digits(1, 5), digits(1, 2)).map(([a, b]) => `${a}.${b}`),
);
const nature = fc.constantFrom('', '/T', '/Z');
const national = fc.tuple(fc.constantFrom('GB', 'NY', 'SC', 'HJ', 'JB', 'CJJ', 'GBZ'), nature);
const region = fc.oneof(digits(2, 2), digits(4, 4));
const written = fc.oneof(
  fc.tuple(national, serial, dated).map(([[p, n], s, y]) => `${p}${n} ${s}${y}`),
  fc
    .tuple(region, fc.constantFrom('/', '/T', '/Z'), serial, dated)
    .map(([r, n, s, y]) => `DB${r}${n} ${s}${y}`),
  fc.tuple(letters(2, 7), digits(2, 5), dated).map(([c, s, y]) => `T/${c} ${s}${y}`),
  fc.tuple(letters(2, 6), digits(3, 3), dated).map(([c, s, y]) => `Q/${c} ${s}${y}`),
  fc
    .tuple(digits(4, 4), letters(2, 5), digits(3, 3), dated)
    .map(([r, c, s, y]) => `Q/${r} ${c} ${s}${y}`),
  fc
    .tuple(fc.constantFrom('ISO', 'IEC', 'ISO/IEC', 'ISO/TS'), digits(3, 5), year)
    .map(([p, s, y]) => `${p} ${s}:${y}`),
  fc.constantFrom(...readList('numbers.tsv').map((line) => line.split('\t')[0] ?? '')),
);
const numbers: fc.Arbitrary<StandardNumber> = written.map((text) => {
  const parsed = parseNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.en}`);
  return parsed.number;
});

test('what is printed reads back as the same number', () => {
  fc.assert(
    fc.property(numbers, (n) => {
      expect(parseNumber(formatNumber(n))).toEqual({ ok: true, number: n });
    }),
    { numRuns: 2000 },
  );
});

test('a key reads back as the same key', () => {
  fc.assert(
    fc.property(numbers, (n) => {
      const parsed = parseNumber(numberKey(n));
      expect(parsed.ok && numberKey(parsed.number)).toBe(numberKey(n));
    }),
    { numRuns: 2000 },
  );
});

test('compare is a total order', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (a, b, c) => {
      expect(Math.sign(compareNumbers(a, b))).toBe(-Math.sign(compareNumbers(b, a)) || 0);
      const [x, y, z] = [a, b, c].toSorted(compareNumbers) as [
        StandardNumber,
        StandardNumber,
        StandardNumber,
      ];
      expect(
        [compareNumbers(x, y), compareNumbers(y, z), compareNumbers(x, z)].every((d) => d <= 0),
      ).toBe(true);
      expect(compareNumbers(a, b) === 0).toBe(formatNumber(a) === formatNumber(b));
    }),
    { numRuns: 3000 },
  );
});

const fullWidth = (text: string): string =>
  text
    .replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    .replace(/ /g, '\u3000');
const spellings: readonly ((text: string) => string)[] = [
  (text) => text.toLowerCase(),
  fullWidth,
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => ` 《${text}》。`,
  ...[...'‐‑‒–―−－ー'].map((dash) => (text: string) => text.replace(/—/g, dash)),
  (text) => text.replace(/—/g, ' — '),
];

test('key and slug do not depend on the spelling', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...spellings), (n, spell) => {
      const parsed = parseNumber(spell(formatNumber(n)));
      expect(parsed.ok && [numberKey(parsed.number), numberSlug(parsed.number)]).toEqual([
        numberKey(n),
        numberSlug(n),
      ]);
    }),
    { numRuns: 3000 },
  );
});

test('spaces may be left out of a plain number', () => {
  fc.assert(
    fc.property(numbers, (n) => {
      fc.pre(
        n.form === 'plain' && n.series === null && n.family !== 'foreign' && n.family !== 'other',
      );
      const parsed = parseNumber(formatNumber(n).replace(/ /g, ''));
      expect(parsed.ok && numberKey(parsed.number)).toBe(numberKey(n));
    }),
    { numRuns: 2000 },
  );
});

const lead = fc.constantFrom('应符合', '按 ', '见《', '；', '（');
const tail = fc.constantFrom('的规定。', '》', '，第5章', ' 样例', '；', '）');

test('a number that is printed in a sentence is found, whole', () => {
  fc.assert(
    fc.property(numbers, lead, tail, (n, before, after) => {
      const printed = formatNumber(n);
      const found = findNumbers(`${before}${printed}${after}`);
      // A joint number stands as its numbers; that of a source that is no identical one as a number of its own.
      const parts = n.form === 'joint' || n.form === 'double' ? [n, ...n.others] : [n];
      const wanted = new Set([
        numberKey(n),
        ...parts.map((part) => numberKey({ ...part, others: [] })),
      ]);
      fc.pre(!isQuantity(n));
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((each) => wanted.has(numberKey(each.number)))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

/** What may as well be a quantity or a word in a sentence, and needs a year or a leading word there. */
function isQuantity(n: StandardNumber): boolean {
  if (n.family === 'other' || n.prefix.startsWith('CH')) return true;
  return n.year === null || n.yearWritten !== null;
}

test('no text makes it throw, and what is found is where it says', () => {
  const piece = fc.constantFrom(
    'GB/T',
    'T/',
    'Q/',
    'DB37',
    ' ',
    '—',
    '-',
    '1',
    '2020',
    '.',
    ':',
    '（所有部分）',
    '/',
    'ISO',
    'Ａ',
    '号公告',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 40 }).map((a) => a.join('')),
  );
  fc.assert(
    fc.property(text, (t) => {
      parseNumber(t);
      let last = 0;
      for (const found of findNumbers(t)) {
        expect(found.start).toBeGreaterThanOrEqual(last);
        expect(t.slice(found.start, found.end)).toBe(found.raw);
        const parsed = parseNumber(found.raw);
        expect(parsed.ok && numberKey(parsed.number)).toBe(numberKey(found.number));
        last = found.end;
      }
    }),
    { numRuns: 3000 },
  );
});
