import type { Language } from '#core/model/standard.ts';
import { lifeStageTerms, pick, reviewTerms } from '#core/terms/index.ts';
import type { LifeStage, ReviewResult } from '#core/terms/index.ts';
import { GROUP_WORDS } from './browser/lifecycle.ts';

interface Span {
  readonly days?: number | undefined;
  readonly workdays?: number | undefined;
  readonly months?: number | undefined;
  readonly years?: number | undefined;
}

interface LifecycleWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly basis: string;
  readonly stage: Readonly<Record<LifeStage, string>>;
  readonly filters: string;
  readonly all: string;
  readonly filter: Readonly<Record<'stage' | 'chain' | 'office' | 'kind' | 'due', string>>;
  readonly dueChoice: Readonly<Record<'late' | 'soon', string>>;
  readonly clear: string;
  readonly due: string;
  readonly asList: string;
  readonly asMonth: string;
  readonly earlier: string;
  readonly later: string;
  readonly column: Readonly<
    Record<
      'day' | 'what' | 'standard' | 'stage' | 'left' | 'next' | 'offices' | 'project' | 'since',
      string
    >
  >;
  /** What is due by a day that was announced, and a stage that begins. */
  readonly until: (stage: string) => string;
  readonly begins: (stage: string) => string;
  readonly least: (name: string) => string;
  readonly noDues: string;
  /** Names of what is late or due soon, and of the rest; a number of things to do. */
  readonly near: string;
  readonly distant: string;
  readonly things: (count: number) => string;
  readonly counted: (count: number) => string;
  readonly more: (count: number) => string;
  readonly projects: string;
  readonly over: string;
  readonly stopped: (day: string) => string;
  readonly onWay: (at: number, of: number, stage: string) => string;
  readonly limits: string;
  readonly limitsLead: string;
  readonly noSource: string;
  readonly lookedUp: (day: string) => string;
  readonly span: (span: Span) => string;
  readonly rule: (from: string, to: string, span: string, isLeast: boolean) => string;
  readonly plans: string;
  readonly plan: (year: number) => string;
  readonly planLead: (count: number) => string;
  readonly planColumn: Readonly<
    Record<
      | 'at'
      | 'plan'
      | 'title'
      | 'kind'
      | 'work'
      | 'proposedBy'
      | 'administeredBy'
      | 'draftedBy'
      | 'planned'
      | 'stage'
      | 'number',
      string
    >
  >;
  readonly make: string;
  readonly revise: (number: string) => string;
  readonly download: string;
  readonly fact: Readonly<
    Record<
      | 'plan'
      | 'kind'
      | 'year'
      | 'chains'
      | 'proposedBy'
      | 'administeredBy'
      | 'draftedBy'
      | 'revises'
      | 'nature'
      | 'adopts'
      | 'number'
      | 'contact',
      string
    >
  >;
  readonly way: string;
  readonly text: string;
  readonly readDraft: string;
  readonly comments: string;
  readonly outcome: string;
  readonly toCome: string;
  readonly optional: string;
  readonly announced: (day: string) => string;
  readonly papers: string;
  readonly notPublic: string;
  readonly result: Readonly<Record<ReviewResult, string>>;
  readonly doneLate: (day: string) => string;
}

