import { noHtml, xml } from '../../base/html.ts';
import type { Html } from '../../base/html.ts';
import type { Clause, Term } from '../../model/standard.ts';
import { isElement, readCompiledHtml } from '../compiled-html.ts';
import type { HtmlNode } from '../compiled-html.ts';
import { toXmlId } from './ids.ts';
import type { StsContext } from './ids.ts';
import { writeInline } from './inline.ts';

type Role = 'source' | 'note' | 'example' | 'definition' | 'rest';

function readRole(node: HtmlNode): Role {
  if (typeof node === 'string' || !isElement(node)) return 'definition';
  if (node.classes.includes('term-source')) return 'source';
  if (node.tag !== 'p') return 'rest';
  if (node.classes.includes('note')) return 'note';
  return node.classes.length === 0 ? 'definition' : 'rest';
}

/**
 * A term entry by TBX as NISO STS has it (ISO 30042), and the blocks that TBX has no place for: lists, tables, examples.
 * Paragraphs of a definition are one text.
 */
export function writeTermEntry(
  clause: Clause,
  term: Term | undefined,
  context: StsContext,
): { readonly entry: Html; readonly rest: readonly HtmlNode[] } {
  const nodes = readCompiledHtml(clause.html);
  const pick = (role: Role): readonly HtmlNode[] => nodes.filter((node) => readRole(node) === role);
  const inline = (node: HtmlNode): Html =>
    writeInline(typeof node === 'string' ? [node] : node.children, context);
  const paragraphs = pick('definition');
  const definition =
    paragraphs.length > 0
      ? xml`<tbx:definition>${paragraphs.map((node, at) => xml`${at > 0 && ' '}${inline(node)}`)}</tbx:definition>`
      : noHtml;
  const remark = (node: HtmlNode, lead: RegExp, end?: RegExp): Html =>
    writeInline(strip(typeof node === 'string' ? [node] : node.children, lead, end), context);
  const notes = pick('note').map((node) => xml`<tbx:note>${remark(node, noteLabel)}</tbx:note>`);
  const sources = pick('source').map(
    (node) => xml`<tbx:source>${remark(node, sourceLead, /\]\s*$/)}</tbx:source>`,
  );
  const names = [
    writeName(writeInline(readCompiledHtml(clause.titleHtml), context), 'preferredTerm'),
    ...(term?.abbreviations ?? []).map((name) =>
      writeName(xml`${name}`, 'admittedTerm', 'abbreviation'),
    ),
    ...(term?.admitted ?? []).map((name) => writeName(xml`${name}`, 'admittedTerm', 'fullForm')),
  ];
  const english = clause.titleEn
    ? xml`<tbx:langSet xml:lang="en">${writeName(xml`${clause.titleEn}`, 'preferredTerm')}</tbx:langSet>`
    : noHtml;
  const entry = xml`<tbx:termEntry id="${toXmlId(`term_${clause.id}`)}"><tbx:langSet xml:lang="${context.language}">${definition}${notes}${sources}${names}</tbx:langSet>${english}</tbx:termEntry>`;
  return { entry, rest: pick('rest') };
}

function writeName(
  name: Html,
  authorization: 'preferredTerm' | 'admittedTerm',
  type?: 'abbreviation' | 'fullForm',
): Html {
  return xml`<tbx:tig><tbx:term>${name}</tbx:term><tbx:partOfSpeech value="noun"/><tbx:normativeAuthorization value="${authorization}"/>${type && xml`<tbx:termType value="${type}"/>`}</tbx:tig>`;
}

/** What is printed before a note and round a source: in TBX the element says it. */
const noteLabel = /^(?:注|NOTE)\s*\d*\s*[：:]\s*/iu;
const sourceLead = /^\[(?:来源|SOURCE)\s*[：:]\s*/iu;

/** Nodes without what stands at their beginning and at their end. */
function strip(nodes: readonly HtmlNode[], lead: RegExp, end?: RegExp): readonly HtmlNode[] {
  const [first, ...rest] = nodes;
  const opened =
    first !== undefined &&
    typeof first !== 'string' &&
    isElement(first) &&
    first.classes.includes('note-label')
      ? rest
      : typeof first === 'string'
        ? [first.replace(lead, ''), ...rest]
        : nodes;
  const last = opened.at(-1);
  return end && typeof last === 'string' ? [...opened.slice(0, -1), last.replace(end, '')] : opened;
}
