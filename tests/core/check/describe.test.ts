import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseRules, renderRules, rules } from '#core/check/index.ts';

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

it('docs/rules.md is what the rules say', () => {
  expect(page).toBe(renderRules());
});

it('every rule has an anchor, a source and both languages', () => {
  for (const { id, source, summary } of rules) {
    expect(page).toContain(`<a id="${id}"></a>`);
    expect(source).not.toBe('');
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(summary.en).toMatch(/[a-z]{3}/);
  }
});

it('ids are permanent: none of the published ones has gone', () => {
  const published = readFileSync(new URL('../../lists/rules.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const all = [...rules, ...parseRules];
  const now = new Set(all.map(({ id }) => id));
  expect(published.filter((id) => !now.has(id))).toEqual([]);
  expect(now.size).toBe(all.length);
});

it('every finding made while a file is read is documented, and no other', () => {
  const source = new URL('../../../src/', import.meta.url);
  const rooms = 'core/{text,render,systems,check}/**/*.ts';
  const made = [rooms, '{library,import}/**/*.ts'].flatMap((pattern) =>
    globSync(pattern, { cwd: source }).flatMap((path) =>
      Array.from(
        readFileSync(new URL(path, source), 'utf8').matchAll(
          /\brule: '([a-z-]+)'|'(catalogue-[a-z]+)', (?:\{|record)/g,
        ),
        (match) => match[1] ?? match[2] ?? '',
      ),
    ),
  );
  expect([...new Set(made)].toSorted()).toEqual(parseRules.map(({ id }) => id));
  for (const { id } of parseRules) expect(page).toContain(`<a id="${id}"></a>`);
});
