import { codesOf } from '../characters/codes.ts';
import { readAfter, readBefore } from './comparators.ts';
import type { Comparator, FoundComparator } from './comparators.ts';
import { foldSigns } from './fold-signs.ts';
import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantities.ts';
import { isCounted } from './units.ts';

/** What a text asks of a quantity, or under which values of it (a condition) it asks something else. */
export interface Limit {
  /** What is bounded, as far as the words in front of it say; may be empty. */
  readonly object: string;
  /** `=` for ranges, tolerances, ratios, dimensions and values that have to be met as they are. */
  readonly comparator: Comparator;
  readonly quantity: Quantity;
  /** Only where the limit applies, and not what is asked: 「建筑高度大于100 m的……」. */
  readonly isCondition: boolean;
  /** Comparing words and value as written, with their offsets in UTF-16 units. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface LimitContext {
  /** Whether the text stands under a lead that asks (「应符合下列要求：」) or in a table of values: bare values are limits then. */
  readonly underLead?: boolean;
}

const sentenceEnd = codesOf('。；！？\n');
const partEnd = codesOf('，,。；！？：:\n');
const modal =
  /(?:不应|不得|不宜|不可|不能|不准|不许|应当|(?:^|[^反供适响对相感效呼])应(?![用力变急激声对约答付聘收邀])|宜(?![居林人春秋夏冬])|须|必须|严禁|禁止|切勿|要求|方可|才能)/;
/** The verb of what is asked under a condition. */
const mainVerb = new RegExp(`${modal.source}|可(?![靠燃见])`);
const attributive = /^ ?(?:的|及以上的|以上的|以下的|以内的)/;
const timed =
  /^[^，。；]{0,14}?(?:时(?![间长效刻候段])|(?:后|前|期间|的情况下|情况下|条件下|者)(?=[，,、 应不宜]|$))/;
const conditional =
  /^ ?(?:当|若|如果?|对于?|凡|除|在[^，]{0,20}(?:时|情况下)|遇|一旦|每|针对|属于|用于)/;
const rate = /每(?:增加|超过|隔|满|升高|延长|减少)? ?$/;
/** 超过, 高于 and no 不 before them: 连续输错口令超过 5 次，账户应锁定. */
const crosses = /^(?:大于|高于|超过|超出|多于|长于|小于|低于|少于|短于|不足|未满|不满|达到|达)/;
const inTime = /(?:应|宜|须|可|不得)(?:在|于|当)[^，。；]*$/;

/** A verb that forbids, and between it and the value nothing that ends its part: what follows is what must not be. */
const forbids = /(?:不应当?|不得|不宜|不可|不准|不许|不允许|严禁|禁止|切勿)[^，。；：]*$/;
/** A quarter of an hour, a day: within one something is counted, and the sentence bounds the count. */
const window = /^(?:ms|s|min|h|d|周|月|年|季|工作日)$/;
/** A list of what is told of, kept or prepared for; its items name cases. */
const namesCases =
  /(?:包括|包含|内容|情况|情形|事项|故障|因素|场景|预案)[^，。；：:]{0,6}[：:][^：:]*$/;
/** 有一项不合格的: one of several. */
const oneOf = /有$/;

/** The limits and conditions of a text, in its order. Offsets count UTF-16 units of the text given. */
export function findLimits(text: string, context: LimitContext = {}): readonly Limit[] {
  const folded = foldSigns(text);
  const limits: Limit[] = [];
  for (const quantity of findQuantities(folded)) {
    const limit = readLimit(folded, quantity, context);
    if (limit) limits.push({ ...limit, text: text.slice(limit.start, limit.end) });
  }
  return limits;
}

function readLimit(text: string, quantity: Quantity, context: LimitContext): Limit | null {
  const isPlain = quantity.kind === 'value' || quantity.kind === 'grade';
  const isShare = quantity.kind === 'value' && /^(?:[%‰倍])$/.test(quantity.unit);
  const front = readBefore(text, quantity.start, isShare);
  const back = readAfter(text, quantity.end);
  const found = chooseComparator(front, back) ?? readLed(text, quantity);
  const start = front?.at ?? quantity.start;
  const end = back?.at ?? quantity.end;
  const part = cut(text, partEnd, start, end);
  // What ends a sentence ends a part, too.
  const sentence = cut(text, sentenceEnd, part.start, part.end);
  const isRate = rate.test(text.slice(Math.max(0, quantity.start - 6), quantity.start));
  if (isPlain) {
    if (!found) return null;
    // A bare 为 describes unless something asks for it.
    const isTaken = /取 ?$/.test(text.slice(start, quantity.start));
    const isMeasured = quantity.unit !== '' && !isCounted(quantity.unit) && !isTaken;
    if (found.comparator === '=' && !isMeasured && !isAsked(text, sentence, start, found, context))
      return null;
  }
  const bound = text.slice(start, end);
  if (saysNoBound(text, { quantity, front, back, part, start, end })) return null;
  return {
    object: readObject(text, part.start, start),
    comparator: compareBy(quantity, text.slice(start, quantity.start), found),
    quantity,
    isCondition:
      isRate ||
      isCase(text, { part, start, found }) ||
      isCondition(text, { sentence, part, start, end, asks: found?.asks ?? false }),
    text: bound,
    start,
    end,
  };
}

/**
 * Whether a value that is compared bounds nothing by itself: of a prohibition (「不应设在四层及以上」, 「不应有长度大于2 mm的划痕」), a
 * time within which something else is counted (「24 h内的掉线次数」), a double comparison (「0 < Z ≤ 150」), one of several (「有一项不合格的」).
 */
