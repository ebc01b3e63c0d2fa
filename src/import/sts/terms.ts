import type { PhrasingContent, RootContent } from 'mdast';
import { toBlocks, writeTermRemark } from './blocks.ts';
import type { StsContext } from './context.ts';
import { toPhrasing } from './inline.ts';
import { deprecatedTerm, extraName, unknownFact } from './reasons.ts';
import { childrenOf, elementsOf, findAll, settle, wordsOf } from './tree.ts';
import type { StsElement } from './tree.ts';

/** A term entry as the dialect has it: what stands in its heading, and its blocks. */
export interface TermEntry {
  readonly heading: PhrasingContent[];
  readonly blocks: readonly RootContent[];
}

/** Names as `readTermHeading` tells them: an abbreviation is all capitals. */
const isAbbreviation = (name: string): boolean => /^[A-Z][A-Z0-9/.-]*s?$/.test(name);

/** A term entry of TBX (ISO 30042): the set of the text's language, names of the other one beside it. */
export function readTermEntry(entry: StsElement, context: StsContext): TermEntry {
  const sets = childrenOf(entry, 'tbx:langSet');
  const of = (language: string): StsElement | undefined =>
    sets.find(({ attributes }) => (attributes['xml:lang'] ?? '').startsWith(language));
  const main = of(context.language) ?? sets[0];
  const other = context.language === 'zh' ? of('en') : undefined;
  const names = main ? readNames(main) : [];
  const [preferred, ...admitted] = names.toSorted((a, b) => rank(a) - rank(b));
  const heading = preferred ? toPhrasing(preferred.term.children, context, 'title') : [];
  const parts: string[] = [];
  if (other && other !== main) {
    const [first, ...more] = readNames(other);
    if (first) parts.push(take(first.term));
    for (const each of more) leaveName(each, context);
  }
  for (const each of admitted) {
    if (each.authorization === 'deprecatedTerm' || each.authorization === 'preferredTerm') {
      leaveName(each, context);
      continue;
    }
    const name = take(each.term);
    const isShort = each.type === 'abbreviation' || each.type === 'acronym' || each.type === '';
    // The second name of a heading is the foreign one, unless it is all capitals.
    const asPlain = isShort && (isAbbreviation(name) || (each.type !== '' && parts.length > 0));
    parts.push(asPlain ? name : `${context.language === 'zh' ? '许用：' : 'admitted: '}${name}`);
  }
  for (const set of sets) if (set !== main && set !== other) leaveSet(set, context);
  const said = parts.map((part) => ` | ${part.replaceAll('|', '｜')}`).join('');
  return {
    heading: said === '' ? heading : [...heading, { type: 'text', value: said }],
    blocks: main ? readDefinition(main, context) : [],
  };
}

interface TermName {
  readonly term: StsElement;
  readonly authorization: string;
  readonly type: string;
}

const rank = ({ authorization, type }: TermName): number =>
  authorization === 'deprecatedTerm'
    ? 3
    : authorization === 'admittedTerm'
      ? 2
      : type === 'abbreviation' || type === 'acronym'
        ? 1
        : 0;

function readNames(set: StsElement): readonly TermName[] {
  return childrenOf(set, 'tbx:tig').flatMap((tig): readonly TermName[] => {
    const value = (name: string): string => {
      const [found] = childrenOf(tig, name);
      return found?.attributes['value'] ?? '';
    };
    return childrenOf(tig, 'tbx:term').map((term) => ({
      term,
      authorization: value('tbx:normativeAuthorization'),
      type: value('tbx:termType'),
    }));
  });
}

function take(term: StsElement): string {
  settle([term], 'text');
  return wordsOf(term);
}

function leaveName({ term, authorization }: TermName, context: StsContext): void {
  settle([term], 'left');
  const why = authorization === 'deprecatedTerm' ? deprecatedTerm : extraName;
  context.leave('mark', term, wordsOf(term), why, true);
}

function leaveSet(set: StsElement, context: StsContext): void {
  settle([set], 'left');
  context.leave('mark', set, wordsOf(set), extraName, true);
}

function readDefinition(set: StsElement, context: StsContext): readonly RootContent[] {
  const fields = [...findAll(set, 'tbx:subjectField')].map(take);
  const field = fields.length > 0 ? `〈${fields.join('，')}〉` : '';
  let isFirst = true;
  return elementsOf(set).flatMap((element): readonly RootContent[] => {
    switch (element.name) {
      case 'tbx:definition': {
        const children = toPhrasing(element.children, context);
        if (isFirst && field !== '') children.unshift({ type: 'text', value: field });
        isFirst = false;
        return children.length > 0
          ? [{ type: 'paragraph', children, data: { place: element.place } }]
          : [];
      }
      case 'tbx:note':
        return writeTermRemark('note', element, context);
      case 'tbx:example':
        return writeTermRemark('example', element, context);
      case 'tbx:source':
        return writeSource(element, context);
      case 'tbx:tig':
      case 'tbx:subjectField':
        return [];
      case 'tbx:xGraphic':
        context.leave('picture', element, wordsOf(element), unknownFact(element.name), true);
        return [];
      default:
        return toBlocks([element], context);
    }
  });
}

/** 「[来源：GB/T 18354—2021，3.5，有修改]」, however much of that the file has written. */
function writeSource(element: StsElement, context: StsContext): readonly RootContent[] {
  const children = toPhrasing(element.children, context);
  const first = children[0];
  if (first?.type === 'text')
    first.value = first.value.replace(/^\s*\[?\s*(?:(?:来源|source)\s*[：:]\s*)?/iu, '');
  const last = children.at(-1);
  const opens = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const isOpen = (opens.match(/\]/g) ?? []).length > (opens.match(/\[/g) ?? []).length;
  if (last?.type === 'text' && isOpen) last.value = last.value.replace(/\]\s*$/, '');
  const lead = context.language === 'zh' ? '[来源：' : '[SOURCE: ';
  return [
    {
      type: 'paragraph',
      // The bracket is no mark of Markdown here and is written as it is.
      children: [{ type: 'html', value: lead }, ...children, { type: 'html', value: ']' }],
      data: { place: element.place },
    },
  ];
}
