import type { Image, List, PhrasingContent, RootContent } from 'mdast';
import { makeBlock } from '../word/exhibits.ts';
import type { StsContext } from './context.ts';
import { takeLatex, toPhrasing } from './inline.ts';
import { takePicture } from './pictures.ts';
import { childOf, elementsOf, findAll, settle, wordsOf } from './tree.ts';
import type { StsElement, StsNode } from './tree.ts';

export type ToBlocks = (nodes: readonly StsNode[], context: StsContext) => RootContent[];
export type WriteNotes = (context: StsContext, holder?: StsElement) => readonly RootContent[];

/** What stands above a table or a figure: its title, its unit, and other lines. */
export function readCaption(
  element: StsElement,
  context: StsContext,
): {
  readonly title: PhrasingContent[];
  readonly unit: string | undefined;
  readonly others: readonly StsElement[];
} {
  const label = childOf(element, 'label');
  if (label) settle([label], 'number');
  const caption = childOf(element, 'caption');
  const title = childOf(caption, 'title');
  const lines = caption ? elementsOf(caption).filter((child) => child !== title) : [];
  const unit = lines.find(
    (line) => line.attributes['content-type'] === 'unit' || unitLine.test(wordsOf(line)),
  );
  if (unit) settle([unit], 'text');
  return {
    title: title ? toPhrasing(title.children, context, 'title') : [],
    unit: unit && wordsOf(unit),
    others: lines.filter((line) => line !== unit),
  };
}

const unitLine = /^(?:单位\s*[为：:]|(?:dimensions|values) in\b)/iu;

/** A formula; a numbered one as a block of its own with the meanings of its letters. */
export function writeFormula(
  element: StsElement,
  meanings: readonly RootContent[],
  context: StsContext,
): RootContent {
  const label = childOf(element, 'label');
  if (label) settle([label], 'number');
  const math: RootContent = { type: 'math', value: takeLatex(element, context) };
  if (!label && meanings.length === 0) return math;
  const id = context.idOf(element);
  return makeBlock('formula', { id }, [math, ...meanings]);
}

/** A figure with its pictures, key, notes and footnotes. */
export function writeFigure(
  element: StsElement,
  context: StsContext,
  toBlocks: ToBlocks,
  writeNotes: WriteNotes,
): RootContent {
  const { title, unit, others } = readCaption(element, context);
  const name = wordsOf(childOf(childOf(element, 'caption'), 'title'));
  const pictures: Image[] = [];
  const rest: StsElement[] = [...others];
  for (const child of elementsOf(element)) {
    if (child.name === 'label' || child.name === 'caption') continue;
    if (isPicture(child)) pictures.push(...takePicture(bestOf(child), name, context));
    else if (child.name === 'fig') pictures.push(...takeSubfigure(child, name, context, rest));
    else rest.push(child);
  }
  const shown: RootContent[] =
    pictures.length > 0
      ? [
          {
            type: 'paragraph',
            children: pictures.flatMap((image, at) =>
              at > 0 ? [{ type: 'text', value: '\n' }, image] : [image],
            ),
          },
        ]
      : [{ type: 'paragraph', children: [{ type: 'text', value: '待补图' }] }];
  const below = takeKey(rest, context, toBlocks);
  const notes = writeNotes(context, element);
  const block = makeBlock('figure', { label: title, id: context.idOf(element), unit }, [
    ...shown,
    ...below,
    ...notes,
  ]);
  return { ...block, data: { place: element.place } };
}

const isPicture = ({ name }: StsElement): boolean =>
  name === 'graphic' || name === 'inline-graphic' || name === 'alternatives';

/** Of a picture in several forms the one that a page can show. */
function bestOf(element: StsElement): StsElement {
  if (element.name !== 'alternatives') return element;
  const forms = [...findAll(element, 'graphic', 'inline-graphic')];
  const shown = forms.find(({ attributes }) =>
    /\.(?:svg|png|jpe?g|webp)$/i.test(attributes['xlink:href'] ?? ''),
  );
  return shown ?? forms[0] ?? element;
}

/** A part of a figure: its picture with the title below it. */
function takeSubfigure(
  element: StsElement,
  name: string,
  context: StsContext,
  rest: StsElement[],
): Image[] {
  const label = childOf(element, 'label');
  if (label) settle([label], 'number');
  const caption = childOf(element, 'caption');
  const title = childOf(caption, 'title');
  if (title) settle([title], 'text');
  const said = wordsOf(title).replace(/^[a-z][)）]\s*/u, '');
  const pictures = elementsOf(element)
    .filter(isPicture)
    .flatMap((child) => takePicture(bestOf(child), said || name, context));
  rest.push(
    ...(caption ? elementsOf(caption) : []).filter((child) => child !== title),
    ...elementsOf(element).filter(
      (child) => child !== label && child !== caption && !isPicture(child),
    ),
  );
  return pictures.map((image) => ({ ...image, ...(said !== '' && { title: said }) }));
}

/** 「标引序号说明：」 and the list behind it as an ordered list; all else below a figure as it stands. */
function takeKey(
  elements: readonly StsElement[],
  context: StsContext,
  toBlocks: ToBlocks,
): RootContent[] {
  return elements.flatMap((element, at): RootContent[] => {
    const isLead = (each: StsElement | undefined): boolean =>
      each?.name === 'p' && /^(?:标引序号说明[：:]?|key)$/iu.test(wordsOf(each));
    const isList = (each: StsElement | undefined): boolean =>
      each?.name === 'list' || each?.name === 'def-list';
    if (isLead(element) && isList(elements[at + 1])) {
      settle([element], 'printed');
      return [];
    }
    if (element.name === 'table-wrap' && element.attributes['content-type'] === 'key')
      return [toKeyOfRows(element, context)];
    const isKey =
      isList(element) && (isLead(elements[at - 1]) || element.attributes['list-content'] === 'key');
    if (!isKey) return toBlocks([element], context);
    for (const item of findAll(element, 'def-item')) {
      const term = childOf(item, 'term');
      if (term && /^\d+$/.test(wordsOf(term))) settle([term], 'number');
    }
    return toBlocks([element], context).map((block) =>
      block.type === 'list' ? toKey(block) : block,
    );
  });
}

/** A key in rows of a number and what it is, as ISO has them. */
function toKeyOfRows(table: StsElement, context: StsContext): List {
  const rows = [...findAll(table, 'tr')];
  return {
    type: 'list',
    ordered: true,
    start: 1,
    spread: false,
    children: rows.map((row) => {
      const [number, ...words] = elementsOf(row);
      const isNumbered = number !== undefined && words.length > 0 && /^\d+$/.test(wordsOf(number));
      if (isNumbered) settle([number], 'number');
      const said = isNumbered || number === undefined ? words : [number, ...words];
      const children = said.flatMap((cell, at): PhrasingContent[] => [
        ...(at > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
        ...toPhrasing(cell.children, context, 'cell'),
      ]);
      return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
    }),
  };
}

/** Items of a key carry the dash, and the number of a list of definitions, that are printed before them. */
function toKey(list: List): List {
  for (const { children } of list.children) {
    const [first] = children;
    if (first?.type !== 'paragraph') continue;
    const [one, two, ...others] = first.children;
    // The number and the dash of an item of definitions are texts of their own.
    if (one?.type === 'text' && two?.type === 'text')
      first.children = [{ ...one, value: one.value + two.value }, ...others];
    const [word] = first.children;
    if (word?.type === 'text') word.value = word.value.replace(/^\s*(?:\d+\s*)?——\s*/u, '');
  }
  return { ...list, ordered: true, start: 1 };
}
