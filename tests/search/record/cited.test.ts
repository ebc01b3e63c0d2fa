import { expect, it } from 'vitest';
import { glueNumber } from '#search/record/numbers.ts';
import { numbersIn } from '#search/record/cited.ts';

it('a clause is found by each standard of a run that it names, with and without the year', () => {
  const found = numbersIn('按GB/T 1040.1～1040.3—2018进行');
  for (const number of ['GB/T 1040.1', 'GB/T 1040.2-2018', 'GB/T 1040.3-2018']) {
    expect(found).toContainEqual(glueNumber(number));
  }
  expect(found).toHaveLength(6);
});

it('a clause is found by a number without its code', () => {
  expect(numbersIn('按GB/T 2423.1、2423.2进行')).toContainEqual(glueNumber('GB/T 2423.2'));
});
