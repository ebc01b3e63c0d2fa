import type { Bilingual } from '#core/base/bilingual.ts';
import { parseXml } from '#library/xml.ts';
import type { Use } from '../word/account.ts';
import { countCharacters } from '../word/pieces.ts';

/** Text of a file, and what became of it; nothing yet where it has no use. */
export interface StsText {
  readonly text: string;
  use?: Use;
}

/** An element of NISO STS: its name with the usual prefix of TBX and MathML, whatever the file calls them. */
export interface StsElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StsNode[];
  /** Elements are counted through the file from 1. */
  readonly place: number;
}

export type StsNode = StsElement | StsText;

const largest = 24 * 1024 * 1024;
const mostElements = 400_000;

const tooLarge: Bilingual = {
  zh: `文件超过 ${largest / 1024 / 1024} MB，不像一项标准`,
  en: `the file has more than ${largest / 1024 / 1024} MB: no standard is that long`,
};

const tooMany: Bilingual = {
  zh: `元素超过 ${mostElements} 个，不像一项标准`,
  en: `it has more than ${mostElements} elements: no standard is that long`,
};

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^urn:iso:std:iso:30042\b/, 'tbx:'],
  [/^http:\/\/www\.w3\.org\/1998\/Math\/MathML$/, 'mml:'],
  [/^http:\/\/www\.w3\.org\/1999\/xlink$/, 'xlink:'],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, 'xml:'],
  [/^$/, ''],
];

const nameOf = (local: string, uri: string): string =>
  `${prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? 'other:'}${local}`;

interface OpenElement extends StsElement {
  readonly children: StsNode[];
}

/**
 * The tree of a file of NISO STS (UTF-8 or UTF-16). Refused with a reason are more than 24 MB or 400,000 elements, what is
 * not well-formed, nested more than 256 deep, declares entities, or is no `standard`.
 */
export function readStsTree(bytes: Uint8Array): StsElement | Bilingual {
  if (bytes.length > largest) return tooLarge;
  const root: OpenElement = { name: '', attributes: {}, children: [], place: 0 };
  const open: OpenElement[] = [root];
  let place = 0;
  const failure = parseXml(
    decode(bytes),
    {
      onOpen: ({ local, uri, attributes }) => {
        place += 1;
        if (place > mostElements) return tooMany;
        const named: Record<string, string> = {};
        for (const { local: of, uri: from, value, prefix } of Object.values(attributes)) {
          if (prefix !== 'xmlns' && of !== 'xmlns') named[nameOf(of, from)] = value;
        }
        const element: OpenElement = {
          name: nameOf(local, uri),
          attributes: named,
          children: [],
          place,
        };
        open.at(-1)?.children.push(element);
        open.push(element);
        return null;
      },
      onText: (text) => {
        open.at(-1)?.children.push({ text });
      },
      onClose: () => {
        open.pop();
        return null;
      },
    },
    { namesDtd: true },
  );
  if (failure) return failure;
  const top = root.children.find(isElement);
  return top && (top.name === 'standard' || top.name === 'adoption') ? top : notSts(top?.name);
}

const notSts = (name = ''): Bilingual => ({
  zh: `不是 NISO STS：最外面的元素是 ${name.slice(0, 60)}，应是 standard`,
  en: `no NISO STS: its outermost element is ${name.slice(0, 60)}, not standard`,
});

/** UTF-16 is told by its mark or by the zero beside the first `<` (XML 1.0, appendix F). */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}

/** Whether a node is an element. */
export const isElement = (node: StsNode): node is StsElement => 'name' in node;

/** Children that are elements, in their order. */
export const elementsOf = ({ children }: StsElement): readonly StsElement[] =>
  children.filter(isElement);

/** The first child of one of some names. */
export const childOf = (
  element: StsElement | undefined,
  ...names: readonly string[]
): StsElement | undefined =>
  element && elementsOf(element).find(({ name }) => names.includes(name));

/** Children of a name, in their order. */
export const childrenOf = (element: StsElement | undefined, name: string): readonly StsElement[] =>
  element ? elementsOf(element).filter((child) => child.name === name) : [];

/** Elements below of some names, in the order of the file, those inside others of them too. */
export function* findAll(element: StsElement, ...names: readonly string[]): Generator<StsElement> {
  for (const child of elementsOf(element)) {
    if (names.includes(child.name)) yield child;
    yield* findAll(child, ...names);
  }
}

/** The words of a node with white space as a reader sees it; says nothing of their use. */
export function wordsOf(node: StsNode | undefined): string {
  return node
    ? rawTextOf(node)
        .replaceAll(/[\t\n\r \u00a0]+/g, ' ')
        .trim()
    : '';
}

/** All text below a node as it stands. */
export function rawTextOf(node: StsNode): string {
  return isElement(node) ? node.children.map(rawTextOf).join('') : node.text;
}

/** Says what became of all text below some nodes that has no use yet. */
export function settle(nodes: readonly StsNode[], use: Use): void {
  for (const node of nodes) {
    if (isElement(node)) settle(node.children, use);
    else node.use ??= use;
  }
}

/** Characters of a tree by what became of them, and the text that nobody took, with the element that holds it. */
export function countUses(root: StsElement): {
  readonly uses: Readonly<Record<Use, number>>;
  readonly file: number;
  readonly untaken: readonly { readonly element: StsElement; readonly text: string }[];
} {
  const uses = { text: 0, front: 0, printed: 0, contents: 0, number: 0, index: 0, left: 0 };
  const untaken: { element: StsElement; text: string }[] = [];
  let file = 0;
  const visit = (element: StsElement): void => {
    for (const child of element.children) {
      if (isElement(child)) {
        visit(child);
        continue;
      }
      const count = countCharacters(child.text);
      file += count;
      uses[child.use ?? 'left'] += count;
      if (child.use !== undefined || count === 0) continue;
      const last = untaken.at(-1);
      if (last?.element === element) last.text += child.text;
      else untaken.push({ element, text: child.text });
    }
  };
  visit(root);
  return { uses, file, untaken };
}