/** What the pages of projects say; what their script says is beside it, in `browser`. */
export const LIFECYCLE_WORDS: Readonly<Record<Language, LifecycleWords>> = {
  zh: {
    title: '标准制修订',
    lead: '每个项目走到哪一步、什么该办、什么已超期；已发布标准的备案、实施和复审也在这里。',
    none: '还没有项目。写法见 docs/lifecycle.md。',
    basis: '日期写在各项目里；天数在打开页面的这一天数。',
    stage: pick(lifeStageTerms, 'zh'),
    filters: '筛选',
    all: '全部',
    filter: { stage: '阶段', chain: '产业链', office: '单位', kind: '类别', due: '到期' },
    dueChoice: { late: '已超期', soon: '30 天内' },
    clear: '清除筛选',
    due: '待办与期限',
    asList: '列表',
    asMonth: '月历',
    earlier: '上一月',
    later: '下一月',
    column: {
      day: '日期',
      what: '事项',
      standard: '项目或标准',
      stage: '现在的阶段',
      left: '还有几天',
      next: '下一件',
      offices: '负责单位',
      project: '项目',
      since: '自',
    },
    until: (stage) => `${stage}截止`,
    begins: (stage) => stage,
    least: (name) => `${name}满期`,
    noDues: '没有待办。',
    near: '超期和 30 天内到期',
    distant: '以后的',
    ...GROUP_WORDS.zh,
    more: (count) => `另有 ${count} 项标准的期限较远，见各标准的页面。`,
    projects: '项目',
    over: '已结束',
    stopped: (day) => `${day} 终止`,
    onWay: (at, of, stage) => `第 ${at} 步，共 ${of} 步：${stage}`,
    limits: '期限的依据',
    limitsLead: '期限写在 deadlines.yaml，由主管部门核定；没有写法律依据的，是本库自定的天数。',
    noSource: '本库自定，没有写法律依据',
    lookedUp: (day) => `${day} 核对`,
    span: ({ days, workdays, months, years }) =>
      days !== undefined
        ? `${days} 日`
        : workdays !== undefined
          ? `${workdays} 个工作日`
          : months !== undefined
            ? `${months} 个月`
            : `${years ?? 0} 年`,
    rule: (from, to, span, isLeast) =>
      isLeast ? `从${from}到${to}，不少于 ${span}` : `从${from}到${to}，${span}以内`,
    plans: '立项计划',
    plan: (year) => `${year} 年立项计划`,
    planLead: (count) => `${count} 个项目，按计划号。`,
    planColumn: {
      at: '序号',
      plan: '计划号',
      title: '项目名称',
      kind: '类别',
      work: '制修订',
      proposedBy: '提出单位',
      administeredBy: '归口单位',
      draftedBy: '起草单位',
      planned: '立项日期',
      stage: '现在的阶段',
      number: '标准编号',
    },
    make: '制定',
    revise: (number) => `修订 ${number}`,
    download: '下载 XLSX',
    fact: {
      plan: '计划号',
      kind: '类别',
      year: '立项计划',
      chains: '产业链',
      proposedBy: '提出',
      administeredBy: '归口',
      draftedBy: '起草单位',
      revises: '修订',
      nature: '性质',
      adopts: '采用',
      number: '标准',
      contact: '意见寄至',
    },
    way: '经过',
    text: '文本',
    readDraft: '看文本，提意见',
    comments: '意见',
    outcome: '处理结果',
    toCome: '还没有到',
    optional: '可以没有',
    announced: (day) => `公布的截止日 ${day}`,
    papers: '材料',
    notPublic: '不公开',
    result: pick(reviewTerms, 'zh'),
    doneLate: (day) => `${day} 办结，超期`,
  },
  en: {
    title: 'Projects and time limits',
    lead: 'How far each project has come, what is due and what is late; filing, implementation and review of issued standards are here, too.',
    none: 'There is no project yet. See docs/lifecycle.md.',
    basis:
      'Days are those of the projects; how many are left is counted on the day this page is opened.',
    stage: pick(lifeStageTerms, 'en'),
    filters: 'Filters',
    all: 'All',
    filter: { stage: 'Stage', chain: 'Chain', office: 'Office', kind: 'Kind', due: 'Due' },
    dueChoice: { late: 'Late', soon: 'Within 30 days' },
    clear: 'Clear filters',
    due: 'Due',
    asList: 'List',
    asMonth: 'Calendar',
    earlier: 'Month before',
    later: 'Month after',
    column: {
      day: 'Day',
      what: 'What',
      standard: 'Project or standard',
      stage: 'Stage now',
      left: 'Days left',
      next: 'Next',
      offices: 'Offices in charge',
      project: 'Project',
      since: 'Since',
    },
    until: (stage) => `${stage}: announced end`,
    begins: (stage) => stage,
    least: (name) => `${name}: least time over`,
    noDues: 'Nothing is due.',
    near: 'Late and due within 30 days',
    distant: 'Later on',
    ...GROUP_WORDS.en,
    more: (count) => `${count} more standards have limits farther off; see their pages.`,
    projects: 'Projects',
    over: 'Over',
    stopped: (day) => `Given up on ${day}`,
    onWay: (at, of, stage) => `Step ${at} of ${of}: ${stage}`,
    limits: 'Where limits come from',
    limitsLead:
      'Limits stand in deadlines.yaml and are for the bureau to confirm; one without a legal source is the library’s own.',
    noSource: 'set by this library; no legal source is given',
    lookedUp: (day) => `looked up ${day}`,
    span: ({ days, workdays, months, years }) =>
      days !== undefined
        ? `${days} days`
        : workdays !== undefined
          ? `${workdays} working days`
          : months !== undefined
            ? `${months} months`
            : `${years ?? 0} years`,
    rule: (from, to, span, isLeast) =>
      isLeast ? `${from} to ${to}: at least ${span}` : `${from} to ${to}: within ${span}`,
    plans: 'Plans',
    plan: (year) => `Plan of ${year}`,
    planLead: (count) => `${count} projects, by plan number.`,
    planColumn: {
      at: 'No.',
      plan: 'Plan number',
      title: 'Title',
      kind: 'Kind',
      work: 'New or revised',
      proposedBy: 'Proposed by',
      administeredBy: 'In charge',
      draftedBy: 'Drafted by',
      planned: 'Planned on',
      stage: 'Stage now',
      number: 'Standard',
    },
    make: 'New',
    revise: (number) => `Revises ${number}`,
    download: 'Download XLSX',
    fact: {
      plan: 'Plan number',
      kind: 'Kind',
      year: 'Plan',
      chains: 'Chains',
      proposedBy: 'Proposed by',
      administeredBy: 'In charge',
      draftedBy: 'Drafted by',
      revises: 'Revises',
      nature: 'Force',
      adopts: 'Adopts',
      number: 'Standard',
      contact: 'Comments to',
    },
    way: 'Way',
    text: 'Text',
    readDraft: 'Read the text and comment',
    comments: 'Comments',
    outcome: 'What became of them',
    toCome: 'To come',
    optional: 'may be left out',
    announced: (day) => `announced end ${day}`,
    papers: 'Papers',
    notPublic: 'not public',
    result: pick(reviewTerms, 'en'),
    doneLate: (day) => `done on ${day}, late`,
  },
};
