import { foldText } from '../record/spelling.ts';

const N = '[0-9一二三四五六七八九十百千万两半几]';
const D = '\\d ?';
const END = '(?![a-z0-9²³])';

/** What a clause states a value of, and how that is written in folded text. */
const UNITS = {
  temperature: new RegExp(`${D}(?:°c|℃|k${END})|${N}度`, 'u'),
  second: new RegExp(`${D}m?s${END}|${N} ?秒|\\bseconds?\\b`, 'u'),
  minute: new RegExp(`${D}min${END}|${N} ?分钟|\\bminutes?\\b`, 'u'),
  hour: new RegExp(`${D}h${END}|${N} ?个?(?:小时|学时|课时|工时)|\\bhours?\\b`, 'u'),
  day: new RegExp(`${D}d${END}|${N} ?个?(?:工作)?[天日](?!本)|每[天日]|\\bdays?\\b|daily`, 'u'),
  month: new RegExp(
    `${N} ?个?(?:月|季|周)|每个?(?:月|季|周|星期)|\\b(?:months?|weeks?)\\b|monthly|weekly|quarter`,
    'u',
  ),
  year: new RegExp(
    `(?:^|\\D)(?:\\d{1,2}|[一二三四五六七八九十两半每]) ?年|\\byears?\\b|annual|yearly`,
    'u',
  ),
  length: new RegExp(`${D}(?:[mckμ]?m|km)${END}|${N} ?(?:米|厘米|毫米)`, 'u'),
  mass: new RegExp(`${D}(?:k?g|mg|μg|t)${END}|${N} ?(?:吨|千克|公斤|克|斤)`, 'u'),
  share: /[%‰]|分之|比例|percent/u,
  count: new RegExp(
    `${N} ?(?:个|名|人|次|台|件|处|位|项|套|份|粒|株|点|只|组|批|层|条|分|倍|场)(?!钟)`,
    'u',
  ),
  area: /(?:m2|m²|hm2|km2)(?![a-z])|平方米|公顷|亩/u,
  volume: /\d ?(?:m3|m³|m?l)(?![a-z])|立方米|\d ?升/u,
  sound: /\d ?db/u,
  light: /cd\/m|\d ?(?:lx|cd|lm|nit)/u,
  speed: /m\/s|km\/h|r\/min/u,
  electricity: /\d ?(?:[mk]?v|[mk]?w|m?a|kwh|kw·h|mah|hz|ω)(?![a-z])/u,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Quantity = keyof typeof UNITS;
export const quantities = Object.keys(UNITS) as readonly Quantity[];

const TIMES = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const;

/** Quantities of which a text states a value. */
export function findQuantities(text: string): readonly Quantity[] {
  const folded = foldText(text);
  return quantities.filter((name) => UNITS[name].test(folded));
}

const ASKED: readonly (readonly [RegExp, readonly Quantity[]])[] = [
  [/几度|多少度|多冷|多热|多烫|温度|how (?:cold|hot|warm)|temperature/iu, ['temperature']],
  [/[几多]少?秒|how many seconds/iu, ['second']],
  [/[几多]少?分钟|how many minutes/iu, ['minute', 'second']],
  [/[几多]少?(?:个)?(?:小时|钟头|钟)(?!头)|how many hours/iu, ['hour', 'minute']],
  [/[几多]少?(?:个)?(?:工作日|[天日])|how many days/iu, ['day', 'hour']],
  [/[几多]少?(?:个)?(?:月|星期|礼拜|周)|how many (?:months|weeks)/iu, ['month', 'day']],
  [/[几多]少?年|how many years/iu, ['year', 'month']],
  [
    /多久|多长时间|多少时间|什么时候|何时|多快|隔多|周期|几[趟回次]|how (?:long|often|soon|fast)|when\b/iu,
    TIMES,
  ],
  [
    /多[高宽远长深厚大粗细窄近]|几(?:米|公分|厘米)|多少(?:米|厘米|公分)|how (?:high|wide|far|deep|thick|tall|big|large)|distance/iu,
    ['length'],
  ],
  [/多重|几(?:斤|公斤|吨|克)|多少(?:斤|公斤|吨|克)|how heavy|weight/iu, ['mass']],
  [/百分之几|几成|比例|多大比例|what (?:share|percentage|proportion)|percent/iu, ['share']],
  [
    /(?:几|多少)(?:个|名|人|台|件|处|位|项|套|份|粒|株|点|只|组|批|层|条|分(?!钟|贝)|倍|场)|how many/iu,
    ['count'],
  ],
  [/多大面积|面积|几平|多少平|how (?:big|large)|area/iu, ['area']],
  [/分贝|多吵|多响|噪音|噪声|how (?:loud|noisy)|noise/iu, ['sound']],
  [/多亮|亮度|how bright|brightness/iu, ['light']],
];

/** What kind of answer a question wants. */
export interface AskedKind {
  /** Quantities that an answer states; empty where none is asked. */
  readonly quantities: readonly Quantity[];
  /** Asks for some number. */
  readonly value: boolean;
  /** Asks whether something may or must be done. */
  readonly permission: boolean;
  /** Asks what a word means. */
  readonly meaning: boolean;
  /** Asks whether something is within what a standard is for. */
  readonly scope: boolean;
  /** Asks how something is measured, calculated or inspected. */
  readonly method: boolean;
}

/** What a question in people's own words asks for: quantities, a value, a permission, a method. */
export function readKind(question: string): AskedKind {
  const found = new Set(ASKED.flatMap(([pattern, names]) => (pattern.test(question) ? names : [])));
  return {
    quantities: [...found],
    value:
      /多少|几[^乎]|多[高宽远长深厚大粗细快久重冷热亮吵]|how (?:much|many|long|often|far|high|low|cold|hot|big|large|wide|deep)|最[多少低高大小]|至少/iu.test(
        question,
      ),
    permission:
      /能不能|能否|可不可以|可以.*[吗么？?]|能.*[吗么？?]|要不要|是不是要|行不行|准不准|让不让|该不该|必须.*吗|会不会|\b(?:can|may|must|should|allowed|permitted)\b/iu.test(
        question,
      ),
    method:
      /怎么(?:测|算|量|检|验|查|判|抽)|如何(?:测|算|计算|检|验|判|抽)|测试|试验|检测|检验|测量|抽[样检查件]|验收|算出来|公式|[测验抽](?:多少|几)|\b(?:test|measur|calculat|sampl|inspect|calibrat)/iu.test(
        question,
      ),
    meaning:
      /是什么意思|什么意思|什么叫|什么是|是什么[？?]?$|指什么|怎么定义|算不算|算什么|what (?:is|are|does).*(?:mean)?|definition|meaning/iu.test(
        question,
      ),
    scope:
      /归.*管|管不管|管得|适用|适不适用|包不包括|包括.*吗|算不算|在不在.*范围|也能?照|also cover|apply to|applies|scope/iu.test(
        question,
      ),
  };
}
