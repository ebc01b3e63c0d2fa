/** How a value bounds: `=` for a value that has to be met as it is. */
export type Comparator = '<' | '<=' | '>' | '>=' | '=';

const inverse: Readonly<Record<Comparator, Comparator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '=',
};

export interface FoundComparator {
  readonly comparator: Comparator;
  /** Where its words begin; for words behind the value, where they end. */
  readonly at: number;
  /** Whether a modal verb or a negation stands in it: then it asks and does not describe. */
  readonly asks: boolean;
}

const more =
  '大于|高于|超过|超出|高出|多于|长于|晚于|迟于|重于|宽于|厚于|深于|快于|优于|强于|陡于|超|多出|逾';
const less =
  '小于|低于|少于|短于|早于|轻于|窄于|薄于|浅于|慢于|弱于|劣于|缓于|不足|未满|不满|未达到|未达';
const NEGATION = String.raw`(?:不(?:[应得宜可能]|应当|能够|允许|准|许)?|未|[应宜须均都]不|不应当|[勿莫]|严禁|禁止|切勿)`;

/** What may stand between comparing words and a share: 不应小于设计压力的 1.1 倍. */
const relativeTo = /[^，。；、：\d]{1,14}(?:的|之) ?$/;
/** 至少, 最多, and what is done so often or so long: 应至少持续 20 s. */
const counting =
  /(?<modal>应当|应|宜|须|必须|可)? ?(?:(?<least>至少|最少)|(?<most>最多|至多))[^，。；、：\d至最]{0,14}$/;

/** Comparing words that end where the value begins. Longest reading first. */
const before = new RegExp(
  String.raw`(?:(?<modal>应当|应|宜|须|必须|可|不得不) ?(?:均|都|当|全部|分别|各)?)?(?:(?<negation>${NEGATION}) ?(?:均|都|再)?)?(?:(?<more>${more})|(?<less>${less})|(?<least>至少|最少|最低|最小|不少|达到|达|满)|(?<most>至多|最多|最高|最大)|(?<equal>等于|为|是|取|按|即|控制在|保持在|维持在|设定在|设定为|调至|调节至|设置为|控制为))(?<orEqual>或者?等于|等于)?(?:上限|设定值|额定值|标称值)?(?:为|到|约|有|在|采用|保留|留有|安排|配备|设置?|进行|提供|提前|延长|抽取|开展|检查|组织|包括|每[年月周日天]|的)? ?(?:\(含\))? ?$`,
);
const signs: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:≥|>=|≮) ?$/, '>='],
  [/(?:≤|<=|≯) ?$/, '<='],
  [/(?:>|＞) ?$/, '>'],
  [/(?:<|＜) ?$/, '<'],
  [/= ?$/, '='],
];
const behind: readonly (readonly [RegExp, Comparator])[] = [
  [/^ ?(?:\([^)]{0,4}不含[^)]{0,4}\)) ?(?:以上)/, '>'],
  [
    /^ ?(?:\(含[^)]{0,4}\) ?)?(?:及其?以上|或以上|以上|及更[高多]|或更[高多大]|起(?=[的，。；])|往上)(?: ?\([^)]{0,2}含[^)]{0,6}\))?/,
    '>=',
  ],
  [
    /^ ?(?:\(含[^)]{0,4}\) ?)?(?:及其?以下|或以下|以下|以内|之内|及更[低少]|或更[低少小])(?: ?\([^)]{0,2}含[^)]{0,6}\))?/,
    '<=',
  ],
  [/^ ?以外/, '>'],
  [/^ ?内(?![径部侧壁容外层面胎置存含])/, '<='],
];

/**
 * The comparing words in front of a value, which begins at `start`; null where none stand there. `relative`: the value is a
 * share or a multiple, so what it is one of may stand between.
 */
export function readBefore(text: string, start: number, relative: boolean): FoundComparator | null {
  const lead = text.slice(Math.max(0, start - 30), start);
  const direct = readWords(lead, start);
  if (direct || !relative) return direct ?? readCounting(lead, start);
  const [between = ''] = relativeTo.exec(lead) ?? [];
  for (let length = between.length; length > 0; length--) {
    const found = readWords(lead.slice(0, lead.length - length), start - length);
    if (found && found.comparator !== '=') return found;
  }
  return readCounting(lead, start);
}

/** The last characters of `signs`, and the first of `behind`, but for a blank. */
const lastOfSigns = /[≥≮≤≯>＞<＜=] ?$/;
const firstBehind = /^ ?[(及或以起往之内]/;

function readWords(lead: string, start: number): FoundComparator | null {
  if (lastOfSigns.test(lead)) {
    for (const [sign, comparator] of signs) {
      const [found] = sign.exec(lead) ?? [];
      if (found !== undefined) return { comparator, at: start - found.length, asks: false };
    }
  }
  const match = before.exec(lead);
  if (!match?.groups) return null;
  // 不应超过上限5 ℃ bounds how far above it; 不应低于设定值3 ℃ says nothing of the kind.
  const isBeyond = /(?:上限|设定值|额定值|标称值) ?$/.test(lead);
  if (isBeyond && (match.groups['more'] === undefined || match.groups['negation'] === undefined))
    return null;
  const { modal, negation, more: isMore, less: isLess, least, most, orEqual } = match.groups;
  let comparator: Comparator;
  if (isMore !== undefined) comparator = orEqual === undefined ? '>' : '>=';
  else if (isLess !== undefined) comparator = orEqual === undefined ? '<' : '<=';
  else if (least !== undefined) comparator = '>=';
  else comparator = most === undefined ? '=' : '<=';
  if (negation !== undefined && comparator !== '=') comparator = inverse[comparator];
  const asks = modal !== undefined || /[应得宜可准许禁勿]/.test(negation ?? '');
  return { comparator, at: start - match[0].length, asks };
}

function readCounting(lead: string, start: number): FoundComparator | null {
  const match = counting.exec(lead);
  if (!match?.groups) return null;
  return {
    comparator: match.groups.least === undefined ? '<=' : '>=',
    at: start - match[0].length,
    asks: true,
  };
}

/** The comparing words behind a value, which ends at `end`: 以上, 以下, 以内; null where none stand there. */
export function readAfter(text: string, end: number): FoundComparator | null {
  const rest = text.slice(end, end + 16);
  if (!firstBehind.test(rest)) return null;
  for (const [pattern, comparator] of behind) {
    const [found] = pattern.exec(rest) ?? [];
    if (found !== undefined) return { comparator, at: end + found.length, asks: false };
  }
  return null;
}
