import type { Bilingual } from '#core/model/diagnostic.ts';
import type { TextRun } from '#core/text/document.ts';
import { isQuoted } from '#core/text/meaning/idle-modals.ts';
import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';
import type { RuleContext } from '../rule-context.ts';
import { typedHeadingNumber } from './heading-typed-number.ts';
import { typedCaptionPattern } from './typed-caption.ts';

const duty =
  '的(?:规定|要求|方法|步骤|条件|程序|内容)|规定|要求|执行|进行|测定|测量|检验|检查|试验|检测|计算|判定|评定|校准|操作|处理|实施|确定|记录';
const clauseNumber = new RegExp(
  `(?<=(?<verb>[见按照合据]))\\s{0,2}(?:本文件(?:的|中)?)?\\s{0,2}(?<target>(?:[1-9]\\d?|[A-Z])(?:\\.\\d{1,2}){1,5}(?:\\s?[a-z]\\))?)(?=\\s?(?:${duty}|[中、，。；）)和及～]|$))`,
  'g',
);
const dutyAfter = new RegExp(`^(?:\\s?[、～和及或至]\\s?[\\d.]+)*\\s?(?:${duty})`);

/** Each with what stands in every match: the patterns look back and are slow. */
const patterns: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/\d\.\d|[A-Z]\.\d/, clauseNumber],
  [/章/, /(?<![编卷册部篇其])(?<target>第\s?\d{1,2}\s?章)/g],
  [/附录/, /(?<!其)(?<target>附录\s?[A-Z])(?![A-Za-z])/g],
  // 「附图 1」 is no figure of the body; 「水表1块」「效果图 3 张」 are counted.
  [
    /[表图]/,
    /(?<![A-Za-z代列年报附])(?<target>[表图]\s?(?:[A-Z]\.)?\d{1,3})(?![\d年月日个种]|\s?[块只台套张幅份支本册枚件组](?:[，。；、：）)和及与或\s]|$))/g,
  ],
  [/公式/, /(?<target>公式\s?[（(]\s?(?:[A-Z]\.)?\d{1,3}\s?[)）])/g],
  // 式 alone is a formula after a verb or preposition; in 「直热式（1）」「嵌入式(2)」 it ends a name.
  [
    /式/,
    /(?<=^|[^\u4e00-\u9fff]|[按由见据照如和与及或至是为将即的在把足得令]|符合|联立|(?<![配相成反])对|(?<!主)从|[代带]入|[采应使可利引套]用|计算|换算|修正|表达|关系|方程|等|(?<![地水台桌])[上下])(?<target>式\s?[（(]\s?(?:[A-Z]\.)?\d{1,3}\s?[)）])/g,
  ],
];

/** Most runs hold none of it: the patterns look back and are slow. */
const mayRefer = /[表图录章式]|\d\.\d/;

/** A clause of another document: its number or title stands before, in the same part of the sentence. */
const foreign =
  /(?:\d{4}|[A-Z]\s?[/／]?\s?[TZ]?\s?\d+|》|年版|该文件|原文件|原标准|附件|法|条例|办法|规定|指南)[^，。；：]{0,16}$/;

/** 「按 1.5、2.0 递增」 gives values: without a duty after it, a number after 按 or 符合 has to be a clause's. */
function isValue(
  verb: string | undefined,
  target: string,
  after: string,
  isLabel: (label: string) => boolean,
): boolean {
  if (verb !== '按' && verb !== '合') return false;
  if (!/^\d+\.\d+$/.test(target) || dutyAfter.test(after)) return false;
  const end = /^\s?～\s?(\d+\.\d+)/.exec(after)?.[1];
  return !isLabel(target) || (end !== undefined && !isLabel(end));
}

