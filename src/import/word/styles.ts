import { childOf, elementsOf, isOn, valOf } from './xml-tree.ts';
import type { WordElement } from './xml-tree.ts';

/** How the paragraphs of a document may look: names as people see them, since ids differ from file to file. */
export interface ParagraphStyle {
  /** Its own name, then those of the styles it is based on. */
  readonly names: readonly string[];
  /** Depth of a heading from 1, by outline level or by name. */
  readonly outline?: number;
  readonly numId?: string;
  readonly level?: number;
}

/** Where a paragraph stands in a list. */
export interface ListFormat {
  /** `bullet`, `decimal`, `lowerLetter`, `chineseCounting` … (ECMA-376-1, 17.18.59). */
  readonly format: string;
  /** What is printed: `%1)`, `%1.%2`, `——`. */
  readonly text: string;
}

const deepestBase = 20;

/** Paragraph styles by id; styles of characters and tables say nothing of what a paragraph is. */
export function readStyles(tree: WordElement | undefined): ReadonlyMap<string, ParagraphStyle> {
  const all = new Map<string, WordElement>();
  for (const style of tree ? elementsOf(tree) : []) {
    if (style.name === 'w:style') all.set(style.attributes['w:styleId'] ?? '', style);
  }
  const resolved = new Map<string, ParagraphStyle>();
  for (const id of all.keys()) resolved.set(id, resolve(id, all));
  return resolved;
}

/** The id of the style that paragraphs have which name none. */
export function findDefaultStyle(tree: WordElement | undefined): string | undefined {
  return (tree ? elementsOf(tree) : []).find(
    ({ name, attributes }) =>
      name === 'w:style' &&
      attributes['w:type'] === 'paragraph' &&
      ['1', 'true', 'on'].includes(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId'];
}

function resolve(first: string, all: ReadonlyMap<string, WordElement>): ParagraphStyle {
  const names: string[] = [];
  let outline: number | undefined;
  let numId: string | undefined;
  let level: number | undefined;
  let id: string | undefined = first;
  for (let step = 0; id !== undefined && step < deepestBase; step += 1) {
    const style: WordElement | undefined = all.get(id);
    if (!style) break;
    const name = valOf(style, 'w:name') ?? '';
    names.push(name);
    const format = childOf(style, 'w:pPr');
    outline ??= depthOf(valOf(format, 'w:outlineLvl')) ?? headingDepth(name);
    const numbering = childOf(format, 'w:numPr');
    numId ??= valOf(numbering, 'w:numId');
    level ??= toCount(valOf(numbering, 'w:ilvl'));
    id = valOf(style, 'w:basedOn');
  }
  return {
    names,
    ...(outline !== undefined && { outline }),
    ...(numId !== undefined && { numId }),
    ...(level !== undefined && { level }),
  };
}

/** Levels are 0 to 8; 9 is text of the body. */
export function depthOf(level: string | undefined): number | undefined {
  const number = toCount(level);
  return number === undefined || number > 8 ? undefined : number + 1;
}

const headingDepth = (name: string): number | undefined => {
  const depth = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return depth === undefined ? undefined : Number(depth);
};

/** A whole number written in digits; undefined of anything else. */
export function toCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Formats of lists by `numId` and level. */
export function readNumbering(
  tree: WordElement | undefined,
): (numId: string, level: number) => ListFormat | undefined {
  const abstract = new Map<string, ReadonlyMap<number, ListFormat>>();
  const lists = new Map<
    string,
    { readonly of: string; readonly own: ReadonlyMap<number, ListFormat> }
  >();
  for (const element of tree ? elementsOf(tree) : []) {
    if (element.name === 'w:abstractNum')
      abstract.set(element.attributes['w:abstractNumId'] ?? '', readLevels(elementsOf(element)));
    if (element.name === 'w:num') {
      const overrides = elementsOf(element)
        .filter(({ name }) => name === 'w:lvlOverride')
        .flatMap((override) => elementsOf(override));
      lists.set(element.attributes['w:numId'] ?? '', {
        of: valOf(element, 'w:abstractNumId') ?? '',
        own: readLevels(overrides),
      });
    }
  }
  return (numId, level) => {
    const list = lists.get(numId);
    return list && (list.own.get(level) ?? abstract.get(list.of)?.get(level));
  };
}

const readLevels = (elements: readonly WordElement[]): ReadonlyMap<number, ListFormat> =>
  new Map(
    elements
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [
        toCount(level.attributes['w:ilvl']) ?? 0,
        {
          format: valOf(level, 'w:numFmt') ?? 'decimal',
          text: valOf(level, 'w:lvlText') ?? '',
        },
      ]),
  );

/** Whether a run is hidden and no reader of the document sees it. */
export const isHidden = (properties: WordElement | undefined): boolean =>
  isOn(properties, 'w:vanish');
