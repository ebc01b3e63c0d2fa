import type { BlockContent, ListItem, Paragraph, PhrasingContent, Text } from 'mdast';
import { basisOf } from '#core/model/drafting-rules.ts';
import type { StandardMeta, TranslationMeta } from '#core/model/meta.ts';
import type { Language } from '#core/model/standard.ts';
import { amendedKey, formatNumber, parseNumber } from '#core/number/index.ts';
import { fileStart } from '../report.ts';
import { parseMarkdown } from '../syntax/syntax.ts';
import type { OutlineClause } from './outline.ts';

/** The foreword's fixed paragraphs around what the author wrote, in the order of GB/T 1.1—2020, 8.3. */
export interface ForewordParts {
  readonly before: readonly BlockContent[];
  readonly after: readonly BlockContent[];
}

/** A paragraph, or the items of a list. */
type Piece = string | Inline | { readonly items: readonly string[]; readonly ordered: boolean };
/** What the author may have marked up; everything else is printed to the letter. */
interface Inline {
  readonly inline: string;
}

/**
 * What the foreword says by itself, from the front matter, before and after what its author wrote (GB/T 1.1—2020, 8.3); of an amendment sheet, which standard it amends.
 */
export function generateForeword(
  original: StandardMeta,
  language: Language,
  translation: TranslationMeta | null = null,
): ForewordParts {
  const meta = translation ? translateMeta(original, translation) : original;
  const { part } = meta.foreword;
  const base = findBase(meta.number);
  const basis = basisOf(meta);
  const opening =
    base === undefined
      ? basis && (language === 'zh' ? openChinese(basis) : openEnglish(basis))
      : language === 'zh'
        ? `本修改单修改${base}。`
        : `This amendment sheet amends ${base}.`;
  const before = [...(opening ? [opening] : []), ...(part ? [{ inline: part }] : [])];
  const after = language === 'zh' ? writeChinese(meta) : writeEnglish(meta);
  return { before: before.map(toNode), after: after.map(toNode) };
}

/**
 * Returns the clauses with what the foreword says by itself before and after what its author wrote; where there is none, a
 * foreword before all others. An English text without any clause stays empty.
 */
export function addForeword(
  outline: readonly OutlineClause[],
  { before, after }: ForewordParts,
  language: Language,
): readonly OutlineClause[] {
  if (outline.length === 0 && language === 'en') return outline;
  const at = outline.findIndex((clause) => clause.kind === 'foreword' && clause.level === 1);
  if (at !== -1) {
    return outline.map((clause, index) =>
      index === at ? { ...clause, blocks: [...before, ...clause.blocks, ...after] } : clause,
    );
  }
  const title = language === 'zh' ? '前言' : 'Foreword';
  const foreword: OutlineClause = {
    kind: 'foreword',
    heading: null,
    headingRange: fileStart,
    level: 1,
    title,
    abbreviations: [],
    admitted: [],
    normative: false,
    parent: null,
    address: '',
    label: title,
    authoredId: 'foreword',
    aliases: [],
    blocks: [...before, ...after],
    line: 1,
  };
  const shifted = outline.map((clause) => ({
    ...clause,
    parent: clause.parent === null ? null : clause.parent + 1,
  }));
  return [foreword, ...shifted];
}