function saysNoBound(
  text: string,
  {
    quantity,
    front,
    back,
    part,
    start,
    end,
  }: {
    readonly quantity: Quantity;
    readonly front: FoundComparator | null;
    readonly back: FoundComparator | null;
    readonly part: Span;
    readonly start: number;
    readonly end: number;
  },
): boolean {
  const before = text.slice(part.start, start);
  const rest = text.slice(end, part.end);
  if (back && !front && forbids.test(before)) return true;
  if (front && !front.asks && forbids.test(before) && attributive.test(rest)) return true;
  if (back && !front && window.test(quantity.unit) && text.charAt(end - 1) === '内') {
    if (
      /^(?:的[^，。；]{0,8}(?:次|数|率|时间|量)|[^，。；]{0,6}[低高大小多少]于|(?:发生|出现|累计|连续)[^，。；]*\d)/.test(
        rest,
      )
    )
      return true;
  }
  if (oneOf.test(before) && isCounted(quantity.unit) && rest.includes('的')) return true;
  const isDouble =
    /^[<>≤≥]/.test(text.slice(start)) &&
    /\d ?[<>≤≥] ?[A-Za-z\u4e00-\u9fffα-ω]{1,8} ?$/.test(before);
  return isDouble || /^ ?[<>≤≥] ?[A-Za-zα-ω]/.test(rest);
}

/** Whether a value that is gone past names a case in a list of cases: 「预案至少包括：车辆滞留超过2 h。」 */
function isCase(
  text: string,
  {
    part,
    start,
    found,
  }: { readonly part: Span; readonly start: number; readonly found: FoundComparator | null },
): boolean {
  return (
    found?.asks === false &&
    crosses.test(text.slice(start)) &&
    namesCases.test(text.slice(Math.max(0, part.start - 60), start))
  );
}

function chooseComparator(
  front: FoundComparator | null,
  back: FoundComparator | null,
): FoundComparator | null {
  if (!front || !back) return front ?? back;
  // 应达到 95 % 以上: both say one thing; 应为 3 m 以上: the words behind are the bound.
  return front.comparator === '=' || front.comparator === '>='
    ? { ...back, asks: front.asks }
    : front;
}

const ledValues =
  /^[^。；\n]{0,200}(?<lead>(?:下列|以下|如下|下述)(?:各?项)?(?:的)?(?:数值|限值|值|规定值|时间|温度|要求|规定)?[：:])/;
const listed = /^[^。；：:\n]*[，,：: ]$/;

/** What a lead asks of the bare values of its items: 「时间不应超过下列数值：冷冻区，120 min；」 (GB/T 1.1—2020, 7.5). */
function readLed(text: string, { start, end, unit }: Quantity): FoundComparator | null {
  if (unit === '' || !/^ ?(?:[。；;]|$)/.test(text.slice(end))) return null;
  const lead = ledValues.exec(text)?.groups?.['lead'];
  const at = lead === undefined ? -1 : text.indexOf(lead);
  if (lead === undefined || at < 0 || at + lead.length > start) return null;
  const between = text.slice(at + lead.length, start);
  const words = between === '' || listed.test(between) ? readBefore(text, at, false) : null;
  return words && words.comparator !== '=' ? { ...words, at: start } : null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function cut(text: string, marks: ReadonlySet<number>, start: number, end: number): Span {
  let from = start;
  while (from > 0 && !marks.has(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && !marks.has(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

function isAsked(
  text: string,
  sentence: Span,
  start: number,
  found: FoundComparator,
  context: LimitContext,
): boolean {
  return found.asks || context.underLead === true || modal.test(text.slice(sentence.start, start));
}

/**
 * A value that only says where something applies stands in front of what is asked: as an attribute (…大于 100 m 的……不应……),
 * or in a part with 当, 若, 时. One behind the modal verb is what is asked, even as an attribute (应采用厚度不小于 3 mm 的钢板).
 */
function isCondition(
  text: string,
  {
    sentence,
    part,
    start,
    end,
    asks,
  }: {
    readonly sentence: Span;
    readonly part: Span;
    readonly start: number;
    readonly end: number;
    readonly asks: boolean;
  },
): boolean {
  if (asks) return false;
  const inPart = text.slice(part.start, start);
  const rest = text.slice(end, part.end);
  const isTimed = timed.test(text.slice(end, Math.min(part.end + 1, end + 24)));
  if (isTimed && inTime.test(inPart)) return true;
  if (modal.test(inPart)) return false;
  if (conditional.test(inPart) && part.end < sentence.end) return true;
  if (isTimed || attributive.test(rest) || (rest.endsWith('的') && part.end < sentence.end))
    return true;
  const after = text.slice(end, sentence.end);
  if (/^[^，]{0,8}的/.test(rest)) return mainVerb.test(after);
  return crosses.test(text.slice(start, end)) && mainVerb.test(text.slice(part.end, sentence.end));
}

function compareBy(quantity: Quantity, front: string, found: FoundComparator | null): Comparator {
  switch (quantity.kind) {
    case 'range':
    case 'tolerance':
      return '=';
    case 'grade':
      // 应达到一级 names the grade that is asked.
      return /达到? ?$/.test(front) ? '=' : (found?.comparator ?? '=');
    default:
      return found?.comparator ?? '=';
  }
}

const objectEnd =
  /(?:应当|应|宜|须|必须|可|均|都|其|且|并|和|或|与|时|当|若|如|的|,|、|\(|\)|不|为|在)$/;

/** The words right in front of the comparing words, back to the mark before. */
function readObject(text: string, from: number, start: number): string {
  let object = text.slice(from, start).replaceAll('\ufffc', '').trim();
  for (let before = ''; before !== object;) {
    before = object;
    object = object.replace(objectEnd, '').trim();
  }
  const [last = ''] = object.split(/应当|应|宜|须|的|且|并/).slice(-1);
  return last.trim();
}