/** Whether the words before a place name another document, whose clauses and exhibits follow. */
export function namesOther(text: string, index: number): boolean {
  return foreign.test(text.slice(Math.max(0, index - 40), index));
}

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
  keeps: [
    '水表1块',
    '直热式（1）',
    '附图1',
    '电表 1 只',
    'A4',
    'M8',
    '第3代',
    '型号5.2',
    '按其第5章',
    '见其附录A',
  ],
  *check(view) {
    const { doc, rangeOf, fixOf, isAmendment } = view;
    if (isAmendment) return;
    const byLabel = new Map<string, Aim>();
    for (const { label, id, title } of [...doc.clauses, ...doc.exhibits]) {
      if (label !== '' && !byLabel.has(label)) byLabel.set(label, { id, title });
    }
    const found = [...findTyped(view, byLabel)];
    // Where headings carry typed numbers, or a typed number has no clause, the draft counts otherwise.
    const sureOfClauses =
      !doc.runs.some(({ place, text }) => place === 'heading' && typedHeadingNumber.test(text)) &&
      found.every(({ aim, isExhibit }) => aim !== undefined || isExhibit);
    for (const { run, start, target, after, aim, isExhibit } of found) {
      const sure = aim && (isExhibit ? names(after, aim.title) : sureOfClauses);
      const end = start + target.length;
      const mend = aim && fixOf(run, start, end, `[#${aim.id}]`);
      yield {
        range: rangeOf(run, start, end),
        message: {
          zh: `手打了“${target}”：编号一变就错，也不成链接`,
          en: `"${target}" is typed by hand: it goes wrong when numbers change, and is no link`,
        },
        hint: describeAim(target, aim, Boolean(sure)),
        ...(sure && { fix: mend }),
        // Whoever knows that the draft counts its exhibits as the library does may take the one of that number.
        ...(mend && isExhibit && !sure && { proposals: [mend] }),
      };
    }
  },
};

function* findTyped(
  view: RuleContext,
  byLabel: ReadonlyMap<string, Aim>,
): Iterable<TypedReference> {
  for (const run of runsIn(view, bodyPlaces)) {
    if (run.place === 'key' || elsewhere.has(view.clauseOf(run)?.kind)) continue;
    const text = view.proseOf(run);
    if (!mayRefer.test(text) || typedCaptionPattern.test(text.trim())) continue;
    for (const [sign, pattern] of patterns) {
      if (!sign.test(text)) continue;
      for (const match of text.matchAll(pattern)) {
        const typed = readTyped(text, match, byLabel);
        // A table of correspondence may name chapters of a body that is not published.
        if (!typed || (!typed.aim && view.doc.meta?.bodyRestricted !== undefined)) continue;
        yield { run, ...typed };
      }
    }
  }
}

/** Elements that tell of other texts. */
const elsewhere: ReadonlySet<string | undefined> = new Set([
  'foreword',
  'references',
  'bibliography',
]);

/** What a match refers to; nothing where it is of another document, quoted, or a value. */
function readTyped(
  text: string,
  match: RegExpExecArray,
  byLabel: ReadonlyMap<string, Aim>,
): Omit<TypedReference, 'run'> | undefined {
  const target = match.groups?.target ?? match[0];
  const start = match.index + match[0].lastIndexOf(target);
  if (namesOther(text, start)) return undefined;
  if (isQuoted(text, start)) return undefined;
  const after = text.slice(start + target.length, start + target.length + 80);
  if (isValue(match.groups?.verb, target, after, (each) => byLabel.has(each))) return undefined;
  const label = target
    .replaceAll(/\s/g, '')
    .replace('（', '(')
    .replace('）', ')')
    .replace(/^式/, '公式');
  return { start, target, after, aim: byLabel.get(label), isExhibit: exhibitLabel.test(label) };
}

interface Aim {
  readonly id: string;
  readonly title: string;
}

interface TypedReference {
  readonly run: TextRun;
  readonly start: number;
  readonly target: string;
  readonly after: string;
  /** What carries that number now. */
  readonly aim: Aim | undefined;
  readonly isExhibit: boolean;
}

/** Tables, figures and formulae: one left out of a draft shifts the count of all behind it. */
const exhibitLabel = /^(?:表|图|公式)/;

/** 「表3（温度要求）」「图2 布点」: the title stands with the number. */
function names(after: string, title: string): boolean {
  return title !== '' && after.replace(/^[\s　]*[（(《“「]?[\s　]*/, '').startsWith(title);
}

function describeAim(target: string, aim: Aim | undefined, sure: boolean): Bilingual {
  if (!aim) {
    return {
      zh: `写 [#标识]，印出来就是该印的字；本文件里没有“${target}”`,
      en: `Write [#id]; the right words are printed for you. Nothing here is numbered "${target}"`,
    };
  }
  if (sure) {
    return {
      zh: `写 [#${aim.id}]，印出来就是该印的字`,
      en: `Write [#${aim.id}]; the right words are printed for you`,
    };
  }
  const title = aim.title === '' ? '' : `“${aim.title}”`;
  return {
    zh: `现在排在这个编号上的是${title} [#${aim.id}]；核对是不是它，是就写 [#${aim.id}]`,
    en: `That number is now ${title === '' ? '' : `"${aim.title}" `}[#${aim.id}]; write it if it is the one meant`,
  };
}
