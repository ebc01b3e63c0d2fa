import { findRadicals, nameCodePoint } from '#core/characters/index.ts';
import type { DocumentRule } from '../rule.ts';

export const compatibilityCharacter: DocumentRule = {
  id: 'compatibility-character',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '汉字不写成形似的部首（⻓ ⼯ ⾷）和兼容字，多半是从 PDF 复制来的',
    en: 'Ideographs are not written as radicals (⻓ ⼯ ⾷) or compatibility characters, which text copied from PDF holds',
  },
  examples: { bad: '⻓度应测量。', good: '长度应测量。' },
  keeps: ['长度', 'Ⅱ级', 'ＬＥＤ', '№1', '㎡', '復'],
  english: true,
  *check({ doc: { source }, isPlain, sourceRange }) {
    if (isPlain) return;
    for (const { start, found, ideograph } of findRadicals(source)) {
      const end = start + found.length;
      yield {
        range: sourceRange(start, end),
        message: {
          zh: `“${found}”（${nameCodePoint(found)}）是部首或兼容字，不是“${ideograph}”字`,
          en: `"${found}" (${nameCodePoint(found)}) is a radical or a compatibility character, not the ideograph "${ideograph}"`,
        },
        hint: { zh: `改为“${ideograph}”`, en: `Use "${ideograph}"` },
        fix: { start, end, text: ideograph },
      };
    }
  },
};
