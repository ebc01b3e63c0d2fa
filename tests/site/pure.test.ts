import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveStatus } from '#core/catalog/index.ts';
import { markNotices, sayStatus } from '#site/files/exports.ts';
import { toFolderName } from '#site/data/facets.ts';
import { formatLimit, linkClauses } from '#site/data/indicators.ts';
import { splitSitemap, writeSitemap } from '#site/files/sitemap.ts';
import { listStates, mayChange } from '#site/data/status.ts';
import {
  buildTermIndex,
  englishInitialOf,
  groupByEnglish,
  initialOf,
  TERMS_PER_PAGE,
} from '#site/data/terms.ts';
import { serializeForScript } from '#site/lib/json-ld.ts';
import { chooseLabel } from '#site/lib/labels.ts';
import { listPageNumbers } from '#site/lib/paging.ts';

describe('JSON in a script element', () => {
  test('cannot end the element', () => {
    const written = serializeForScript({ name: '</script><script>alert(1)</script><!--' });
    expect(written).not.toMatch(/[<>]/);
  });

  test('is the same value again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(serializeForScript(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('page numbers', () => {
  test('show ends and neighbours, and no gap of a single page', () => {
    expect(listPageNumbers(1, 3)).toEqual([1, 2, 3]);
    expect(listPageNumbers(9, 20)).toEqual([1, 2, undefined, 8, 9, 10, undefined, 19, 20]);
    expect(listPageNumbers(5, 20)).toEqual([1, 2, 3, 4, 5, 6, undefined, 19, 20]);
  });

  test('always hold the first, the current and the last page, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (a, b) => {
        const [page, pages] = [Math.min(a, b), Math.max(a, b)];
        const shown = listPageNumbers(page, pages).filter((at) => at !== undefined);
        expect(shown).toEqual([...new Set(shown)].sort((x, y) => x - y));
        expect(shown).toEqual(expect.arrayContaining([1, page, pages]));
      }),
    );
  });
});

describe('terms', () => {
  test.each([
    ['冷链物流', 'L'],
    ['阿胶', 'A'],
    ['中心温度', 'Z'],
    ['八角', 'B'],
    ['养老', 'Y'],
    ['LED', 'L'],
    ['ｌｅｄ', 'L'],
    ['5G', '#'],
  ])('%s stands under %s', (term, initial) => {
    expect(initialOf(term)).toBe(initial);
  });

  test('fill pages in order, and each initial knows its first page', () => {
    const names = [
      ...Array.from({ length: TERMS_PER_PAGE }, (_, at) => `冷${at}`),
      '中心温度',
      '安全',
      '2 级',
    ];
    const { pages, initials } = buildTermIndex(names.map((term) => ({ term, entries: [] })));
    expect(pages).toHaveLength(2);
    expect(initials).toEqual([
      { initial: 'A', page: 1 },
      { initial: 'L', page: 1 },
      { initial: 'Z', page: 2 },
      { initial: '#', page: 2 },
    ]);
  });

  test('by English names: A to Z without regard to case, each name once, those without one behind', () => {
    const entryOf = (term: string, termEn?: string) => ({ entry: { term, termEn }, row: {} });
    const groups = [
      { term: '安全', entries: [entryOf('安全', 'safety')] },
      { term: '冰点', entries: [entryOf('冰点')] },
      {
        term: '冷链',
        entries: [entryOf('冷链', 'Cold chain'), entryOf('冷链', 'refrigerated chain')],
      },
      { term: '冷藏链', entries: [entryOf('冷藏链', 'cold chain')] },
      { term: '5G', entries: [entryOf('5G', '5G')] },
    ] as unknown as Parameters<typeof groupByEnglish>[0];
    const { pages, initials, count } = buildTermIndex(groupByEnglish(groups), englishInitialOf);
    expect(initials.map(({ initial }) => initial)).toEqual(['C', 'R', 'S', '#', '中']);
    expect(count).toBe(5);
    const listed = pages[0]?.groups.flatMap(({ terms }) => terms) ?? [];
    expect(listed.map(({ term }) => term)).toEqual([
      'Cold chain',
      'refrigerated chain',
      'safety',
      '5G',
      '冰点',
    ]);
    expect(listed[0]?.entries.map(({ entry }) => entry.term)).toEqual(['冷链', '冷藏链']);
  });

  test.each([
    ['cold chain', 'C'],
    ['Éclair', 'E'],
    ['ＬＥＤ', 'L'],
    ['5G', '#'],
    ['冷链', '中'],
  ])('%s stands under %s in English', (term, initial) => {
    expect(englishInitialOf(term)).toBe(initial);
  });
});

