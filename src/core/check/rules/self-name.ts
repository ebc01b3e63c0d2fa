import { basisOf } from '#core/model/drafting-rules.ts';
import { isQuoted } from '#core/text/meaning/idle-modals.ts';
import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

/**
 * 「本标准」 at the head of a part of a sentence or behind a word that takes an object: elsewhere the characters may belong to two words
 * (成本标准, 样本标准差).
 */
const named =
  /(?<=^|[，。；：、（“\s]|符合|按照?|除|依据|根据|对|与|和|及|或|凡|为|满足|遵守|执行|引用|采用|用于|在)本(?:标准|规范|规程)(?!差|化|样|溶液|物质|件|值|曲线|偏差|体系|性|条件|操作)/g;

export const selfName: DocumentRule = {
  id: 'self-name',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '文件自称“本文件”，不称本标准、本规范、本规程（按 GB/T 1.1—2020 起草的文件）',
    en: 'A document drafted after GB/T 1.1—2020 calls itself 本文件, not 本标准, 本规范 or 本规程',
  },
  examples: {
    bad: '样例除符合本标准外，还应清洁。',
    good: '样例除符合本文件外，还应清洁。',
  },
  keeps: ['成本标准', '样本标准差', '基本标准', '文本标准化', '日本标准', '课本规范'],
  *check(view) {
    const { doc, profile, isAmendment } = view;
    if (profile !== 'gbt1.1' || isAmendment || !doc.meta) return;
    if (basisOf(doc.meta) !== 'GB/T 1.1—2020') return;
    for (const run of runsIn(view, bodyPlaces)) {
      if (!run.text.includes('本标准') && !run.text.includes('本规')) continue;
      for (const { 0: word, index } of view.proseOf(run).matchAll(named)) {
        if (isQuoted(run.text, index)) continue;
        const end = index + word.length;
        yield {
          range: view.rangeOf(run, index, end),
          message: {
            zh: `文件自称“${word}”`,
            en: `The document calls itself "${word}"`,
          },
          hint: { zh: '改为“本文件”', en: 'Use 本文件' },
          fix: view.fixOf(run, index, end, '本文件'),
        };
      }
    }
  },
};
