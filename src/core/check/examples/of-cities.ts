import type { ParseRuleId } from '#core/model/parse-rules.ts';
import type { ExampleFiles, Examples } from '../rule.ts';

/** The same file twice, wrong and right. */
const pair = (path: string, bad: string, good: string): Examples<ExampleFiles> => ({
  bad: { [path]: bad },
  good: { [path]: good },
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';

const partnerCity =
  "name: { zh: 样板市, en: Model City }\ncode: '9903'\nlicence: CC-BY-4.0\nmirrored: 2026-05-20\n";
const partnerPlace = 'partners/9903/standards/local/db9903-t-1-2024/index.md';

/** The library of another city with one text. */
const partner = (text: string): ExampleFiles => ({
  'partners/9903/partner.yaml': partnerCity,
  [partnerPlace]: text,
});

const partnerTable = 'partners/9903/catalogue/sources.csv';
const itsTable = (row: string): string => `number,title,as_of\n${row},2026-05-20\n`;

const itsText = '---\nnumber: DB9903/T 1—2024\n---\n样例应完整。\n';

const recognition = (item: string): ExampleFiles => ({
  ...partner(itsText),
  'recognition.yaml': `- ${item}\n  ground: { zh: 要求相同, en: Same requirements }\n  notice: { issuer: 某市市场监督管理局 }\n`,
});

/** Examples of what a city says of itself, and of the libraries of others. */
export const cityExamples = {
  'partner-file': pair(
    'partners/9903/partner.yaml',
    partnerCity.replace('2026-05-20', '2026年5月'),
    partnerCity,
  ),
  'partner-number': {
    bad: partner('---\nnumber: DB9999/T 1—2024\n---\n样例应完整。\n'),
    good: partner(itsText),
  },
  'partner-record': {
    bad: { ...partner(itsText), [partnerTable]: itsTable('GB/T 191-2008,包装储运图示标志') },
    good: { ...partner(itsText), [partnerTable]: itsTable('DB9903/T 7-2022,样例') },
  },
  'partner-text': {
    bad: partner('---\nnumber: DB9903/T 1—2024\n---\n样例应完整，见[#none]。\n'),
    good: partner(itsText),
    besides: ['xref-unknown'],
  },
  'recognition-day': {
    bad: recognition('standards: [DB9999/T 1—2024, DB9903/T 1—2024]\n  since: 2023-03-01'),
    good: recognition('standards: [DB9999/T 1—2024, DB9903/T 1—2024]\n  since: 2026-03-01'),
  },
  'recognition-file': {
    bad: recognition('standards: [DB9999/T 1—2024, DB9903/T 1—2024]\n  from: 2026-03-01'),
    good: recognition('standards: [DB9999/T 1—2024, DB9903/T 1—2024]\n  since: 2026-03-01'),
  },
  'recognition-standard': {
    bad: recognition('standards: [DB9999/T 1—2024, DB9903/T 7—2024]\n  since: 2026-03-01'),
    good: recognition('standards: [DB9999/T 1—2024, DB9903/T 1—2024]\n  since: 2026-03-01'),
  },
  'site-accent': pair('site.yaml', 'accent: "#e8c547"\n', 'accent: "#0b5876"\n'),
  'site-file': pair('site.yaml', 'navigaton: [systems]\n', 'navigation: [systems]\n'),
  'site-logo': {
    bad: { 'site.yaml': 'logo: { light: site/logo.svg }\n' },
    good: { 'site.yaml': 'logo: { light: site/logo.svg }\n', 'site/logo.svg': svg },
  },
} satisfies Readonly<Partial<Record<ParseRuleId, Examples<ExampleFiles>>>>;
