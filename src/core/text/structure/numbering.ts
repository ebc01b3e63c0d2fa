import type { List, ListItem, Nodes, Table } from 'mdast';
import type { Language } from '#core/model/standard.ts';
import type { Footnote, Mark } from '../document.ts';
import type { Report } from '../report.ts';
import { childrenOf, findLabel } from '../syntax/nodes.ts';
import type { ContainerDirective } from '../syntax/nodes.ts';
import { plainText } from '../syntax/syntax.ts';
import type { Tree } from '../syntax/tree.ts';
import { directiveKind, readItemId, remarkKind } from './block-kinds.ts';
import type { ExhibitKind } from './block-kinds.ts';
import { collectFootnotes, mentionFootnote, reportUnmentioned } from './footnotes.ts';
import type { FootnoteList, FootnoteSource } from './footnotes.ts';
import { annexLetter } from './outline.ts';
import type { OutlineClause } from './outline.ts';
import { reportBareTable, reportDepth, reportUnknown } from './report-blocks.ts';
import { readTable } from './table-grid.ts';
import type { TableGrid } from './table-grid.ts';
import { words } from './words.ts';

/** A numbered table, figure or formula before it has its id. */
export interface RawExhibit {
  readonly node: ContainerDirective;
  readonly kind: ExhibitKind;
  readonly clause: number;
  readonly number: string;
  readonly title: string;
  readonly authoredId: string | null;
}

export interface Numbering {
  readonly marks: ReadonlyMap<Nodes, Mark>;
  readonly grids: ReadonlyMap<Table, TableGrid>;
  readonly exhibits: readonly RawExhibit[];
  readonly footnotes: readonly Footnote[];
  /** List items with an id of the author's: what a reference prints, and where. */
  readonly listItems: readonly NumberedItem[];
}

export interface NumberedItem {
  readonly id: string;
  readonly node: ListItem;
  readonly label: string;
}

/** Within what notes, examples and footnotes are counted: a clause, a table or a figure. */
interface Scope {
  /** The table, figure or formula it belongs to. */
  readonly kind?: ExhibitKind;
  /** Notes and examples count within a clause, a table or a figure (GB/T 1.1—2020, 9.10, 9.11). */
  readonly remarks: Record<'note' | 'example', Nodes[]>;
  readonly footnotes: FootnoteList;
}

/** What references to the items of a list print before the item's own mark. */
interface ListOwner {
  readonly label: string;
  /** Of the list below a figure: its items are numbered 1, 2 (标引序号). */
  readonly isKey: boolean;
  readonly depth: number;
  readonly inExample?: boolean;
}

/** What all clauses of a document fill and count together. */
interface Count {
  readonly language: Language;
  readonly report: Report;
  readonly marks: Map<Nodes, Mark>;
  readonly grids: Map<Table, TableGrid>;
  readonly exhibits: RawExhibit[];
  readonly listItems: NumberedItem[];
  readonly source: FootnoteSource;
  /** The last number of each kind, in the main text or in one annex. */
  readonly counters: Record<ExhibitKind, number>;
}

/** The clause that is numbered. */
interface ClauseCount extends Count {
  readonly clause: OutlineClause;
  readonly index: number;
  /** `A.` in an annex. */
  readonly prefix: string;
  readonly owner: ListOwner;
  /** Entries of a bibliography so far. */
  entries: number;
}

/** Give every block its printed mark. Numbers run through the document, in annexes through the annex. */
export function numberBlocks(
  clauses: readonly OutlineClause[],
  tree: Tree,
  language: Language,
  report: Report,
): Numbering {
  const count: Count = {
    language,
    report,
    marks: new Map(),
    grids: new Map(),
    exhibits: [],
    listItems: [],
    source: collectFootnotes(tree, report),
    counters: { table: 0, figure: 0, formula: 0 },
  };
  const { counters, marks, grids, exhibits, listItems, source } = count;
  const known = new Map<string, Footnote>();
  let annex = '';
  clauses.forEach((clause, index) => {
    if (clause.level === 1) {
      annex = clause.kind === 'annex' ? clause.address : '';
      if (annex) counters.table = counters.figure = counters.formula = 0;
    }
    const owner = { label: clause.label, isKey: false, depth: 0 };
    const prefix = annex ? `${annex}.` : '';
    const work: ClauseCount = { ...count, clause, index, prefix, owner, entries: 0 };
    const scope = startScope({ known, pending: [], lettered: false });
    for (const block of clause.blocks) numberNode(block, scope, owner, work);
    finishScope(scope, work);
  });
  reportUnmentioned(source, report);
  return { marks, grids, exhibits, footnotes: [...known.values()], listItems };
}

function startScope(footnotes: FootnoteList, kind?: ExhibitKind): Scope {
  return { ...(kind ? { kind } : {}), remarks: { note: [], example: [] }, footnotes };
}

