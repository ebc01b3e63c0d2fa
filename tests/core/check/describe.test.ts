import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderRules, rules } from '../../../src/core/check/index.ts';

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
  const now = new Set(rules.map(({ id }) => id));
  expect(published.filter((id) => !now.has(id))).toEqual([]);
  expect(now.size).toBe(rules.length);
});
