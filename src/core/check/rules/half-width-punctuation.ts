import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
};
const between =
  /(?<=[\u4e00-\u9fff）》”])[,;:?!](?=[\u4e00-\u9fff（《“])|(?<=[\u4e00-\u9fff）》”])[,;:?!.](?=\s*$)/g;
/** Not the sector of a metrology number: JJF (建材) 142. */
const pair = /(?<![A-Z]\s?)\((?=[\u4e00-\u9fff])[^()（）]*[\u4e00-\u9fff]\)(?!\s?\d)/g;

export const halfWidthPunctuation: DocumentRule = {
  id: 'half-width-punctuation',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834—2011',
  summary: {
    zh: '中文之间用全角标点',
    en: 'Full-width punctuation stands between Chinese characters',
  },
  examples: {
    bad: '样例应完整,不应破损。',
    good: '样例应完整，不应破损。',
  },
  keeps: ['JJF (建材) 142—2018', 'JJG (交通) 096—2009', '1:100', '3.5', '2,4-D', '08:30', 'a.b'],
  *check(view) {
    for (const run of runsIn(view, ['heading', ...bodyPlaces], 'stop')) {
      const text = view.proseOf(run);
      if (!/[,;:?!.(]/.test(text)) continue;
      const marks = [...text.matchAll(between)].map(({ index }) => index);
      for (const match of text.matchAll(pair)) {
        marks.push(match.index, match.index + match[0].length - 1);
      }
      for (const index of marks) {
        const mark = text.charAt(index);
        const instead = fullWidth[mark] ?? mark;
        // Headings may not end in punctuation at all; that is another rule's business.
        if (run.place === 'heading' && index === text.trimEnd().length - 1 && mark !== ')')
          continue;
        yield {
          range: view.rangeOf(run, index, index + 1),
          message: {
            zh: `中文之间用了半角标点“${mark}”`,
            en: `Half-width "${mark}" between Chinese characters`,
          },
          hint: { zh: `改为“${instead}”`, en: `Use "${instead}"` },
          fix: view.fixOf(run, index, index + 1, instead),
        };
      }
    }
  },
};
