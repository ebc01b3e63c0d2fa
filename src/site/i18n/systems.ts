import type { Language } from '#core/model/standard.ts';
import type { PlanGroup } from '../views/overview-lists.ts';

interface OverviewWords {
  readonly title: string;
  readonly lead: string;
  readonly compare: string;
  readonly compareNote: string;
  readonly system: string;
  readonly nodes: string;
  readonly coverage: string;
  readonly chains: string;
  readonly chainsLead: (built: number, all: number) => string;
  readonly fields: string;
  readonly totals: string;
  readonly totalsNote: string;
  readonly weakest: string;
  readonly weakestNote: string;
  readonly missingOf: (count: number) => string;
  readonly plans: (year: number) => string;
  readonly plansNote: string;
  readonly planGroup: Readonly<Record<PlanGroup, string>>;
  readonly issuedOn: (day: string) => string;
  /** Kinds of gaps that only the lists have. */
  readonly underway: string;
  readonly underwayNote: string;
  readonly unverified: string;
  readonly unverifiedNote: string;
  readonly notBuilt: string;
  readonly find: string;
  readonly findNote: string;
  readonly findChain: string;
  readonly findNode: string;
  readonly findRole: string;
  readonly choose: string;
  readonly anyNode: string;
  readonly anyRole: string;
  readonly findStart: string;
  readonly findGo: (count: string) => string;
  readonly heat: string;
  /** From no standard at all to all that is expected, after `heatOf`. */
  readonly heatSteps: readonly string[];
  readonly gaps: string;
  readonly gapsLead: string;
  readonly openGaps: string;
  readonly reviewYears: (years: number) => string;
  readonly missing: string;
  readonly missingNote: string;
  readonly unnamedAt: (count: number) => string;
  readonly old: string;
  readonly oldNote: (years: number) => string;
  /** Since when a standard holds unreviewed, and by when it was due. */
  readonly since: (day: string, due: string) => string;
  readonly overdue: string;
  readonly unknownReview: string;
  readonly stale: string;
  readonly staleNote: string;
  readonly cites: string;
  readonly useInstead: string;
  readonly enterpriseOnly: string;
  readonly enterpriseOnlyNote: string;
  readonly empty: string;
  readonly emptyNote: string;
  readonly withoutAdoption: string;
  readonly withoutAdoptionNote: string;
  readonly adoptionUnknown: (count: number, own: number) => string;
  readonly none: string;
  readonly standings: string;
  readonly alsoAt: string;
}

