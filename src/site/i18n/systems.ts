import type { Language } from '#core/model/standard.ts';
import { en } from './en.ts';
import { SYSTEM_WORDS } from './system.ts';
import { zh } from './zh.ts';
import type { GapListKind } from '../views/gaps.ts';
import type { PlanGroup } from '../views/overview-lists.ts';

interface OverviewWords {
  readonly title: string;
  readonly lead: string;
  readonly compare: string;
  readonly compareNote: string;
  readonly system: string;
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
  readonly planGroup: Readonly<Record<PlanGroup, string>>;
  readonly planNote: Readonly<Record<PlanGroup, string>>;
  readonly issuedOn: (day: string) => string;
  readonly notBuilt: string;
  readonly dashed: string;
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
  /** The button where what the chain has could not be read. */
  readonly findList: string;
  /** Of a stage, or of a system without stages: its segments, and those without a standard. */
  readonly squares: (stage: string | undefined, all: number, none: number) => string;
  readonly squaresJoin: string;
  readonly heat: string;
  /** From no standard at all to all that is expected, after `heatOf`. */
  readonly heatSteps: readonly string[];
  readonly gaps: string;
  readonly gapsLead: string;
  /** How systems stand and which lists are marked, after `gapWeights`. */
  readonly gapsRanked: string;
  readonly gapsAndPlans: string;
  readonly allGaps: string;
  readonly ownGapsLead: (system: string) => string;
  /** Short heads of columns. */
  readonly gapHead: Readonly<Record<GapListKind, string>>;
  readonly gapsShown: (systems: string, items: string) => string;
  readonly gapsReading: string;
  /** Where lists of some systems could not be read. */
  readonly gapsUnread: (systems: string) => string;
  /** The items behind the first of a long list. */
  readonly rest: string;
  readonly gapKind: Readonly<Record<GapListKind, string>>;
  readonly gapNote: Readonly<Record<Exclude<GapListKind, 'old'>, string>>;
  readonly openGaps: string;
  readonly unnamedAt: (count: number) => string;
  readonly oldNote: (years: number) => string;
  readonly reviewDue: (day: string) => string;
  readonly overdue: string;
  readonly cites: string;
  /** Leads to the list of all stale references with their clauses. */
  readonly staleList: string;
  readonly useInstead: string;
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
      '一格是一个环节，从上游到下游，支撑在最后；颜色越深缺得越多，淡的齐全。点方格看链图，点数字看名单。',
    system: '体系',
    coverage: SYSTEM_WORDS.zh.coverage,
    chains: '重点产业链',
    chainsLead: (built, all) => `${all} 条重点产业链，已建体系 ${built} 条。`,
    fields: '公共服务和其他领域',
    totals: '合计',
    totalsNote: '各体系相加，一项标准列在几个体系里就计几次。',
    weakest: '最薄弱的十个环节',
    weakestNote: '还缺标准的环节，覆盖率低的在前，相同时缺得多的在前。',
    missingOf: (count) => `缺 ${count}`,
    plans: (year) => `${year} 年计划`,
    planGroup: { done: '已发布', running: '在研', waiting: '未开始', late: '逾期' },
    planNote: {
      done: '各体系所列标准中本年发布的。',
      running: '正在编制且没有逾期的，含未写年份的。',
      waiting: '计划本年、尚待制定的。以后年份的在缺口里。',
      late: '计划年份已过，仍在编制或待制定的。',
    },
    issuedOn: (day) => `${day} 发布`,
    notBuilt: '尚未建立',
    dashed: '虚线框的尚未建立体系。',
    find: '为我的产品找标准',
    findNote: '选出的明细表可以收藏网址、打印和导出。不分环节的通用标准在“全部环节”里。',
    findChain: '产业链或领域',
    findNode: SYSTEM_WORDS.zh.place,
    findRole: '标准类别',
    choose: '请选择',
    anyNode: '全部环节',
    anyRole: '全部类别',
    findStart: '看标准',
    findGo: (count) => `看 ${count} 项标准`,
    findList: '看明细表',
    squares: (stage, all, none) =>
      `${stage ?? ''}${all} 个环节${none > 0 ? `，${none} 个没有标准` : ''}`,
    squaresJoin: '；',
    heat: '现行的标准占应有数',
    heatSteps: ['没有标准', '没有现行的', '不到三分之一', '三分之一以上', '三分之二以上', '齐全'],
    gaps: zh.wayGaps,
    gapsLead: '各体系里缺标准、标龄过长、引用失效、只有企业标准、没有采标的地方。',
    gapsRanked:
      '点数字看名单。体系按轻重排列，轻重乘以项数最大的十份有底色：没有标准和引用已失效的一项抵五项，缺的抵三项，待核的和只有企业标准的抵两项，正在补的不计。',
    gapsAndPlans: '缺口与计划',
    allGaps: '各体系的缺口',
    ownGapsLead: (system) => `${system}缺什么、哪些要复审，计划怎样。`,
    gapHead: {
      missing: '缺',
      underway: '正在补',
      unverified: '待核',
      old: '标龄过长',
      stale: '引用失效',
      enterprise: '只有企标',
      empty: '没有标准',
      adoption: '未见采标',
    },
    gapsShown: (systems, items) => `${systems} 个体系，共 ${items} 项。`,
    gapsReading: '正在读各体系的名单……',
    gapsUnread: (systems) => `有 ${systems} 个体系的名单没有读到，请在下表里打开。`,
    rest: '其余各项',
    gapKind: {
      missing: '缺的标准',
      underway: '正在补的标准',
      unverified: '待核的标准',
      old: '标龄过长',
      stale: '引用已失效',
      enterprise: '只有企业标准',
      empty: '没有标准',
      adoption: '未见采标',
    },
    gapNote: {
      missing: '待制定的，和需要而尚未列明的。',
      underway: '已发布尚未实施的，和在研的。',
      unverified: '列在体系里，而目录里查不到这个编号，或查不到它的状态，等人核实。',
      stale: '体系里有全文的标准，引用了已被代替或废止的标准。',
      enterprise: '可考虑上升为团体标准或地方标准。',
      empty: '没有现行、即将实施、在研或待核的标准，别处的标准也不适用于这里。',
      adoption: '没有已知采用国际标准的标准，也适用于这里的别处标准也没有。项数只计这里自己的。',
    },
    openGaps: '全部名单',
    unnamedAt: (count) => `另需 ${count} 项，尚未列明`,
    oldNote: (years) => `实施或上次复审已超过 ${years} 年。未另注明的，复审情况不明。`,
    reviewDue: (day) => `应在 ${day} 前复审`,
    overdue: '没有复审记录',
    cites: '引用',
    staleList: '逐条列出，可下载',
    useInstead: '现行为',
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
      'Each square is a segment, from upstream to downstream, supporting ones last; the darker, the more is missing; pale is complete. Squares open the map, numbers their lists.',
    system: 'System',
    coverage: SYSTEM_WORDS.en.coverage,
    chains: 'Key industrial chains',
    chainsLead: (built, all) => `${all} key chains, ${built} with a system.`,
    fields: 'Public services and other fields',
    totals: 'All systems',
    totalsNote: 'The systems added up: a standard that is in several counts in each.',
    weakest: 'The ten weakest segments',
    weakestNote: 'Segments that lack standards: lowest coverage first, then those that lack most.',
    missingOf: (count) => `${count} missing`,
    plans: (year) => `Plans of ${year}`,
    planGroup: { done: 'Issued', running: 'Being written', waiting: 'Not begun', late: 'Late' },
    planNote: {
      done: 'Standards in the systems that were issued this year.',
      running: 'In work and not late, also those without a year.',
      waiting: 'Planned for this year, still to be made. Those of later years are among the gaps.',
      late: 'Planned for a year that is over, and not yet issued.',
    },
    issuedOn: (day) => `issued ${day}`,
    notBuilt: 'not yet built',
    dashed: 'Dashed boxes have no system yet.',
    find: 'Find the standards for my product',
    findNote:
      'The list you get can be bookmarked, printed and exported. General standards that belong to no segment are under “All segments”.',
    findChain: 'Chain or field',
    findNode: SYSTEM_WORDS.en.place,
    findRole: 'Kind of standard',
    choose: 'Choose',
    anyNode: 'All segments',
    anyRole: 'All kinds',
    findStart: 'See standards',
    findGo: (count) => (count === '1' ? 'See 1 standard' : `See ${count} standards`),
    findList: 'See the list',
    squares: (stage, all, none) =>
      `${stage ? `${stage}: ` : ''}${all} segments${none > 0 ? `, ${none} without a standard` : ''}`,
    squaresJoin: '; ',
    heat: 'In force of what is expected',
    heatSteps: [
      'no standard',
      'none in force',
      'under a third',
      'a third or more',
      'two thirds or more',
      'all',
    ],
    gaps: en.wayGaps,
    gapsLead:
      'Where systems lack standards, have standards overdue for review, stale references, enterprise standards only, or no international adoption.',
    gapsRanked:
      'A number opens its list. Systems stand by weight, and the ten lists with the most weight × number are shaded: a segment without a standard or a stale reference weighs as five, a missing standard as three, one to be verified or an enterprise standard only as two; what is under way is not weighed.',
    gapsAndPlans: 'Gaps and plans',
    allGaps: 'Gaps of all systems',
    ownGapsLead: (system) => `${system}: what is missing, what is due for review, how plans stand.`,
    gapHead: {
      missing: 'Missing',
      underway: 'Under way',
      unverified: 'To verify',
      old: 'Overdue for review',
      stale: 'Stale references',
      enterprise: 'Enterprise only',
      empty: 'No standard',
      adoption: 'No known adoption',
    },
    gapsShown: (systems, items) => `Systems: ${systems}; items: ${items}.`,
    gapsReading: 'Reading the lists of the systems …',
    gapsUnread: (systems) =>
      `The lists of some systems (${systems}) could not be read: open them in the table below.`,
    rest: 'The others',
    gapKind: {
      missing: 'Missing standards',
      underway: 'Standards under way',
      unverified: 'Standards to be verified',
      old: 'Overdue for review',
      stale: 'Stale references',
      enterprise: 'Enterprise standards only',
      empty: 'No standard',
      adoption: 'No known adoption of international standards',
    },
    gapNote: {
      missing: 'Planned, and needed but not yet named.',
      underway: 'Issued and not yet in force, or being written.',
      unverified:
        'Listed in a system, while the catalogue does not know the number or its status: somebody has to check.',
      stale: 'Standards with full text that cite standards superseded or withdrawn.',
      enterprise: 'Candidates for group or local standards.',
      empty:
        'Nothing in force, coming, being written or to be verified, and no standard of another place applies here.',
      adoption:
        'No standard known to adopt an international one, nor among those of other places that apply here. Only the own ones are counted.',
    },
    openGaps: 'All lists',
    unnamedAt: (count) => `${count} more needed, not yet named`,
    oldNote: (years) =>
      `More than ${years} years since implementation or the last review. Unless said otherwise, reviews are not known.`,
    reviewDue: (day) => `review due by ${day}`,
    overdue: 'no review on record',
    cites: 'cites',
    staleList: 'List them with their clauses, to download',
    useInstead: 'in force:',
    adoptionUnknown: (count, own) => `adoption not known of ${count} of ${own}`,
    none: 'none',
    standings: 'In standard systems',
    alsoAt: 'also at',
  },
};
