import { lookUp } from '#core/base/look-up.ts';
import type { Paragraph } from './pieces.ts';
import { textOfPieces } from './pieces.ts';

/** What a paragraph of a draft is, in the elements of a standard (GB/T 1.1—2020, clauses 8 and 9). */
export type Kind =
  | { readonly is: 'clause' | 'untitled' | 'term'; readonly depth: number }
  | {
      readonly is: 'chapter';
      readonly of: 'foreword' | 'introduction' | 'bibliography' | 'index' | 'contents';
    }
  | { readonly is: 'annex' | 'annex-title' | 'cover' | 'contents' | 'text' | 'formula' | 'title' }
  | { readonly is: 'caption'; readonly of: 'table' | 'figure' }
  | { readonly is: 'note' | 'example' | 'example-more' | 'table-footnote' | 'source' }
  | { readonly is: 'list'; readonly marker: 'dash' | 'letter' | 'number'; readonly depth: number };

/** A paragraph with its kind; `mark` is the typed number or sign before its text, which is given anew. */
export interface Classified {
  readonly kind: Kind;
  readonly mark: string;
  readonly isGuess: boolean;
}

const digits = '一二三四五六';

/** Names of styles of the official editing tool, without its prefix, and what their paragraphs are. */
const official: readonly (readonly [RegExp, (match: RegExpExecArray) => Kind])[] = [
  [/^章标题$/, () => ({ is: 'clause', depth: 1 })],
  [/^([一二三四五])级条标题$/, ([, level]) => ({ is: 'clause', depth: depthOf(level) })],
  [/^([一二三四五])级无标题条?$/, ([, level]) => ({ is: 'untitled', depth: depthOf(level) })],
  [/^术语条([一二三四五])$/, ([, level]) => ({ is: 'term', depth: depthOf(level) })],
  [
    /^引言([一二三四五])级(?:条标题|无标题条?)$/,
    ([, level]) => ({ is: 'clause', depth: depthOf(level) }),
  ],
  [/^附录标识$/, () => ({ is: 'annex' })],
  [/^附录章标题$/, () => ({ is: 'annex-title' })],
  [/^附录([一二三四五])级条标题$/, ([, level]) => ({ is: 'clause', depth: depthOf(level) })],
  [/^附录([一二三四五])级无标题条?$/, ([, level]) => ({ is: 'untitled', depth: depthOf(level) })],
  [/^(?:正文|附录)?表标题/, () => ({ is: 'caption', of: 'table' })],
  [/^(?:正文|附录)?图标题/, () => ({ is: 'caption', of: 'figure' })],
  [/^注[：:×X]?/, () => ({ is: 'note' })],
  [/^示例(?:内容|后续|后文字)/, () => ({ is: 'example-more' })],
  [/^示例[×X：:]*/, () => ({ is: 'example' })],
  [
    /^(?:破折号列项|列项——|列项⸺|一级项|二级项)/,
    ([name]) => ({ is: 'list', marker: 'dash', depth: name.includes('二级') ? 2 : 1 }),
  ],
  [/^列项●|^二级破折号/, () => ({ is: 'list', marker: 'dash', depth: 2 })],
  [/^字母编号列项/, () => ({ is: 'list', marker: 'letter', depth: 1 })],
  [/^数字编号列项/, () => ({ is: 'list', marker: 'number', depth: 2 })],
  [/^(?:正文|附录)公式/, () => ({ is: 'formula' })],
  [/^公式后的破折号/, () => ({ is: 'list', marker: 'dash', depth: 1 })],
  [/^图表脚注/, () => ({ is: 'table-footnote' })],
  [/^(?:目次|目录、索引正文|索引项|TOC|toc)/, () => ({ is: 'contents' })],
  [/^正文标准名称$/, () => ({ is: 'title' })],
  [
    /^(?:封面|文件编号|文件名称|替换文件编号|标准称谓|标准标志|发布部门|发布日期|实施日期|其他(?:发布|实施)|备案|标准书眉|标准书脚)/,
    () => ({ is: 'cover' }),
  ],
];

const depthOf = (level = '一'): number => digits.indexOf(level) + 2;

const chapters: Readonly<Record<string, Extract<Kind, { is: 'chapter' }>['of']>> = {
  目次: 'contents',
  目录: 'contents',
  前言: 'foreword',
  引言: 'introduction',
  参考文献: 'bibliography',
  索引: 'index',
};

