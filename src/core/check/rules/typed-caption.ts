import type { DocumentRule } from '../rule.ts';
import { runsIn } from '../rule-context.ts';

/** `表 1 尺寸要求`: a short paragraph that is a caption and nothing else. */
export const typedCaptionPattern =
  /^(?<kind>[表图])\s?(?:[A-Z]\.)?\d{1,3}[\s　]+\S[^。；，\n]{0,40}$/;

export const typedCaption: DocumentRule = {
  id: 'typed-caption',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '表题、图题写进 :::table[题名] 或 :::figure[题名]，不手打成一段',
    en: 'Captions are written into :::table[title] or :::figure[title], not typed as a paragraph',
  },
  examples: {
    bad: '表 1　样例尺寸',
    good: '样例应合格。',
  },
  *check(view) {
    const { rangeOf } = view;
    for (const run of runsIn(view, ['paragraph'], 'digit')) {
      const match = typedCaptionPattern.exec(run.text.trim());
      if (!match) continue;
      const table = match.groups?.kind === '表';
      const title = match[0].replace(/^[表图][\s\dA-Z.]*[\s　]+/, '');
      const block = `:::${table ? 'table' : 'figure'}[${title}]{#id}`;
      yield {
        range: rangeOf(run),
        message: {
          zh: `“${match[0]}”是手打的${table ? '表题' : '图题'}`,
          en: `"${match[0]}" is a caption typed by hand`,
        },
        hint: {
          zh: `把${table ? '表' : '图'}放进 ${block} 与 ::: 之间，编号自动排；删去这一段`,
          en: `Put the ${table ? 'table' : 'figure'} between ${block} and :::; delete this paragraph`,
        },
      };
    }
  },
};