/** Footnotes may mention further footnotes; remarks are counted when all is read. */
function finishScope(scope: Scope, work: ClauseCount): void {
  for (const { blocks } of scope.footnotes.pending) {
    for (const block of blocks) numberNode(block, scope, work.owner, work);
  }
  for (const kind of ['note', 'example'] as const) {
    const list = scope.remarks[kind];
    list.forEach((node, position) => {
      const number = list.length > 1 ? position + 1 : null;
      work.marks.set(node, { label: words[work.language][kind](number) });
    });
  }
}

function numberNode(node: Nodes, scope: Scope, owner: ListOwner, work: ClauseCount): void {
  const { report, grids, marks } = work;
  const kind = directiveKind(node);
  if (node.type === 'containerDirective') {
    if (kind === 'table' || kind === 'figure' || kind === 'formula') {
      numberExhibit(node, kind, scope, work);
      return;
    }
    if (kind === null) reportUnknown(node, report);
  }
  const remark = remarkKind(node);
  if (remark) scope.remarks[remark].push(node);
  if (node.type === 'list') {
    numberItems(node, scope, owner, work);
    return;
  }
  if (node.type === 'table' && !grids.has(node)) {
    const isBare = scope.kind !== 'table' && !owner.inExample;
    if (isBare) reportBareTable(node, report);
    grids.set(node, readTable(node, {}, isBare ? report : undefined));
  }
  if (node.type === 'footnoteReference') {
    const { label } = mentionFootnote(node, scope.footnotes, work.source);
    marks.set(node, { id: `fn-${label.replace(')', '')}`, label });
  }
  if (node.type === 'footnoteDefinition') return;
  const inner = kind === 'example' ? { ...owner, inExample: true } : owner;
  for (const child of childrenOf(node)) numberNode(child, scope, inner, work);
}

function numberExhibit(
  node: ContainerDirective,
  kind: ExhibitKind,
  outer: Scope,
  work: ClauseCount,
): void {
  const { counters, exhibits, grids, marks, report, prefix } = work;
  const { number: given = '' } = node.attributes ?? {};
  // An amendment sheet repeats a table under the number that it has in the standard.
  const number = /^(?:[A-Z]\.)?\d{1,3}$/.test(given ?? '')
    ? (given ?? '')
    : prefix + String(++counters[kind]);
  const label = words[work.language][kind](number);
  const id = node.attributes?.id;
  const title = labelText(node);
  exhibits.push({ node, kind, clause: work.index, number, title, authoredId: id ? id : null });
  const { children } = node;
  const tables = kind === 'table' ? children.filter((child) => child.type === 'table') : [];
  for (const [position, table] of tables.entries())
    grids.set(table, readTable(table, node.attributes ?? {}, position ? undefined : report));
  const lettered: FootnoteList = { known: new Map(), pending: [], lettered: true };
  const inner = kind === 'formula' ? { ...outer, kind } : startScope(lettered, kind);
  for (const child of children) {
    const isKey = kind === 'figure' && child.type === 'list' && child.ordered === true;
    const owner = kind === 'formula' || isKey ? { label, isKey, depth: 0 } : work.owner;
    numberNode(child, inner, owner, work);
  }
  if (kind === 'formula') {
    marks.set(node, { label });
    return;
  }
  finishScope(inner, work);
  marks.set(node, { label, footnotes: [...lettered.known.values()] });
}

function labelText(node: ContainerDirective): string {
  const label = findLabel(node);
  return label ? plainText(label).trim() : '';
}

function numberItems(list: List, scope: Scope, owner: ListOwner, work: ClauseCount): void {
  const { depth } = owner;
  const { marks, report, listItems } = work;
  const { listItem, keyItem } = words[work.language];
  if (depth === 2) reportDepth(list, report);
  list.children.forEach((item, position) => {
    const label =
      owner.isKey && depth === 0
        ? String(position + 1)
        : markItem(list.ordered === true, depth, position, work);
    marks.set(item, { label });
    const printed = !list.ordered
      ? owner.label
      : owner.isKey
        ? keyItem(owner.label, label)
        : listItem(owner.label, label);
    const id = readItemId(item)?.id;
    if (id !== undefined) listItems.push({ id, node: item, label: printed });
    const inner = { ...owner, label: printed, isKey: false, depth: depth + 1 };
    for (const child of item.children) numberNode(child, scope, inner, work);
  });
}

/** GB/T 1.1—2020, 7.5; references stand without marks (8.6). */
function markItem(ordered: boolean, depth: number, position: number, work: ClauseCount): string {
  const { kind } = work.clause;
  if (depth === 0 && kind === 'bibliography') return `[${++work.entries}]`;
  if (depth === 0 && kind === 'references') return '';
  if (ordered) {
    return depth === 0 ? `${annexLetter(position).toLowerCase()})` : `${position + 1})`;
  }
  return depth === 0 ? '——' : '·';
}
