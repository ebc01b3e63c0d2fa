import { html } from '#core/base/html.ts';
import type { Comparison } from '#core/compare/index.ts';
import { COMPARE_WORDS } from '#site/i18n/browser/compare.ts';
import { drawSection } from './draw-sections.ts';
import { drawNumbers, drawSummary } from './draw-summary.ts';

/** The parts of a comparison as HTML: one drawing for pages made at build and for those made in the browser. */
export function drawComparison(
  comparison: Comparison,
  {
    language,
    numbers,
  }: { readonly language: 'zh' | 'en'; readonly numbers: readonly [string, string] },
): { readonly summary: string; readonly text: string; readonly numbers: string } {
  const words = COMPARE_WORDS[language];
  const context = { comparison, words, language };
  const identical = html`<p class="cmp-identical">${words.identical}</p>`;
  return {
    summary: html`${comparison.changes.length === 0 && identical}${drawSummary(context)}`.markup,
    text: comparison.sections.map((section) => drawSection(section, context).markup).join(''),
    numbers: drawNumbers(context, numbers).markup,
  };
}
