import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../view.ts';
import { typedHeadingNumber } from './heading-typed-number.ts';
import { typedCaptionPattern } from './typed-caption.ts';

const patterns: readonly RegExp[] = [
  /(?<=[见按照合据])\s{0,2}(?:本文件(?:的|中)?)?\s{0,2}(?<target>(?:[1-9]\d?|[A-Z])(?:\.\d{1,2}){1,5}(?:\s?[a-z]\))?)(?=\s?(?:的(?:规定|要求|方法|步骤|条件|程序|内容)|规定|要求|[中、，。；）)和及～]|$))/g,
  /(?<target>第\s?\d{1,2}\s?章)/g,
  /(?<target>附录\s?[A-Z])(?![A-Za-z])/g,
  /(?<![A-Za-z代列年报])(?<target>[表图]\s?(?:[A-Z]\.)?\d{1,3})(?![\d年月日个种])/g,
  /(?<target>(?:公式|式)\s?[（(]\s?(?:[A-Z]\.)?\d{1,3}\s?[)）])/g,
];

/** Most runs hold none of it: the patterns look back and are slow. */
const mayRefer = /[表图录章式]|\d\.\d/;

/** A clause of another document: its number or title stands before, in the same part of the sentence. */
const foreign =
  /(?:\d{4}|[A-Z]\s?[/／]?\s?[TZ]?\s?\d+|》|年版|该文件|原文件|原标准|附件|法|条例|办法|规定|指南)[^，。；：]{0,16}$/;

export const typedReference: DocumentRule = {
  id: 'typed-reference',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '提及本文件的章条、表、图、公式、附录写 [#标识]，不手打编号',
    en: 'Clauses, tables, figures, formulae and annexes of the document are cited as [#id], never by a typed number',
  },
  examples: {
    bad: '标志应符合第5章的规定。\n\n# 标志 {#mark}\n\n标志应清晰。',
    good: '标志应符合[#mark]的规定。\n\n# 标志 {#mark}\n\n标志应清晰。',
  },
  *check(view) {
    const { doc, rangeOf, fixOf, clauseOf } = view;
    const byLabel = new Map<string, string>();
    for (const { label, id } of [...doc.clauses, ...doc.exhibits]) {
      if (label !== '' && !byLabel.has(label)) byLabel.set(label, id);
    }
    // Where headings carry typed numbers, the numbers meant are not those that are printed.
    const sure = !doc.runs.some(
      ({ place, text }) => place === 'heading' && typedHeadingNumber.test(text),
    );
    for (const run of runsIn(view, bodyPlaces)) {
      const kind = clauseOf(run)?.kind;
      if (
        run.place === 'key' ||
        kind === 'foreword' ||
        kind === 'references' ||
        kind === 'bibliography'
      )
        continue;
      if (!mayRefer.test(run.text) || typedCaptionPattern.test(run.text.trim())) continue;
      for (const pattern of patterns) {
        for (const match of run.text.matchAll(pattern)) {
          const target = match.groups?.target ?? match[0];
          const start = match.index + match[0].lastIndexOf(target);
          if (foreign.test(run.text.slice(Math.max(0, start - 40), start))) continue;
          const label = target
            .replaceAll(/\s/g, '')
            .replace('（', '(')
            .replace('）', ')')
            .replace(/^式/, '公式');
          const id = byLabel.get(label);
          // A table of correspondence may name chapters of a body that is not published.
          if (id === undefined && doc.meta?.bodyRestricted !== undefined) continue;
          const known = sure && id !== undefined;
          const hint = known ? `[#${id}]` : '[#标识]';
          yield {
            range: rangeOf(run, start, start + target.length),
            message: {
              zh: `手打了“${target}”：编号一变就错，也不成链接`,
              en: `"${target}" is typed by hand: it goes wrong when numbers change, and is no link`,
            },
            hint: {
              zh: `写 ${hint}，印出来就是该印的字`,
              en: `Write ${known ? hint : '[#id]'}; the right words are printed for you`,
            },
            ...(known && { fix: fixOf(run, start, start + target.length, `[#${id}]`) }),
          };
        }
      }
    }
  },
};
