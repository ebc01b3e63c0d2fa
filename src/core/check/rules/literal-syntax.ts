import type { Bilingual } from '#core/model/diagnostic.ts';
import type { TextRun } from '#core/text/document.ts';
import { sourceOffset } from '#core/text/meaning/run-offsets.ts';
import type { DocumentRule } from '../rule.ts';
import { joinSigns } from '../signs.ts';
import type { Sign } from '../signs.ts';
import type { RuleContext } from '../rule-context.ts';

interface Slip {
  /** One of these stands in every match. */
  readonly signs: readonly Sign[];
  readonly pattern: RegExp;
  readonly said: Bilingual;
  readonly hint: Bilingual;
  /** What the author meant, where it is beyond doubt. */
  readonly mend?: (written: string) => string | undefined;
}

/** Titles of elements; 「#1机组」 may be a name. */
const elementTitle =
  /^(?<marks>[#＃]+)[\s\u3000\u00a0]*(?<title>(?:前言|引言|范围|规范性引用文件|术语和定义|参考文献|索引|附录[（(\s　A-Z]).*)$/;

const slips: readonly Slip[] = [
  {
    signs: ['bar'],
    pattern: /^[ \t]*\|[^\n|]*\|.*$/m,
    said: {
      zh: '这一行像表的一行，却按正文印出',
      en: 'This line looks like a table row but prints as text',
    },
    hint: {
      zh: '表的第二行要写 | --- | --- |，上下各空一行；整张表放进 :::table[题名] 与 ::: 之间',
      en: 'The second row must be | --- | --- |, with empty lines around; put the table between :::table[title] and :::',
    },
  },
  {
    signs: ['bar'],
    pattern: /｜[^\n｜]*｜/,
    said: { zh: '用了全角竖线“｜”，没有成表', en: 'Full-width bars ｜ make no table' },
    hint: { zh: '表用半角竖线 |', en: 'Tables take the half-width bar |' },
  },
  {
    signs: ['colon'],
    pattern: /：{2,}\S*|^:{2,}.*$/m,
    said: { zh: '这里的冒号没有成为块', en: 'These colons make no block' },
    hint: {
      zh: '用三个半角冒号，独占一行：:::table[题名]{#id} …… :::，中间不空格',
      en: 'Use three half-width colons on a line of their own: :::table[title]{#id} … :::, without spaces',
    },
  },
  {
    signs: ['hash'],
    pattern: /^(?:#+[^\s#＃]|#*＃[#＃]*[\s\u3000\u00a0]*\S|#+[\u00a0\u3000]).*$/m,
    said: {
      zh: '这一行像标题，却按正文印出',
      en: 'This line looks like a heading but prints as text',
    },
    hint: { zh: '用半角 #，后面空一格', en: 'Use a half-width # followed by a space' },
    mend: (written) => {
      const { marks, title } = elementTitle.exec(written)?.groups ?? {};
      return marks && title ? `${'#'.repeat(marks.length)} ${title}` : undefined;
    },
  },
  {
    signs: ['brace', 'bracket'],
    pattern: /[{｛][#＃][^}｝]{0,60}[}｝]|[[［]＃[^\]］]{0,60}[\]］]|［#[^\]］]{0,60}[\]］]/,
    said: {
      zh: '这个标识没有认出，按字面印出',
      en: 'This id was not understood and prints literally',
    },
    hint: {
      zh: '标识用半角 {#id}，写在标题之后、列项之首；提及写 [#id]；标识里不要空格',
      en: 'Ids are half-width {#id}, after a heading or at the head of a list item; mentions are [#id]; no spaces inside',
    },
  },
  {
    signs: ['pause'],
    pattern: /^[一二三四五六七八九十]{1,3}、(?=\S)/,
    said: {
      zh: '手打的编号，不成为章条，也不成为列项',
      en: 'A number typed by hand makes neither a clause nor a list item',
    },
    hint: {
      zh: '是章条就写 # 标题，是列项就写“1. ”（印作 a)）',
      en: 'Write # and a title for a clause, "1. " (prints a)) for a list item',
    },
  },
  {
    signs: ['bullet', 'parenthesis'],
    pattern:
      /^(?:[①-⑳]|[（(]\d{1,2}[）)]|[a-h][)）]|\d{1,2}[)）]|·|—{2})(?![号级类型区组款])[ \t　]*(?=\S)/,
    said: {
      zh: '手打的列项符号，没有成为列项',
      en: 'A list mark typed by hand makes no list item',
    },
    hint: {
      zh: '列项写作行首“- ”（印作——）或“1. ”（印作 a)）；第二级缩进三格',
      en: 'Write list items as "- " (prints ——) or "1. " (prints a)); indent the second level by three spaces',
    },
  },
  {
    signs: ['colon'],
    pattern: /^(?:注|示例)\s?\d{1,2}\s?[：:]/,
    said: {
      zh: '手打了注或示例的编号，没有认作注或示例',
      en: 'A note or example with a typed number is not recognised',
    },
    hint: { zh: '写“注：”“示例：”，编号自动排', en: 'Write 注： or 示例：; numbers are assigned' },
  },
];

const masked = slips.map(({ signs, ...slip }) => ({ ...slip, mask: joinSigns(signs) }));
const listMarks = joinSigns(['digit', 'bullet']);
const listMark = /^(?:(\d{1,2})、|([●•◆■▪➢▶◇‧∙])[ \t　]*)(?=[^\s\d])/;

/** `1、甲；` and `● 甲；`, line by line; all lines of a paragraph that begin so are a list beyond doubt. */
function* findListMarks(run: TextRun, text: string, { rangeOf, fixOf, doc }: RuleContext) {
  const starts = [0, ...(run.breaks ?? [])];
  const matches = starts.map((start, index) => listMark.exec(text.slice(start, starts[index + 1])));
  if (!matches[0]) return;
  const isList =
    run.place === 'paragraph' &&
    /^\n?$/.test(doc.source.charAt(sourceOffset(run, 0) - 1)) &&
    matches.every((match, index) =>
      match?.[1] === undefined ? match?.[2] === matches[0]?.[2] : Number(match[1]) === index + 1,
    );
  for (const [index, match] of matches.entries()) {
    const start = starts[index] ?? 0;
    if (!match) continue;
    const end = start + match[0].length;
    yield {
      range: rangeOf(run, start, end),
      message: {
        zh: `手打的列项符号“${match[0].trim()}”，没有成为列项`,
        en: `The list mark "${match[0].trim()}" typed by hand makes no list item`,
      },
      hint: {
        zh: '列项写作行首“- ”（印作——）或“1. ”（印作 a)）',
        en: 'Write list items as "- " (prints ——) or "1. " (prints a))',
      },
      ...(isList && {
        fix: fixOf(run, start, end, match[1] === undefined ? '- ' : `${match[1]}. `),
      }),
    };
  }
}

/** The first match in a line as the author wrote it: soft line breaks are joined in a run. */
function findInLines(
  text: string,
  { breaks = [] }: TextRun,
  pattern: RegExp,
): { readonly 0: string; readonly index: number } | null {
  let start = 0;
  for (const end of [...breaks, text.length]) {
    const match = pattern.exec(text.slice(start, end));
    if (match) return { 0: match[0], index: start + match.index };
    start = end;
  }
  return null;
}

const places: ReadonlySet<string> = new Set(['paragraph', 'list', 'definition', 'key', 'note']);

export const literalSyntax: DocumentRule = {
  id: 'literal-syntax',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '写走样的表、块、标题、标识、列项会按字面印出，逐一指出',
    en: 'Tables, blocks, headings, ids and list items that were not understood print literally and are pointed out',
  },
  examples: {
    bad: '| 项目 | 限值 |\n| 温度 | 4 ℃ |',
    good: ':::table[限值]{#t}\n| 项目 | 限值 |\n| --- | --- |\n| 温度 | 4 ℃ |\n:::\n\n限值应符合[#t]的规定。',
  },
  english: true,
  keeps: ['#1机组', '#2高炉', 'C#语言', '＃3变压器', '1、2 级', '3、4 号', '一、二级'],
  *check(view) {
    const { doc, signs, proseOf, rangeOf, fixOf } = view;
    for (const [at, run] of doc.runs.entries()) {
      if (!places.has(run.place)) continue;
      const held = signs[at] ?? 0;
      const text = proseOf(run);
      if ((held & listMarks) !== 0) yield* findListMarks(run, text, view);
      for (const { mask, pattern, said, hint, mend } of masked) {
        if ((held & mask) === 0) continue;
        const found = pattern.multiline ? findInLines(text, run, pattern) : pattern.exec(text);
        if (!found) continue;
        const end = found.index + Math.max(1, found[0].trimEnd().length);
        const instead = mend?.(found[0].trimEnd());
        yield {
          range: rangeOf(run, found.index, end),
          message: said,
          hint,
          ...(instead !== undefined && { fix: fixOf(run, found.index, end, instead) }),
        };
      }
    }
  },
};
