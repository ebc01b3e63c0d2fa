import { describe, expect, it } from 'vitest';
import { coverage, coverageProfiles, renderCoverage, rules } from '#core/check/index.ts';
import { checkSource, wrap } from './wrap.ts';

type Profile = (typeof coverageProfiles)[number];

const rows = coverage.flatMap((section) => section.rows);
const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Written anew by `npm test -- tests/core/check/coverage.test.ts -u`. */
it('docs/checks.md is what the table says', async () => {
  await expect(renderCoverage()).toMatchFileSnapshot('../../../docs/checks.md');
});

it('each row names rules there are, or says why there is none', () => {
  const ids = rows.flatMap(({ rules: named }) => named);
  expect(ids.filter((id) => !byId.has(id))).toEqual([]);
  const without = rows.filter(({ rules: named }) => named.length === 0);
  expect(without.filter(({ note }) => !/编排|没有规则/.test(note?.zh ?? ''))).toEqual([]);
  expect(rows.filter(({ not }) => not?.profiles.length === 0)).toEqual([]);
});

it('each rule that a standard or a law asks for is in the table', () => {
  const named = new Set(rows.flatMap(({ rules: ids }) => ids));
  const asked = rules.filter(
    ({ scope, source }) => scope !== 'system' && !source.startsWith('标链'),
  );
  expect(asked.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});

const numbers: Readonly<Record<Profile, string>> = {
  local: 'DB9902/T 1—2024',
  group: 'T/SFCC 1—2024',
  enterprise: 'Q/SFH 1—2024',
  construction: 'DB9902/T 1—2024',
};

/** What is wrong in one profile only by other words. */
const ownWords: Readonly<Record<string, string>> = {
  'construction modal-word': '样例应当完整。',
  'construction modal-broken': '样例严 禁破损。',
};

/** The bad example of a rule as a standard of a profile. */
function makeBad(id: string, profile: Profile, bad: string): string {
  const source = wrap(ownWords[`${profile} ${id}`] ?? bad).replace(
    /^number: \S+ [\d]+—\d{4}$/m,
    `number: ${numbers[profile]}`,
  );
  return profile === 'construction'
    ? source.replace(/^number: /m, 'profile: construction\n$&')
    : source;
}

const claims = rows.flatMap(({ rules: ids, not }) =>
  ids.flatMap((id) => {
    const bad = byId.get(id)?.examples.bad;
    if (typeof bad !== 'string' || byId.get(id)?.scope !== 'document') return [];
    return coverageProfiles.map(
      (profile) => [id, profile, !not?.profiles.includes(profile), bad] as const,
    );
  }),
);

describe('what the table says of a profile', () => {
  it.each(claims)('%s in %s: %s', (id, profile, holds, bad) => {
    const found = checkSource(makeBad(id, profile, bad)).map(({ rule }) => rule);
    expect(found.includes(id)).toBe(holds);
  });

  it('was tried of most rules', () => {
    expect(claims.length).toBeGreaterThan(200);
  });
});
