import type { Language } from '#core/model/standard.ts';
import type { Edition, Crossing } from '#core/abroad/index.ts';

interface AbroadWords {
  readonly title: string;
  readonly lead: string;
  /** On pages that lead here. */
  readonly what: string;
  /** On the page of what there is to learn of one standard. */
  readonly ofStandard: (isAdopting: boolean) => string;
  readonly onThisPage: string;
  readonly bridge: string;
  readonly bridgeNote: string;
  readonly bridgeCount: (count: string) => string;
  readonly noBridge: string;
  readonly international: string;
  readonly national: string;
  readonly local: string;
  readonly system: string;
  readonly degree: string;
  readonly edition: string;
  readonly none: string;
  readonly notKnownHere: string;
  readonly adopts: string;
  readonly relies: (number: string) => string;
  readonly by: Readonly<Record<Crossing['by'], string>>;
  readonly editions: Readonly<Record<Edition['kind'], string>>;
  readonly editionShort: Readonly<Record<Edition['kind'], string>>;
  readonly newer: (numbers: string) => string;
  readonly asOf: (day: string) => string;
  readonly groups: string;
  readonly groupsNote: string;
  readonly noPath: string;
  readonly noText: string;
  readonly through: (number: string) => string;
  readonly cites: string;
  readonly gaps: string;
  readonly gapsNote: string;
  readonly noGaps: string;
  readonly unadopted: string;
  readonly unadoptedNote: string;
  readonly outdated: string;
  readonly unknown: string;
  readonly near: (numbers: string) => string;
  readonly items: (count: string) => string;
  readonly markets: string;
  readonly marketsNote: string;
  readonly market: string;
  readonly product: string;
  readonly document: string;
  readonly asks: string;
  readonly source: string;
  readonly since: (day: string) => string;
  readonly checked: (day: string, by: string) => string;
  readonly undatedSource: string;
  readonly sourceDay: (day: string) => string;
  readonly sample: string;
  readonly tbt: string;
  readonly tbtNote: string;
  readonly member: string;
  readonly sampleMember: string;
  readonly notification: string;
  readonly products: string;
  readonly objective: string;
  readonly notified: string;
  readonly commentsUntil: string;
  readonly states: Readonly<Record<'coming' | 'open' | 'closed' | 'unset', string>>;
  readonly participation: string;
  readonly participationNote: string;
  readonly organization: string;
  readonly project: string;
  readonly stage: string;
  readonly role: string;
  readonly bodies: string;
  readonly chain: string;
  readonly onDay: (day: string) => string;
}