describe('names of folders', () => {
  test('keep Chinese, drop what a path or URL would trip over', () => {
    expect(toFolderName('示范市市场监督管理局')).toBe('示范市市场监督管理局');
    expect(toFolderName('../etc/passwd?x#y%z')).toBe('etc-passwd-x-y-z');
    expect(toFolderName('///')).toBe('x');
  });

  test('never leave the folder and never get too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const name = toFolderName(value);
        expect(name).not.toMatch(/[/\\?#%\s]|^\.|^$/);
        expect([...name].length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('states of a page', () => {
  const states = (facts: Parameters<typeof effectiveStatus>[0], day: string) => [
    ...listStates(facts, effectiveStatus(facts, day), 5),
  ];

  test('cover the announced end of an edition', () => {
    const facts = {
      declared: 'published',
      issued: '2020-01-01',
      implemented: '2020-02-01',
      replacedBy: [{ key: 'X', implemented: '2027-01-01' }],
    } as const;
    expect(states(facts, '2024-06-01')).toEqual(
      expect.arrayContaining(['现行', 'newer-edition-issued', '被代替']),
    );
    expect(mayChange(facts, effectiveStatus(facts, '2024-06-01'), 5)).toBe(true);
  });

  test('are one where nothing can change', () => {
    const facts = { recorded: { status: '废止', asOf: '2026-01-01' } } as const;
    expect(states(facts, '2026-06-01')).toEqual(['废止', 'withdrawal-undated']);
    expect(mayChange(facts, effectiveStatus(facts, '2026-06-01'), 5)).toBe(false);
  });
});

describe('exports', () => {
  test('a sample says so below its front matter and is else untouched', () => {
    const source = '---\nnumber: X\n---\n\n# 范围\n';
    const sampleNotice = { zh: '样例：虚构', en: 'SAMPLE' };
    const marked = markNotices(source, [sampleNotice]);
    expect(marked.startsWith('---\nnumber: X\n---\n\n> **样例')).toBe(true);
    expect(marked.endsWith('\n\n# 范围\n')).toBe(true);
    expect(markNotices('# 没有文件头\n', [sampleNotice])).toContain('样例');
  });

  test('an edition that does not hold says so with its day, one that holds says nothing', () => {
    const ended = { status: '被代替', since: '2023-12-01', successors: ['DB1/T 2—2023'] } as const;
    expect(sayStatus(ended)).toEqual({
      zh: '本文件自 2023-12-01 起已被 DB1/T 2—2023 代替。',
      en: 'This document has been superseded by DB1/T 2—2023 since 2023-12-01.',
    });
    expect(sayStatus({ status: '被代替', successors: [] })?.zh).toBe('本文件已被代替。');
    expect(sayStatus({ status: '废止', since: '2020-01-02', successors: [] })).toEqual({
      zh: '本文件自 2020-01-02 起已废止。',
      en: 'This document has been withdrawn since 2020-01-02.',
    });
    expect(sayStatus({ status: '即将实施', until: '2027-03-01', successors: [] })?.zh).toBe(
      '本文件自 2027-03-01 起实施。',
    );
    expect(sayStatus({ status: '现行', since: '2020-01-01', successors: [] })).toBeUndefined();
  });
});

describe('indicators', () => {
  const base = { name: '温度', kind: '性能' } as const;
  test.each([
    [{ max: -18 }, '≤ −18'],
    [{ min: 0.5 }, '≥ 0.5'],
    [{ min: 2, max: 8 }, '2～8'],
    [{ min: 3, max: 3 }, '3'],
    [{ value: '无异味' }, '无异味'],
    [{}, ''],
  ])('%j reads %s', (limits, text) => {
    expect(formatLimit({ ...base, ...limits })).toBe(text);
  });

  test('a method leads to its clause; an unknown one stays as written', () => {
    const text = { indicatorLabels: { 'test-temp': '7.2' } };
    expect(linkClauses('按[#test-temp]和[#none]', text)).toEqual([
      { text: '按' },
      { text: '7.2', id: 'test-temp' },
      { text: '和[#none]' },
    ]);
  });
});

describe('the sitemap', () => {
  test('is split so that both languages fit', () => {
    const addresses = Array.from({ length: 5 }, (_, at) => `/standards/${at}/`);
    expect(splitSitemap(addresses, 4).map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(splitSitemap([], 4)).toEqual([[]]);
  });

  test('names every language of a page and escapes what XML would trip over', () => {
    const xml = writeSitemap(['/browse/issuer/a&b/'], 'https://standards.example');
    expect(xml).toContain('<loc>https://standards.example/browse/issuer/a&amp;b/</loc>');
    expect(xml).toContain(
      'hreflang="en" href="https://standards.example/en/browse/issuer/a&amp;b/"',
    );
    expect(xml).toContain('hreflang="x-default"');
  });
});

test('data in the other language says which language it is', () => {
  expect(chooseLabel('en', '冷链物流', 'Cold chain')).toEqual({ text: 'Cold chain' });
  expect(chooseLabel('en', '冷链物流')).toEqual({ text: '冷链物流', lang: 'zh-CN' });
  expect(chooseLabel('zh', '冷链物流', 'Cold chain')).toEqual({ text: '冷链物流' });
  expect(chooseLabel('zh', 'Marine finfish farms - Open net cage')).toEqual({
    text: 'Marine finfish farms - Open net cage',
    lang: 'en',
  });
  expect(chooseLabel('zh', 'DB9902/T 47')).toEqual({ text: 'DB9902/T 47' });
  expect(chooseLabel('zh', '', 'Education')).toEqual({ text: 'Education', lang: 'en' });
});
