import type { IndicatorKind } from '#core/indicators/index.ts';
import type { Language } from '#core/model/standard.ts';

interface IndicatorsWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly counts: (indicators: number, standards: number) => string;
  readonly groupTitle: (name: string) => string;
  readonly groupLead: (standards: number) => string;
  readonly contents: string;
  readonly standards: string;
  readonly noText: string;
  readonly grades: string;
  readonly gradesFrom: (day: string) => string;
  readonly kind: Readonly<Record<IndicatorKind, string>>;
  readonly unit: string;
  readonly better: Readonly<Record<'lower' | 'higher', string>>;
  readonly plot: string;
  readonly plotOf: (name: string) => string;
  /** One standard in the words beside a drawing. */
  readonly plotRow: (number: string, written: string) => string;
  readonly plotNote: string;
  readonly columns: {
    readonly standard: string;
    readonly asked: string;
    readonly same: (unit: string) => string;
    readonly clause: string;
    readonly method: string;
    readonly grade: string;
    readonly own: string;
  };
  readonly recommended: string;
  readonly under: string;
  readonly notSame: string;
  readonly noMethod: string;
  readonly noGrade: string;
  readonly stars: (count: number) => string;
  readonly notStated: (numbers: string) => string;
  readonly own: string;
  readonly ownHint: (unit: string) => string;
  readonly compare: string;
  readonly take: string;
  readonly fromTexts: string;
  readonly here: (name: string) => string;
}

/** What the pages of indicators say; what their script says is beside it, in `browser`. */
export const INDICATORS_WORDS: Readonly<Record<Language, IndicatorsWords>> = {
  zh: {
    title: '指标比对',
    lead: '同一个指标，企业、团体、地方标准各要求多少：单位换算一致，旁边是试验方法和所在的条。',
    none: '还没有产品组。写法见作者文档。',
    counts: (indicators, standards) => `${indicators} 个指标，${standards} 项标准`,
    groupTitle: (name) => `${name}：指标比对`,
    groupLead: (standards) => `${standards} 项标准逐个指标比。数值取自标准正文。`,
    contents: '指标',
    standards: '比对的标准',
    noText: '没有全文，数值见标准文本',
    grades: '“领跑者”水平',
    gradesFrom: (day) => `数据截至 ${day}`,
    kind: { 基础: '基础指标', 核心: '核心指标', 创新性: '创新性指标' },
    unit: '单位',
    better: { lower: '越小越好', higher: '越大越好' },
    plot: '比对图',
    plotOf: (name) => `${name}：各标准的要求`,
    plotRow: (number, written) => `${number} ${written}`,
    plotNote: '圆点是限值，粗线是允许的一侧，虚线是“领跑者”水平。',
    columns: {
      standard: '标准',
      asked: '要求',
      same: (unit) => (unit ? `折算（${unit}）` : '数值'),
      clause: '条、表',
      method: '试验方法',
      grade: '水平',
      own: '你的数值',
    },
    recommended: '推荐',
    under: '条件：',
    notSame: '不能换算',
    noMethod: '未写明',
    noGrade: '未达基准',
    stars: (count) => `${count} 星`,
    notStated: (numbers) => `没有规定这个指标：${numbers}`,
    own: '你的数值',
    ownHint: (unit) => (unit ? `带单位，如 12.5 ${unit}；不写单位按 ${unit} 计` : '一个数，如 3.6'),
    compare: '比一比',
    take: '下载',
    fromTexts: '数值由程序从正文认出，请点条号核对。',
    here: (name) => `指标比对：${name}`,
  },
  en: {
    title: 'Compare indicators',
    lead: 'What enterprise, group and local standards ask of one indicator: in one unit, with the test method and the clause beside it.',
    none: 'There is no product group yet; see the documents for authors.',
    counts: (indicators, standards) => `${indicators} indicators, ${standards} standards`,
    groupTitle: (name) => `${name}: indicators`,
    groupLead: (standards) =>
      `${standards} standards, indicator by indicator. The values are those of the texts.`,
    contents: 'Indicators',
    standards: 'Standards compared',
    noText: 'no text here: see the standard itself',
    grades: 'Top Runner grades',
    gradesFrom: (day) => `as of ${day}`,
    kind: { 基础: 'Basic', 核心: 'Core', 创新性: 'Innovative' },
    unit: 'Unit',
    better: { lower: 'Lower is better', higher: 'Higher is better' },
    plot: 'Drawing',
    plotOf: (name) => `${name}: what the standards ask for`,
    plotRow: (number, written) => `${number} ${written}`,
    plotNote:
      'A dot is a limit, the thick line the side allowed, dashed lines are Top Runner grades.',
    columns: {
      standard: 'Standard',
      asked: 'Asked for',
      same: (unit) => (unit ? `In ${unit}` : 'Value'),
      clause: 'Clause, table',
      method: 'Test method',
      grade: 'Grade',
      own: 'Your value',
    },
    recommended: 'recommended',
    under: 'Under: ',
    notSame: 'cannot be converted',
    noMethod: 'not said',
    noGrade: 'below baseline',
    stars: (count) => `${count} stars`,
    notStated: (numbers) => `Not specified in ${numbers}`,
    own: 'Your value',
    ownHint: (unit) =>
      unit ? `With its unit: 12.5 ${unit}; without one it is in ${unit}` : 'A number: 3.6',
    compare: 'Compare',
    take: 'Download',
    fromTexts: 'Values are found in the texts by a program: follow the clause to check them.',
    here: (name) => `Compare indicators: ${name}`,
  },
};
