import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepTokens } from '#search/embedded/texts/kept-tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'biaolian-tokens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'tokens.json');
const many = Array.from({ length: 300 }, (_, at) => `title ${at}`);

/** What a new process makes of some titles: how many it had to split. */
function run(titles: readonly string[], code = 'code'): number {
  let made = 0;
  const split = (title: string) => {
    made += 1;
    return title.split(' ');
  };
  const tokens = keepTokens(split, (title) => title)(file, code);
  expect(titles.map(tokens.of)).toEqual(titles.map((title) => title.split(' ')));
  tokens.keep();
  return made;
}

it('a new process makes only the tokens that the one before did not keep, by the same code and undamaged', () => {
  expect(run(many)).toBe(300);
  expect(run(many)).toBe(0);
  expect(run([...many.slice(1), 'other title'])).toBe(1);
  expect(run(many, 'other')).toBe(300);
  expect(run(many)).toBe(300);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"title","7"', '"title","8"'));
  expect(run(many)).toBe(300);
  expect(run(many)).toBe(0);
});
