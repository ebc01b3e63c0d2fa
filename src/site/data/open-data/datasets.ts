import { memo } from '#core/base/memo.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import { countSlots } from '#core/exchange/open-data/manifest.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Library } from '#library/open.ts';
import { recordsFile } from '../../source-paths.ts';

/** What is known of all texts together, cut into slots: in each file are the lines of some of them. */
export const slotDatasets = ['clauses', 'provisions', 'terms', 'references'] as const;
export type SlotDataset = (typeof slotDatasets)[number];

export type DatasetId = 'catalogue' | SlotDataset | 'systems' | 'projects' | 'notices' | 'sources';

/** A set of data of the whole library. */
export interface Dataset {
  readonly id: DatasetId;
  readonly name: Bilingual;
  readonly what: Bilingual;
  /** Its files by their paths below `/data/`: the same in other formats, or parts where they are numbered. */
  readonly files: readonly string[];
  /** Of numbered files, the first of which is named by `files`: how many there are. */
  readonly parts?: number;
}

/** Rows of a workbook of the whole catalogue, at most: a longer one takes seconds to write at each change. */
const mostRows = 5000;

/** Texts whose data are published: a text that is not public has none. */
const listTexts = memo(({ rows }: Library): readonly StandardRow[] =>
  rows
    .filter(({ meta }) => meta.bodyRestricted === undefined)
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
);

/** How many slots the texts of a library are cut into. */
export const countTextSlots = ({ rows }: Pick<Library, 'rows'>): number => countSlots(rows.length);

export { listTexts };

/** What is told of each set, in the order of the page. */
const told: Readonly<Record<DatasetId, { readonly name: Bilingual; readonly what: Bilingual }>> = {
  catalogue: {
    name: { zh: '标准目录', en: 'Catalogue' },
    what: {
      zh: '每项标准一行：编号、名称、状态和它的日期、代替关系、分类号、发布机构、所在体系',
      en: 'a row for each standard: number, title, status with its days, what it replaces, codes, issuers, systems',
    },
  },
  clauses: {
    name: { zh: '章条', en: 'Clauses' },
    what: {
      zh: '每条一行：编号、标题、正文，和其中的条款、限值、术语、引用',
      en: 'a line for each clause: number, title and text, with its provisions, limits, terms and references',
    },
  },
  provisions: {
    name: { zh: '条款', en: 'Provisions' },
    what: {
      zh: '每个要求、推荐、允许一行：类型、能愿动词、原句、限值和条件、证实方法',
      en: 'a line for each requirement, recommendation and permission: type, verb, sentence, limits and conditions, what verifies it',
    },
  },
  terms: {
    name: { zh: '术语', en: 'Terms' },
    what: {
      zh: '每个术语条目一行：中英文名称、许用术语、缩略语、定义、来源',
      en: 'a line for each entry: names in both languages, admitted terms, abbreviations, definition, source',
    },
  },
  references: {
    name: { zh: '引用', en: 'References' },
    what: {
      zh: '每处引用一行：哪项标准的哪一条，引用哪项标准，注日期与否，规范性或资料性',
      en: 'a line for each citation: clause of which standard, of which it cites, dated or not, normative or informative',
    },
  },
  systems: {
    name: { zh: '标准体系', en: 'Standard systems' },
    what: {
      zh: '各体系明细表的每一行：位置、编号、名称、状态、分工',
      en: 'each row of the lists of all systems: place, number, title, state, who is responsible',
    },
  },
  projects: {
    name: { zh: '制修订项目', en: 'Projects' },
    what: {
      zh: '每个项目一行：计划号、名称、阶段和日期、下一个期限',
      en: 'a line for each project: plan number, title, stages with their days, the next deadline',
    },
  },
  notices: {
    name: { zh: '公告', en: 'Notices' },
    what: {
      zh: '每份公告一行：文号、日期、所及的标准',
      en: 'a line for each notice: number, day, the standards it tells of',
    },
  },
  sources: {
    name: { zh: '目录原文件', en: 'Source of the catalogue' },
    what: {
      zh: '没有全文的标准的目录，按标准库里 catalogue/ 的写法，供建镜像用',
      en: 'facts of standards without a text as catalogue/ of a library has them, to make a mirror of',
    },
  },
};

/** The sets of data of a library, with their files. Sets of texts are there where the data of each standard are. */
export const listDatasets: (library: Library) => readonly Dataset[] = memo((library: Library) => {
  const { catalog, withData = false } = library;
  const parts = countTextSlots(library);
  const make = (id: DatasetId, files: readonly string[], numbered?: number): Dataset => ({
    id,
    ...told[id],
    files,
    ...(numbered !== undefined && { parts: numbered }),
  });
  return [
    make('catalogue', [
      'catalogue.csv',
      'catalogue.json',
      'catalogue.ndjson',
      ...(catalog.entries.length <= mostRows ? ['catalogue.xlsx'] : []),
      'catalogue.csv.gz',
      'catalogue.ndjson.gz',
    ]),
    ...(withData ? slotDatasets.map((id) => make(id, [`${id}/0.ndjson.gz`], parts)) : []),
    make('systems', ['systems.ndjson']),
    make('projects', ['projects.ndjson']),
    make('notices', ['notices.ndjson']),
    make('sources', [recordsFile.replace('data/', '')]),
  ];
});

/** The files of a set by their paths below `/data/`, those that are numbered one by one. */
export function listFilesOf({ id, files, parts }: Dataset): readonly string[] {
  return parts === undefined
    ? files
    : Array.from({ length: parts }, (_, at) => `${id}/${at}.ndjson.gz`);
}

/** Set and slot of a numbered file; undefined of any other. */
export function readSlotFile(
  name: string,
): { readonly id: SlotDataset; readonly slot: number } | undefined {
  const [, folder = '', slot = ''] = /^([a-z]+)\/(\d+)\.ndjson\.gz$/.exec(name) ?? [];
  const id = slotDatasets.find((each) => each === folder);
  return id && { id, slot: Number(slot) };
}
