import { codesOf } from '../../characters/codes.ts';

/**
 * A modal verb that asks, advises or permits nothing where it stands: quoted, in an attribute (「能承受冲击的外壳」), in a
 * condition (「当必须在冬季施工时」), in a purpose (「为能及时追踪」), or behind another modal verb of the same part (「应能」).
 * The verbs of GB/T 1.1—2020, annex C, set the type of a provision only as the verb of its main clause.
 */

const quotes: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
];

/** Whether an offset stands inside quotation marks opened not far before it. */
export function isQuoted(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 200), index);
  if (!/[“‘「『]/.test(before)) return false;
  return quotes.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close));
}

const partEnd = codesOf('，,。；;！？!?：:\n');
const [opens, closes] = [codesOf('（('), codesOf('）)')];
/** What ends a part in brackets, too. */
const endsAll = codesOf('。\n');

interface Part {
  /** Text of the part in front of the verb, and behind it up to the mark. */
  readonly before: string;
  readonly after: string;
  /** Where it ends. */
  readonly end: number;
}

/** Characters of a part that are looked at on either side: a longer one says nothing more. */
const farthest = 100;

function partOf(text: string, index: number, verb: string): Part {
  const from = Math.max(0, index - farthest);
  const to = Math.min(text.length, index + verb.length + farthest);
  let start = index;
  while (start > from && !partEnd.has(text.charCodeAt(start - 1))) start--;
  let end = index + verb.length;
  let depth = 0;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (depth === 0 ? partEnd.has(code) : endsAll.has(code)) break;
    if (opens.has(code)) depth++;
    else if (closes.has(code)) depth = Math.max(0, depth - 1);
    end++;
  }
  return {
    before: text.slice(start, index).trim(),
    after: text.slice(index + verb.length, end),
    end,
  };
}

/** The mark that ends a part, and what follows to the end of the sentence. */
function restOf(text: string, { end }: Part): string {
  const behind = text.slice(end, end + farthest);
  const stop = behind.search(/[。；\n]/);
  return stop < 0 ? behind : behind.slice(0, stop);
}

/** The verbs that say what can or has to be; in front of 的 or 时 they describe. */
const describing: ReadonlySet<string> = new Set([
  '能',
  '能够',
  '不能',
  '不能够',
  '可能',
  '不可能',
  '必须',
  '须',
  '无须',
  '不必',
]);

const opensCondition =
  /^(?:当|若|如|如果|如遇|假如|倘若|一旦|因|由于|凡|遇|在|待|经|除非|只要|无论|不论|对|对于|鉴于|考虑到|为|为了|以便|以|确保|保证|使|便于|有助于|旨在)/;
const endsCondition =
  /(?:时|时候|之前|之后|前|后|期间|的情况下|情况下|的条件下|的场合|的话|者|的)$/;
/** Words right in front of a verb that make it a complement: 使…能, 确保…能, 是否能. */
const takesComplement =
  /(?:使|让|确保|保证|保障|以便|便于|以使|为使|为了|从而|是否|以确认|证明|表明|说明|判断|验证|评估|检查|确认|直至|直到|至|只要|凡是?|只有)[^，。；]{0,16}$/;
/** What may stand in front of an attribute: nothing that could be the subject of its verb. */
const opensAttribute =
  /(?:^|[、和或及与]|(?:^|[\u4e00-\u9fff])(?:对|对于|将|由|为|是|有|无|凡|只有|仅|采用|采取|选用|选择|使用|具有|具备|配备|设置|设|按|在|用|从|把|存在|其他|所有|全部|任何|确|确需|不|以|识别|分析|列出|消除|记录|发现|针对|防止|避免|清除|处理|标明|说明|提供|确定))$/;
/** A verb behind the attribute and its noun. */
const predicate =
  /(?:应|宜|可(?!能)|须|不得|不应|不宜|严禁|禁止|由|见|按|为|是|才|均|都|列|纳入|写入|计入|视为|作为|属于|采用|进行|包括|如下|在|经|用|达|占|超过|低于|高于|有(?![机害毒效关限色])|无|存|送|交)/;

/** Whether a modal verb of these three kinds stands in a text: the verb of the main clause. */
const anyModal = /(?:[应宜须](?!有)|不得|可(?!能|靠|燃|见)|严禁|禁止|必须|能)/;

/** Whether the modal verb at an offset sets no type of provision. `text` may hold several sentences. */
export function isIdle(text: string, index: number, verb: string): boolean {
  if (isQuoted(text, index)) return true;
  const part = partOf(text, index, verb);
  if (isBehindModal(part, verb)) return true;
  if (describing.has(verb)) return describes(text, part, verb);
  return isListed(part);
}

/** 「应能」「应可更换」「宜能」; 「应采取能防止……的措施」: the verb before decides for both. */
function isBehindModal({ before }: Part, verb: string): boolean {
  if (/(?:^|[^适供响反效对相感呼])(?:应当|应|宜|须|必须)(?:均|都|还|也|仍|能|能够)*$/.test(before))
    return /^(?:能|能够|可|可以)$/.test(verb);
  return (
    /^(?:能|能够|可能|不能)$/.test(verb) &&
    /(?:应|宜|可(?![靠燃])|须|不得|禁止|严禁)(?![急力变答用对])[^，。；]{1,40}$/.test(before) &&
    !/(?:适|供|响|反|效|对|相|感|呼)应[^应宜可须]*$/.test(before)
  );
}

function describes(text: string, part: Part, verb: string): boolean {
  const { before, after } = part;
  const rest = restOf(text, part);
  const hasMore = rest.length > 1;
  if (takesComplement.test(before)) return true;
  if (hasMore && /^[，,]/.test(rest)) {
    if (endsCondition.test(after.trim())) return true;
    if (opensCondition.test(before) || (before === '' && /^(?:当|若|如)/.test(verb))) return true;
  }
  if (opensCondition.test(before) && /(?:时|后|前|的情况下)(?:$|[应宜可须])/.test(after))
    return true;
  if (/^[^，。；]{1,24}?(?:时|的情况下)(?=[应宜可须不])/.test(after)) return true;
  const at = after.indexOf('的');
  if (at < 0) return false;
  const noun = after.slice(at + 1);
  if (noun.trim() === '') return true;
  // 「设备能承受的最大压力应为」: the verb right before 的, and another verb behind.
  if (at <= 4 && predicate.test(noun)) return true;
  return opensAttribute.test(before) && (predicate.test(noun) || !anyModal.test(after));
}

/** 「宜冷藏的食品清单见附录B」「应检查的项目如下」: what is listed elsewhere is not asked here. */
function isListed({ before, after }: Part): boolean {
  if (before !== '') return false;
  return /^[^，。；的]{1,8}的[^，。；的]{1,12}(?:见(?:附录|表|图|第|\d|\[#)|如下|列于|列入|由[^，。；]{2,14}(?:确定|编制|审核|负责|保管|公布|发布))/.test(
    after,
  );
}
