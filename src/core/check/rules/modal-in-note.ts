import { modalsIn, typeNames } from '../modals.ts';
import type { DocumentRule } from '../rule.ts';

export const modalInNote: DocumentRule = {
  id: 'modal-in-note',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 9.10, 9.11',
  summary: {
    zh: '注或示例里不出现要求型条款',
    en: 'No requirement in a note or example',
  },
  examples: {
    bad: '样例应完整。\n\n注：样例应清洁。',
    good: '样例应完整并清洁。\n\n注：样例由纸制成。',
  },
  *check(view) {
    for (const { run, index, verb, type } of modalsIn(
      view,
      ['requirement'],
      (each) => each.place === 'note' || each.place === 'example',
    )) {
      yield {
        range: view.rangeOf(run, index, index + verb.length),
        message: {
          zh: `注或示例里用了“${verb}”，成了${typeNames[type].zh}型条款`,
          en: `"${verb}" makes a ${typeNames[type].en} of a note or example`,
        },
        hint: {
          zh: '把要求写进条文；表注、图注里的要求可写成表或图的脚注',
          en: 'Put the requirement into the clause; in tables and figures a footnote may carry it',
        },
      };
    }
  },
};
