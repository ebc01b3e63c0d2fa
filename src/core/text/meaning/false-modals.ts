import { formsAdjective } from './modal-adjectives.ts';
import { traps } from './modal-traps.ts';

interface Neighbour {
  readonly word: string;
  readonly offset: number;
}

/** Strings by the code of the character beside the modal: before it, or after it when it begins. */
interface NeighbourIndex {
  readonly before: ReadonlyMap<number, readonly Neighbour[]>;
  readonly after: ReadonlyMap<number, readonly Neighbour[]>;
}

interface TrapIndex {
  readonly words: NeighbourIndex;
  readonly except: NeighbourIndex;
}

function indexByNeighbour(modal: string, strings: readonly string[]): NeighbourIndex {
  const before = new Map<number, Neighbour[]>();
  const after = new Map<number, Neighbour[]>();
  for (const word of strings) {
    for (
      let offset = word.indexOf(modal);
      offset !== -1;
      offset = word.indexOf(modal, offset + 1)
    ) {
      const index = offset > 0 ? before : after;
      const key = word.charCodeAt(offset > 0 ? offset - 1 : 1);
      const list = index.get(key);
      if (list) list.push({ word, offset });
      else index.set(key, [{ word, offset }]);
    }
  }
  return { before, after };
}

const trapIndexes: ReadonlyMap<string, TrapIndex> = new Map(
  Object.entries(traps).map(([modal, { words, except }]) => [
    modal,
    { words: indexByNeighbour(modal, words), except: indexByNeighbour(modal, except) },
  ]),
);

/** Spans of the listed strings that lie over the character at `at`. */
function findSpans(
  { before, after }: NeighbourIndex,
  text: string,
  at: number,
): readonly (readonly [start: number, end: number])[] {
  const spans: (readonly [start: number, end: number])[] = [];
  const add = (list: readonly Neighbour[] | undefined): void => {
    for (const { word, offset } of list ?? []) {
      const start = at - offset;
      if (text.startsWith(word, start)) spans.push([start, start + word.length]);
    }
  };
  add(before.get(text.charCodeAt(at - 1)));
  add(after.get(text.charCodeAt(at + 1)));
  return spans;
}

function standsInWord(trap: TrapIndex, text: string, at: number): boolean {
  const words = findSpans(trap.words, text, at);
  if (words.length === 0) return false;
  const undone = findSpans(trap.except, text, at);
  return words.some(([start, end]) => !undone.some(([from, to]) => from <= start && end <= to));
}

/** What applications on a device do; 「连接线」「显示屏」 are things that can be used. */
const softwareDoes =
  /^(?:连接|显示|提示|推送|发送|接收|读取|查询|查看|控制|登录|扫描|下载|上传|更新|提供|进行|完成|实现|获取|采集|记录|设置|开启|关闭|启动|访问)(?!线|屏|仪|器|卡|表|装置|设备|本)/;

/** 「应用软布擦拭」 is 应 + 用; 「应用软件」「应用于」「推广应用」 is the noun or the verb 应用. */
function isApplication(text: string, at: number): boolean {
  if (text.charAt(at + 1) !== '用') return false;
  const before = text.slice(Math.max(0, at - 2), at);
  if (
    /(推广|广泛|工程|实际|技术|示范|综合|集成|数据|创新|普及|开发|[应宜可能的和与、及])$/.test(
      before,
    )
  ) {
    return !/[^应宜可能]水$/.test(before);
  }
  const after = text.slice(at + 2, at + 8);
  const noun = text.slice(Math.max(0, at - 4), at);
  if (/(手机|手机端|移动端|客户端|小程序|第三方)$/.test(noun)) return true;
  if (/(移动|终端|网络|平板|电脑|车载|云端)$/.test(noun) && softwareDoes.test(after)) return true;
  if (after === '' || /^[，。；、：）)》”\s]/.test(after)) return true;
  return /^(于|程序|系统|场景|软件|技术|范围|领域|平台|和|与|及|到|在|层|服务|情况|效果|案例|实例|示范|单位|方案|方法|要求|指南|能力|时|中|的|性能|接口|研究|推广|数据|类|过程|模式|支撑|商店|管理)/.test(
    after,
  );
}

/** What is done about things: 预案, 措施. */
const responses =
  '能力|措施|预案|方案|策略|机制|准备|需要|方法|方式|需求|手段|办法|体系|流程|经验|水平|韧性|工作|计划';
/** 「应对措施」, 「应对突发事件的能力」: the verb 应对. */
const responseNoun = new RegExp(`^(?:${responses}|小组|团队|组织|和|与|及)`);
const responseTo = new RegExp(`^[^，。；、]{1,12}的[^，。；]{0,4}?(?:${responses})`);
/** 「应对措施的有效性进行评价」, 「应对方案提出修改意见」: what is done with the thing behind 对. */
const treated = new RegExp(
  `^(?:${responses})[^，。；]{0,12}?(?:进行|予以|加以|给予|作出|做出|提出|提供|开展|逐[一项条]|重新)`,
);

