import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildGlossary, checkGlossary, readGlossaryFile } from '#core/glossary/index.ts';
import { groupEntries } from '#site/data/glossary.ts';

const file = 'glossary/terms.yaml';
const text = readFileSync('content/glossary/terms.yaml', 'utf8');

const entry = (id: string, zh: string, en: string, more = ''): string =>
  `- { id: ${id}, field: basics, zh: ${zh}, en: ${en}, definition: { zh: 甲, en: A }, source: { what: 自拟, asOf: 2026-01-01 }${more} }\n`;

function read(source: string) {
  const { model, diagnostics } = readGlossaryFile(source, file);
  const files = model ? [model] : [];
  const found = [...diagnostics, ...checkGlossary(files)];
  return {
    glossary: buildGlossary(files),
    found: found.map(({ rule, range }) => [rule, range.start.line]),
  };
}

describe('the glossary of the library', () => {
  const { glossary, found } = read(text);

  it('has at least 150 entries in both languages, without findings', () => {
    expect(found).toEqual([]);
    expect(glossary.entries.length).toBeGreaterThanOrEqual(150);
  });

  it('finds an entry by its id and by any of its words, in either language', () => {
    const sought = glossary.byId('top-runner');
    expect(sought?.zh).toBe('企业标准“领跑者”');
    expect(glossary.byWord('领跑者')).toBe(sought);
    expect(glossary.byWord(' Enterprise  standard top runner')).toBe(sought);
    expect(glossary.byWord('没有这个词')).toBeUndefined();
  });

  it('stands by pinyin on the Chinese page and by initials on the English one, each entry once', () => {
    for (const language of ['zh', 'en'] as const) {
      const groups = groupEntries(glossary.entries, language);
      const initials = groups.map(({ initial }) => initial);
      expect(initials).toEqual(initials.toSorted());
      const ids = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
      expect(new Set(ids).size).toBe(glossary.entries.length);
    }
    const ofB = groupEntries(glossary.entries, 'zh').find(({ initial }) => initial === 'B');
    expect(ofB?.entries.map(({ id }) => id)).toContain('standard');
  });
});

describe('a file of the glossary', () => {
  it('leaves out an entry without one of the languages, and says where', () => {
    const bad = entry('a', '甲', 'A') + entry('b', '乙', 'B').replace('en: B, ', '');
    const { glossary, found } = read(bad);
    expect(glossary.entries.map(({ id }) => id)).toEqual(['a']);
    expect(found).toEqual([['glossary-value', 2]]);
  });

  it('keeps the first of what stands twice', () => {
    const { glossary, found } = read(
      entry('a', '甲', 'A') + entry('a', '丙', 'C') + entry('b', '甲', 'B'),
    );
    expect(glossary.entries.map(({ zh }) => zh)).toEqual(['甲']);
    expect(found).toEqual([
      ['glossary-duplicate', 2],
      ['glossary-duplicate', 3],
    ]);
  });

  it('says at its line which related entry is not there', () => {
    const { found } = read(entry('a', '甲', 'A', ', see: [a, gone]'));
    expect(found).toEqual([['glossary-related', 1]]);
  });

  it.each([
    ['broken YAML', '- { id: a', 'glossary-yaml'],
    ['a mapping instead of a list', 'terms: []', 'glossary-value'],
    ['an unknown key', entry('a', '甲', 'A', ', note: 乙'), 'glossary-unknown-key'],
    ['a word that is no word', '- 甲\n', 'glossary-value'],
    [
      'an address that is a script',
      entry('a', '甲', 'A').replace('asOf', "url: 'javascript:alert(1)', asOf"),
      'glossary-value',
    ],
  ])('is not read as it is with %s', (_, source, rule) => {
    const { glossary, found } = read(source);
    expect(glossary.entries).toEqual([]);
    expect(found.map(([each]) => each)).toContain(rule);
  });
});
