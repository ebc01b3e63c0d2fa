import { findNumbers } from '#core/number/index.ts';
import type { DocumentRule } from '../rule.ts';
import { drawnAlike } from '../signs.ts';
import { allPlaces, runsIn } from '../rule-context.ts';

/** The Latin letters that `drawnAlike` looks like, at the same places. */
const latin = 'ABCEHIJKMOPSTXYQWABEZHIKMNOPTYX';
const lookalike = new RegExp(`[${drawnAlike}]`, 'g');

function toLatin(text: string): string {
  return text.replaceAll(lookalike, (letter) => latin.charAt(drawnAlike.indexOf(letter)));
}

export const lookalikeLetter: DocumentRule = {
  id: 'lookalike-letter',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '标准编号里的字母是拉丁字母，不是形似的西里尔或希腊字母',
    en: 'Letters of a standard number are Latin, not Cyrillic or Greek ones that look alike',
  },
  examples: {
    bad: '样例应符合 GВ/T 191 的规定。',
    good: '样例的标志应为 Ω 形。',
  },
  keeps: ['Ω形', 'α粒子', 'Δt', 'λ/4', 'ГОСТ 123'],
  english: true,
  *check(view) {
    const { rangeOf, fixOf } = view;
    for (const run of runsIn(view, allPlaces, 'lookalike')) {
      const text = toLatin(run.text);
      for (const { start, end, raw } of findNumbers(text)) {
        const written = run.text.slice(start, end);
        if (written === raw) continue;
        yield {
          range: rangeOf(run, start, end),
          message: {
            zh: `“${written}”里有形似拉丁字母的别种字母，认不出是编号`,
            en: `"${written}" holds letters that only look Latin; it is not read as a number`,
          },
          hint: { zh: `改为“${raw}”`, en: `Use "${raw}"` },
          fix: fixOf(run, start, end, raw),
        };
      }
    }
  },
};
