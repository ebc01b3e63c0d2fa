import type { Bilingual } from '#core/base/bilingual.ts';
import { carriedNamespace } from '#core/model/carried-facts.ts';
import { parseXml } from '#library/xml.ts';

/** An element of a part of a Word file; `name` has the usual prefix of its namespace, whatever the file calls it. */
export interface WordElement {
  readonly name: string;
  /** By names as `name`: `w:val`; those without a namespace by their own name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (WordElement | string)[];
}

/** Prefixes as ECMA-376 and everybody writes them, by namespace: that of the transitional form, and the strict one. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  [carriedNamespace]: 'bl',
};

/** Looks and traces of editing, which say nothing of the text; most of the bytes of a Word file. */
const unread = new Set(
  (
    'w:rFonts w:sz w:szCs w:lang w:color w:spacing w:kern w:ind w:tabs w:rPrChange w:pPrChange w:tblPrChange ' +
    'w:tcPrChange w:trPrChange w:sectPrChange w:tblBorders w:tcBorders w:tblCellMar w:tblLook w:tblW w:tcW w:shd ' +
    'w:pBdr w:pgBorders w:lastRenderedPageBreak w:proofErr w:latentStyles w:snapToGrid w:adjustRightInd w:autoSpaceDE ' +
    'w:autoSpaceDN w:textAlignment w:tblGrid'
  ).split(' '),
);

const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'a:t']);

interface OpenElement extends WordElement {
  readonly children: (WordElement | string)[];
}

/** The tree of a part (UTF-8 or UTF-16), without looks; or why it cannot be read. */
export function readTree(bytes: Uint8Array): WordElement | Bilingual {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  let skipped = 0;
  const failure = parseXml(decode(bytes), {
    onOpen: ({ local, uri, attributes }) => {
      const name = nameOf(local, uri);
      if (skipped > 0 || unread.has(name)) {
        skipped += 1;
        return null;
      }
      const named: Record<string, string> = {};
      for (const { local: of, uri: from, value, prefix } of Object.values(attributes)) {
        if (prefix !== 'xmlns' && !of.startsWith('rsid')) named[nameOf(of, from)] = value;
      }
      const element: OpenElement = { name, attributes: named, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
      return null;
    },
    onText: (text) => {
      const holder = open.at(-1);
      // White space between elements is layout of the file; in a run it is text.
      if (skipped === 0 && holder && (text.trim() !== '' || textElements.has(holder.name)))
        holder.children.push(text);
    },
    onClose: () => {
      if (skipped > 0) skipped -= 1;
      else open.pop();
      return null;
    },
  });
  if (failure) return failure;
  const [top] = root.children;
  return top !== undefined && typeof top !== 'string' ? top : root;
}

const nameOf = (local: string, uri: string): string =>
  uri === '' ? local : `${prefixes[uri] ?? 'other'}:${local}`;

/** UTF-16 is told by its mark or by the zero beside the first `<` (XML 1.0, appendix F). */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The first child of a name. */
export function childOf(element: WordElement | undefined, name: string): WordElement | undefined {
  return element && elementsOf(element).find((child) => child.name === name);
}

/** Children that are elements, in their order. */
export function elementsOf({ children }: WordElement): readonly WordElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** `w:val` of a child: `<w:pStyle w:val="a1"/>`; undefined without the child. */
export function valOf(element: WordElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Whether a property that is on or off is on (ECMA-376-1, 17.17.4): it stands there and does not say off. */
export function isOn(element: WordElement | undefined, name: string): boolean {
  const property = childOf(element, name);
  return (
    property !== undefined && !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '')
  );
}

/** Elements of a name anywhere below, in the order of the document. */
export function* findAll(element: WordElement, name: string): Generator<WordElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* findAll(child, name);
  }
}

/** As `findAll`, without those that stand in another of them. */
export function* findOuter(element: WordElement, name: string): Generator<WordElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    else yield* findOuter(child, name);
  }
}

const wordElements = new Set(['w:t', 'w:delText', 'm:t']);

/** What an element says to a reader: its words, deleted ones too, without instructions of fields. */
export function wordsOf(element: WordElement): string {
  if (wordElements.has(element.name)) return textOf(element);
  return elementsOf(element).map(wordsOf).join('');
}

/** All text below an element. */
export function textOf(element: WordElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}