/** The element that a heading by its words alone is; 「前言」 with blanks is written apart. */
export function chapterOf(text: string): Extract<Kind, { is: 'chapter' }> | undefined {
  const of = lookUp(chapters, text.replace(/[\s\u3000]/gu, ''));
  return of && { is: 'chapter', of };
}

/** What a paragraph is by the name of its style, or of one that is based on; undefined where they say nothing. */
function byStyle({ names }: Paragraph): Kind | undefined {
  for (const full of names) {
    const name = full.replace(/^(?:标准文件_|标准_)/, '');
    for (const [pattern, kindOf] of official) {
      const match = pattern.exec(name);
      if (match) return kindOf(match);
    }
  }
  return undefined;
}

/** Clauses by a typed number: 「5」, 「5.2.1」, 「A.1」, 「第5章」; the space after it may be missing before a Chinese character. */
const typedClause =
  /^(?:第\s*(\d{1,2})\s*章[\s\u3000]*|((?:\d{1,2}|[A-Z](?=\.\d))(?:\s*[.．]\s*\d{1,3}){0,5})(?![\d.．、)）:：%％℃°])(?=[\s\u3000]|\p{Script=Han}|$)[\s\u3000]*)/u;

/** A table or figure by a typed caption: 「表1 要求」, 「图 A.2 布点」. */
const typedCaption =
  /^([表图])\s*([A-Z]\s*[.．]\s*)?\d{1,3}(?!\d)(?:[\s\u3000]+|[:：]\s*|(?=\p{Script=Han})(?!中|的|给|所|和|规|列|、))/u;

/**
 * What a paragraph is. Styles decide where they say something; else levels of headings; else the words: numbers, signs and
 * first words, as somebody types them who has one style only.
 */
export function classify(
  paragraph: Paragraph,
  zone: 'body' | 'foreword' | 'annex' | 'terms',
): Classified {
  const text = textOfPieces(paragraph.pieces).replace(/^\s+/u, '');
  const styled = byStyle(paragraph);
  const chapter = chapterOf(text);
  // 「前言」 in a list of contents is an entry of it.
  const isEntry =
    paragraph.names.some((name) => /^toc\b/i.test(name)) && chapter?.of !== 'contents';
  if (chapter && !isEntry && (styled === undefined || styled.is !== 'text')) return sure(chapter);
  if (styled) return sure(styled, markOf(styled, text));
  if (paragraph.outline !== undefined) return byOutline(paragraph.outline, text);
  const said = byWords(paragraph, text, zone);
  // Where a style says that it is text, a number before it is an amount.
  const isText = paragraph.names.some((name) => /(?:^|_)段$/.test(name));
  return isText && numbered.has(said.kind.is) ? sure({ is: 'text' }) : said;
}

const numbered: ReadonlySet<Kind['is']> = new Set([
  'clause',
  'untitled',
  'term',
  'annex',
  'caption',
]);

const sure = (kind: Kind, mark = ''): Classified => ({ kind, mark, isGuess: false });
const guess = (kind: Kind, mark = ''): Classified => ({ kind, mark, isGuess: true });

/** A number or sign that was typed although the style prints one. */
function markOf(kind: Kind, text: string): string {
  switch (kind.is) {
    case 'clause':
    case 'untitled':
    case 'term':
      return typedClause.exec(text)?.[0] ?? '';
    case 'caption':
      return typedCaption.exec(text)?.[0] ?? '';
    case 'note':
      return noteMark.exec(text)?.[0] ?? '';
    case 'example':
      return exampleMark.exec(text)?.[0] ?? '';
    case 'list':
      return (dashMark.exec(text) ?? letterMark.exec(text) ?? numberMark.exec(text))?.[0] ?? '';
    case 'annex-title':
    case 'annex':
    default:
      return '';
  }
}

/** The first chapter under a number that elsewhere begins an item: 「1、范围」, 「1. 范围」. */
const typedScope = /^(1\s*[、.．]\s*)范\s*围$/u;

const noteMark = /^注\s*(?:\d{1,2}|[×X])?\s*[：:]\s*/;
const exampleMark = /^示例\s*(?:\d{1,2}|[×X])?\s*[：:]\s*/;
const dashMark = /^(?:——|—{1,2}|──|--|⸺|[•●▪■◆➢·])[\s\u3000]*/u;
const letterMark = /^[（(]?[a-z][)）][\s\u3000]*/;
const numberMark = /^(?:[（(]?\d{1,2}[)）]|[①-⑳])[\s\u3000]*/u;
const annexMark = /^附\s*录\s*[A-Z](?![A-Za-z])[\s\u3000]*/u;
const formulaNumber = /^[（(](?:[A-Z][.．])?\d{1,3}[)）]$/;

