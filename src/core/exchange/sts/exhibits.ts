import { noHtml, xml } from '../../base/html.ts';
import type { Html } from '../../base/html.ts';
import { findElement, isElement, textOf } from '../compiled-html.ts';
import type { HtmlElement, HtmlNode } from '../compiled-html.ts';
import { writeFootnotes } from './footnotes.ts';
import type { StsContext } from './ids.ts';
import { writeImage, writeInline, writeMath } from './inline.ts';

type WriteInside = (nodes: readonly HtmlNode[]) => Html;

/** A table, a figure or a formula of compiled HTML; null where a block is none of them. */
export function writeExhibit(
  block: HtmlElement,
  context: StsContext,
  inside: WriteInside,
): Html | null {
  if (block.classes.includes('std-table')) return writeTable(block, context, inside);
  if (block.classes.includes('std-figure')) return writeFigure(block, context, inside);
  if (block.classes.includes('std-formula')) return writeFormula(block, context);
  if (block.classes.includes('scroll') && block.tag === 'div') {
    const table = findElement(block.children, ({ tag }) => tag === 'table');
    return table ? xml`<table-wrap>${writeGrid(table, context)}</table-wrap>` : null;
  }
  return null;
}

interface Parts {
  readonly id: Html;
  readonly label: Html;
  readonly caption: Html;
  readonly rest: readonly HtmlElement[];
  readonly footnotes: readonly Html[];
}

const elementsOf = (nodes: readonly HtmlNode[]): readonly HtmlElement[] =>
  nodes.filter((node) => typeof node !== 'string' && isElement(node));

function readParts(
  block: HtmlElement,
  context: StsContext,
  inside: WriteInside,
  note: 'fn' | 'non-normative-note',
): Parts {
  const id = block.attributes['id'];
  const children = elementsOf(block.children);
  const caption = children.find(({ tag }) => tag === 'figcaption');
  const label = findElement(caption?.children ?? [], ({ classes }) =>
    classes.includes('exhibit-label'),
  );
  const title = (caption?.children ?? []).filter((node) => node !== label);
  const unit = children.find(({ classes }) => classes.includes('unit'));
  const words =
    textOf(title).trim() !== ''
      ? xml`<title>${writeInline(trimStart(title), context, 'cell')}</title>`
      : noHtml;
  const unitLine = unit
    ? xml`<p content-type="unit">${writeInline(unit.children, context)}</p>`
    : noHtml;
  const shown = words.markup !== '' || unitLine.markup !== '';
  return {
    id: xml`${id && xml` id="${context.claim(id)}"`}`,
    label: label ? xml`<label>${textOf(label.children)}</label>` : noHtml,
    caption: shown ? xml`<caption>${words}${unitLine}</caption>` : noHtml,
    rest: children.filter(
      (child) => child !== caption && child !== unit && !child.classes.includes('footnote'),
    ),
    footnotes: writeFootnotes(children, context, inside, note),
  };
}

/** Without the space that stands between a label and a title. */
function trimStart(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const [first, ...rest] = nodes;
  return typeof first === 'string' ? [first.trimStart(), ...rest] : nodes;
}

function writeTable(block: HtmlElement, context: StsContext, inside: WriteInside): Html {
  const { id, label, caption, rest, footnotes } = readParts(block, context, inside, 'fn');
  const isGrid = (element: HtmlElement): boolean => element.classes.includes('scroll');
  const grids = rest.filter(isGrid).map((scroll) => {
    const table = findElement(scroll.children, ({ tag }) => tag === 'table');
    return table ? writeGrid(table, context) : noHtml;
  });
  const below = inside(rest.filter((element) => !isGrid(element)));
  const foot =
    below.markup !== '' || footnotes.length > 0
      ? xml`<table-wrap-foot>${below}${footnotes.length > 0 && xml`<fn-group>${footnotes}</fn-group>`}</table-wrap-foot>`
      : noHtml;
  return xml`<table-wrap${id}>${label}${caption}${grids}${foot}</table-wrap>`;
}

/** XHTML tables are those of NISO STS. */
function writeGrid(table: HtmlElement, context: StsContext): Html {
  const writeRow = (row: HtmlElement): Html =>
    xml`<tr>${elementsOf(row.children).map((cell) => {
      const spans = ['rowspan', 'colspan', 'scope'].map((name) => {
        const value = cell.attributes[name];
        return value ? xml` ${name}="${value}"` : noHtml;
      });
      const align = cell.classes.find((name) => /^(?:center|right|left)$/.test(name));
      return xml`<${cell.tag}${spans}${align && xml` align="${align}"`}>${writeInline(cell.children, context, 'cell')}</${cell.tag}>`;
    })}</tr>`;
  const parts = elementsOf(table.children).flatMap(({ tag, children }) => {
    const rows = elementsOf(children).map(writeRow);
    return rows.length > 0 ? [xml`<${tag}>${rows}</${tag}>`] : [];
  });
  return xml`<table>${parts}</table>`;
}

function writeFigure(block: HtmlElement, context: StsContext, inside: WriteInside): Html {
  const parts = readParts(block, context, inside, 'non-normative-note');
  const { id, label, caption, rest, footnotes } = parts;
  const holder = rest.find(({ classes }) => classes.includes('subfigures'));
  const pictures = elementsOf(holder?.children ?? []);
  const below = inside(rest.filter((element) => element !== holder));
  const draw = (picture: HtmlElement): Html => {
    const image = findElement(picture.children, ({ tag }) => tag === 'img');
    return image ? writeImage(image, 'graphic') : noHtml;
  };
  if (pictures.length < 2) {
    return xml`<fig${id}>${label}${caption}${below}${pictures.map(draw)}${footnotes}</fig>`;
  }
  const subfigures = pictures.map((picture) => {
    const words = findElement(picture.children, ({ classes }) => classes.includes('subcaption'));
    const [, letter = '', said = ''] =
      /^([a-z]\))?\s*([^]*)$/.exec(words ? textOf(words.children) : '') ?? [];
    const mark = letter === '' ? noHtml : xml`<label>${letter}</label>`;
    const title = said === '' ? noHtml : xml`<caption><title>${said}</title></caption>`;
    return xml`<fig>${mark}${title}${draw(picture)}</fig>`;
  });
  return xml`<fig-group${id}>${label}${caption}${subfigures}${below}${footnotes}</fig-group>`;
}

function writeFormula(block: HtmlElement, context: StsContext): Html {
  const id = block.attributes['id'];
  const number = findElement(block.children, ({ classes }) => classes.includes('equation-number'));
  const math = findElement(block.children, ({ classes }) => classes.includes('math')) ?? block;
  return writeMath(
    math,
    'disp-formula',
    id ? context.claim(id) : undefined,
    number && textOf(number.children),
  );
}
