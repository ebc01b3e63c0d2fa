import type { Bilingual } from '#core/model/diagnostic.ts';
import type { DocumentRule } from '../rule.ts';
import { joinSigns, readSigns } from '../signs.ts';
import type { Sign } from '../signs.ts';
import { allPlaces, runsIn } from '../rule-context.ts';
import type { RuleContext } from '../rule-context.ts';
import type { TextRun } from '#core/text/document.ts';
import { sourceOffset } from '#core/text/meaning/run-offsets.ts';

interface Foreign {
  /** One of these stands in every match. */
  readonly signs: readonly Sign[];
  readonly pattern: RegExp;
  readonly said: Bilingual;
  readonly hint: Bilingual;
  /** What is meant, where that is beyond doubt. */
  readonly mend?: (match: RegExpMatchArray) => string | null;
}

const printsAsTyped = (zh: string, en: string): Bilingual => ({
  zh: `${zh}，按字面印出`,
  en: `${en} and prints as typed`,
});

/** Whether two `**` open and close: one with blanks on both sides, or two on the same side of their words, are marks. */
function isPair({ 0: whole, index = 0, input = '' }: RegExpMatchArray): boolean {
  const blank = (at: number): boolean => /^\s?$/.test(input.charAt(at));
  const end = index + whole.length;
  const opener = { before: blank(index - 1), after: blank(index + 2) };
  const closer = { before: blank(end - 3), after: blank(end) };
  if (index > 0 && opener.before && opener.after) return false;
  if (end < input.length && closer.before && closer.after) return false;
  return opener.after === closer.before;
}

/** Whether what stands around a mark is a code or a number of a telephone, and no formula or product. */
function isCode({ 0: whole, index = 0, input = '' }: RegExpMatchArray): boolean {
  const before = input.slice(Math.max(0, index - 16), index);
  const after = input.slice(index + whole.length, index + whole.length + 8);
  return (
    /(?:编号|代号|型号|规格|样品|批号|电话|热线|分机|拨打?|密码|账号)[^，。；]{0,8}$/.test(
      before,
    ) ||
    /\d{5,}\s?$/.test(before) ||
    /^\s?\d{5,}/.test(after)
  );
}

