import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { showLimit } from '#core/checklist/limit-text.ts';
import { renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';

/** Values of words that a limit may be read from. */
const words: Readonly<Record<string, RegExp>> = {
  '0.5': /半/,
  '1': /一/,
  '2': /[二两]/,
  '3': /三/,
  '4': /四/,
  '5': /五/,
  '6': /六/,
  '7': /七/,
  '8': /八/,
  '9': /九/,
  '10': /十/,
};

const escape = (text: string): string => text.replaceAll(/[.+*?^$()[\]{}|\\/]/g, String.raw`\$&`);
const plainPower = (text: string): string =>
  text.replaceAll(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => '-0123456789'.charAt('⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)));

/** Whether a number stands in a text and is no part of a longer one, of a fraction, a ratio or a power of ten. */
function standsWhole(number: string, text: string): boolean {
  const whole = new RegExp(
    String.raw`(?<![\d.])(?<!(?<!\d)\d{1,3} (?=\d{3}(?!\d)))(?<!\d[/:])${escape(number)}(?!\d|\.\d| ?× ?10[-\d]| \d{3}(?!\d)|/\d|:\d)`,
  );
  return whole.test(text) || (words[number]?.test(text) ?? false);
}

const numbersOf = (value: string): readonly string[] =>
  plainPower(value).match(/\d+(?: \d{3})*(?:\.\d+(?: \d{1,3})*)?(?:×10-?\d+)?(?:[/:]\d[\d.]*)*/g) ??
  [];

it('takes every number of a limit whole from the sentence or the cell it is shown beside', () => {
  const broken: string[] = [];
  let count = 0;
  for (const path of globSync('content/standards/*/*/index.md')) {
    const { text } = renderDocument(parseDocument(readFileSync(path, 'utf8'), { file: path }));
    const read = (limit: Parameters<typeof showLimit>[0], said: string): void => {
      count++;
      const { value } = showLimit(limit, said);
      const plain = said.replaceAll('∶', ':').replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
      if (limit.quantity.kind === 'grade') return;
      const parts = limit.quantity.kind === 'size' ? value.split('×') : [value];
      for (const number of parts.flatMap(numbersOf))
        if (!standsWhole(number, plain)) broken.push(`${path}: ${value}: ${said}`);
    };
    for (const { text: said, limits = [] } of text.provisions)
      for (const limit of limits) read(limit, said);
    for (const limit of text.cellLimits)
      read(limit, text.exhibits[limit.table]?.rows?.[limit.row]?.[limit.column] ?? '');
  }
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(2000);
});