/** 「应对设备进行检查」 is 应 + 对; 「应对措施」「应对突发事件的能力」 is the verb 应对. */
function isCoping(text: string, at: number): boolean {
  if (text.charAt(at + 1) !== '对') return false;
  const before = text.slice(Math.max(0, at - 3), at);
  if (
    /(?:有效|积极|及时|如何|妥善|共同|主动|科学|风险|应急|统筹|[为以来的和与、应])$/.test(before) ||
    /(?:具备|具有|给出|提供|制定|建立|提高|增强|提升|形成|用于|编制|完善|加强|能够|足以|旨在|包括)$/.test(
      before,
    )
  ) {
    return true;
  }
  const after = text.slice(at + 2, at + 32);
  if (after === '' || /^[，。；、：）)》”\s]/.test(after)) return true;
  if (treated.test(after)) return false;
  return responseNoun.test(after) || responseTo.test(after);
}

/** 「可X性」 with up to three characters between is a quality: 可操作性, 可重复使用性. */
const quality = /^可[^，。；、：应宜能在为按用以由]{1,4}性(?!能|别|质|状)/;

/** 「禁止标志」「禁止使用的物质」 are nouns; 「国家禁止」「法律禁止」 tells who forbids. */
function isBanOfOthers(text: string, index: number): boolean {
  return (
    /^禁止([性类项令]|[^，。；]{0,6}(标志|标识|标线)|(使用|生产|销售|进口|出口|添加|投放|排放|携带|流通|捕捞)的)/.test(
      text.slice(index, index + 12),
    ) || /(国家|明令|法律|法规|条例)$/.test(text.slice(Math.max(0, index - 2), index))
  );
}

/** 「不得不」「不得已」; 「舍不得」「巴不得」. */
function isFixedPhrase(text: string, index: number): boolean {
  return (
    /^不得(不|分|已|而知|要领)/.test(text.slice(index)) ||
    '舍怪恨巴顾'.includes(text.charAt(index - 1) || ' ')
  );
}

/** 「可能性」「可能的原因」, 「尽可能」. */
function isPossibility(text: string, index: number, verb: string): boolean {
  return (
    text.charAt(index - 1) === '尽' ||
    /^(性|的|原因|风险|后果|来源|危害|情况)/.test(text.slice(index + verb.length))
  );
}

/** 「供应当地」「响应该请求」: the first character ends another word. */
function endsWord(text: string, index: number): boolean {
  const trap = trapIndexes.get('应');
  return trap !== undefined && standsInWord(trap, text, index);
}

/** How verbs of two and more characters are told from other words; what is not here goes by its one character. */
const wholeVerbs: ReadonlyMap<string, (text: string, index: number, verb: string) => boolean> =
  new Map([
    ['禁止', isBanOfOthers],
    ['不得', isFixedPhrase],
    ['可能', isPossibility],
    ['不可能', isPossibility],
    ['不必', (text: string, index: number) => text.charAt(index + 2) === '要'],
    ['应当', endsWord],
    ['应该', endsWord],
  ]);

/** 「不可抗力」「不可或缺」: adjectives that forbid nothing. */
const fixedCannot =
  /^(?:抗力|避免|或缺|分割|缺少|更改记录|逆|忽视|预见|抗拒|替代|估量|少(?!于)|用(?=[，。；、）]|$))/;

/** What makes a condition of 方可, 才可; 双方, 供方, 参与方 and 人才 are who may. */
const restricts =
  /(?:^|[，,：:；;后时的者且均也应]|合格|同意|批准|确认|许可|认可|无误|符合|完成|通过|到位|齐全|达标|验收|审核|审批|签字|允许|稳定|正常)方$|(?<![人英天专育])才$/;
/** 「断网可用」「音量可调」「状态可查」: at the end of a part an adjective; 「人均可活动面积」: what an area or a number is for. */
const formsPredicate =
  /^可(?:用|调|查|见|读|控|辨|得|追溯|识别|辨认|辨识|查询|调节|复现|溯源)(?:且|而|，|。|；|、|）|$)|^可(?:活动|使用|用|利用)(?:的)?(?:面积|空间|容积|时间|长度|宽度|高度|额度|频段)/;

/**
 * Whether 可 at an offset is part of a quality, of 「可可」, of a restriction (「经批准后方可」「才可」, GB/T 1.1—2020, table C.3 has
 * 可 for what is permitted only), or of 「即可」 at the end of a clause.
 */
function isQuality(text: string, at: number): boolean {
  const near = text.slice(at, at + 8);
  if (quality.test(near) && !/^可[^，。；]{0,4}一次性/.test(near)) return true;
  if (text.charAt(at + 1) === '可' || text.charAt(at - 1) === '可') return true;
  if (restricts.test(text.slice(Math.max(0, at - 4), at))) return true;
  if (formsPredicate.test(near)) return true;
  return text.charAt(at - 1) === '即' && /^$|^[，。；：）)]/.test(text.slice(at + 1));
}

/**
 * Whether what looks like a modal verb at an offset is another word or a part of one. `verb` is one of
 * those `findModals` knows.
 */
export function isFalseModal(text: string, index: number, verb: string): boolean {
  const isOther = wholeVerbs.get(verb);
  if (isOther) return isOther(text, index, verb);
  if (verb === '不可' && fixedCannot.test(text.slice(index + 2))) return true;
  const negated = verb.startsWith('不') && verb.length === 2;
  const bare = negated ? verb.slice(1) : verb;
  const at = negated ? index + 1 : index;
  const trap = trapIndexes.get(bare);
  if (!trap) return false;
  if (bare === '应' && !negated && (isApplication(text, at) || isCoping(text, at))) return true;
  if (bare === '可' && (formsAdjective(text, at, negated) || isQuality(text, at))) return true;
  return standsInWord(trap, text, at);
}
