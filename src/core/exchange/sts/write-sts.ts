import { noHtml, xml } from '../../base/html.ts';
import type { Html } from '../../base/html.ts';
import type { Clause, CompiledStandard, CompiledText, Term } from '../../model/standard.ts';
import { isElement, readCompiledHtml, textOf } from '../compiled-html.ts';
import type { HtmlElement, HtmlNode } from '../compiled-html.ts';
import { writeBlocks } from './blocks.ts';
import { createClaims } from './ids.ts';
import type { StsContext, XrefKind } from './ids.ts';
import { writeInline } from './inline.ts';
import { writeMeta } from './meta.ts';
import type { StandingFacts } from '../standing.ts';
import { writeTermEntry } from './terms.ts';

/** NISO STS 1.2 (ANSI/NISO Z39.102—2022), interchange tag set, terms by TBX. */
const NAMESPACES = xml` xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:tbx="urn:iso:std:iso:30042:ed-1"`;

interface Branch {
  readonly clause: Clause;
  readonly term: Term | undefined;
  readonly children: Branch[];
}

/**
 * One language of a standard as NISO STS XML. Ids are those of the clauses, tables, figures and provisions, as far as XML
 * lets names be so; pictures are named, not held; of an index, which a reader's own program makes, only the heading is.
 */
export function writeSts(
  standard: CompiledStandard,
  facts: StandingFacts,
  text: CompiledText = standard.text,
): string {
  const context = createContext(text);
  const roots = buildTree(text);
  const front = roots.filter(
    ({ clause: { kind } }) => kind === 'foreword' || kind === 'introduction',
  );
  const back = roots.filter(({ clause: { kind } }) => BACK.has(kind));
  const body = roots.filter((root) => !front.includes(root) && !back.includes(root));
  const annexes = back.filter(({ clause }) => clause.kind === 'annex');
  const others = back.filter(({ clause }) => clause.kind === 'bibliography');
  const indexes = back.filter(({ clause }) => clause.kind === 'index');
  const written = xml`<standard${NAMESPACES} dtd-version="1.2" xml:lang="${text.language}"><front>${writeMeta(standard, facts, text.language)}${front.map((each) => writeSection(each, context))}</front><body>${body.map((each) => writeSection(each, context))}</body>${back.length > 0 && xml`<back>${annexes.length > 0 && xml`<app-group>${annexes.map((each) => writeAnnex(each, context))}</app-group>`}${others.map((each) => writeReferenceList(each, context))}${indexes.map(({ clause }) => xml`<sec id="${context.claim(clause.id)}" sec-type="index"><title>${clause.title}</title></sec>`)}</back>`}</standard>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written.markup}\n`;
}

const BACK: ReadonlySet<string> = new Set(['annex', 'bibliography', 'index']);

function createContext(text: CompiledText): StsContext {
  const kinds = new Map<string, XrefKind>();
  for (const { id, kind } of text.clauses) {
    kinds.set(id, kind === 'annex' ? 'app' : 'sec');
  }
  for (const { id, kind } of text.exhibits) {
    kinds.set(id, kind === 'table' ? 'table' : kind === 'figure' ? 'fig' : 'disp-formula');
  }
  for (const { html } of text.clauses) {
    for (const [, id = ''] of html.matchAll(/<li id="([^"]+)"/g)) kinds.set(id, 'list');
  }
  return {
    language: text.language,
    kindOf: (id) => kinds.get(id),
    claim: createClaims(),
    takeDetail: createDetails(text),
  };
}

/** Finds what authors say of their provisions; those without an id of their own are told by their words, each once. */
function createDetails({ provisions }: CompiledText): StsContext['takeDetail'] {
  const plain = (said: string): string => said.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  const open = provisions.filter(({ by }) => by === 'author');
  return (id, text) => {
    const at = open.findIndex((provision) => plain(provision.text) === plain(text));
    const found = (id === undefined ? undefined : byId.get(id)) ?? open[at];
    if (found === undefined) return '';
    if (open.includes(found)) open.splice(open.indexOf(found), 1);
    const { object, characteristic, verify } = found;
    return Object.entries({ object, characteristic, verify })
      .flatMap(([name, value]) => (value ? [`${name}=${value.replaceAll(';', '%3B')}`] : []))
      .join('; ');
  };
}

function buildTree(text: CompiledText): readonly Branch[] {
  const terms = new Map(text.terms.map((term) => [term.clause, term]));
  const branches = text.clauses.map((clause, index): Branch => ({
    clause,
    term: terms.get(index),
    children: [],
  }));
  const roots: Branch[] = [];
  for (const branch of branches) {
    const { parent } = branch.clause;
    const above = parent === null ? undefined : branches[parent];
    (above?.children ?? roots).push(branch);
  }
  return roots;
}

