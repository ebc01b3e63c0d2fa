import { html } from '../base/html.ts';
import type { HtmlRun, Wrap } from './html-runs.ts';

const linkEnd = html`</a>`;

/** 「2018年版的5.1」「2018年版的第4章、附录B」, as GB/T 1.1—2020, 8.2, has the changes told in 前言. */
const mentions = /(\d{4})年版的((?:(?:第\d+章|附录[A-Z]|(?:[A-Z]\.)?\d+(?:\.\d+)*)[、和及]?)+)/gu;
const places = /第(\d+)章|附录([A-Z])|((?:[A-Z]\.)?\d+(?:\.\d+)*)/gu;

/** In brackets as GB/T 1.1 tells changes, 「（见5.1，2018年版的5.2）」: elsewhere the edition may be that of another document. */
const ofThisDocument = /（见(?:[^（）《》]|（[^（）《》]*）)*$/;

/**
 * Links to clauses of an earlier edition, where `addressOf` knows that the edition is here and has them; none
 * where another document may be meant.
 */
export function linkEarlier(
  runs: readonly HtmlRun[],
  addressOf: (year: string, clause: string) => string | null,
): readonly (readonly [HtmlRun, Wrap])[] {
  const telling = runs.filter(({ text }) => text.includes('年版的'));
  return telling.flatMap((run) =>
    Array.from(run.text.matchAll(mentions)).flatMap(
      ({ 0: whole, 1: year = '', 2: list = '', index }) =>
        (ofThisDocument.test(run.text.slice(0, index))
          ? Array.from(list.matchAll(places))
          : []
        ).flatMap(({ 0: written, 1: chapter, 2: annex, 3: clause, index: at }) => {
          const href = addressOf(year, chapter ?? annex ?? clause ?? '');
          const start = index + whole.length - list.length + at;
          if (href === null) return [];
          const open = html`<a class="xref" href="${href}">`;
          return [[run, { start, end: start + written.length, open, close: linkEnd }] as const];
        }),
    ),
  );
}
