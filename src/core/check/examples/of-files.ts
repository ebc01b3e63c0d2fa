import type { ParseRuleId } from '#core/model/parse-rules.ts';
import type { ExampleFiles, Examples } from '../rule.ts';
import { teachingExamples } from './of-teaching.ts';

const folder = 'standards/local/db9999-t-1-2024';
const place = `${folder}/index.md`;

/** The same file twice, wrong and right. */
const pair = (
  path: string,
  bad: string | Uint8Array,
  good: string | Uint8Array,
): Examples<ExampleFiles> => ({ bad: { [path]: bad }, good: { [path]: good } });

/** Front matter of one standard, wrong and right. */
const meta = (bad: string, good: string): Examples<ExampleFiles> =>
  pair(
    place,
    `---\nnumber: DB9999/T 1—2024\n${bad}\n---\n`,
    `---\nnumber: DB9999/T 1—2024\n${good}\n---\n`,
  );

const catalogue = (
  bad: string,
  good: string,
  head = 'number,title,as_of',
): Examples<ExampleFiles> => pair('catalogue/a.csv', `${head}\n${bad}\n`, `${head}\n${good}\n`);

const notice =
  '---\nkind: issued\nday: 2026-01-05\nissuer: 某市市场监督管理局\nstandards: []\n---\n\n现予公告。\n';

const project = 'projects/a/project.yaml';

