import { findModals } from '#core/text/meaning/modals.ts';
import type { Modal, Profile } from '#core/text/meaning/modals.ts';
import type { DocumentRule } from '../rule.ts';

/** Verbs a profile refuses, with what to write; null where the sentence has to be recast. */
const refused: Readonly<Record<Profile, Readonly<Record<string, string | null>>>> = {
  'gbt1.1': {
    必须: '应',
    应当: '应',
    应该: '应',
    须: '应',
    不应当: '不应',
    不应该: '不应',
    不得: '不应',
    不可: '不应',
    不可以: '不应',
    不允许: '不应',
    严禁: null,
    禁止: null,
    无须: '不必',
  },
  construction: {
    应当: '应',
    应该: '应',
    须: '应',
    不应当: '不应',
    不应该: '不应',
    禁止: '严禁',
    不可: '不得',
    不可以: '不得',
    不允许: '不得',
  },
};

/** 「应当日完成」 is 应 + 当日; 「应当日常维护」 is 应当. */
const sameTime =
  /^应当(?:日(?![常益])|天(?![气然])|月(?!度)|年(?![检审度满])|班(?!次)|场(?![地所])|面(?![向对临积]))/;

/** What turns a word that is refused into something else than the word it should be: 非必须, 供应当地. */
const doubtful: Readonly<
  Record<string, { readonly before?: RegExp; readonly after?: RegExp } | undefined>
> = {
  必须: { before: /[不非未无否所]$/, after: /^(?:的|品|条件|项目?[，。；、)）]|$|[，。；、)）])/ },
  须: { before: /[不非未无亟急务尚终必]$/, after: /^(?:的|知|$|[，。；、)）])/ },
  应当: { before: /[相对适供反响效感理]$/, after: /^[地前时下代今中局]/ },
  应该: {
    before: /[相对适供反响效感理]$/,
    after:
      /^(?:批|项|类|种|条|款|台|辆|产品|设备|系统|企业|单位|标准|文件|地区|部位|机构|人员|区域|用户)/,
  },
  不得: {
    before: /[怪恨巴由要舍顾了见急迫记认懂吃动弹笑]$/,
    after: /^(?:而|其|要领|已|不|了|$|[，。；、])/,
  },
  不可: {
    before: /[可必势非]$/,
    after:
      /^(?:$|[，。；、)）]|开|思|告|一|收|名|胜|挡|同日|多得|限|理|救|磨|估|回收|再生|降解|食用|燃|数|小|谓|知|信|控|视|见|逆|变|预|抗|避|分|缺|的)/,
  },
  不可以: { before: /[可否]$/, after: /^(?:$|[，。；、？?])/ },
  不允许: {
    before: /(?:条件|天气|时间|场地|空间|环境|情况|法规|法律|工艺|现场|确实|[如若当])$/,
    after: /^(?:的|时|则|者|$|[，。；、)）])/,
  },
  无须: { after: /^(?:$|[，。；、])/ },
};

/** Whether the prescribed word says the same in the place of the one refused. */
function isSafe(text: string, modal: Modal, instead: string): boolean {
  const { index, verb, type, negative } = modal;
  const doubt = doubtful[verb];
  const before = text.slice(Math.max(0, index - 20), index);
  const after = text.slice(index + verb.length, index + verb.length + 20);
  if (doubt?.before?.test(before) || doubt?.after?.test(after)) return false;
  // 「应当用于」 would become 「应用于」, which requires nothing.
  return findModals(before + instead + after).some(
    (each) =>
      each.index === before.length &&
      each.verb === instead &&
      each.type === type &&
      each.negative === negative,
  );
}

export const modalWord: DocumentRule = {
  id: 'modal-word',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 附录C；工程建设标准用词说明',
  summary: {
    zh: '能愿动词用规定的词：GB/T 1.1 用应、不应，不用必须、应当、不得、严禁；工程建设用必须、严禁、应、不应、不得，不用应当、禁止',
    en: 'Modal verbs are the prescribed ones: 应 and 不应 after GB/T 1.1, not 必须, 应当, 不得, 严禁; 必须, 严禁, 应, 不应, 不得 in engineering construction, not 应当, 禁止',
  },
  examples: {
    bad: '样例不得有裂纹。',
    good: '样例不应有裂纹。',
  },
  keeps: [
    '非必须',
    '是否必须',
    '不须',
    '必须的',
    '供应当地',
    '适应当地气候',
    '供应该产品',
    '响应该请求',
    '不得不',
    '迫不得已',
    '不得而知',
    '舍不得',
    '巴不得',
    '非此不可',
    '可不可以',
    '不可思议',
    '不可回收物',
    '不可抗力',
    '缺一不可',
    '条件不允许时',
    '须知',
    '生活必须品',
    '禁止标志',
  ],
  *check(view) {
    const table = refused[view.profile];
    for (const modal of view.modals) {
      const { run, verb, index } = modal;
      const instead = table[verb];
      if (instead === undefined) continue;
      const kind = view.clauseOf(run)?.kind;
      if (kind === 'foreword' || kind === 'references' || kind === 'bibliography') continue;
      if (verb === '应当' && sameTime.test(run.text.slice(index, index + 4))) continue;
      const end = index + verb.length;
      yield {
        range: view.rangeOf(run, index, end),
        message:
          view.profile === 'construction'
            ? {
                zh: `工程建设标准不用“${verb}”`,
                en: `"${verb}" is not among the words of engineering construction standards`,
              }
            : {
                zh: `GB/T 1.1 的条款不用“${verb}”`,
                en: `"${verb}" is not among the modal verbs of GB/T 1.1`,
              },
        hint:
          instead === null
            ? {
                zh: '改用“不应”；法律法规的规定才用“必须”并写明出处；工程建设标准请写 profile: construction',
                en: 'Use 不应; for engineering construction set profile: construction',
              }
            : { zh: `改用“${instead}”`, en: `Use "${instead}"` },
        ...(instead !== null &&
          isSafe(run.text, modal, instead) && { fix: view.fixOf(run, index, end, instead) }),
      };
    }
  },
};
