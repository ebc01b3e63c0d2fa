import { lookUp } from '#core/base/look-up.ts';
import type { PhrasingContent, Text } from 'mdast';
import { provisionDirectives } from '#core/terms/index.ts';
import { makeReference } from './context.ts';
import type { StsContext } from './context.ts';
import { toLatex } from './math.ts';
import { takePicture } from './pictures.ts';
import { lostTarget, mathUnknown, unknownElement, unsafeLink } from './reasons.ts';
import { childOf, findAll, isElement, rawTextOf, settle, wordsOf } from './tree.ts';
import type { StsElement, StsNode } from './tree.ts';

/** Where inline content stands: a break is one in a text and a cell, and a blank in a title. */
export type Place = 'text' | 'title' | 'cell';

/** Inline content as Markdown has it, without white space at its ends. */
export function toPhrasing(
  nodes: readonly StsNode[],
  context: StsContext,
  place: Place = 'text',
): PhrasingContent[] {
  return trim(joinTexts(writeAll(nodes, context, place)));
}

function writeAll(nodes: readonly StsNode[], context: StsContext, place: Place): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (isElement(node)) return writeElement(node, context, place);
    node.use ??= 'text';
    return [say(node.text)];
  });
}

/** White space that is layout; a full-width blank is a sign of its own. */
const blanks = /[\t\n\r \u00a0]+/g;

const say = (text: string): Text => ({ type: 'text', value: text.replaceAll(blanks, ' ') });

/** Marks that hold inline content and print nothing of their own. */
const transparent = new Set([
  'std',
  'std-ref',
  'title',
  'named-content',
  'abbrev',
  'x',
  'tbx:term',
  'mixed-citation',
  'element-citation',
  'source',
  'std-id-link',
  'related-object',
  'feature',
  'num',
  'fixed-case',
]);

/** Looks that the dialect has no mark for. */
const looks = new Set([
  'underline',
  'overline',
  'sc',
  'strike',
  'roman',
  'sans-serif',
  'styled-content',
]);

function writeElement(element: StsElement, context: StsContext, place: Place): PhrasingContent[] {
  const inner = (): PhrasingContent[] => writeAll(element.children, context, place);
  switch (element.name) {
    case 'italic':
      return wrap('emphasis', inner());
    case 'bold':
      return wrap('strong', inner());
    case 'monospace':
      settle([element], 'text');
      return [{ type: 'inlineCode', value: wordsOf(element) }];
    case 'sup':
      return writeSuperscript(element, context);
    case 'sub':
      return [{ type: 'textDirective', name: 'sub', children: inner() }];
    case 'break':
    case 'hr':
      return [place === 'title' ? say(' ') : { type: 'html', value: '<br>' }];
    case 'xref':
      return writeReference(element, context, place);
    case 'fn':
      return [noteReference(context.labelNote(element))];
    case 'ext-link':
    case 'uri':
    case 'email':
    case 'self-uri':
      return writeLink(element, context, place);
    case 'inline-formula':
    case 'disp-formula':
    case 'tex-math':
    case 'mml:math':
      return [{ type: 'inlineMath', value: takeLatex(element, context) }];
    case 'inline-graphic':
    case 'graphic':
      return takePicture(element, '', context);
    case 'styled-content':
      return writeStyled(element, context, place);
    case 'tbx:entailedTerm':
      return writeEntailed(element, context, place);
    case 'target':
    case 'milestone-start':
    case 'milestone-end':
    case 'index-term':
      return [];
    default:
      if (looks.has(element.name)) context.noteLook(element.name);
      else if (!transparent.has(element.name))
        context.leave('mark', element, wordsOf(element), unknownElement(element.name), true);
      return inner();
  }
}

function wrap(type: 'emphasis' | 'strong', children: PhrasingContent[]): PhrasingContent[] {
  const kept = joinTexts(children);
  const [first, last] = [kept[0], kept.at(-1)];
  const isBlank = kept.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isBlank) return kept;
  // A mark that begins or ends with a blank is none.
  const before = first?.type === 'text' && /^\s/.test(first.value) ? [say(' ')] : [];
  const after = last?.type === 'text' && /\s$/.test(last.value) ? [say(' ')] : [];
  return [...before, { type, children: trim(kept) }, ...after];
}

const noteReference = (label: string): PhrasingContent => ({
  type: 'footnoteReference',
  identifier: label,
  label,
});

