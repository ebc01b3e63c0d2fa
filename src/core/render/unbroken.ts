import { html } from '../base/html.ts';
import { FORMULA } from './html-runs.ts';
import type { HtmlRun, Wrap } from './html-runs.ts';

const open = html`<span class="nb">`;
const close = html`</span>`;

const number = String.raw`[-−+]?\d[\d.]*`;
/** A sign and its number, a range, and a formula with the mark after it: no line ends in them. */
export const unbroken = new RegExp(
  `[≤≥<>≈±＜＞]\\s?${number}|${number}\\s?(?:[℃%]\\s?)?[～~]\\s?${number}|${FORMULA}[，。；、：）]`,
  'gu',
);

/** What every such stretch has one of. */
const mayHold = new RegExp(`[≤≥<>≈±＜＞～~${FORMULA}]`);

/** Stretches of runs that no line may end in, each with the markup to put around it. */
export function keepTogether(runs: readonly HtmlRun[]): readonly (readonly [HtmlRun, Wrap])[] {
  return runs.flatMap((run) =>
    mayHold.test(run.text)
      ? Array.from(
          run.text.matchAll(unbroken),
          ({ 0: found, index }) =>
            [run, { start: index, end: index + found.length, open, close }] as const,
        )
      : [],
  );
}
