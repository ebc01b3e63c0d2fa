import {
  inLanguage,
  shortFamilies,
  pick,
  roleTerms,
  rowStateTerms,
  stageTerms,
  systemKindTerms,
} from '#core/terms/index.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';
import type { Family } from '#core/number/index.ts';
import type { ChainStage, Counts, Role, RowState, SystemKind } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';

interface SystemWords {
  readonly systems: string;
  readonly kind: Readonly<Record<SystemKind, string>>;
  readonly stage: Readonly<Record<ChainStage, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly level: Readonly<Record<Family, string>>;
  readonly state: Readonly<Record<RowState, string>>;
  readonly owner: string;
  /** Who leads the chain, the field or the work. */
  readonly lead: Readonly<Record<SystemKind, string>>;
  readonly version: string;
  readonly dated: string;
  readonly sample: string;
  readonly expected: string;
  readonly inForce: string;
  readonly underway: string;
  readonly missing: string;
  readonly unverified: string;
  readonly coverage: string;
  readonly percent: (share: number | null) => string;
  readonly map: string;
  readonly mapNote: string;
  /** Where there are too many nodes or edges for a map, or none could be laid out. */
  readonly noMap: string;
  readonly support: string;
  readonly legend: string;
  /** Names of the nodes that follow one. */
  readonly leadsTo: (names: readonly string[]) => string;
  readonly nodeCounts: (counts: Counts) => string;
  readonly tree: string;
  readonly list: string;
  readonly listLead: (rows: string, unnamed: number) => string;
  readonly openList: string;
  readonly statistics: string;
  readonly statisticsNote: string;
  readonly roleHead: string;
  readonly total: string;
  readonly unnamed: string;
  readonly overTime: string;
  readonly overTimeNote: string;
  readonly asTable: string;
  readonly year: string;
  readonly earlierEdition: string;
  readonly thisEdition: string;
  readonly expectedNow: string;
  readonly explanation: string;
  readonly columns: Readonly<
    Record<
      | 'ordinal'
      | 'code'
      | 'branch'
      | 'title'
      | 'number'
      | 'responsible'
      | 'level'
      | 'implemented'
      | 'remark'
      | 'state'
      | 'role'
      | 'node',
      string
    >
  >;
  /** What stands before and after the day of implementation. */
  readonly implementedOn: (state: RowState) => readonly [string, string];
  readonly plannedFor: (year: number) => string;
  readonly planNumber: (plan: string) => string;
  readonly filters: string;
  readonly all: string;
  readonly clear: string;
  readonly shown: (count: string, total: string) => string;
  readonly noneShown: string;
  /** Said after `shown`. */
  readonly shownAlso: (also: string) => string;
  readonly shownUnnamed: (count: string) => string;
  readonly optionCount: (rows: number, also: number) => string;
  readonly unnamedRows: (count: string) => string;
  readonly alsoAt: (places: readonly string[]) => string;
  readonly withoutScripts: string;
  readonly print: string;
  readonly copyAddress: string;
  readonly copied: string;
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly standardsHere: string;
  readonly related: string;
  readonly nothingHere: string;
  readonly unnamedHere: (count: number) => string;
  readonly indicators: string;
  readonly organisations: string;
  readonly issuedHere: (count: number) => string;
  readonly provisions: string;
  readonly provisionsNote: string;
  readonly requirements: (count: number) => string;
  readonly fullText: string;
  readonly searchHere: string;
  readonly unknownTitle: string;
  /** Beside the title of a number that is not known. */
  readonly titleAsListed: string;
  /** Where nobody says which body looks after a standard. */
  readonly issuedBy: (bodies: string) => string;
  /** Said once on a page; empty in Chinese. */
  readonly untranslated: string;
}

