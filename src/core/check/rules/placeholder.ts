import type { DocumentRule } from '../rule.ts';
import { allPlaces, runsIn } from '../rule-context.ts';

/** 「按【确定】键」 names what a screen shows. */
const left = /【[^】\n]{0,60}】(?!\s?(?:键|按键|按钮|菜单|图标|选项|页面|界面))/g;

export const placeholder: DocumentRule = {
  id: 'placeholder',
  scope: 'document',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '没有留下【占位】文字（草案里是警告）',
    en: 'No 【placeholder】 is left (a warning in drafts)',
  },
  examples: {
    bad: '样例应在【时限】内交付。',
    good: '样例应在三日内交付。',
  },
  english: true,
  *check(view) {
    const { isDraft, rangeOf } = view;
    for (const run of runsIn(view, allPlaces, 'lenticular')) {
      for (const match of run.text.matchAll(left)) {
        yield {
          range: rangeOf(run, match.index, match.index + match[0].length),
          message: {
            zh: `还有没填的占位“${match[0]}”`,
            en: `The placeholder "${match[0]}" was not filled in`,
          },
          hint: { zh: '填上内容，或删去', en: 'Fill it in or delete it' },
          ...(isDraft && { severity: 'warning' as const }),
        };
      }
    }
  },
};
