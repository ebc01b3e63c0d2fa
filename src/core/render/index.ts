import type { Nodes } from 'mdast';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import type { Clause, CompiledText } from '../model/standard.ts';
import type { ParsedClause, ParsedDocument } from '../text/document.ts';
import { findCrossReferences, resolveLabels, resolveLimits } from '../text/meaning/mentions.ts';
import { readItemId } from '../text/structure/block-kinds.ts';
import { startReport } from '../text/report.ts';
import type { TableGrid } from '../text/structure/table-grid.ts';
import { childrenOf } from '../text/syntax/nodes.ts';
import { joinLines, plainText } from '../text/syntax/syntax.ts';
import { html } from '../base/html.ts';
import { renderIndex, leadOf } from './boilerplate.ts';
import { renderInline, renderTitle } from './inline.ts';
import type { RenderContext } from './inline.ts';
import { startBlocks } from './placed-footnotes.ts';
import { drawChanges } from './clause-changes.ts';

export { renderBody } from './body.ts';
export { renderExcerpt } from './excerpt.ts';
export { emptyHoles } from './holes.ts';
export type { FillContext, ResolvedReference } from './holes.ts';
export { markBreaks } from './breaks.ts';
export { listTermClauses } from './term-links.ts';

/** Looks of a formula that no page draws. */
function tellUnshown(range: Range, unshown: readonly string[]) {
  const list = unshown.join('; ').slice(0, 160);
  return {
    rule: 'formula-look',
    range,
    message: {
      zh: `公式里的颜色或样式没有画出来：${list}`,
      en: `A colour or another look of the formula is not drawn: ${list}`,
    },
    hint: {
      zh: '去掉 \\color、\\textcolor、\\colorbox、\\pmb 这样的命令；要区分的用文字或记号说明',
      en: 'Leave out commands such as \\color, \\textcolor, \\colorbox and \\pmb; tell things apart by words or signs',
    },
  } as const;
}

/** Draw a parsed document: HTML with holes and plain text per clause. Never throws on content. */
export function renderDocument(document: ParsedDocument): {
  readonly text: CompiledText;
  readonly diagnostics: readonly Diagnostic[];
} {
  const report = startReport(document.file, document.source, document.lineStarts);
  let hasMath = false;
  const context: RenderContext = {
    language: document.language,
    marks: document.marks,
    labels: document.labels,
    mentions: document.mentions,
    grids: document.grids,
    footnotePrefix: 'fn',
    onMath: (node, error, unshown) => {
      hasMath = true;
      if (unshown.length > 0) report.add(tellUnshown(report.rangeOf(node), unshown));
      if (error === null) return;
      report.add({
        rule: 'formula-invalid',
        range: report.rangeOf(node),
        message: {
          zh: `公式写错了，已按原文印出：${error.slice(0, 160)}`,
          en: `The formula is wrong and is printed as typed: ${error.slice(0, 160)}`,
        },
      });
    },
  };
  const renderBlocks = startBlocks(document, context);
  const clauses = document.clauses.map((clause): Clause => {
    const { heading: _heading, blocks: _blocks, headingRange: _range, ...kept } = clause;
    const lead = leadOf(clause, document.clauses, document.language);
    const index = clause.kind === 'index' && renderIndex(document.terms, document.clauses);
    const title = clause.heading && clause.kind !== 'term' && clause.kind !== 'annex';
    const titleHtml = title
      ? renderInline(clause.heading?.children ?? [], context)
      : clause.kind === 'annex' && clause.heading
        ? renderTitle(clause.title, clause.heading, context)
        : html`${clause.title}`;
    return {
      ...kept,
      titleHtml: titleHtml.markup,
      text: [lead, clauseText(clause, document)].filter(Boolean).join('\n'),
      html: html`${lead && html`<p>${lead}</p>`}${renderBlocks(clause.blocks)}${index}${drawChanges(clause.id, document)}`
        .markup,
    };
  });
  const text: CompiledText = {
    language: document.language,
    clauses,
    provisions: document.provisions.map((provision) => ({
      ...provision,
      text: resolveLabels(provision.text, document.labels),
      ...(provision.limits && {
        limits: resolveLimits(provision.text, provision.limits, document.labels),
      }),
    })),
    terms: document.terms.map((term) => ({
      ...term,
      definition: resolveLabels(term.definition, document.labels),
    })),
    exhibits: document.exhibits.map((exhibit) => ({
      ...exhibit,
      title: resolveLabels(exhibit.title, document.labels),
      ...(exhibit.rows && {
        rows: exhibit.rows.map((row) => row.map((cell) => resolveLabels(cell, document.labels))),
      }),
    })),
    cellLimits: document.cellLimits.flatMap((limit) => {
      const cell = document.exhibits[limit.table]?.rows?.[limit.row]?.[limit.column] ?? '';
      return resolveLimits(cell, [limit], document.labels);
    }),
    references: document.references,
    ...labelIndicators(document),
    hasMath,
  };
  return { text, diagnostics: report.found };
}

/** Labels of what the indicators name: ids of any kind, as in the text (clauses, list items, earlier ids). */
function labelIndicators({ meta, labels }: ParsedDocument): Pick<CompiledText, 'indicatorLabels'> {
  const named = (meta?.indicators ?? []).flatMap(({ clause = '', method = '' }) =>
    [clause, ...findCrossReferences(method).map(({ id }) => id)].flatMap((id) => {
      const label = labels.get(id);
      return label === undefined ? [] : [[id, label] as const];
    }),
  );
  return named.length === 0 ? {} : { indicatorLabels: Object.fromEntries(named) };
}

/** A merged cell longer than this stands once in the lines of its table. */
const REPEATED = 200;

/** A line a row, with a bar between its columns: what a merged cell says stands in each column that it covers. */
function tableLines(grid: TableGrid | undefined): readonly string[] {
  return (grid?.rows ?? []).flatMap((row, r) => {
    const cells = row.map((cell, column) => {
      const repeated = cell.row !== r || cell.column !== column;
      return repeated && cell.text.length > REPEATED ? '' : cell.text;
    });
    return cells.some((cell) => cell !== '') ? [cells.join(' | ').trim()] : [];
  });
}

function clauseText(clause: ParsedClause, document: ParsedDocument): string {
  const lines: string[] = [];
  const visit = (node: Nodes, skip: number): void => {
    const leaf =
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'tableCell' ||
      node.type === 'math' ||
      node.type === 'code';
    if (leaf) {
      const line = joinLines(plainText(node).slice(skip)).trim();
      if (line) lines.push(line);
    } else if (node.type === 'table') {
      lines.push(...tableLines(document.grids.get(node)));
    } else if (node.type === 'listItem') {
      const length = readItemId(node)?.length ?? 0;
      node.children.forEach((child, index) => visit(child, index === 0 ? length : 0));
    } else if (node.type !== 'html') {
      for (const child of childrenOf(node)) visit(child, 0);
    }
  };
  for (const block of clause.blocks) visit(block, 0);
  return resolveLabels(lines.join('\n'), document.labels);
}