/** Words of the pages of one standard system. */
export const SYSTEM_WORDS: Readonly<Record<Language, SystemWords>> = {
  zh: {
    systems: '标准体系',
    kind: pick(systemKindTerms, 'zh'),
    stage: pick(stageTerms, 'zh'),
    role: pick(roleTerms, 'zh'),
    level: inLanguage(shortFamilies, 'zh'),
    state: pick(rowStateTerms, 'zh'),
    owner: '归口',
    lead: pick(systemKindTerms, 'leadZh'),
    version: '版本',
    dated: '日期',
    sample: '样例：体系的划分、应有数、计划和单位均为虚构，所列标准的编号和名称是真实的。',
    expected: '应有',
    inForce: '现行',
    underway: '正在补',
    missing: '缺',
    unverified: '待核',
    coverage: '覆盖率',
    percent: (share) => (share === null ? '—' : `${Math.round(share * 100)}%`),
    map: '链图',
    mapNote:
      '从上游到下游，每个环节有多少标准现行、正在补、还缺：条越长应有的越多，底色越深缺得越多。点一个环节看它的标准。',
    noMap: '环节或走向太多，画成图看不清，这里按上下游列出各环节和它的去向。',
    support: '支撑',
    legend: '图例',
    leadsTo: (names) => `去往${names.join('、')}`,
    nodeCounts: ({ expected, inForce, underway, unverified, missing }) =>
      `应有 ${expected}，现行 ${inForce}，正在补 ${underway}，${unverified > 0 ? `待核 ${unverified}，` : ''}缺 ${missing}`,
    tree: '结构图',
    list: '明细表',
    listLead: (rows, unnamed) =>
      `${rows} 项标准，按标准体系编号排列。${unnamed > 0 ? `另有 ${unnamed} 项需要而尚未列明。` : ''}`,
    openList: '打开明细表',
    statistics: '统计表',
    statisticsNote: '现有数／应有数。现有数只计现行的标准。',
    roleHead: '标准类别',
    total: '合计',
    unnamed: '尚未列明',
    overTime: '逐年',
    overTimeNote: '每年年底，本体系所列的标准有多少在实施。',
    asTable: '看数字',
    year: '年份',
    earlierEdition: '当时由前一版实施',
    thisEdition: '现在这一版',
    expectedNow: '应有数（现在）',
    explanation: '编制说明',
    columns: {
      ordinal: '序号',
      code: '标准体系编号',
      branch: '子体系',
      title: '标准名称',
      number: '标准编号',
      responsible: '归口或发布单位',
      level: '级别',
      implemented: zh.field.implemented,
      remark: '备注',
      state: zh.statusLabel,
      role: '类别',
      node: '环节',
    },
    implementedOn: () => ['', '实施'],
    plannedFor: (year) => `计划 ${year} 年`,
    planNumber: (plan) => `计划号 ${plan}`,
    filters: '筛选',
    all: '全部',
    clear: '清除筛选',
    shown: (count, total) => `显示 ${count} 项，共 ${total} 项`,
    noneShown: '没有符合这些条件的标准。',
    shownAlso: (also) => `，其中 ${also} 项是别处的，也适用于这里`,
    shownUnnamed: (count) => `；另有 ${count} 项应有而尚未列明`,
    optionCount: (rows, also) => (also > 0 ? `（${rows}，另 ${also} 项也适用）` : `（${rows}）`),
    unnamedRows: (count) => `另有 ${count} 项应有而尚未列明的标准，在：`,
    alsoAt: (places) => `也适用于${places.join('、')}`,
    withoutScripts: '筛选要用 JavaScript；这里没有启用，列出的是全部各行。',
    print: zh.print,
    copyAddress: '复制网址',
    copied: '网址已复制，打开就是这份名单。',
    place: '环节',
    before: '来自',
    after: '去往',
    standardsHere: '这个环节的标准',
    related: '也适用于这里的标准',
    nothingHere: '这里还没有标准。',
    unnamedHere: (count) => `另有 ${count} 项需要而尚未列明的标准。`,
    indicators: zh.indicators,
    organisations: '制定这些标准的机构',
    issuedHere: (count) => `${count} 项`,
    provisions: zh.clauses,
    provisionsNote: '有全文的标准里提出要求的各章，可直接读到条。',
    requirements: zh.requirementCount,
    fullText: zh.fullText,
    searchHere: '在这个环节的标准里搜索',
    unknownTitle: '（未收录名称）',
    titleAsListed: '名称据原表',
    issuedBy: (bodies) => `${bodies}发布`,
    untranslated: '',
  },
  en: {
    systems: 'Standard systems',
    kind: pick(systemKindTerms, 'en'),
    stage: pick(stageTerms, 'en'),
    role: pick(roleTerms, 'en'),
    level: inLanguage(shortFamilies, 'en'),
    state: pick(rowStateTerms, 'en'),
    owner: 'Owner',
    lead: pick(systemKindTerms, 'leadEn'),
    version: 'Version',
    dated: 'Date',
    sample:
      'Sample: the division, the expected counts, the plans and the bodies are invented; numbers and titles of the standards are real.',
    expected: 'Expected',
    inForce: 'In force',
    underway: 'Under way',
    missing: 'Missing',
    unverified: 'To be verified',
    coverage: 'Coverage',
    percent: (share) => (share === null ? '—' : `${Math.round(share * 100)}%`),
    map: 'Map',
    mapNote:
      'From upstream to downstream: how many standards each segment has in force, under way and missing. The longer a bar, the more are expected; the darker a box, the more of them are missing. Choose a segment to see them.',
    noMap:
      'There are too many segments or links between them for a legible map; they are listed here from upstream to downstream, each with where it leads.',
    support: 'Supporting',
    legend: 'Legend',
    leadsTo: (names) => `leads to ${names.join(', ')}`,
    nodeCounts: ({ expected, inForce, underway, unverified, missing }) =>
      `expected ${expected}, in force ${inForce}, under way ${underway}, ${unverified > 0 ? `to be verified ${unverified}, ` : ''}missing ${missing}`,
    tree: 'Structure',
    list: 'List of standards',
    listLead: (rows, unnamed) =>
      `${rows} standards in the order of their system codes.${unnamed > 0 ? ` ${unnamed} more are needed and not yet named.` : ''}`,
    openList: 'Open the list',
    statistics: 'Statistics',
    statisticsNote: 'Existing / expected. Only standards in force count as existing.',
    roleHead: 'Kind',
    total: 'Total',
    unnamed: 'Not yet named',
    overTime: 'Over the years',
    overTimeNote: 'How many of the standards in this system were in force at the end of each year.',
    asTable: 'See the figures',
    year: 'Year',
    earlierEdition: 'By an earlier edition then',
    thisEdition: 'In the present edition',
    expectedNow: 'Expected now',
    explanation: 'Explanation',
    columns: {
      ordinal: 'No.',
      code: 'System code',
      branch: 'Sub-system',
      title: 'Title',
      number: 'Number',
      responsible: 'Responsible or issuing body',
      level: 'Level',
      implemented: en.field.implemented,
      remark: 'Remark',
      state: en.statusLabel,
      role: 'Kind',
      node: 'Segment',
    },
    implementedOn: (state) => [
      state === 'in-force'
        ? 'in force since'
        : state === 'coming'
          ? 'in force from'
          : 'implemented',
      '',
    ],
    plannedFor: (year) => `planned for ${year}`,
    planNumber: (plan) => `plan ${plan}`,
    filters: 'Filter',
    all: 'All',
    clear: 'Clear filters',
    shown: (count, total) => `${count} of ${total} shown`,
    noneShown: 'No standard meets these conditions.',
    shownAlso: (also) => `, ${also} of them from elsewhere that also apply here`,
    shownUnnamed: (count) => `; ${count} more expected, not yet named`,
    optionCount: (rows, also) => (also > 0 ? ` (${rows}, ${also} more apply)` : ` (${rows})`),
    unnamedRows: (count) => `Expected but not yet named, ${count} more, at:`,
    alsoAt: (places) => `also applies to: ${places.join(', ')}`,
    withoutScripts: 'Filters need JavaScript, which is off: all rows are shown.',
    print: en.print,
    copyAddress: 'Copy address',
    copied: 'Address copied; it opens this very list.',
    place: 'Segment',
    before: 'Comes from',
    after: 'Leads to',
    standardsHere: 'Standards of this segment',
    related: 'Standards of other segments that apply here too',
    nothingHere: 'There are no standards here yet.',
    unnamedHere: (count) => `Standards needed here and not yet named: ${count}.`,
    indicators: en.indicators,
    organisations: 'Bodies behind these standards',
    issuedHere: (count) => `${count}`,
    provisions: en.clauses,
    provisionsNote: 'Chapters that set requirements, of the standards with full text.',
    requirements: en.requirementCount,
    fullText: en.fullText,
    searchHere: 'Search the standards of this segment',
    unknownTitle: '(title not on record)',
    titleAsListed: 'title as listed',
    issuedBy: (bodies) => `issued by ${bodies}`,
    untranslated: 'Titles without an official English form are given in Chinese.',
  },
};