/** Words of the overview of systems, of the gaps in them, and of where a standard stands. */
export const OVERVIEW_WORDS: Readonly<Record<Language, OverviewWords>> = {
  zh: {
    title: '标准体系',
    lead: '每条产业链从上游到下游有哪些标准，哪些现行，哪些在写，还缺什么。',
    compare: '各体系一览',
    compareNote:
      '一格是一个环节，从上游到下游，支撑在最后；颜色越深缺得越多，淡的齐全。点方格和数字看名单。',
    system: '体系',
    nodes: '环节',
    coverage: '覆盖率',
    chains: '重点产业链',
    chainsLead: (built, all) => `${all} 条重点产业链，已建体系 ${built} 条。`,
    fields: '公共服务和其他领域',
    totals: '合计',
    totalsNote: '各体系相加，一项标准列在几个体系里就计几次。',
    weakest: '最薄弱的十个环节',
    weakestNote: '还缺标准的环节，覆盖率低的在前，相同时缺得多的在前。',
    missingOf: (count) => `缺 ${count}`,
    plans: (year) => `${year} 年计划`,
    plansNote:
      '已发布：体系所列标准中本年发布的。在研：正在编制且没有逾期的，含未写年份的。未开始：计划本年、尚待制定的。逾期：计划年份已过，仍在编制或待制定的。',
    planGroup: { done: '已发布', running: '在研', waiting: '未开始', late: '逾期' },
    issuedOn: (day) => `${day} 发布`,
    underway: '正在补的标准',
    underwayNote: '已发布尚未实施的，和在研的。',
    unverified: '待核的标准',
    unverifiedNote: '列在体系里，而目录里查不到这个编号，或查不到它的状态，等人核实。',
    notBuilt: '尚未建立',
    find: '为我的产品找标准',
    findNote: '选出的明细表可以收藏网址、打印和导出。不分环节的通用标准在“全部环节”里。',
    findChain: '产业链或领域',
    findNode: '环节',
    findRole: '标准类别',
    choose: '请选择',
    anyNode: '全部环节',
    anyRole: '全部类别',
    findStart: '看标准',
    findGo: (count) => `看 ${count} 项标准`,
    heat: '现行的标准占应有数',
    heatSteps: ['没有标准', '没有现行的', '不到三分之一', '三分之一以上', '三分之二以上', '齐全'],
    gaps: '缺口',
    gapsLead: '各体系里标龄过长、引用失效、只有企业标准、没有标准、没有采标的地方。',
    openGaps: '全部名单',
    reviewYears: (years) => `标龄超 ${years} 年`,
    missing: '缺的标准',
    missingNote: '待制定的，和需要而尚未列明的。',
    unnamedAt: (count) => `另需 ${count} 项，尚未列明`,
    old: '标龄过长',
    oldNote: (years) => `实施或上次复审已超过 ${years} 年。`,
    since: (day, due) => `${day} 起，应在 ${due} 前复审`,
    overdue: '没有复审记录',
    unknownReview: '复审情况不明',
    stale: '引用已失效',
    staleNote: '体系里有全文的标准，引用了已被代替或废止的标准。',
    cites: '引用',
    useInstead: '现行为',
    enterpriseOnly: '只有企业标准',
    enterpriseOnlyNote: '可考虑上升为团体标准或地方标准。',
    empty: '没有标准',
    emptyNote: '没有现行、即将实施、在研或待核的标准，别处的标准也不适用于这里。',
    withoutAdoption: '未见采标',
    withoutAdoptionNote:
      '没有已知采用国际标准的标准，也适用于这里的别处标准也没有。项数只计这里自己的。',
    adoptionUnknown: (count, own) => `${own} 项中 ${count} 项是否采标不明`,
    none: '无',
    standings: '所在的标准体系',
    alsoAt: '也用于',
  },
  en: {
    title: 'Standard systems',
    lead: 'Which standards each industrial chain has from upstream to downstream: in force, being written, missing.',
    compare: 'All systems side by side',
    compareNote:
      'Each square is a segment, from upstream to downstream, supporting ones last; the darker, the more is missing; pale is complete. Squares and numbers open their lists.',
    system: 'System',
    nodes: 'Segments',
    coverage: 'Coverage',
    chains: 'Key industrial chains',
    chainsLead: (built, all) => `${all} key chains, ${built} with a system.`,
    fields: 'Public services and other fields',
    totals: 'All systems',
    totalsNote: 'The systems added up: a standard that is in several counts in each.',
    weakest: 'The ten weakest segments',
    weakestNote: 'Segments that lack standards: lowest coverage first, then those that lack most.',
    missingOf: (count) => `${count} missing`,
    plans: (year) => `Plans of ${year}`,
    plansNote:
      'Issued: standards in the systems issued this year. Being written: in work and not late, also those without a year. Not begun: planned for this year, still to be made. Late: planned for a year that is over, and not yet issued.',
    planGroup: { done: 'Issued', running: 'Being written', waiting: 'Not begun', late: 'Late' },
    issuedOn: (day) => `issued ${day}`,
    underway: 'Standards under way',
    underwayNote: 'Issued and not yet in force, or being written.',
    unverified: 'Standards to be verified',
    unverifiedNote:
      'Listed in a system, while the catalogue does not know the number or its status: somebody has to check.',
    notBuilt: 'not yet built',
    find: 'Find the standards for my product',
    findNote:
      'The list you get can be bookmarked, printed and exported. General standards that belong to no segment are under “All segments”.',
    findChain: 'Chain or field',
    findNode: 'Segment',
    findRole: 'Kind of standard',
    choose: 'Choose',
    anyNode: 'All segments',
    anyRole: 'All kinds',
    findStart: 'See standards',
    findGo: (count) => (count === '1' ? 'See 1 standard' : `See ${count} standards`),
    heat: 'In force of what is expected',
    heatSteps: [
      'no standard',
      'none in force',
      'under a third',
      'a third or more',
      'two thirds or more',
      'all',
    ],
    gaps: 'Gaps',
    gapsLead:
      'Where systems have standards overdue for review, stale references, enterprise standards only, none at all, or no international adoption.',
    openGaps: 'All lists',
    reviewYears: (years) => `Over ${years} years old`,
    missing: 'Missing standards',
    missingNote: 'Planned, and needed but not yet named.',
    unnamedAt: (count) => `${count} more needed, not yet named`,
    old: 'Overdue for review',
    oldNote: (years) => `More than ${years} years since implementation or the last review.`,
    since: (day, due) => `since ${day}, review due by ${due}`,
    overdue: 'no review on record',
    unknownReview: 'reviews not known',
    stale: 'Stale references',
    staleNote: 'Standards with full text that cite standards superseded or withdrawn.',
    cites: 'cites',
    useInstead: 'in force:',
    enterpriseOnly: 'Enterprise standards only',
    enterpriseOnlyNote: 'Candidates for group or local standards.',
    empty: 'No standard',
    emptyNote:
      'Nothing in force, coming, being written or to be verified, and no standard of another place applies here.',
    withoutAdoption: 'No known adoption of international standards',
    withoutAdoptionNote:
      'No standard known to adopt an international one, nor among those of other places that apply here. Only the own ones are counted.',
    adoptionUnknown: (count, own) => `adoption not known of ${count} of ${own}`,
    none: 'none',
    standings: 'In standard systems',
    alsoAt: 'also at',
  },
};