const SECTION_TYPES: Readonly<Partial<Record<Clause['kind'], string>>> = {
  foreword: 'foreword',
  introduction: 'intro',
  scope: 'scope',
  references: 'norm-refs',
  terms: 'terms',
};

/** The number, the title and the type of a clause, as a section begins with them. */
function writeHead(
  clause: Clause,
  context: StsContext,
): { readonly attributes: Html; readonly head: Html } {
  const type = SECTION_TYPES[clause.kind];
  const label = clause.address ? xml`<label>${clause.address}</label>` : noHtml;
  const title = clause.title
    ? xml`<title>${writeInline(readCompiledHtml(clause.titleHtml), context, 'cell')}</title>`
    : noHtml;
  return {
    attributes: xml` id="${context.claim(clause.id)}"${type && xml` sec-type="${type}"`}`,
    head: xml`${label}${title}${writeAliases(clause, context)}`,
  };
}

/** Earlier ids of a clause, which addresses may still have. */
const writeAliases = ({ aliases }: Clause, { claim }: StsContext): Html =>
  aliases.length === 0
    ? noHtml
    : xml`<p content-type="alias">${aliases.map((alias) => xml`<target id="${claim(alias)}" target-type="alias"/>`)}</p>`;

function writeSection(branch: Branch, context: StsContext): Html {
  const { clause, children } = branch;
  if (clause.kind === 'term') return writeTermSection(branch, context);
  const { attributes, head } = writeHead(clause, context);
  const nodes = readCompiledHtml(clause.html);
  const listed = clause.kind === 'references' ? takeReferences(nodes) : undefined;
  const { body, footnotes } = writeBlocks(listed?.rest ?? nodes, context);
  const list =
    listed && listed.items.length > 0
      ? xml`<ref-list content-type="norm-refs">${listed.items.map((item) => writeReference(item, context))}</ref-list>`
      : noHtml;
  return xml`<sec${attributes}>${head}${body}${children.map((child) => writeSection(child, context))}${list}${writeNotes(footnotes)}</sec>`;
}

const writeNotes = (footnotes: readonly Html[]): Html =>
  footnotes.length > 0 ? xml`<fn-group>${footnotes}</fn-group>` : noHtml;

const NATURES = { zh: ['规范性', '资料性'], en: ['normative', 'informative'] } as const;

function writeAnnex({ clause, children }: Branch, context: StsContext): Html {
  const nature = clause.normative ? 'norm-annex' : 'inform-annex';
  const { body, footnotes } = writeBlocks(readCompiledHtml(clause.html), context);
  const title = writeInline(readCompiledHtml(clause.titleHtml), context, 'cell');
  const type = NATURES[context.language][clause.normative ? 0 : 1];
  return xml`<app id="${context.claim(clause.id)}" content-type="${nature}"><label>${clause.label}</label><annex-type>${type}</annex-type><title>${title}</title>${body}${children.map((child) => writeSection(child, context))}${writeNotes(footnotes)}</app>`;
}

/** The items of the lists among some blocks, and the other blocks. */
function takeReferences(nodes: readonly HtmlNode[]): {
  readonly items: readonly HtmlElement[];
  readonly rest: readonly HtmlNode[];
} {
  const isList = (node: HtmlNode): node is HtmlElement =>
    typeof node !== 'string' && isElement(node) && (node.tag === 'ul' || node.tag === 'ol');
  return {
    items: nodes
      .filter(isList)
      .flatMap(({ children }) =>
        children.filter((node) => typeof node !== 'string' && isElement(node)),
      ),
    rest: nodes.filter((node) => !isList(node)),
  };
}

function writeReference(item: HtmlElement, context: StsContext): Html {
  const isMarker = (node: HtmlNode): boolean =>
    typeof node !== 'string' && isElement(node) && node.classes.includes('marker');
  const marker = item.children.find(isMarker);
  const label = marker ? textOf([marker]) : '';
  const words = item.children.filter((node) => node !== marker);
  const numbered = /\d/.test(label) ? xml`<label>${label}</label>` : noHtml;
  return xml`<ref>${numbered}<mixed-citation>${writeInline(words, context)}</mixed-citation></ref>`;
}

function writeReferenceList({ clause }: Branch, context: StsContext): Html {
  const { items, rest } = takeReferences(readCompiledHtml(clause.html));
  const { body } = writeBlocks(rest, context);
  return xml`<ref-list id="${context.claim(clause.id)}" content-type="bibl"><title>${clause.title}</title>${body}${items.map((item) => writeReference(item, context))}</ref-list>`;
}

function writeTermSection({ clause, term, children }: Branch, context: StsContext): Html {
  const id = context.claim(clause.id);
  const { entry, rest } = writeTermEntry(clause, term, context);
  const { body, footnotes } = writeBlocks(rest, context);
  return xml`<term-sec id="${id}"><label>${clause.address}</label>${entry}${body}${children.map((child) => writeSection(child, context))}${writeNotes(footnotes)}</term-sec>`;
}
