import type { Image, List, ListItem, RootContent, Table } from 'mdast';
import { directiveKind, readItemId, remarkKind } from '../text/structure/block-kinds.ts';
import type { Footnote } from '../text/document.ts';
import { isSource } from '../text/meaning/runs.ts';
import { isBareImage, splitFigure } from '../text/structure/figure-images.ts';
import type { GridCell, TableGrid } from '../text/structure/table-grid.ts';
import { childrenOf, findLabel, isLabel, valueOf } from '../text/syntax/nodes.ts';
import type { ContainerDirective } from '../text/syntax/nodes.ts';
import { isComment, isFigureFile } from '../text/syntax/unsafe.ts';
import { examplePrefix, notePrefix } from '../text/structure/words.ts';
import { makeFigureSource } from './holes.ts';
import { html, noHtml } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import { renderImage, renderMathNode, footnoteAnchor, renderInline } from './inline.ts';
import type { RenderContext } from './inline.ts';

/**
 * The HTML of blocks in their order, with nothing between them; mentions of other standards are holes for the page to
 * fill.
 */
export function renderBlocks(blocks: readonly RootContent[], context: RenderContext): Html {
  return html`${blocks.map((block) => renderBlock(block, context))}`;
}

function renderBlock(block: RootContent, context: RenderContext): Html {
  if (block.type === 'containerDirective') {
    const kind = directiveKind(block);
    if (kind === 'table') return renderTable(block, context);
    if (kind === 'figure') return renderFigure(block, context);
    if (kind === 'formula') return renderFormula(block, context);
  }
  const remark = remarkKind(block);
  if (remark) return renderRemark(block, remark, context);
  switch (block.type) {
    case 'paragraph': {
      const { children } = block;
      if (children.length > 0 && children.every(isBareImage)) {
        const images = children.filter((child) => child.type === 'image');
        return html`<p class="picture">${images.map(renderImage)}</p>`;
      }
      const marked = isSource(block) && html` class="term-source"`;
      return html`<p${marked}>${renderInline(children, context)}</p>`;
    }
    case 'list':
      return renderList(block, context, 0);
    case 'table':
      return renderGrid(block, '', context);
    case 'math':
      return html`<div class="std-formula unnumbered"><div class="math">${renderMathNode(block, true, context)}</div></div>`;
    case 'blockquote':
      return html`<blockquote>${renderBlocks(block.children, context)}</blockquote>`;
    case 'code':
      return html`<pre><code>${block.value}</code></pre>`;
    case 'heading':
      // Inside another block a heading makes no clause.
      return html`<p><strong>${renderInline(block.children, context)}</strong></p>`;
    case 'html':
      return isComment(block) ? noHtml : html`<p>${block.value}</p>`;
    case 'thematicBreak':
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return noHtml;
    default:
      return renderBlocks(childrenOf(block), context);
  }
}

function renderRemark(block: RootContent, kind: 'note' | 'example', context: RenderContext): Html {
  const label = html`<span class="${kind}-label">${context.marks.get(block)?.label ?? ''}</span>`;
  if (block.type === 'paragraph') {
    const pattern = kind === 'note' ? notePrefix : examplePrefix;
    const [opening] = block.children;
    const skip = (opening && pattern.exec(valueOf(opening))?.[0].length) ?? 0;
    const text = renderInline(block.children, context, skip);
    return kind === 'note'
      ? html`<p class="note">${label}${text}</p>`
      : html`<div class="example"><p>${label}${text}</p></div>`;
  }
  const [first, ...rest] = childrenOf(block);
  const opening =
    first?.type === 'paragraph'
      ? html`<p>${label}${renderInline(first.children, context)}</p>`
      : html`<p>${label}</p>${first && renderBlock(first, context)}`;
  return html`<div class="${kind}">${opening}${renderBlocks(rest, context)}</div>`;
}

