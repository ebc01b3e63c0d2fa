import type { Exhibit, Language } from '#core/model/standard.ts';
import type { Footnote, Mark } from '../document.ts';
import type { OutlineClause } from './outline.ts';
import { annexLetter } from './outline.ts';
import { reportBareTable, reportDepth, reportUnknown, reportUnused } from './report-blocks.ts';
import type { Report } from '../report.ts';
import { plainText } from '../syntax/syntax.ts';
import type { SyntaxNode } from '../syntax/syntax.ts';
import type { Tree } from '../syntax/tree.ts';
import { readTable } from './table-grid.ts';
import type { TableGrid } from './table-grid.ts';
import { examplePrefix, notePrefix, words } from './words.ts';

export type ExhibitKind = Exhibit['kind'];

/** A numbered table, figure or formula before it has its id. */
export interface RawExhibit {
  readonly node: SyntaxNode;
  readonly kind: ExhibitKind;
  readonly clause: number;
  readonly number: string;
  readonly title: string;
  readonly authoredId: string | null;
}

export interface Numbering {
  readonly marks: Map<SyntaxNode, Mark>;
  readonly grids: ReadonlyMap<SyntaxNode, TableGrid>;
  readonly exhibits: readonly RawExhibit[];
  readonly footnotes: readonly Footnote[];
  /** List items with an id of the author's: what a reference prints, and where. */
  readonly listItems: readonly ListItem[];
}

export interface ListItem {
  readonly id: string;
  readonly node: SyntaxNode;
  readonly label: string;
}

const directiveKinds: Readonly<Record<string, ExhibitKind | 'note' | 'example'>> = {
  table: 'table',
  表: 'table',
  figure: 'figure',
  图: 'figure',
  formula: 'formula',
  公式: 'formula',
  note: 'note',
  注: 'note',
  example: 'example',
  示例: 'example',
};

/** What a container directive of the dialect is; null for any other block. */
export function directiveKind(node: SyntaxNode): ExhibitKind | 'note' | 'example' | null {
  return node.type === 'containerDirective' ? (directiveKinds[node.name ?? ''] ?? null) : null;
}

/** `note` or `example` for a directive or for a paragraph that opens with 注： or 示例：. */
export function remarkKind(node: SyntaxNode): 'note' | 'example' | null {
  const kind = directiveKind(node);
  if (kind === 'note' || kind === 'example') return kind;
  if (node.type !== 'paragraph') return null;
  const first = node.children?.[0];
  const opening = first?.type === 'text' ? (first.value ?? '') : '';
  return notePrefix.test(opening) ? 'note' : examplePrefix.test(opening) ? 'example' : null;
}

