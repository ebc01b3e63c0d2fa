import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderRules, rules } from '#core/check/index.ts';
import { makeFinding } from '#core/model/finding.ts';
import { fileStart } from '#core/text/report.ts';

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

/** Written anew by `npm test -- tests/core/check/describe.test.ts -u`. */
it('docs/rules.md is what the rules say', async () => {
  await expect(renderRules()).toMatchFileSnapshot('../../../docs/rules.md');
});

it('every rule has an anchor, a source and both languages', () => {
  for (const { id, source, summary } of rules) {
    expect(page).toContain(`<a id="${id}"></a>`);
    expect(source).not.toBe('');
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(summary.en).toMatch(/[a-z]{3}/);
  }
});

it('ids are permanent: the list has each rule, and none of it has gone', () => {
  const published = readFileSync(new URL('../../lists/rules.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(rules.map(({ id }) => id).toSorted()).toEqual(published.toSorted());
});

it('a finding of a rule that is not in the table does not compile, nor does a severity that is none', () => {
  const place = { range: fileStart, message: { zh: '甲', en: 'a' } };
  // @ts-expect-error: no rule has this name
  expect(makeFinding('a', { ...place, rule: 'figure-mising' }).severity).toBe('error');
  // @ts-expect-error: no severity has this name
  expect(makeFinding('a', { ...place, rule: 'figure-alt', severity: 'grave' }).file).toBe('a');
  expect(makeFinding('a', { ...place, rule: 'figure-alt' }).severity).toBe('warning');
});