/** The front matter with what the translation says of it in English; the rest stays in Chinese. */
function translateMeta(original: StandardMeta, translation: TranslationMeta): StandardMeta {
  const { foreword, proposedBy, administeredBy, draftedBy, drafters } = translation;
  const filled = (lists: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  const { part = original.foreword.part, changes, history } = foreword;
  return {
    ...original,
    ...filled({ proposedBy, administeredBy, draftedBy, drafters }),
    foreword: { ...original.foreword, ...filled({ changes, history }), part },
  };
}

/** What an amendment sheet amends, as printed. */
function findBase(number: string): string | undefined {
  const parsed = parseNumber(number);
  const key = parsed.ok ? amendedKey(parsed.number) : undefined;
  return key && printNumber(key);
}

/** A number in its printed form, as typed where it is none. */
function printNumber(number: string): string {
  const result = parseNumber(number);
  return result.ok ? formatNumber(result.number) : number;
}

function openChinese(basis: string): string {
  const title = /^GB\/T 1\.1[—-]2020$/.test(basis)
    ? '《标准化工作导则　第1部分：标准化文件的结构和起草规则》'
    : '';
  return `本文件按照${printNumber(basis)}${title}的规定起草。`;
}

function openEnglish(basis: string): string {
  return `This document was drafted in accordance with the rules of ${printNumber(basis)}.`;
}

function writeChinese(meta: StandardMeta): Piece[] {
  const { changes, patent, history } = meta.foreword;
  const after: Piece[] = [];
  const whole = meta.replaces
    .filter(({ partial }) => !partial)
    .map(({ number }) => printNumber(number));
  for (const { number, partial } of meta.replaces) {
    if (partial) after.push(`本文件部分代替${printNumber(number)}（${partial}）。`);
  }
  if (whole.length > 0) {
    const list = whole.join('、');
    after.push(
      changes.length > 0
        ? `本文件代替${list}。与${list}相比，除结构调整和编辑性改动外，主要技术变化如下：`
        : `本文件代替${list}。`,
    );
  } else if (changes.length > 0) after.push('主要技术变化如下：');
  if (changes.length > 0) after.push({ items: endItems(changes, '；', '。'), ordered: true });
  for (const { number, degree, note: added } of meta.adopts) {
    const adopted = printNumber(number);
    const note = added ? `，${added}` : '';
    after.push(
      {
        IDT: `本文件等同采用${adopted}${note}。`,
        MOD: `本文件修改采用${adopted}${note}。`,
        NEQ: `本文件与${adopted}的一致性程度为非等效${note}。`,
      }[degree],
    );
  }
  if (patent && findBase(meta.number) === undefined) {
    after.push('请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。');
  }
  const proposed = meta.proposedBy.join('、');
  const administered = meta.administeredBy.join('、');
  if (proposed && proposed === administered) after.push(`本文件由${proposed}提出并归口。`);
  else {
    if (proposed) after.push(`本文件由${proposed}提出。`);
    if (administered) after.push(`本文件由${administered}归口。`);
  }
  if (meta.draftedBy.length > 0) after.push(`本文件起草单位：${meta.draftedBy.join('、')}。`);
  if (meta.drafters.length > 0) after.push(`本文件主要起草人：${meta.drafters.join('、')}。`);
  const editions = history.length > 0 ? history : whole;
  if (editions.length > 0) {
    after.push('本文件及其所代替文件的历次版本发布情况为：', {
      items: endItems(editions, '；', '。'),
      ordered: false,
    });
  } else if (findBase(meta.number) === undefined) after.push('本文件为首次发布。');
  return after;
}

function writeEnglish(meta: StandardMeta): Piece[] {
  const { changes, patent, history } = meta.foreword;
  const after: Piece[] = [];
  const whole: string[] = [];
  for (const { number, partial } of meta.replaces) {
    const replaced = printNumber(number);
    if (!partial) whole.push(replaced);
    after.push(
      partial
        ? `This document partly replaces ${replaced} (${partial}).`
        : `This document replaces ${replaced}.`,
    );
  }
  if (changes.length > 0) {
    after.push('The main technical changes are as follows:', {
      items: endItems(changes, ';', '.'),
      ordered: true,
    });
  }
  const degrees = { IDT: 'identical to', MOD: 'modified in relation to', NEQ: 'not equivalent to' };
  for (const { number, degree, note } of meta.adopts) {
    const added = note ? ` (${note})` : '';
    after.push(`This document is ${degrees[degree]} ${printNumber(number)}${added}.`);
  }
  if (patent && findBase(meta.number) === undefined) {
    after.push(
      'Some elements of this document may be the subject of patent rights. The issuing body is not responsible for identifying them.',
    );
  }
  const bodies: readonly (readonly [string, readonly string[]])[] = [
    ['This document was proposed by', meta.proposedBy],
    ['This document is administered by', meta.administeredBy],
    ['This document was drafted by', meta.draftedBy],
    ['The main drafters of this document are', meta.drafters],
  ];
  for (const [said, names] of bodies) {
    if (names.length === 0) continue;
    const list = names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');
    after.push(`${said} ${list.replace(/\.$/, '')}.`);
  }
  const editions = history.length > 0 ? history : whole;
  if (editions.length > 0) {
    after.push('Previous editions of this document and of the documents it replaces are:', {
      items: endItems(editions, ';', '.'),
      ordered: false,
    });
  } else if (findBase(meta.number) === undefined) {
    after.push('This is the first edition of this document.');
  }
  return after;
}

function endItems(items: readonly string[], between: string, end: string): readonly string[] {
  return items.map(
    (item, index) => item.replace(/[；;。.]$/, '') + (index === items.length - 1 ? end : between),
  );
}

function toNode(piece: Piece): BlockContent {
  if (typeof piece === 'string') return paragraphOf([{ type: 'text', value: piece }]);
  if ('inline' in piece) return paragraphOf(parseInline(piece.inline));
  const children = piece.items.map((item): ListItem => ({
    type: 'listItem',
    children: [paragraphOf(parseInline(item))],
  }));
  return { type: 'list', ordered: piece.ordered, children };
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

const markup = /[*_`$\\<&!^~:]|\]\(/;

/** Inline Markdown; what would be a block of another kind is the plain text it looks like. */
function parseInline(text: string): PhrasingContent[] {
  const plain: Text = { type: 'text', value: text };
  if (!markup.test(text)) return [plain];
  const blocks = parseMarkdown(text)?.children ?? [];
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== 'paragraph') return [plain];
  return only.children.map(withoutPosition);
}

/** Generated text stands nowhere in the source. */
function withoutPosition(node: PhrasingContent): PhrasingContent {
  const copy = { ...node };
  delete copy.position;
  if ('children' in copy) copy.children = copy.children.map(withoutPosition);
  return copy;
}