/** `{#early} 到货前` → the id and the length it takes. */
export function readItemId(
  item: SyntaxNode,
): { readonly id: string; readonly length: number } | null {
  const first = item.children?.[0]?.children?.[0];
  const match = first?.type === 'text' ? /^\{#([^\s{}]+)\}\s*/.exec(first.value ?? '') : null;
  return match ? { id: match[1] ?? '', length: match[0].length } : null;
}

interface Scope {
  /** The table, figure or formula it belongs to. */
  readonly kind?: ExhibitKind;
  /** Notes and examples count within a clause, a table or a figure (GB/T 1.1—2020, 9.10, 9.11). */
  readonly remarks: Record<'note' | 'example', SyntaxNode[]>;
  readonly footnotes: Map<string, Footnote>;
  /** Footnotes first mentioned here; their own text is walked after it. */
  readonly pending: Footnote[];
  readonly lettered: boolean;
}

/** What references to the items of a list print before the item's own mark. */
interface ListOwner {
  readonly label: string;
  /** Of the list below a figure: its items are numbered 1, 2 (标引序号). */
  readonly isKey: boolean;
  readonly depth: number;
  readonly inExample?: boolean;
}

/** Give every block its printed mark. Numbers run through the document, in annexes through the annex. */
export function numberBlocks(
  clauses: readonly OutlineClause[],
  tree: Tree,
  language: Language,
  report: Report,
): Numbering {
  const marks = new Map<SyntaxNode, Mark>();
  const grids = new Map<SyntaxNode, TableGrid>();
  const exhibits: RawExhibit[] = [];
  const listItems: ListItem[] = [];
  const definitions = collectDefinitions(tree, report);
  const mentioned = new Set<string>();
  const text = new Map<string, Footnote>();
  const counters = { table: 0, figure: 0, formula: 0 };
  let annex = '';

  clauses.forEach((clause, index) => {
    if (clause.level === 1) {
      annex = clause.kind === 'annex' ? clause.address : '';
      if (annex) counters.table = counters.figure = counters.formula = 0;
    }
    const prefix = annex ? `${annex}.` : '';
    const plain: ListOwner = { label: clause.label, isKey: false, depth: 0 };
    let entries = 0;

    const walk = (node: SyntaxNode, scope: Scope, owner: ListOwner): void => {
      const kind = directiveKind(node);
      if (kind === 'table' || kind === 'figure' || kind === 'formula') {
        numberExhibit(node, kind, scope);
        return;
      }
      if (node.type === 'containerDirective' && kind === null) reportUnknown(node, report);
      const remark = remarkKind(node);
      if (remark) scope.remarks[remark].push(node);
      if (node.type === 'list') {
        numberItems(node, scope, owner);
        return;
      }
      if (node.type === 'table' && !grids.has(node)) {
        const isBare = scope.kind !== 'table' && !owner.inExample;
        if (isBare) reportBareTable(node, report);
        grids.set(node, readTable(node, {}, isBare ? report : undefined));
      }
      if (node.type === 'footnoteReference') noteFootnote(node, scope);
      if (node.type === 'footnoteDefinition') return;
      const inner = kind === 'example' ? { ...owner, inExample: true } : owner;
      for (const child of node.children ?? []) walk(child, scope, inner);
    };

    const numberExhibit = (node: SyntaxNode, kind: ExhibitKind, outer: Scope): void => {
      const number = prefix + String(++counters[kind]);
      const label = words[language][kind](number);
      const id = node.attributes?.id;
      const title = labelText(node);
      exhibits.push({ node, kind, clause: index, number, title, authoredId: id ? id : null });
      const tables = kind === 'table' ? (node.children ?? []).filter(isTable) : [];
      for (const [position, table] of tables.entries())
        grids.set(table, readTable(table, node.attributes ?? {}, position ? undefined : report));
      const inner = kind === 'formula' ? { ...outer, kind } : startScope(kind);
      for (const child of node.children ?? []) {
        const isKey = kind === 'figure' && child.type === 'list' && child.ordered === true;
        const owner = kind === 'formula' || isKey ? { label, isKey, depth: 0 } : plain;
        walk(child, inner, owner);
      }
      if (kind === 'formula') {
        marks.set(node, { label });
        return;
      }
      finishScope(inner);
      marks.set(node, { label, footnotes: [...inner.footnotes.values()] });
    };

    const numberItems = (list: SyntaxNode, scope: Scope, owner: ListOwner): void => {
      const { depth } = owner;
      if (depth === 2) reportDepth(list, report);
      list.children?.forEach((item, position) => {
        const label =
          owner.isKey && depth === 0
            ? String(position + 1)
            : depth === 0 && clause.kind === 'bibliography'
              ? `[${++entries}]`
              : markItem(clause.kind, list.ordered === true, depth, position);
        marks.set(item, { label });
        const printed = !list.ordered
          ? owner.label
          : owner.isKey
            ? words[language].keyItem(owner.label, label)
            : words[language].listItem(owner.label, label);
        const id = readItemId(item)?.id;
        if (id !== undefined) listItems.push({ id, node: item, label: printed });
        const inner = { ...owner, label: printed, isKey: false, depth: depth + 1 };
        for (const child of item.children ?? []) walk(child, scope, inner);
      });
    };

    const noteFootnote = (node: SyntaxNode, scope: Scope): void => {
      const identifier = node.identifier ?? '';
      mentioned.add(identifier);
      let footnote = scope.footnotes.get(identifier);
      if (!footnote) {
        const blocks = definitions.get(identifier)?.children ?? [];
        const count = scope.footnotes.size;
        const label = scope.lettered ? annexLetter(count).toLowerCase() : `${count + 1})`;
        footnote = { identifier, label, blocks };
        scope.footnotes.set(identifier, footnote);
        scope.pending.push(footnote);
      }
      marks.set(node, { id: `fn-${footnote.label.replace(')', '')}`, label: footnote.label });
    };

    /** Footnotes may mention further footnotes; remarks are counted when all is read. */
    const finishScope = (scope: Scope): void => {
      for (const { blocks } of scope.pending) {
        for (const block of blocks) walk(block, scope, plain);
      }
      for (const kind of ['note', 'example'] as const) {
        const list = scope.remarks[kind];
        list.forEach((node, position) => {
          marks.set(node, { label: words[language][kind](list.length > 1 ? position + 1 : null) });
        });
      }
    };

    const scope: Scope = { ...startScope(), footnotes: text, lettered: false };
    for (const block of clause.blocks) walk(block, scope, plain);
    finishScope(scope);
  });
  reportUnused(definitions, mentioned, report);
  return { marks, grids, exhibits, footnotes: [...text.values()], listItems };
}

const isTable = ({ type }: SyntaxNode): boolean => type === 'table';

function startScope(kind?: ExhibitKind): Scope {
  return {
    ...(kind ? { kind } : {}),
    remarks: { note: [], example: [] },
    footnotes: new Map(),
    pending: [],
    lettered: true,
  };
}

/** GB/T 1.1—2020, 7.5; references stand without marks (8.6). */
function markItem(
  kind: OutlineClause['kind'],
  ordered: boolean,
  depth: number,
  position: number,
): string {
  if (depth === 0 && kind === 'references') return '';
  if (ordered) {
    return depth === 0 ? `${annexLetter(position).toLowerCase()})` : `${position + 1})`;
  }
  return depth === 0 ? '——' : '·';
}

function labelText(node: SyntaxNode): string {
  const label = node.children?.find((child) => child.data?.directiveLabel);
  return label ? plainText(label).trim() : '';
}

function collectDefinitions(tree: Tree, report: Report): Map<string, SyntaxNode> {
  const definitions = new Map<string, SyntaxNode>();
  for (const node of tree.byType.get('footnoteDefinition') ?? []) {
    const identifier = node.identifier ?? '';
    if (definitions.has(identifier)) {
      report.add({
        rule: 'footnote-duplicate',
        range: report.rangeOf(node),
        message: {
          zh: `脚注 [^${identifier}] 定义了两次，只印第一次的`,
          en: `Footnote [^${identifier}] is defined twice; the first one is printed`,
        },
      });
    } else definitions.set(identifier, node);
  }
  return definitions;
}