export const ABROAD_WORDS: Readonly<Record<Language, AbroadWords>> = {
  zh: {
    title: '走出去',
    lead: '本地标准、国家标准和 ISO、IEC 标准怎样对应，采用的是哪一版，有没有更新版，哪些还没有采标。都按目录里的记载；目录没有记载的，写明不知道。',
    what: '本地标准、国家标准与 ISO、IEC 标准的对应，采用的版次和采标缺口。',
    ofStandard: (isAdopting) =>
      isAdopting
        ? '这项标准与国际标准的对应：一致性程度、采用的版次、有没有更新版。'
        : '没有查到这项标准采用国际标准的记载；产业链和产品的国际对应在这里看。',
    onThisPage: '本页内容',
    bridge: '国内外标准对照',
    bridgeNote:
      '一行一项国际标准。IDT 等同、MOD 修改是采用；NEQ 非等效只说明有对应，不是采用。版次按目录采集日的记载判断，出口前请到发布机构核对。',
    bridgeCount: (count) => `${count} 项国际标准有对应的国内标准。`,
    noBridge: '还没有采用国际标准的记载。',
    international: '国际标准',
    national: '国家、行业标准',
    local: '地方、团体、企业标准',
    system: '标准体系',
    degree: '一致性程度',
    edition: '版次',
    none: '未见',
    notKnownHere: '本库没有收录',
    adopts: '采用',
    relies: (number) => `规范性引用 ${number}`,
    by: { text: '据正文', number: '据双编号', system: '据标准体系' },
    editions: {
      latest: '目录里没有比它更新的版次',
      newer: '已有更新版',
      withdrawn: '这一版已被代替或废止，代替它的不明',
      undated: '没有写年号，采用哪一版不明',
      unknown: '目录里没有这一版，是否最新不明',
    },
    editionShort: {
      latest: '最新',
      newer: '有更新版',
      withdrawn: '已废止',
      undated: '版次不明',
      unknown: '目录没有',
    },
    newer: (numbers) => `已有更新版 ${numbers}`,
    asOf: (day) => `目录 ${day}`,
    groups: '按产品组',
    groupsNote:
      '产品组里每项标准通向国际标准的路：自己采用的，规范性引用的国内标准采用的，自己规范性引用的。',
    noPath: '没有查到通向国际标准的路。',
    noText: '本库没有它的正文，引用了什么不知道。',
    through: (number) => `引用的 ${number} 采用`,
    cites: '直接引用',
    gaps: '采标缺口',
    gapsNote:
      '按产业链列出。“未见采标”是本库和目录里没有查到国家标准或行业标准采用它，不等于没有；请到全国标准信息公共服务平台核对。',
    noGaps: '各产业链里没有查到采标缺口。',
    unadopted: '未见采标的国际标准',
    unadoptedNote: '产业链里列有、仍然有效，没有查到国家标准或行业标准采用。',
    outdated: '采用的版次已经不是最新的国内标准',
    unknown: '采用的版次目录里没有的国内标准',
    near: (numbers) => `有对应：${numbers}`,
    items: (count) => `${count} 项`,
    markets: '市场准入卡片',
    marketsNote:
      '每张卡片用自己的话写一个市场对一种产品的一项要求。不是法律意见：要求会变，也可能不全，以来源和当地主管机构的现行文本为准。',
    market: '市场',
    product: '产品',
    document: '法规或标准',
    asks: '要求什么',
    source: '来源和核对',
    since: (day) => `${day} 起`,
    checked: (day, by) => `${day} 核对，看的是${by}`,
    undatedSource: '来源没有写日期',
    sourceDay: (day) => `来源 ${day}`,
    sample: '样例',
    tbt: 'WTO/TBT 通报',
    tbtNote:
      '成员按《技术性贸易壁垒协定》通报的草案和评议截止日。评议是否截止按你今天的日期判断；意见经国内通报咨询点提交，先到 WTO 的 ePing 平台核对。',
    member: '成员',
    sampleMember: '虚构成员',
    notification: '通报',
    products: '产品',
    objective: '目的',
    notified: '通报日',
    commentsUntil: '评议截止',
    states: { coming: '还没有通报', open: '评议中', closed: '已截止', unset: '没有写截止日' },
    participation: '参与的国际标准项目',
    participationNote: '本市单位参与的 ISO、IEC、ITU 项目，阶段按国际协调阶段代码。',
    organization: '组织',
    project: '项目',
    stage: '阶段',
    role: '作用',
    bodies: '单位',
    chain: '产业链',
    onDay: (day) => `${day} 时`,
  },
  en: {
    title: 'The way abroad',
    lead: 'How local, national and ISO or IEC standards correspond, which edition is adopted, whether there is a newer one, and what is not adopted yet. All by what the catalogue says; what it does not say is said to be not known.',
    what: 'How local and national standards correspond to those of ISO and IEC, which editions are adopted, and gaps of adoption.',
    ofStandard: (isAdopting) =>
      isAdopting
        ? 'How this standard corresponds to an international one: degree, edition adopted, and whether there is a newer one.'
        : 'No adoption of an international standard by this one is known; look here for its chain and its products.',
    onThisPage: 'On this page',
    bridge: 'Standards here and abroad',
    bridgeNote:
      'One row for each international standard. IDT (identical) and MOD (modified) are adoptions; NEQ (not equivalent) says that there is a correspondence and is none. Editions are judged by the catalogue on its day: look with the publisher before you export.',
    bridgeCount: (count) => `Standards here correspond to ${count} international ones.`,
    noBridge: 'No adoption of an international standard is known yet.',
    international: 'International',
    national: 'National and industry',
    local: 'Local, group and enterprise',
    system: 'Standard system',
    degree: 'Degree',
    edition: 'Edition',
    none: 'none known',
    notKnownHere: 'not in this library',
    adopts: 'adopts',
    relies: (number) => `cites ${number} normatively`,
    by: {
      text: 'by its text',
      number: 'by its double number',
      system: 'by a standard system',
    },
    editions: {
      latest: 'the catalogue has no later edition',
      newer: 'there is a newer edition',
      withdrawn: 'this edition was superseded or withdrawn; by what is not known',
      undated: 'no year is given: which edition is adopted is not known',
      unknown: 'this edition is not in the catalogue: whether it is the latest is not known',
    },
    editionShort: {
      latest: 'Latest',
      newer: 'Newer edition exists',
      withdrawn: 'Withdrawn',
      undated: 'Edition not said',
      unknown: 'Not in the catalogue',
    },
    newer: (numbers) => `there is a newer edition: ${numbers}`,
    asOf: (day) => `catalogue of ${day}`,
    groups: 'By product group',
    groupsNote:
      'What leads from each standard of a product group to an international one: its own adoption, the adoption of a standard it cites normatively, or a normative reference of its own.',
    noPath: 'Nothing that leads to an international standard is known.',
    noText: 'Its text is not here: what it cites is not known.',
    through: (number) => `cites ${number}, which adopts`,
    cites: 'cites',
    gaps: 'Gaps of adoption',
    gapsNote:
      'By chain. “No known adoption” means that neither this library nor its catalogue has a national or industry standard that adopts it; there may be one all the same. Look in the national public service platform for standards information.',
    noGaps: 'No gaps of adoption are known in any chain.',
    unadopted: 'International standards with no known adoption',
    unadoptedNote:
      'Listed by the chain and in force; no national or industry standard is known to adopt them.',
    outdated: 'Standards that adopt an edition which is no longer the latest',
    unknown: 'Standards that adopt an edition which the catalogue does not have',
    near: (numbers) => `corresponding: ${numbers}`,
    items: (count) => count,
    markets: 'Market-access cards',
    marketsNote:
      'Each card says in our own words what one market asks of one product. Not legal advice: requirements change and may not be all here; the source and the text in force of the authority concerned count.',
    market: 'Market',
    product: 'Product',
    document: 'Regulation or standard',
    asks: 'What is asked',
    source: 'Source and check',
    since: (day) => `since ${day}`,
    checked: (day, by) => `looked at on ${day}: ${by}`,
    undatedSource: 'the source has no day',
    sourceDay: (day) => `source of ${day}`,
    sample: 'Sample',
    tbt: 'WTO/TBT notifications',
    tbtNote:
      'Drafts that members notify under the Agreement on Technical Barriers to Trade, with the ends of comments. Whether they are open is judged by your own day; comments go through the national enquiry point. Look in the ePing platform of the WTO first.',
    member: 'Member',
    sampleMember: 'Invented member',
    notification: 'Notification',
    products: 'Products',
    objective: 'Objective',
    notified: 'Notified',
    commentsUntil: 'Comments until',
    states: {
      coming: 'not yet notified',
      open: 'open to comments',
      closed: 'closed',
      unset: 'no end is given',
    },
    participation: 'International projects',
    participationNote:
      'Projects of ISO, IEC and ITU that bodies of this city take part in, by the international harmonized stage codes.',
    organization: 'Organization',
    project: 'Project',
    stage: 'Stage',
    role: 'Part',
    bodies: 'Bodies',
    chain: 'Chain',
    onDay: (day) => `on ${day}`,
  },
};
