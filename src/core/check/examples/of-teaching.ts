import type { ParseRuleId } from '#core/model/parse-rules.ts';
import type { ExampleFiles, Examples } from '../rule.ts';

const folder = 'standards/local/db9999-t-1-2024';

/** The same file twice, wrong and right. */
const pair = (path: string, bad: string, good: string): Examples<ExampleFiles> => ({
  bad: { [path]: bad },
  good: { [path]: good },
});

/** A document, and notes for its readers beside it. */
const guide = (text: string): ExampleFiles => ({
  [`${folder}/index.md`]: '样例应完整。',
  [`${folder}/guide.md`]: text,
});

/** A document, and what its promotion says. */
const promotion = (text: string): ExampleFiles => ({
  [`${folder}/index.md`]: '样例应完整。',
  [`${folder}/promotion.yaml`]: text,
});

/** An entry of the glossary. */
const word = (id: string, zh: string, more = 'see: []'): string =>
  `- { id: ${id}, field: basics, zh: ${zh}, en: A, definition: { zh: 样例, en: Sample }, source: { what: 自拟, asOf: 2026-01-01 }, ${more} }\n`;

/** A market-access card, as far as an example does not say it. */
const card = (id: string, more = 'sample: true'): string =>
  `- { id: ${id}, market: EU, product: { id: b, zh: 样例, en: Sample }, document: A, title: { zh: 样例, en: Sample }, asks: { zh: 样例, en: Sample }, source: { issuer: A, url: 'https://example.org/', asOf: 2026-01-01 }, checked: { on: 2026-01-01, by: issuer }, ${more} }\n`;

const tbtHead = 'symbol,member,title,products,notified,as_of,sample\n';
const tbtRow = 'G/TBT/N/XXX/0-1,JP,A,B,2026-01-01,2026-01-01,yes\n';

/** Examples of the rules of the glossary, of what lies beside a text, and of the way abroad. */
export const teachingExamples = {
  'abroad-duplicate': pair('market-access/a.yaml', card('a') + card('a'), card('a') + card('c')),
  'abroad-file-name': {
    bad: { 'market-access/a.yml': '' },
    good: { 'market-access/a.yaml': '[]' },
  },
  'abroad-unknown-key': pair('market-access/a.yaml', card('a', 'law: A'), card('a')),
  'abroad-value': pair(
    'tbt/a.csv',
    `${tbtHead}${tbtRow.replace('XXX/0-1', 'JPN/1')}`,
    `${tbtHead}${tbtRow}`,
  ),
  'abroad-yaml': pair('tbt/a.csv', `${tbtHead}"a`, `${tbtHead}${tbtRow}`),
  'glossary-duplicate': pair(
    'glossary/a.yaml',
    `${word('a', '甲')}${word('b', '甲')}`,
    `${word('a', '甲')}${word('b', '乙')}`,
  ),
  'glossary-file-name': { bad: { 'glossary/a.yml': '' }, good: { 'glossary/a.yaml': '[]' } },
  'glossary-related': pair('glossary/a.yaml', word('a', '甲', 'see: [b]'), word('a', '甲')),
  'glossary-unknown-key': pair(
    'glossary/a.yaml',
    word('a', '甲', 'also: [乙]'),
    word('a', '甲', 'zhAlso: [乙]'),
  ),
  'glossary-value': pair(
    'glossary/a.yaml',
    word('a', '甲').replace('en: A, ', ''),
    word('a', '甲'),
  ),
  'glossary-yaml': pair('glossary/a.yaml', '- { id: a\n', '[]\n'),
  'guide-clause': {
    bad: guide('先看范围。\n\n## #gone\n\n这一条没有了。\n'),
    good: guide('先看范围。\n\n## #scope\n\n说适用于谁。\n'),
  },
  'guide-link': { bad: guide('先看[范围](#gone)。\n'), good: guide('先看[范围](#scope)。\n') },
  'promotion-clause': {
    bad: promotion('requirements: [{ id: gone }]\n'),
    good: promotion('requirements: [{ id: scope }]\n'),
  },
  'promotion-value': { bad: promotion('whom: []\n'), good: promotion('who: [企业]\n') },
  'promotion-yaml': { bad: promotion('who: [企业\n'), good: promotion('who: [企业]\n') },
} satisfies Readonly<Partial<Record<ParseRuleId, Examples<ExampleFiles>>>>;