/** GB/T 1.1—2020, 7.5: `——` or `a)` first, then `·` or `1)`. */
function renderList(list: List, context: RenderContext, depth: number): Html {
  const items = list.children.map((item) => {
    const label = context.marks.get(item)?.label;
    const marker = label ? html`<span class="marker">${label}</span>` : noHtml;
    return renderItem(item, marker, context, depth);
  });
  const tag = list.ordered ? 'ol' : 'ul';
  const style = list.ordered ? (depth === 0 ? 'alpha' : 'arabic') : depth === 0 ? 'dash' : 'dot';
  return html`<${tag} class="${style}" role="list">${items}</${tag}>`;
}

function renderItem(item: ListItem, marker: Html, context: RenderContext, depth: number): Html {
  const id = context.marks.get(item)?.id;
  const skip = readItemId(item)?.length ?? 0;
  const body = item.children.map((child, index) => {
    if (child.type === 'list') return renderList(child, context, depth + 1);
    if (child.type === 'paragraph' && remarkKind(child) === null) {
      const text = renderInline(child.children, context, index === 0 ? skip : 0);
      return index === 0 ? text : html`<p>${text}</p>`;
    }
    return renderBlock(child, context);
  });
  return html`<li${id && html` id="${id}"`}>${marker}${body}</li>`;
}

interface Exhibit {
  readonly id: string;
  readonly caption: Html;
  /** The line above that names the unit of all values; may be empty. */
  readonly unit: Html;
  readonly inner: RenderContext;
  readonly rest: readonly RootContent[];
  readonly footnotes: Html;
}

function openExhibit(block: ContainerDirective, context: RenderContext): Exhibit {
  const mark = context.marks.get(block);
  const id = mark?.id ?? '';
  const inner = { ...context, footnotePrefix: `fn-${id}` };
  const label = findLabel(block);
  const title = label ? renderInline(label.children, inner) : noHtml;
  const unit = block.attributes?.unit;
  return {
    id,
    unit: unit ? html`<p class="unit">${unit}</p>` : noHtml,
    caption: html`<figcaption><span class="exhibit-label">${mark?.label ?? ''}</span>${title.markup && html` ${title}`}</figcaption>`,
    inner,
    rest: block.children.filter((child) => !isLabel(child)),
    footnotes: renderFootnotes(mark?.footnotes ?? [], inner),
  };
}

/** Paragraphs of footnotes with their anchors; empty when there are none. */
export function renderFootnotes(footnotes: readonly Footnote[], context: RenderContext): Html {
  const drawn = footnotes.map(({ label, blocks }) => {
    const [first, ...rest] = blocks;
    return html`<div class="footnote" id="${footnoteAnchor(label, context)}"><p><sup>${label}</sup> ${renderInline(first ? childrenOf(first) : [], context)}</p>${renderBlocks(rest, context)}</div>`;
  });
  return html`${drawn}`;
}

function renderTable(block: ContainerDirective, context: RenderContext): Html {
  const { id, caption, unit, inner, rest, footnotes } = openExhibit(block, context);
  const name = context.marks.get(block)?.label ?? '';
  const body = rest.map((child) =>
    child.type === 'table' ? renderGrid(child, name, inner) : renderBlock(child, inner),
  );
  return html`<figure class="std-table" id="${id}">${caption}${unit}${body}${footnotes}</figure>`;
}

