import type {
  BlockContent,
  FootnoteDefinition,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { makeBlock, makeMarked } from '../word/exhibits.ts';
import type { StsContext } from './context.ts';
import { writeFigure, writeFormula } from './exhibits.ts';
import { takeLatex, toPhrasing } from './inline.ts';
import { lookLost, renumberedList, unknownElement } from './reasons.ts';
import { writeTable } from './tables.ts';
import { childOf, elementsOf, isElement, rawTextOf, settle, wordsOf } from './tree.ts';
import type { StsElement, StsNode } from './tree.ts';

/** Elements that are blocks wherever they stand: in a paragraph they part it. */
const blockNames = new Set([
  'p',
  'list',
  'def-list',
  'non-normative-note',
  'normative-note',
  'non-normative-example',
  'normative-example',
  'disp-quote',
  'preformat',
  'code',
  'table-wrap',
  'table-wrap-group',
  'table',
  'array',
  'fig',
  'fig-group',
  'disp-formula',
  'disp-formula-group',
  'boxed-text',
  'graphic',
  'fn-group',
  'editing-instruction',
  'legend',
  'table-wrap-foot',
]);

const isBlock = (node: StsNode): node is StsElement => isElement(node) && blockNames.has(node.name);

/** Blocks, and stretches of inline nodes between them; white space alone is none. */
function partBlocks(nodes: readonly StsNode[]): readonly (StsElement | readonly StsNode[])[] {
  const groups: (StsElement | StsNode[])[] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (isBlock(node)) groups.push(node);
    else if (Array.isArray(last)) last.push(node);
    else groups.push([node]);
  }
  return groups.filter(
    (group) =>
      !Array.isArray(group) || group.some((node) => isElement(node) || node.text.trim() !== ''),
  );
}

/** Content of a section as blocks of the dialect, each where it stands. */
export function toBlocks(nodes: readonly StsNode[], context: StsContext): RootContent[] {
  const groups = partBlocks(nodes);
  const blocks: RootContent[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at];
    if (group === undefined) continue;
    if (!isGroup(group) && group.name === 'disp-formula') {
      const meanings = listMeanings(groups, at + 1);
      blocks.push(writeFormula(group, toBlocks(meanings, context), context));
      at += meanings.length;
    } else if (isGroup(group)) blocks.push(...makeParagraph(toPhrasing(group, context), group));
    else blocks.push(...writeBlock(group, context));
  }
  return blocks;
}

const isGroup = (group: StsElement | readonly StsNode[]): group is readonly StsNode[] =>
  Array.isArray(group);

/** 「式中：」 and the list behind it, or the list alone where it says what it is. */
function listMeanings(
  groups: readonly (StsElement | readonly StsNode[])[],
  from: number,
): readonly StsElement[] {
  const read = (at: number): StsElement | undefined => {
    const group = groups[at];
    return group === undefined || isGroup(group) ? undefined : group;
  };
  const [first, second] = [read(from), read(from + 1)];
  const isList = (element: StsElement | undefined): element is StsElement =>
    element?.name === 'list' || element?.name === 'def-list';
  if (isList(first) && first.attributes['list-content'] === 'where') return [first];
  const isLead = first?.name === 'p' && /^(?:式中|其中|where)\s*[：:,]?$/iu.test(wordsOf(first));
  return isLead && isList(second) ? [first, second] : [];
}

function makeParagraph(children: PhrasingContent[], from: readonly StsNode[]): Paragraph[] {
  const place = from.find(isElement)?.place;
  if (children.length === 0) return [];
  return [{ type: 'paragraph', children, ...(place !== undefined && { data: { place } }) }];
}

function writeBlock(element: StsElement, context: StsContext): RootContent[] {
  if (context.isNote(element)) return [];
  switch (element.name) {
    case 'p':
      return writeParagraph(element, context);
    case 'list':
      return [writeList(element, context, 0)];
    case 'def-list':
      return writeDefinitions(element, context);
    case 'non-normative-note':
    case 'normative-note':
      return writeRemark('note', element, context);
    case 'non-normative-example':
    case 'normative-example':
      return writeRemark('example', element, context);
    case 'disp-quote':
      return [
        { type: 'blockquote', children: toBlocks(element.children, context) as BlockContent[] },
      ];
    case 'preformat':
    case 'code':
      settle([element], 'text');
      return [{ type: 'code', value: rawTextOf(element).replace(/^\n+|\s+$/g, '') }];
    case 'table-wrap':
    case 'table':
    case 'array':
      return writeTable(element, context, toBlocks, writeNotes);
    case 'fig':
    case 'fig-group':
      return [writeFigure(element, context, toBlocks, writeNotes)];
    case 'graphic':
      return makeParagraph(toPhrasing([element], context), [element]);
    case 'disp-formula':
      return [{ type: 'math', value: takeLatex(element, context) }];
    case 'fn-group':
      return [];
    case 'table-wrap-group':
    case 'disp-formula-group':
    case 'table-wrap-foot':
    case 'legend':
      return toBlocks(element.children, context);
    default:
      context.leave('mark', element, wordsOf(element), unknownElement(element.name), true);
      return toBlocks(element.children, context);
  }
}

function writeParagraph(element: StsElement, context: StsContext): RootContent[] {
  const hasBlocks = element.children.some(isBlock);
  if (hasBlocks) return toBlocks(element.children, context);
  return makeParagraph(toPhrasing(element.children, context), [element]);
}