const escapeIndex = (text: string): string => text.replaceAll(/[\\`*_[\]<$:]/g, String.raw`\$&`);

function writeSuperscript(element: StsElement, context: StsContext): PhrasingContent[] {
  const note = childOf(element, 'xref');
  if (note && wordsOf(note) === wordsOf(element)) {
    const written = writeElement(note, context, 'text');
    if (written.length === 1 && written[0]?.type === 'footnoteReference') return written;
  }
  const text = wordsOf(element);
  if (/^[^\s^]+$/.test(text) && !element.children.some(isElement)) {
    settle([element], 'text');
    return [{ type: 'html', value: `^${escapeIndex(text)}^` }];
  }
  const children = trim(joinTexts(writeAll(element.children, context, 'text')));
  return children.length === 0 ? [] : [{ type: 'textDirective', name: 'sup', children }];
}

function writeReference(element: StsElement, context: StsContext, place: Place): PhrasingContent[] {
  const { rid = '', 'ref-type': type = '' } = element.attributes;
  const label = context.labelOfNote(rid);
  if (label !== undefined) {
    settle([element], 'number');
    return [noteReference(label)];
  }
  const target = context.targetOf(rid);
  if (target && target.element.name !== 'styled-content') {
    settle([element], 'number');
    return [makeReference(target.id)];
  }
  // A mark of the list of documents is printed there anew, by its order.
  if (type !== 'bibr') context.leave('reference', element, wordsOf(element), lostTarget, true);
  return writeAll(element.children, context, place);
}

function writeLink(element: StsElement, context: StsContext, place: Place): PhrasingContent[] {
  const words = wordsOf(element);
  const written = (element.attributes['xlink:href'] ?? words).trim();
  const url = element.name === 'email' ? `mailto:${words}` : written;
  const children = writeAll(element.children, context, place);
  if (!/^(?:https?:\/\/|mailto:)/i.test(url) || /[\s<>]/.test(url)) {
    context.leave('link', element, url, unsafeLink, true);
    return children;
  }
  if (children.length === 0) return [{ type: 'link', url, children: [say(url)] }];
  return [{ type: 'link', url, children }] as PhrasingContent[];
}

const tags: Readonly<Record<string, string>> = provisionDirectives;

function writeStyled(element: StsElement, context: StsContext, place: Place): PhrasingContent[] {
  const {
    'style-type': style = '',
    'specific-use': use,
    'style-detail': detail = '',
  } = element.attributes;
  if (style === 'line-break') return [{ type: 'html', value: '<br>' }];
  const children = writeAll(element.children, context, place);
  const name = lookUp(tags, style);
  if (use !== 'provision' || name === undefined) {
    if (style !== '') context.noteLook(`styled-content ${style}`);
    return children;
  }
  const id = context.idOf(element);
  const attributes = { ...(id !== undefined && { id }), ...readDetail(detail) };
  return [{ type: 'textDirective', name, attributes, children: joinTexts(children) }];
}

/** What our own export says of a provision beside its type: `object=温度监测设备; verify=test-monitor`. */
function readDetail(detail: string): Record<string, string> {
  const known = new Set(['object', 'characteristic', 'verify']);
  return Object.fromEntries(
    detail.split(/;\s*/).flatMap((each) => {
      const [name = '', value = ''] = each.split(/=([^]*)/);
      return known.has(name) && value !== '' ? [[name, value.replaceAll('%3B', ';')]] : [];
    }),
  );
}

/** A term that a definition names, and the number of its entry behind it. */
function writeEntailed(element: StsElement, context: StsContext, place: Place): PhrasingContent[] {
  const { target = '' } = element.attributes;
  const children = writeAll(element.children, context, place);
  const last = children.at(-1);
  const known = context.targetOf(target);
  if (!known || last?.type !== 'text') return children;
  const number = /\s*[（(]\d[\d.]*[)）]\s*$/u.exec(last.value);
  if (!number) return children;
  last.value = last.value.slice(0, number.index);
  const [open, close] = context.language === 'zh' ? ['（', '）'] : [' (', ')'];
  return [...children, say(open), makeReference(known.id), say(close)];
}

/** LaTeX of a formula: as it was written where the file says so, else of its MathML. */
export function takeLatex(element: StsElement, context: StsContext): string {
  settle([element], 'text');
  const tex =
    element.name === 'tex-math' ? element : [...findAll(element, 'tex-math')].find(() => true);
  if (tex) {
    const written = rawTextOf(tex).trim();
    return written.replace(/^(?:\$\$?|\\\[|\\\()([^]*?)(?:\$\$?|\\\]|\\\))$/, '$1').trim();
  }
  const math =
    element.name === 'mml:math' ? element : [...findAll(element, 'mml:math')].find(() => true);
  if (!math) return wordsOf(element);
  const { latex, unknown } = toLatex(math);
  if (unknown.length > 0)
    context.leave('formula', element, latex, mathUnknown([...new Set(unknown)].join(' ')), true);
  return latex;
}

/** Texts beside each other as one. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = {
        ...last,
        value: (last.value + node.value).replaceAll(/ {2,}/g, ' '),
      };
    else if (node.type !== 'text' || node.value !== '') joined.push(node);
  }
  return joined;
}

function trim(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first] = nodes;
  if (first?.type === 'text') first.value = first.value.replace(/^ +/, '');
  const last = nodes.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/ +$/, '');
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}
