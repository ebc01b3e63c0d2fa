import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

const mayBreak = /[不必严禁应][ \t\u00A0\u2000-\u200A\u3000]/;
const broken =
  /不[ \t\u00A0\u2000-\u200A\u3000]+(?:应|宜|得|必|能|可|须)|(?:必[ \t\u00A0\u2000-\u200A\u3000]+须|严[ \t\u00A0\u2000-\u200A\u3000]+禁|禁[ \t\u00A0\u2000-\u200A\u3000]+止|应[ \t\u00A0\u2000-\u200A\u3000]+[当该])/g;

export const modalBroken: DocumentRule = {
  id: 'modal-broken',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '能愿动词中间没有空格：“不 应”容易被看成“应”',
    en: 'No blank inside a modal verb: 不 应 is easily taken for 应',
  },
  examples: { bad: '系统不 应开机。', good: '系统不应开机。' },
  keeps: ['不 同', '必 要', '海 澜', '应 急', '严 格'],
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'blank')) {
      const text = view.proseOf(run);
      if (!mayBreak.test(text)) continue;
      for (const { 0: found, index } of text.matchAll(broken)) {
        const end = index + found.length;
        const whole = found.replaceAll(/\s/g, '');
        yield {
          range: view.rangeOf(run, index, end),
          message: {
            zh: `“${whole}”中间有空格`,
            en: `There is a blank inside "${whole}"`,
          },
          hint: { zh: '删去空格', en: 'Delete the blank' },
          fix: view.fixOf(run, index, end, whole),
        };
      }
    }
  },
};