function renderGrid(table: Table, name: string, context: RenderContext): Html {
  const grid = context.grids.get(table);
  if (!grid) return noHtml;
  const names = findRowNames(grid);
  const renderRow = (row: (typeof grid.rows)[number], r: number): Html => {
    const head = r < grid.headRows;
    const cells = row.map((cell, column) => {
      if (cell.row !== r || cell.column !== column) return noHtml;
      const rowHead = !head && column === names;
      const tag = head || rowHead ? 'th' : 'td';
      const align = grid.align[column];
      const attributes = [
        head && html` scope="${cell.columnSpan > 1 ? 'colgroup' : 'col'}"`,
        rowHead && html` scope="${cell.rowSpan > 1 ? 'rowgroup' : 'row'}"`,
        cell.rowSpan > 1 && html` rowspan="${cell.rowSpan}"`,
        cell.columnSpan > 1 && html` colspan="${cell.columnSpan}"`,
        (align === 'center' || align === 'right' || align === 'left') && html` class="${align}"`,
      ];
      return html`<${tag}${attributes}>${renderInline(cell.node.children, context)}</${tag}>`;
    });
    return html`<tr>${cells}</tr>`;
  };
  const rows = grid.rows.map(renderRow);
  const head = rows.slice(0, grid.headRows);
  const bodyRows = rows.slice(grid.headRows);
  const label = name || (context.language === 'zh' ? '表' : 'Table');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead>${head}</thead><tbody>${bodyRows}</tbody></table></div>`;
}

const serials = /^(?:序号|编号|No\.?|Item)$/i;

/**
 * The column whose cells name their rows: the first, or the second after serial numbers. None where a cell of it is empty, has
 * no letter or is as wide as others are together, so that nothing is read aloud as a name that is none.
 */
function findRowNames({ rows, headRows }: TableGrid): number | null {
  const said = (cell: GridCell | undefined) => cell?.text ?? '';
  const column = serials.test(said(rows[0]?.[0])) ? 1 : 0;
  const body = rows.slice(headRows).map((row) => row[column]);
  const width = rows[0]?.length ?? 0;
  const named = body.every((cell) => cell?.columnSpan === 1 && /\p{L}/u.test(said(cell)));
  return width > column + 1 && body.length > 0 && named ? column : null;
}

function renderFigure(block: ContainerDirective, context: RenderContext): Html {
  const { id, caption, unit, inner, rest, footnotes } = openExhibit(block, context);
  const { drawings, others } = splitFigure(rest);
  const drawn = drawings.map(({ image, title }) => {
    const subcaption = title && html`<p class="subcaption">${title}</p>`;
    return html`<div class="subfigure">${renderEnlargeable(image)}${subcaption}</div>`;
  });
  const body = others.map((child) =>
    child.type === 'list' && child.ordered ? renderKey(child, inner) : renderBlock(child, inner),
  );
  return html`<figure class="std-figure" id="${id}">${unit}<div class="subfigures">${drawn}</div>${body}${footnotes}${caption}</figure>`;
}

/** A figure leads to its own file, where it can be as large as its reader needs. */
function renderEnlargeable(image: Image): Html {
  const drawn = renderImage(image);
  return isFigureFile(image.url)
    ? html`<a class="enlarge" href="${makeFigureSource(image.url)}">${drawn}</a>`
    : drawn;
}

/** 标引序号说明 (GB/T 1.1—2020, 9.7.4). */
function renderKey(list: List, context: RenderContext): Html {
  const words = context.language === 'zh' ? '标引序号说明：' : 'Key';
  const items = list.children.map((item, index) => {
    const marker = html`<span class="marker">${index + 1}</span>——`;
    return renderItem(item, marker, context, 0);
  });
  return html`<div class="figure-key"><p>${words}</p><ol role="list">${items}</ol></div>`;
}

function renderFormula(block: ContainerDirective, context: RenderContext): Html {
  const mark = context.marks.get(block);
  const number = /\(([^)]+)\)/.exec(mark?.label ?? '')?.[1] ?? '';
  const { children } = block;
  const math = children.find((child) => child.type === 'math');
  const where = children.filter((child) => child !== math && !isLabel(child));
  const drawn = math ? renderMathNode(math, true, context) : noHtml;
  const meanings = where.map((child) =>
    child.type === 'list' ? renderWhere(child, context) : renderBlock(child, context),
  );
  const explained = where.length > 0 && html`<div class="where">${meanings}</div>`;
  return html`<div class="std-formula" id="${mark?.id ?? ''}"><div class="math">${drawn}</div><span class="equation-number">(${number})</span></div>${explained}`;
}

/** 式中 lists carry their own dash between symbol and meaning. */
function renderWhere(list: List, context: RenderContext): Html {
  const items = list.children.map((item) => renderItem(item, noHtml, context, 0));
  return html`<ul class="symbols" role="list">${items}</ul>`;
}