/** A document that shows a figure, and the files beside it. */
const figure = (image: string, files: ExampleFiles = {}): ExampleFiles => ({
  [place]: `样例见[#f]。\n\n:::figure[样例]{#f}\n${image}\n:::`,
  ...files,
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** 「样例」 in GBK. */
const gbk = Uint8Array.of(0xd1, 0xf9, 0xc0, 0xfd);

const original = `---
number: DB9999/T 1—2024
foreword: { changes: [更改了尺寸] }
---
# 范围

本文件规定了样例的要求。

# 规范性引用文件

# 术语和定义

# 要求 {#samples}

样例应完整。
`;

/** An English text: its front matter, and the id of its chapter 4. */
const english = (keys: string, id: string): ExampleFiles => ({
  [place]: original,
  [`${folder}/index.en.md`]: `---
language: en
${keys}---

# Scope

This document specifies requirements for samples.

# Normative references

# Terms and definitions

# Requirements {#${id}}

Samples shall be complete.
`,
});

const changes = 'foreword: { changes: [sizes have been changed] }\n';

/** A group of one indicator and the text that states it. */
const indicator = (keys: string, sentence = '样例的噪声不应大于38 dB。'): ExampleFiles => ({
  [place]: `${sentence}\n`,
  'indicators/a.yaml': `indicators:\n  - { id: noise, name: { zh: 噪声, en: Noise }, kind: 基础, ${keys} }\n`,
});

/** An item of the file of exceptions. */
const exception = (until: string): string =>
  `- { rule: unit-space, file: ${folder}, words: 24h, reason: 与铭牌一致, by: 王某, until: ${until} }\n`;

const published = 'db9999-t-9-2020\tDB9999/T 9—2020\t2020-03-01\n';

/** Examples of the rules that are held while the files of a library are read. */
export const fileExamples = {
  'anchor-lost': pair(`${folder}/anchors.tsv`, 'packing\t4.1\t包装\n', 'scope\t1\t范围\n'),
  'catalogue-code': catalogue(
    'GB/T 191-2008,样例,1.x,2026-01-01',
    'GB/T 191-2008,样例,01.140,2026-01-01',
    'number,title,ics,as_of',
  ),
  'catalogue-csv': catalogue('"GB/T 191-2008,样例,2026-01-01', 'GB/T 191-2008,样例,2026-01-01'),
  'catalogue-duplicate': catalogue(
    'GB/T 191-2008,样例,2026-01-01\nGB/T 191—2008,样例,2026-01-01',
    'GB/T 191-2008,样例,2026-01-01',
  ),
  'catalogue-editions': catalogue(
    'GB/T 191-2000,样例,现行,2026-01-01\nGB/T 191-2008,样例,现行,2026-01-01',
    'GB/T 191-2000,样例,被代替,2026-01-01\nGB/T 191-2008,样例,现行,2026-01-01',
    'number,title,status,as_of',
  ),
  'catalogue-row': catalogue('GB/T 191-2008,样例,', 'GB/T 191-2008,样例,2026-01-01'),
  'comments-file': {
    bad: {
      [project]: '',
      'projects/a/comments.yaml':
        'comments: [{ id: a1, clause: 全文, comment: 好, decision: 同意 }]\n',
    },
    good: {
      [project]: '',
      'projects/a/comments.yaml':
        'comments: [{ id: a1, clause: 全文, comment: 好, decision: 采纳 }]\n',
    },
  },
  'deadlines-file': pair(
    'deadlines.yaml',
    'limits: [{ id: filing, within: 30 }]\n',
    'limits: []\n',
  ),
  'desk-file': pair(
    'desk.yaml',
    'people: [{ user: zhang.wei, roles: [boss] }]\n',
    'people: [{ user: zhang.wei, roles: [drafter] }]\n',
  ),
  encoding: pair('catalogue/a.csv', gbk, 'number,title,as_of\n'),
  'exception-stale': {
    bad: { 'exceptions.yaml': exception('2027-12-31'), [place]: '样例应完整。' },
    good: { 'exceptions.yaml': exception('2027-12-31'), [place]: '样例应放置24h。' },
  },
  'exceptions-file': pair(
    'exceptions.yaml',
    '- { rule: unit-space, file: standards/local }\n',
    '[]\n',
  ),
  'figure-active': {
    bad: figure('![样例的外形](a.svg)', {
      [`${folder}/a.svg`]: svg.replace('<path', '<script/><path'),
    }),
    good: figure('![样例的外形](a.svg)', { [`${folder}/a.svg`]: svg }),
  },
  'figure-alt': {
    bad: figure('![](a.svg)', { [`${folder}/a.svg`]: svg }),
    good: figure('![样例的外形](a.svg)', { [`${folder}/a.svg`]: svg }),
  },
  'figure-damaged': {
    bad: figure('![样例的外形](a.png)', { [`${folder}/a.png`]: svg }),
    good: figure('![样例的外形](a.png)', { [`${folder}/a.png`]: png }),
  },
  'figure-missing': {
    bad: figure('![样例的外形](a.svg)'),
    good: figure('![样例的外形](a.svg)', { [`${folder}/a.svg`]: svg }),
  },
  'folder-empty': {
    bad: { [place]: '样例应完整。', 'standards/local/drafts/notes.txt': '待写' },
    good: { [place]: '样例应完整。', 'drafts/notes.txt': '待写' },
  },
  'folder-unreadable': {
    bad: { [`${place}/notes.txt`]: '待写' },
    good: { [place]: '样例应完整。' },
  },
  'front-matter-list': meta(
    'issuers: [某市市场监督管理局、某市商务局]',
    'issuers: [某市市场监督管理局, 某市商务局]',
  ),
  'front-matter-missing': {
    bad: { [place]: '---\nnumber: DB9999/T 1—2024\n\n# 范围\n' },
    good: { [place]: '---\nnumber: DB9999/T 1—2024\n---\n' },
  },
  'front-matter-quotes': meta('title: 《样例》', 'title: 样例'),
  'front-matter-too-long': meta('# 样例\n'.repeat(13_000).trim(), '# 样例'),
  'front-matter-unknown-key': meta('Abstract: 样例的要求', 'abstract: 样例的要求'),
  'front-matter-value': meta('issued: 2024年1月5日', 'issued: 2024-01-05'),
  'front-matter-yaml': meta('abstract：样例的要求', 'abstract: 样例的要求'),
  'indicators-differs': {
    bad: indicator("unit: dB, places: [{ in: db9999-t-1-2024, value: '≤ 40 dB' }]"),
    good: indicator("unit: dB, places: [{ in: db9999-t-1-2024, value: '≤ 38 dB' }]"),
  },
  'indicators-file-name': { bad: { 'indicators/a.yml': '' }, good: { 'indicators/a.yaml': '' } },
  'indicators-place': {
    bad: indicator('unit: dB, places: [{ in: db9999-t-1-2024#none }]'),
    good: indicator('unit: dB, places: [{ in: db9999-t-1-2024 }]'),
  },
  'indicators-several': {
    bad: indicator('unit: dB', '样例的白天噪声不应大于50 dB，夜间噪声不应大于40 dB。'),
    good: indicator(
      'unit: dB, places: [{ in: db9999-t-1-2024, words: [夜间] }]',
      '样例的白天噪声不应大于50 dB，夜间噪声不应大于40 dB。',
    ),
  },
  'indicators-standard': pair(
    'indicators/a.yaml',
    'standards: [DB9999/T 1—2024, DB9999/T 3—2024]\n',
    'standards: [DB9999/T 1—2024]\n',
  ),
  'indicators-unit': { bad: indicator('unit: dB(A)'), good: indicator('unit: dB') },
  'indicators-unknown-key': pair('indicators/a.yaml', 'Note: 样例\n', 'note: 样例\n'),
  'indicators-value': pair(
    'indicators/a.yaml',
    'standards: []\n',
    'standards: [DB9999/T 1—2024]\n',
  ),
  'indicators-yaml': pair('indicators/a.yaml', 'note: [样例\n', 'note: 样例\n'),
  'kind-unknown': {
    bad: { 'standards/city/db9999-t-1-2024/index.md': '样例应完整。' },
    good: { [place]: '样例应完整。' },
  },
  'ledger-line': pair(`${folder}/anchors.tsv`, '4\t样例要求\n', 'scope\t1\t范围\n'),
  'library-empty': {
    bad: { 'standards/README.md': '还没有标准' },
    good: { [place]: '样例应完整。' },
  },
  'notice-file-name': {
    bad: { 'notices/发布.md': notice },
    good: { 'notices/2026-01-05-issued.md': notice },
  },
  'notice-standard': pair(
    'notices/a.md',
    notice.replace('standards: []', 'standards: [DB9999/T 999—2026]'),
    notice,
  ),
  'project-folder-name': {
    bad: { 'projects/2026/project.yaml': '' },
    good: { 'projects/a/project.yaml': '' },
  },
  'project-kinds-file': pair(
    'project-kinds.yaml',
    '- { id: local, name: 地方标准, way: [起草] }\n',
    '- { id: local, name: { zh: 地方标准, en: Local standards }, way: [起草] }\n',
  ),
  'project-paper': pair(
    project,
    'stages: [{ stage: 起草, began: 2026-01-05, papers: [{ file: draft.docx, name: 草案 }] }]\n',
    'stages: [{ stage: 起草, began: 2026-01-05 }]\n',
  ),
  'project-unknown-key': pair(project, 'Year: 2026\n', 'year: 2026\n'),
  'project-value': pair(
    project,
    'stages: [{ stage: 起草, began: 2026年1月5日 }]\n',
    'stages: [{ stage: 起草, began: 2026-01-05 }]\n',
  ),
  'project-yaml': pair(project, 'plan: [SF2026-001\n', 'plan: SF2026-001\n'),
  'published-line': pair(
    'published.tsv',
    'DB9999/T 1—2024\n',
    'db9999-t-1-2024\tDB9999/T 1—2024\t2024-03-01\n',
  ),
  'removed-value': pair(
    'removed.yaml',
    '- { number: DB9999/T 9—2020 }\n',
    '- { number: DB9999/T 9—2020, reason: 内容并入 DB9999/T 1—2024 }\n',
  ),
  'standard-removed': {
    bad: { 'published.tsv': published },
    good: {
      'published.tsv': published,
      'removed.yaml': '- { number: DB9999/T 9—2020, reason: 内容并入 DB9999/T 1—2024 }\n',
    },
  },
  'standard-still-there': pair(
    'removed.yaml',
    '- { number: DB9999/T 1—2024, reason: 不再适用 }\n',
    '- { number: DB9999/T 9—2020, reason: 不再适用 }\n',
  ),
  'system-file-name': { bad: { 'systems/a.yml': '' }, good: { 'systems/a.yaml': '' } },
  'system-too-long': pair('systems/a.yaml', `# ${' '.repeat(4_000_000)}\n`, '# \n'),
  'system-unknown-key': pair('systems/a.yaml', 'Owner: 某厅\n', 'owner: 某厅\n'),
  'system-value': pair('systems/a.yaml', 'date: 2026年6月1日\n', 'date: 2026-06-01\n'),
  'system-yaml': pair('systems/a.yaml', 'owner: [某厅\n', 'owner: 某厅\n'),
  'translation-anchors': { bad: english(changes, 'sample'), good: english(changes, 'samples') },
  'translation-chinese': {
    bad: english(`${changes}draftedBy: [示范研究院]\n`, 'samples'),
    good: english(`${changes}draftedBy: [Sample Institute]\n`, 'samples'),
  },
  'translation-foreword': { bad: english('', 'samples'), good: english(changes, 'samples') },
  vocabulary: pair(
    'vocabulary/chains.yaml',
    '- { id: 冷链, zh: 冷链物流, en: Cold chain }\n',
    '- { id: cold-chain, zh: 冷链物流, en: Cold chain }\n',
  ),
  ...teachingExamples,
} satisfies Readonly<Partial<Record<ParseRuleId, Examples<ExampleFiles>>>>;