const foreign: readonly Foreign[] = [
  {
    signs: ['bracket', 'brace'],
    pattern: /^\s*(?:@?\[toc\](?:\(.*\))?|\[\[_?toc_?\]\]|\{:?toc\})\s*$/gi,
    said: printsAsTyped('这里不用写目次的记号', 'No mark is needed for the table of contents'),
    hint: { zh: '删去它，目次由标题得出', en: 'Delete it; contents are made from the headings' },
    mend: () => '',
  },
  {
    signs: ['equals'],
    pattern: /(?<![\w)=<>!])==(?=[^=\s])([^=\n]{1,80}?)(?<=[^=\s])==(?![\w(=])/g,
    said: printsAsTyped('“==”不是这里的写法', '"==" is no markup here'),
    hint: { zh: '强调写 **……**', en: 'Stress with **…**' },
    mend: (match) => (/[*`]/.test(match[1] ?? '') ? null : `**${match[1] ?? ''}**`),
  },
  {
    signs: ['bracket'],
    pattern: /^\[([ xX])\](?=\s)/g,
    said: printsAsTyped('可勾选的方框不是这里的写法', 'A box to tick is no markup here'),
    hint: { zh: '空框写 □，勾选写 ☑', en: 'Write □ for an empty box and ☑ for a ticked one' },
    mend: (match) => (match[1] === ' ' ? '□' : '☑'),
  },
  {
    signs: ['bracket'],
    pattern: /^\[!(?:note|tip|important|warning|caution|info|abstract|example|quote)\][+-]?/gi,
    said: printsAsTyped('“[!…]”不是这里的写法', '"[!…]" is no markup here'),
    hint: {
      zh: '注写“注：”，示例写“示例：”，警示写成段落',
      en: 'Write 注： for a note and 示例： for an example; a warning is a paragraph',
    },
  },
  {
    signs: ['tilde'],
    pattern: /~~(?=\S)([^~\n]{1,200}?)(?<=\S)~~/g,
    said: printsAsTyped('删除线不是这里的写法', 'Text struck out is no markup here'),
    hint: { zh: '删去不要的字', en: 'Delete what is not wanted' },
  },
  {
    signs: ['tilde'],
    pattern:
      /(?<=[A-Za-z)\]])~(\d{1,3}[+-]?|[a-z]{2,6}|[a-z](?=~(?![A-Za-z])))~(?!~|\d+(?![\d+-]))/g,
    said: printsAsTyped('下标不写作 ~…~', 'A subscript is not written ~…~'),
    hint: { zh: '下标写 :sub[…]', en: 'Write :sub[…]' },
    mend: (match) => (isCode(match) ? null : `:sub[${match[1] ?? ''}]`),
  },
  {
    signs: ['caret'],
    pattern: /(?<=[A-Za-z0-9)\]])\^([-+−–]?\d{1,3}|[-+])(?![\w.^]|[+-]\d)/g,
    said: printsAsTyped('上标少了后一个“^”', 'The second ^ of a superscript is missing'),
    hint: { zh: '上标写作 m^3^、10^-3^', en: 'Write m^3^, 10^-3^' },
    mend: (match) => `^${match[1] ?? ''}^`,
  },
  {
    signs: ['caret'],
    pattern: /(?<=[A-Za-z0-9)\]])\^(?=[\w({])/g,
    said: printsAsTyped('这个“^”没有成为上标', 'This ^ makes no superscript'),
    hint: {
      zh: '上标写作 x^n+1^，里面不留空格；或写成公式 $x^{n+1}$',
      en: 'Write x^n+1^ without blanks inside, or a formula $x^{n+1}$',
    },
  },
  {
    signs: ['asterisk'],
    pattern:
      /(?<!\*)\*\*(?!\*)(?:[ \t]{1,9}(\S[^*\n]{0,200}?)[ \t]{0,9}|(\S[^*\n]{0,200}?)[ \t]{1,9})\*\*(?!\*)/g,
    said: printsAsTyped('“**”里边有空格，没有成为强调', 'Blanks inside ** … ** stress nothing'),
    hint: { zh: '星号与字之间不留空格', en: 'Leave no blank between the asterisks and the words' },
    mend: (match) => (isPair(match) ? `**${match[1] ?? match[2] ?? ''}**` : null),
  },
  {
    signs: ['asterisk'],
    pattern: /(?<![带标注有打加用以为*])\*\*+(?!\*)/g,
    said: printsAsTyped('“**”没有成对', '** has no other half'),
    hint: { zh: '补上另一半；星号本身写 \\*', en: 'Add it; write \\* for an asterisk itself' },
  },
  {
    signs: ['dollar'],
    pattern: /\$(?!\d[\d.,]*(?![\w\\^{]))(?=\S)[^$\n]{1,200}\$/g,
    said: printsAsTyped(
      '“$”之间没有认作公式',
      'What stands between the $ is not taken for a formula',
    ),
    hint: {
      zh: '公式紧靠 $，里面不用中文标点（文字写 \\text{…}）；是货币就不成对，或写 \\$',
      en: 'A formula stands close to its $ and holds no Chinese punctuation (put words in \\text{…}); write \\$ for money',
    },
  },
  {
    signs: ['asterisk'],
    pattern: /(?<=\d\s?)(?<!\*)\*(?=\s?\d)/g,
    said: printsAsTyped('乘号不写作“*”', 'A multiplication sign is not written *'),
    hint: { zh: '改为 ×', en: 'Use ×' },
    mend: (match) => (isCode(match) ? null : '×'),
  },
  {
    signs: ['bracket'],
    pattern: /!?\[\[[^[\]\n]{1,80}\]\]/g,
    said: printsAsTyped('“[[…]]”不是这里的写法', '"[[…]]" is no markup here'),
    hint: { zh: '提及写 [#标识]', en: 'Write [#id] for a reference' },
  },
  {
    signs: ['hash'],
    pattern: /^#{7,}(?=\s)/g,
    said: printsAsTyped('条至多五级（六个 #）', 'There are at most six levels of headings (six #)'),
    hint: { zh: '改为列项，或并入上一级', en: 'Turn it into a list, or merge it upwards' },
  },
  {
    signs: ['backslash'],
    pattern:
      /\\(?:[dt]?frac|begin|end|mathrm|sqrt|sum|int|alpha|beta|delta|Delta|lambda|mu|pi|times|cdot|div|pm|leq?|geq?|neq?|text|left|right|overline|bar)(?![A-Za-z])/g,
    said: printsAsTyped('公式的写法没有放在 $ 之间', 'TeX stands outside of $ … $'),
    hint: { zh: '公式写在 $ 与 $ 之间', en: 'Put formulae between $ and $' },
  },
];

const masked = foreign.map(({ signs, ...each }) => ({ ...each, mask: joinSigns(signs) }));
const marks = foreign.flatMap(({ signs }) => signs);

export const foreignMarkup: DocumentRule = {
  id: 'foreign-markup',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '别种 Markdown 的写法（[TOC]、==重点==、- [ ]、> [!NOTE]、H~2~O、\\(a\\)、[[…]]）和没有成为上标、强调、公式的 ^、**、$ 按字面印出，逐一指出',
    en: 'Markup of other tools ([TOC], ==…==, - [ ], > [!NOTE], H~2~O, \\(a\\), [[…]]) and ^, **, $ that raise, stress and set nothing print as typed and are pointed out',
  },
  examples: {
    bad: '==重点==应标明，应采用H~2~O。',
    good: '**重点**应标明，应采用H:sub[2]O。',
  },
  keeps: ['A~B~C', 'a==b', '[ ]', 'C^*', '[!]', '2**8', '$50', '带**的', '[甲]'],
  english: true,
  *check(view) {
    const { source } = view.doc;
    const isEscaped = source.includes('\\(') || source.includes('\\[');
    const sought: readonly Sign[] = isEscaped ? [...marks, 'parenthesis'] : marks;
    for (const run of runsIn(view, allPlaces, ...sought)) {
      const text = view.proseOf(run);
      if (isEscaped) yield* findBrackets(run, text, view);
      if (!/[=~^$#\\*]|\[[[!@\sxX]|\{:?t|\[toc/i.test(text)) continue;
      const held = readSigns(text);
      const seen: { readonly start: number; readonly end: number }[] = [];
      for (const { mask, pattern, said, hint, mend } of masked) {
        if ((held & mask) === 0) continue;
        for (const match of text.matchAll(pattern)) {
          const end = match.index + match[0].length;
          if (seen.some((span) => span.start < end && match.index < span.end)) continue;
          seen.push({ start: match.index, end });
          const put = mend?.(match);
          const fix =
            put === undefined || put === null ? undefined : view.fixOf(run, match.index, end, put);
          yield {
            range: view.rangeOf(run, match.index, end),
            message: said,
            hint,
            ...(fix && { fix }),
          };
        }
      }
    }
  },
};

/** `\(a+b\)` and `\[a+b\]`: the backslashes escape, so that only the source has them. */
function* findBrackets(run: TextRun, text: string, { doc, sourceRange }: RuleContext) {
  for (const { index, 0: whole } of text.matchAll(/\(([^()\n]{1,200})\)|\[([^[\]\n]{1,200})\]/g)) {
    const start = sourceOffset(run, index) - 1;
    const close = sourceOffset(run, index + whole.length - 1) - 1;
    const written = doc.source.slice(start, close + 2);
    if (!/^\\[([]/.test(written) || !/\\[)\]]$/.test(written)) continue;
    const tex = written.slice(2, -2);
    yield {
      range: sourceRange(start, close + 2),
      message: {
        zh: `公式不写作 ${written.slice(0, 2)} … ${written.slice(-2)}，反斜线没有印出`,
        en: `A formula is not written ${written.slice(0, 2)} … ${written.slice(-2)}; the backslashes are not printed`,
      },
      hint: {
        zh: '公式写在 $ 与 $ 之间；只要括号就不写反斜线',
        en: 'Put formulae between $ and $; brackets alone need no backslash',
      },
      ...(/^[\w+\-*/=^{}\\., <>|']+$/.test(tex) && /[\\^_=+*/]/.test(tex) && tex === tex.trim()
        ? { fix: { start, end: close + 2, text: `$${tex}$` } }
        : {}),
    };
  }
}
