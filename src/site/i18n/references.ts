import type { NeighbourKind } from '#core/catalog/index.ts';
import type { Language } from '#core/model/standard.ts';

/** What tables of references and their exports say. */
interface ReportWords {
  readonly filters: string;
  readonly all: string;
  readonly shown: (count: string, total: string) => string;
  readonly noneShown: string;
  readonly sort: string;
  readonly xlsx: string;
  readonly csv: string;
  readonly json: string;
  readonly graphml: string;
  readonly print: string;
  readonly saved: (count: string) => string;
  readonly notSaved: string;
  /** Heads of columns that stand in files only. */
  readonly day: string;
  readonly kind: string;
  readonly status: string;
  readonly clauses: string;
  readonly cited: string;
  readonly dated: Readonly<Record<'dated' | 'undated' | 'both', string>>;
  readonly normative: string;
  readonly informative: string;
  readonly system: string;
  readonly title: string;
  readonly unknown: string;
  readonly hosted: string;
  readonly yes: string;
  readonly no: string;
  readonly noClause: string;
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  zh: {
    filters: '筛选',
    all: '全部',
    shown: (count, total) => `${count} / ${total} 行`,
    noneShown: '没有这样的行。',
    sort: '按这一列排序',
    xlsx: '下载 XLSX',
    csv: '下载 CSV',
    json: '下载 JSON',
    graphml: '下载 GraphML',
    print: '打印',
    saved: (count) => `已下载 ${count} 行。`,
    notSaved: '没有生成文件，请再试一次。',
    day: '状态按',
    kind: '类别',
    status: '状态',
    clauses: '引用处',
    cited: '引用方式',
    dated: { dated: '注日期', undated: '不注日期', both: '两种都有' },
    normative: '规范性引用',
    informative: '其他引用',
    system: '标准体系',
    title: '名称',
    unknown: '本库没有收录',
    hosted: '有全文',
    yes: '有',
    no: '无',
    noClause: '条文以外',
  },
  en: {
    filters: 'Filter',
    all: 'All',
    shown: (count, total) => `${count} of ${total} rows`,
    noneShown: 'No such rows.',
    sort: 'Sort by this column',
    xlsx: 'Download XLSX',
    csv: 'Download CSV',
    json: 'Download JSON',
    graphml: 'Download GraphML',
    print: 'Print',
    saved: (count) => `${count} rows downloaded.`,
    notSaved: 'The file could not be made: try again.',
    day: 'Status on',
    kind: 'Kind',
    status: 'Status',
    clauses: 'Where',
    cited: 'Cited',
    dated: { dated: 'dated', undated: 'undated', both: 'both ways' },
    normative: 'Normative',
    informative: 'Other',
    system: 'Standard system',
    title: 'Title',
    unknown: 'Not in this library',
    hosted: 'Full text',
    yes: 'yes',
    no: 'no',
    noClause: 'outside the clauses',
  },
};

interface ReferencesWords {
  readonly title: string;
  readonly titleOf: (name: string) => string;
  readonly lead: string;
  readonly placeLead: (members: string, texts: string) => string;
  readonly onlyTexts: string;
  readonly basis: string;
  readonly resting: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly drawing: string;
  readonly table: string;
  readonly kind: Readonly<Record<NeighbourKind, string>>;
  readonly relation: string;
  readonly member: string;
  readonly number: string;
  readonly members: (count: string) => string;
  readonly left: (count: string) => string;
}

export const REFERENCES_WORDS: Readonly<Record<Language, ReferencesWords>> = {
  zh: {
    title: '引用关系',
    titleOf: (name) => `${name} 的引用关系`,
    lead: '左边是它依据的标准，右边是以它为依据的标准，只看一步。状态按你打开页面的那一天。',
    placeLead: (members, texts) =>
      `这一环节的 ${members} 项标准（${texts} 项有全文）合在一起看：左边是它们依据的，右边是以它们为依据的。彼此之间的引用不列。`,
    onlyTexts: '引用只从本库有全文的标准里读出，没有全文的标准引用了什么，这里不知道。',
    basis: '它依据的',
    resting: '以它为依据的',
    nothing: '没有',
    more: (count) => `还有 ${count} 项，见下表`,
    drawing: '图',
    table: '明细',
    kind: {
      cites: '引用',
      adopts: '采用',
      amends: '修改',
      replaces: '代替',
      citedBy: '被引用',
      adoptedBy: '被采用',
      amendedBy: '被修改',
      replacedBy: '被代替',
    },
    relation: '关系',
    member: '这一环节的标准',
    number: '标准',
    members: (count) => `${count} 项标准`,
    left: (count) => `另有 ${count} 行没有列出。`,
  },
  en: {
    title: 'References',
    titleOf: (name) => `References of ${name}`,
    lead: 'On the left what it rests on, on the right what rests on it, one step each way. Statuses are those of the day on which you open the page.',
    placeLead: (members, texts) =>
      `The standards of this place together (${members}, ${texts} with full text): on the left what they rest on, on the right what rests on them. References among them are left out.`,
    onlyTexts:
      'References are read from standards with full text here; what others cite is not known.',
    basis: 'What it rests on',
    resting: 'What rests on it',
    nothing: 'Nothing',
    more: (count) => `and ${count} more in the table`,
    drawing: 'Drawing',
    table: 'In detail',
    kind: {
      cites: 'Cites',
      adopts: 'Adopts',
      amends: 'Amends',
      replaces: 'Supersedes',
      citedBy: 'Cited by',
      adoptedBy: 'Adopted by',
      amendedBy: 'Amended by',
      replacedBy: 'Superseded by',
    },
    relation: 'Relation',
    member: 'Standard of this place',
    number: 'Standard',
    members: (count) => `Standards: ${count}`,
    left: (count) => `Rows not shown: ${count}.`,
  },
};

interface StaleWords {
  readonly title: string;
  readonly lead: string;
  readonly basis: (texts: string) => string;
  readonly count: (count: string) => string;
  readonly none: string;
  readonly citing: string;
  readonly target: string;
  readonly targetStatus: string;
  readonly heirs: string;
  readonly noHeirs: string;
  readonly since: string;
  readonly left: (count: string) => string;
}

export const STALE_WORDS: Readonly<Record<Language, StaleWords>> = {
  zh: {
    title: '引用已失效',
    lead: '标准本身现行或即将实施，引用的标准却已被代替或废止：列出引用的条、现在该用的标准，供修订时核对。',
    basis: (texts) => `查了本库有全文的 ${texts} 项标准；没有全文的标准引用了什么，这里不知道。`,
    count: (count) => `共 ${count} 处引用已失效。`,
    none: '没有引用已失效的标准。',
    citing: '现行标准',
    target: '它引用的标准',
    targetStatus: '被引用标准的状态',
    heirs: '现在用',
    noHeirs: '没有记载',
    since: '自',
    left: (count) => `另有 ${count} 处没有列出。`,
  },
  en: {
    title: 'Stale references',
    lead: 'Standards in force, or soon to be, that cite what is superseded or withdrawn: with the clauses and what to use instead, for the next revision.',
    basis: (texts) =>
      `The standards with full text here were looked through (${texts}); what others cite is not known.`,
    count: (count) => `Stale references: ${count}.`,
    none: 'No standard here cites one that is no longer in force.',
    citing: 'Standard in force',
    target: 'What it cites',
    targetStatus: 'Status of what it cites',
    heirs: 'Use instead',
    noHeirs: 'Not recorded',
    since: 'Since',
    left: (count) => `References not shown: ${count}.`,
  },
};
