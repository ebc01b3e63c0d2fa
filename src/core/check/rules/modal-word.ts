import type { Profile } from '../../text/provisions.ts';
import { isQuoted } from '../modals.ts';
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
  *check(view) {
    const table = refused[view.profile];
    for (const run of view.doc.runs) {
      const kind = view.clauseOf(run)?.kind;
      if (
        run.place === 'heading' ||
        run.place === 'source' ||
        kind === 'foreword' ||
        kind === 'references' ||
        kind === 'bibliography'
      )
        continue;
      for (const { verb, index } of view.modalsOf(run)) {
        const instead = table[verb];
        if (instead === undefined || isQuoted(run.text, index)) continue;
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
          ...(instead !== null && { fix: view.fixOf(run, index, end, instead) }),
        };
      }
    }
  },
};
