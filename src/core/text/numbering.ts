import type { Exhibit, Language } from '../model/standard.ts';
import type { Footnote, Mark } from './document.ts';
import type { OutlineClause } from './outline.ts';
import { annexLetter } from './outline.ts';
import type { Report } from './report.ts';
import { plainText } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';
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
  readonly exhibits: readonly RawExhibit[];
  readonly footnotes: readonly Footnote[];
  /** Ids of list items: what a reference prints, and where. */
  readonly listItems: ReadonlyMap<string, { readonly label: string; readonly clause: number }>;
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
  /** Notes and examples count within a clause, a table or a figure (GB/T 1.1—2020, 9.10, 9.11). */
  readonly remarks: Record<'note' | 'example', SyntaxNode[]>;
  readonly footnotes: Footnote[];
  readonly lettered: boolean;
}

/** Give every block its printed mark. Numbers run through the document, in annexes through the annex. */
export function numberBlocks(
  clauses: readonly OutlineClause[],
  root: SyntaxNode,
  language: Language,
  report: Report,
): Numbering {
  const marks = new Map<SyntaxNode, Mark>();
  const exhibits: RawExhibit[] = [];
  const listItems = new Map<string, { label: string; clause: number }>();
  const definitions = collectDefinitions(root, report);
  const mentioned = new Set<string>();
  const text: Footnote[] = [];
  const counters = { table: 0, figure: 0, formula: 0 };
  let annex = '';

  clauses.forEach((clause, index) => {
    if (clause.level === 1) {
      annex = clause.kind === 'annex' ? clause.address : '';
      if (annex) counters.table = counters.figure = counters.formula = 0;
    }
    const prefix = annex ? `${annex}.` : '';

    const walk = (node: SyntaxNode, scope: Scope, listDepth: number): void => {
      const kind = directiveKind(node);
      if (kind === 'table' || kind === 'figure' || kind === 'formula') {
        const inner: Scope = { remarks: { note: [], example: [] }, footnotes: [], lettered: true };
        const number = prefix + String(++counters[kind]);
        const id = node.attributes?.id;
        exhibits.push({
          node,
          kind,
          clause: index,
          number,
          title: labelText(node),
          authoredId: id ? id : null,
        });
        for (const child of node.children ?? []) walk(child, kind === 'formula' ? scope : inner, 0);
        settleRemarks(inner);
        marks.set(node, { label: words[language][kind](number), footnotes: inner.footnotes });
        return;
      }
      const remark = remarkKind(node);
      if (remark) scope.remarks[remark].push(node);
      if (node.type === 'list') {
        numberItems(node, scope, listDepth);
        return;
      }
      if (node.type === 'footnoteReference') noteFootnote(node, scope);
      if (node.type === 'footnoteDefinition') return;
      for (const child of node.children ?? []) walk(child, scope, listDepth);
    };

    const numberItems = (list: SyntaxNode, scope: Scope, depth: number): void => {
      list.children?.forEach((item, position) => {
        const label = markItem(clause.kind, list.ordered === true, depth, position);
        const id = readItemId(item)?.id;
        marks.set(item, id === undefined ? { label } : { id, label });
        if (id !== undefined) {
          const printed = list.ordered ? label : '';
          const where = clause.address || clause.title;
          listItems.set(id, {
            label: printed ? words[language].listItem(where, printed) : where,
            clause: index,
          });
        }
        for (const child of item.children ?? []) walk(child, scope, depth + 1);
      });
    };

    const noteFootnote = (node: SyntaxNode, scope: Scope): void => {
      const identifier = node.identifier ?? '';
      const list = scope.lettered ? scope.footnotes : text;
      mentioned.add(identifier);
      let footnote = list.find((known) => known.identifier === identifier);
      if (!footnote) {
        const blocks = definitions.get(identifier)?.children ?? [];
        const label = scope.lettered
          ? annexLetter(list.length).toLowerCase()
          : `${list.length + 1})`;
        footnote = { identifier, label, blocks };
        list.push(footnote);
        if (!definitions.has(identifier)) reportMissingFootnote(node, report);
      }
      marks.set(node, { id: `fn-${footnote.label.replace(')', '')}`, label: footnote.label });
    };

    const settleRemarks = (scope: Scope): void => {
      for (const kind of ['note', 'example'] as const) {
        const list = scope.remarks[kind];
        list.forEach((node, position) => {
          marks.set(node, { label: words[language][kind](list.length > 1 ? position + 1 : null) });
        });
      }
    };

    const scope: Scope = { remarks: { note: [], example: [] }, footnotes: [], lettered: false };
    for (const block of clause.blocks) walk(block, scope, 0);
    settleRemarks(scope);
  });
  reportUnused(definitions, mentioned, report);
  return { marks, exhibits, footnotes: text, listItems };
}

/** GB/T 1.1—2020, 7.5; references stand without marks (8.6), a bibliography has [1] (8.12). */
function markItem(
  kind: OutlineClause['kind'],
  ordered: boolean,
  depth: number,
  position: number,
): string {
  if (depth === 0 && kind === 'references') return '';
  if (depth === 0 && kind === 'bibliography') return `[${position + 1}]`;
  if (ordered) {
    return depth === 0 ? `${annexLetter(position).toLowerCase()})` : `${position + 1})`;
  }
  return depth === 0 ? '——' : '·';
}

function labelText(node: SyntaxNode): string {
  const label = node.children?.find((child) => child.data?.directiveLabel);
  return label ? plainText(label).trim() : '';
}

function collectDefinitions(root: SyntaxNode, report: Report): Map<string, SyntaxNode> {
  const definitions = new Map<string, SyntaxNode>();
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'footnoteDefinition') {
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
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return definitions;
}

function reportMissingFootnote(node: SyntaxNode, report: Report): void {
  report.add({
    rule: 'footnote-missing',
    range: report.rangeOf(node),
    message: {
      zh: `脚注 [^${node.identifier}] 没有定义`,
      en: `Footnote [^${node.identifier}] is not defined`,
    },
    hint: { zh: `另起一段写 [^${node.identifier}]: 说明`, en: `Add [^${node.identifier}]: text` },
  });
}

function reportUnused(
  definitions: ReadonlyMap<string, SyntaxNode>,
  mentioned: ReadonlySet<string>,
  report: Report,
): void {
  for (const [identifier, node] of definitions) {
    if (mentioned.has(identifier)) continue;
    report.add({
      rule: 'footnote-unused',
      severity: 'warning',
      range: report.rangeOf(node),
      message: {
        zh: `脚注 [^${identifier}] 没有被提及，不会印出`,
        en: `Footnote [^${identifier}] is never mentioned and is not printed`,
      },
    });
  }
}
