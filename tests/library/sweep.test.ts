import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepFiles, sweepMade } from '#library/sweep.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const day = 24 * 3600_000;
const age = (path: string, days: number): void => {
  const then = new Date(Date.now() - days * day);
  utimesSync(path, then, then);
};

test('of what was made stays what was opened lately and what is being made', () => {
  const folder = makeFolder();
  // No process has the last number: Linux gives none beyond 4,194,304.
  const [mine, dead] = [`draft-${process.pid}-1`, 'draft-99999999'];
  writeFiles(folder, {
    'used/made.json': '{}',
    'old/made.json': '{}',
    'torn/part.mjs': '',
    [`${mine}/part.mjs`]: '',
    [`${dead}/part.mjs`]: '',
  });
  age(join(folder, 'used/made.json'), 6);
  age(join(folder, 'old/made.json'), 8);
  sweepMade(folder, 'made.json', 7 * day);
  expect(readdirSync(folder).sort()).toEqual([mine, 'used'].sort());
  sweepMade(join(folder, 'nowhere'), 'made.json', 7 * day);
});

test('files in folders go a month after they were written', () => {
  const folder = makeFolder();
  writeFiles(folder, { 'v24/young': '1', 'v24/old': '2', 'v22/old': '3' });
  for (const path of ['v24/old', 'v22/old']) age(join(folder, path), 31);
  age(join(folder, 'v24/young'), 29);
  sweepFiles(folder);
  expect(readdirSync(join(folder, 'v24'))).toEqual(['young']);
  expect(existsSync(join(folder, 'v22/old'))).toBe(false);
});
