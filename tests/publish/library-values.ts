/** Editions, parts, both natures, an amendment sheet and a double number: what is said of one may decide what another is. */
export const numbers = [
  'GB/T 9001-2008',
  'GB/T 9002.1-2008',
  'GB/T 9003-2008',
  'GB/T 9001-2016',
  'GB 9001-2020',
  'GB/T 9002.2-2010',
  'GB/T 9001-2008/XG1-2011',
  'GB/T 9004-2014/ISO 9004:2014',
  'ISO 9004:2014',
];

/** A number as texts print it. */
export const printed = (number: string) => number.replaceAll(/(?<=GB.*)-(?=\d{4})/g, '—');

/** Values that a key of the front matter may take; `''` takes the key away. */
export const values: Readonly<Record<string, (at: number, other: number) => string>> = {
  title: (at) => `样例标准第${at}号`,
  titleEn: (at) => (at % 3 === 0 ? '' : `Sample standard no. ${at}`),
  status: (at) => ['', 'draft', 'published'][at % 3] ?? '',
  issued: (at) => ['2024-01-10', '2024-02-11', '2027-03-01'][at % 3] ?? '',
  implemented: (at) => ['2024-04-01', '2027-06-01'][at % 2] ?? '',
  withdrawn: (at) => ['', '2026-05-01', '2027-12-01'][at % 3] ?? '',
  reviews: (at) => (at % 2 === 0 ? '' : '[{ date: 2026-06-01, result: 继续有效 }]'),
  ics: (at) => `['${['01.120', '67.040', '03.220.20'][at % 3] ?? ''}']`,
  ccs: (at) => `[${['A 00', 'X 00', 'B 50'][at % 3] ?? ''}]`,
  industries: (at) => (at % 2 === 0 ? '' : '[C13]'),
  chains: (at) => (at % 2 === 0 ? '' : '[sample]'),
  issuers: (at) => `[${['示范市市场监督管理局', '示范市农业农村局'][at % 2] ?? ''}]`,
  proposedBy: (at) => (at % 2 === 0 ? '' : '[示范市商务局]'),
  administeredBy: (at) => (at % 2 === 0 ? '' : '[示范市样例标准化技术委员会]'),
  draftedBy: (at) => (at % 2 === 0 ? '' : `[示范样例${at}有限公司]`),
  drafters: (at) => (at % 2 === 0 ? '' : `[甲${at}]`),
  replaces: (at, other) => (at % 2 === 0 ? '' : `[{ number: DB9902/T ${other}—2020 }]`),
  adopts: (at) => (at % 2 === 0 ? '' : '[{ number: ISO 9004:2014, degree: IDT }]'),
  recordNumber: (at) => (at % 2 === 0 ? '' : `${at}-2024`),
  recorded: (at) => (at % 2 === 0 ? '' : '2024-04-20'),
  planNumber: (at) => (at % 2 === 0 ? '' : `2023-${at}`),
  functionType: (at) => (at % 2 === 0 ? '' : '指南'),
  abstract: (at) => (at % 2 === 0 ? '' : `第${at}种文摘。`),
  abstractEn: (at) => (at % 2 === 0 ? '' : `Abstract no. ${at}.`),
  keywords: (at) => (at % 2 === 0 ? '' : `[词${at}]`),
  keywordsEn: (at) => (at % 2 === 0 ? '' : `[word ${at}]`),
  foreword: (at) => (at % 2 === 0 ? '' : `{ changes: [更改了第${at}处] }`),
  bodyRestricted: (at) => (at % 3 === 0 ? `第${at}条理由` : ''),
  corrections: (at) =>
    at % 3 === 0 ? '' : `[{ date: 2026-05-0${at}, note: 漏了第${at}处, clauses: [requirements] }]`,
  withdrawnReason: (at) => (at % 2 === 0 ? '' : `第${at}条理由`),
  sample: (at) => (at % 2 === 0 ? 'true' : 'false'),
};

/** Pieces of text that come and go. */
export const pieces: Readonly<Record<string, (at: number, other: number) => string>> = {
  citation: (_, other) => `\n##\n\n包装应符合 DB9902/T ${other}—2024 的规定。\n`,
  record: (at) => `\n##\n\n标志应符合 ${printed(numbers[at % numbers.length] ?? '')} 的规定。\n`,
  undated: (at) =>
    `\n##\n\n标志应符合 ${['GB/T 9001', 'GB/T 9002.1', 'DB9902/T 3'][at % 3]} 的规定。\n`,
  parts: () => '\n##\n\n试验应符合 GB/T 9002（所有部分）的规定。\n',
  run: () => '\n##\n\n试验应符合 GB/T 9001～9003 的规定。\n',
  term: (at) => `\n# 补充\n\n## 样例词${at} | sample word ${at}\n\n第${at}种词\n`,
  named: (at) => `\n# 另补\n\n## 定词 | fixed word ${at}\n\n不变的词\n`,
  value: (at) => `\n##\n\n长度应不大于${at + 1} mm。\n`,
  clause: (at) => `\n## 第${at}项\n\n应检查第${at}处。\n`,
  figure: (at) => `\n##\n\n外形见[#fig]。\n\n:::figure[外形${at}]{#fig}\n![外形](a.svg)\n:::\n`,
};
