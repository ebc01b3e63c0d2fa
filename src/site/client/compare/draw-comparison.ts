import { html } from '#core/base/html.ts';
import type { Comparison } from '#core/compare/index.ts';
import { COMPARE_WORDS } from '#site/i18n/browser/compare.ts';
import { drawSection } from './draw-sections.ts';
import { drawHighlights, drawNumbers, drawSummary } from './draw-summary.ts';

/** The parts of a comparison as HTML. */
export interface DrawnComparison {
  readonly summary: string;
  readonly highlights: string;
  readonly sections: readonly string[];
  readonly numbers: string;
}

/** The parts of a comparison as HTML: one drawing for pages made at build and for those made in the browser. */
export function drawComparison(
  comparison: Comparison,
  {
    language,
    numbers,
  }: { readonly language: 'zh' | 'en'; readonly numbers: readonly [string, string] },
): DrawnComparison {
  const words = COMPARE_WORDS[language];
  const context = { comparison, words, language };
  const identical = html`<p class="cmp-identical">${words.identical}</p>`;
  return {
    highlights: drawHighlights(context).markup,
    summary: html`${comparison.changes.length === 0 && identical}${drawSummary(context)}`.markup,
    sections: comparison.sections.map((section) => drawSection(section, context).markup),
    numbers: drawNumbers(context, numbers).markup,
  };
}