/** 「注1：」, "NOTE 1", 「示例：」: what stands before a remark is printed anew. */
const remarkMark = /^\s*(?:注|示例|note|example)\s*\d*\s*(?:to entry)?\s*[：:]?\s*/iu;

function writeRemark(
  kind: 'note' | 'example',
  element: StsElement,
  context: StsContext,
): RootContent[] {
  const isHead = (child: StsNode): boolean => isElement(child) && child.name === 'label';
  settle(element.children.filter(isHead), 'number');
  if (element.name.startsWith('normative'))
    context.leave('mark', element, wordsOf(element), lookLost(element.name), true);
  const blocks = toBlocks(
    element.children.filter((child) => !isHead(child)),
    context,
  );
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === 'paragraph')
    return [
      {
        ...makeMarked(context.remarks[kind], only.children),
        ...(only.data && { data: only.data }),
      },
    ];
  return blocks.length === 0 ? [] : [makeBlock(kind, {}, blocks)];
}

/** A remark of a term, which TBX keeps as one text, with or without a mark before it. */
export function writeTermRemark(
  kind: 'note' | 'example',
  element: StsElement,
  context: StsContext,
): RootContent[] {
  const children = toPhrasing(element.children, context);
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.replace(remarkMark, '');
  return [makeMarked(context.remarks[kind], children)];
}

const ordered = new Set(['alpha-lower', 'alpha-upper', 'order', 'roman-lower', 'roman-upper']);

function writeList(element: StsElement, context: StsContext, depth: number): List {
  const isOrdered = ordered.has(element.attributes['list-type'] ?? '');
  const items = elementsOf(element).filter(({ name }) => name === 'list-item');
  const labels = items.map((item) => wordsOf(childOf(item, 'label')));
  const isAsPrinted = labels.every((label, at) => label === '' || isPrintedAs(label, at, depth));
  if (isOrdered && !isAsPrinted)
    context.leave('number', element, labels.join(' '), renumberedList, true);
  return {
    type: 'list',
    ordered: isOrdered,
    ...(isOrdered && { start: 1 }),
    spread: false,
    data: { place: element.place },
    children: items.map((item) => writeItem(item, context, depth)),
  };
}

const isPrintedAs = (label: string, at: number, depth: number): boolean =>
  label.replaceAll(/[)）.\s]/gu, '') ===
  (depth === 0 ? String.fromCharCode(97 + (at % 26)) : String(at + 1));

function writeItem(item: StsElement, context: StsContext, depth: number): ListItem {
  const isHead = (child: StsNode): boolean => isElement(child) && child.name === 'label';
  settle(item.children.filter(isHead), 'number');
  const children = partBlocks(item.children.filter((child) => !isHead(child))).flatMap(
    (group): RootContent[] => {
      if (isGroup(group)) return makeParagraph(toPhrasing(group, context), group);
      return group.name === 'list'
        ? [writeList(group, context, depth + 1)]
        : toBlocks([group], context);
    },
  ) as BlockContent[];
  const id = context.idOf(item);
  const [first] = children;
  if (id !== undefined && first?.type === 'paragraph')
    first.children.unshift({ type: 'html', value: `{#${id}} ` });
  const texts = children.filter(({ type }) => type !== 'list').length;
  return { type: 'listItem', spread: texts > 1, children, data: { place: item.place } };
}

/** Symbols and what they mean, a line each: 「η —— 效率」. */
function writeDefinitions(element: StsElement, context: StsContext): RootContent[] {
  const heads = ['title', 'label', 'term-head', 'def-head'].map((name) => childOf(element, name));
  const lead = heads.filter((each) => each !== undefined);
  const items = elementsOf(element).filter(({ name }) => name === 'def-item');
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    data: { place: element.place },
    children: items.map((item): ListItem => {
      const term = childOf(item, 'term');
      const [opening, ...rest] = elementsOf(item)
        .filter(({ name }) => name === 'def')
        .flatMap((def) => toBlocks(def.children, context)) as BlockContent[];
      const said = opening?.type === 'paragraph' ? opening.children : [];
      const others = opening && opening.type !== 'paragraph' ? [opening, ...rest] : rest;
      const children: PhrasingContent[] = [
        ...(term ? toPhrasing(term.children, context) : []),
        { type: 'text', value: ' —— ' },
        ...said,
      ];
      return {
        type: 'listItem',
        spread: others.length > 0,
        children: [{ type: 'paragraph', children }, ...others],
        data: { place: item.place },
      };
    }),
  };
  const above = lead.flatMap((head) => makeParagraph(toPhrasing(head.children, context), [head]));
  return items.length > 0 ? [...above, list] : above;
}

/** Footnotes that were mentioned, as definitions; what they mention comes behind them. */
export function writeNotes(context: StsContext, holder?: StsElement): FootnoteDefinition[] {
  const written: FootnoteDefinition[] = [];
  for (let notes = context.takeNotes(holder); notes.length > 0; notes = context.takeNotes(holder)) {
    for (const { note, label } of notes) {
      const head = childOf(note, 'label');
      if (head) settle([head], 'number');
      const children = toBlocks(
        note.children.filter((child) => child !== head),
        context,
      ) as BlockContent[];
      written.push({ type: 'footnoteDefinition', identifier: label, label, children });
    }
  }
  return written;
}