function byOutline(depth: number, text: string): Classified {
  const annex = annexMark.exec(text);
  if (annex && depth === 1) return sure({ is: 'annex' }, annex[0]);
  const mark = typedClause.exec(text)?.[0] ?? '';
  const said = text.slice(mark.length);
  // A heading that ends as a sentence does is a clause without title.
  const is = /[。；;：:]$/u.test(said.trim()) && depth > 1 ? 'untitled' : 'clause';
  return sure({ is, depth: Math.min(depth, 6) }, mark);
}

function byWords(
  paragraph: Paragraph,
  text: string,
  zone: 'body' | 'foreword' | 'annex' | 'terms',
): Classified {
  const annex = annexMark.exec(text);
  if (annex && text.length < 60 && !/[。；]$/u.test(text)) return guess({ is: 'annex' }, annex[0]);
  const caption = typedCaption.exec(text);
  if (caption && text.length < 80 && !/[。；，]/u.test(text))
    return guess({ is: 'caption', of: caption[1] === '表' ? 'table' : 'figure' }, caption[0]);
  const note = noteMark.exec(text);
  if (note) return guess({ is: 'note' }, note[0]);
  const example = exampleMark.exec(text);
  if (example) return guess({ is: 'example' }, example[0]);
  if (/^\[来源[：:]/.test(text)) return guess({ is: 'source' });
  if (paragraph.list) return byList(paragraph, text);
  const item = byTypedMark(text);
  if (item) return item;
  const clause = typedClause.exec(text);
  // Before the first chapter only that one is told by its number.
  const isFirst = clause?.[2] === '1' || clause?.[1] === '1';
  // Clauses of an introduction are 0.1, 0.2 (GB/T 1.1—2020, 8.4).
  const isOfIntroduction = clause?.[2] !== undefined && /^0[.．]\d/.test(clause[2]);
  return clause && (zone !== 'foreword' || isFirst || isOfIntroduction)
    ? byNumber(clause, text, zone)
    : sure({ is: 'text' });
}

/** An item of a list by its typed sign, or the first chapter under a number like that of an item. */
function byTypedMark(text: string): Classified | undefined {
  const scope = typedScope.exec(text);
  if (scope) return guess({ is: 'clause', depth: 1 }, scope[1]);
  const dash = dashMark.exec(text);
  if (dash) return guess({ is: 'list', marker: 'dash', depth: 1 }, dash[0]);
  const letter = letterMark.exec(text);
  if (letter) return guess({ is: 'list', marker: 'letter', depth: 1 }, letter[0]);
  const number = numberMark.exec(text);
  if (number && !formulaNumber.test(text.trim()))
    return guess({ is: 'list', marker: 'number', depth: 2 }, number[0]);
  return undefined;
}

function byNumber(match: RegExpExecArray, text: string, zone: string): Classified {
  const [mark, chapter, number = ''] = match;
  const said = text.slice(mark.length).trim();
  if (chapter !== undefined) return guess({ is: 'clause', depth: 1 }, mark);
  const depth = number.split(/[.．]/).length;
  const isSentence = /[。；;：:]$/u.test(said) || said.length > 40;
  // A chapter always has a title; a number before a sentence is no chapter.
  if (depth === 1 && (isSentence || said === '')) return sure({ is: 'text' });
  if (zone === 'terms' && depth > 1) return guess({ is: 'term', depth }, mark);
  return guess({ is: isSentence ? 'untitled' : 'clause', depth: Math.min(depth, 6) }, mark);
}

/** A paragraph of a list of Word: signs are dashes, letters and numbers as the list prints them. */
function byList({ list }: Paragraph, text: string): Classified {
  const format = list?.format ?? 'bullet';
  const depth = Math.min((list?.level ?? 0) + 1, 2);
  const isClause = /^%1(?:[.．]%\d)*$/.test((list?.text ?? '').trim()) && format === 'decimal';
  if (isClause) {
    const levels = (list?.text.match(/%/g) ?? []).length;
    const isSentence = /[。；;：:]$/u.test(text.trim()) || text.length > 40;
    if (levels > 1 || !isSentence)
      return guess({ is: isSentence ? 'untitled' : 'clause', depth: Math.min(levels, 6) });
  }
  if (format === 'bullet' || format === 'none') return sure({ is: 'list', marker: 'dash', depth });
  const isLetter = /letter/i.test(format);
  return sure({ is: 'list', marker: isLetter ? 'letter' : 'number', depth: isLetter ? 1 : depth });
}
