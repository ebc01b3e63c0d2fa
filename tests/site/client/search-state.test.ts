import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterNames, scopes, sorts } from '#search/contract.ts';
import { emptyAnswer } from '#search/shared/empty-answer.ts';
import { LONGEST_QUERY } from '#search/record/spelling.ts';
import { countPages } from '#site/client/search/count-pages.ts';
import { listPageNumbers } from '#site/client/search/pager.ts';
import { rankPlatforms } from '#core/number/platforms.ts';
import {
  change,
  listFilters,
  readState,
  toggleFilter,
  writeState,
} from '#site/client/search/state.ts';
import type { PageState } from '#site/client/search/state.ts';

const read = (query: string) => readState(new URLSearchParams(query));
const empty = read('');
const nothing = emptyAnswer('embedded', 'x');

const values: Readonly<Record<(typeof filterNames)[number], readonly string[]>> = {
  kind: ['local', 'national'],
  nature: ['mandatory', 'unknown'],
  status: ['现行', '废止'],
  text: ['yes'],
  chain: ['cold-chain', 'marine'],
  node: ['cold-chain/storage', 'B2'],
  industry: ['G', 'G59'],
  ics: ['01', '01.140'],
  ccs: ['A', 'A85'],
  issuer: ['示范市市场监督管理局', 'A & B=C;?'],
  year: ['2023', '1998'],
  city: ['own', '9903'],
  provision: ['requirement', 'permission'],
};

const states: fc.Arbitrary<PageState> = fc
  .record({
    text: fc.constantFrom('', '冷链', 'DB9902/T 12—2023', '<b>&q=1#x', '100% + 5 ℃'),
    exact: fc.boolean(),
    scope: fc.constantFrom(...scopes),
    sort: fc.constantFrom(...sorts),
    page: fc.integer({ min: 1, max: 100 }),
    filters: fc.record(
      Object.fromEntries(
        filterNames.map((name) => [name, fc.subarray([...values[name]], { minLength: 1 })]),
      ) as Record<string, fc.Arbitrary<string[]>>,
      { requiredKeys: [] },
    ),
  })
  .map((state) => ({ ...state, exact: state.exact && state.text !== '' }));

describe('the address', () => {
  test('carries a whole question there and back', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(read(writeState(state))).toEqual(state);
      }),
    );
  });

  test('carries of a text that no address holds its beginning', () => {
    const asked = read(writeState({ ...empty, text: '温'.repeat(1_500), scope: 'clauses' }));
    expect(asked.text).toMatch(/^温{200,}$/);
    expect(asked.scope).toBe('clauses');
    const spared = writeState({ ...empty, text: '😀'.repeat(700) });
    expect(spared.length).toBeLessThan(2_100);
    expect(read(spared).text).toMatch(/^(?:😀)+$/u);
  });

  test('says nothing of what nobody asked', () => {
    expect(writeState(empty)).toBe('');
    expect(writeState(change(empty, { text: '冷链' }))).toBe('?q=%E5%86%B7%E9%93%BE');
  });

  test('leaves out what it does not know', () => {
    const hostile =
      'scope=everything&sort=price&page=-3&exact=yes&kind=moon&status=x&ics=abc&ccs=I%00&year=20233' +
      `&issuer=${'很'.repeat(101)}&industry=g&text=no&provision=shall&colour=red&issuer=%00`;
    expect(read(hostile)).toEqual(empty);
    expect(read('page=99999999').page).toBe(1);
    expect(read('page=9999').page).toBe(100);
    expect(read(`q=${'温'.repeat(5000)}`).text).toHaveLength(LONGEST_QUERY);
    const many = Array.from({ length: 60 }, (_, at) => `year=${1950 + at}`).join('&');
    expect(read(many).filters.year).toHaveLength(20);
  });

  test('another question starts at the first page', () => {
    expect(change(read('q=a&page=4'), { sort: 'number' }).page).toBe(1);
  });
});

describe('filters', () => {
  test('a group takes the place of its field, and a field of its groups', () => {
    const field = toggleFilter({}, 'ics', '01', true);
    const group = toggleFilter(field, 'ics', '01.140', true);
    expect(group).toEqual({ ics: ['01.140'] });
    const two = toggleFilter(group, 'ics', '55.180', true);
    expect(two).toEqual({ ics: ['01.140', '55.180'] });
    expect(toggleFilter(two, 'ics', '01', true)).toEqual({ ics: ['55.180', '01'] });
    expect(toggleFilter({ ccs: ['A'], year: ['2023'] }, 'ccs', 'A', false)).toEqual({
      year: ['2023'],
    });
  });

  test('bear on standards and clauses only', () => {
    expect(listFilters(read('q=a&kind=local&year=2023'))).toHaveLength(2);
    expect(listFilters(read('q=a&kind=local&scope=terms'))).toEqual([]);
  });
});

test.each([
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, undefined, 9]],
  [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  [3, 5, [1, 2, 3, 4, 5]],
] as const)('page %i of %i has links to the ends and the neighbours', (page, pages, links) => {
  expect(listPageNumbers(page, pages)).toEqual(links);
});

test.each([
  // total, exact, on the page, page: pages known, and whether there may be more
  [10, true, 10, 1, 1, false],
  [10, false, 10, 1, 1, true],
  [13, false, 10, 2, 2, true],
  [10, false, 10, 3, 3, true],
  [27, false, 7, 3, 3, false],
  [5, false, 5, 1, 1, false],
  [10, false, 0, 9, 1, false],
  [5000, true, 10, 1, 100, false],
  [5000, false, 10, 100, 100, false],
] as const)(
  'total %i (exact: %s), %i on page %i: %i pages are known, more: %s',
  (total, exact, shown, page, known, more) => {
    const systems = Array.from({ length: shown }, () => ({
      path: '/systems/x/',
      name: 'x',
      nameEn: 'x',
      count: 1,
    }));
    expect(countPages({ ...nothing, systems, total, exact }, page)).toEqual({ known, more });
  },
);

test.each([
  ['local', 'dbba.sacinfo.org.cn'],
  ['industry', 'hbba.sacinfo.org.cn'],
  ['group', 'www.ttbz.org.cn'],
  ['enterprise', 'www.qybz.org.cn'],
  ['national', 'openstd.samr.gov.cn'],
  ['metrology', 'jjg.spc.org.cn'],
  ['international', 'std.samr.gov.cn'],
] as const)('for the family %s, %s comes first, and no platform is left out', (family, host) => {
  const ranked = rankPlatforms(family);
  expect(new URL(ranked[0]?.url ?? '').host).toBe(host);
  expect(new Set(ranked.map(({ url }) => url)).size).toBe(7);
  expect(ranked.every(({ url }) => url.startsWith('https://'))).toBe(true);
});
