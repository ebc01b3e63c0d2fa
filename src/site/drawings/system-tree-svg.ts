import { noHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type { Language } from '#core/model/standard.ts';
import { languageTag } from '../i18n/index.ts';
import { EXPORT_WORDS } from '../i18n/system-export.ts';
import { SYSTEM_WORDS } from '../i18n/system.ts';
import { colours, drawElement, drawSheet, drawText, wrapText } from './svg-drawing.ts';
import { layOutTree, nameSize, relatedSize, treeGap } from './system-tree-layout.ts';
import type { TreeBox, TreeLayout, TreeLink } from './system-tree-layout.ts';
import type { ShownSystem, SystemFileView } from '../views/shapes.ts';

const margin = 28;
const rootTop = 24;
const small = 12;

/** The 结构图 of GB/T 13016—2018: numbered boxes in layers, solid lines for what belongs, dashed ones for what is related. */
export function writeTreeSvg(view: SystemFileView, language: Language): string {
  const { system } = view;
  const words = SYSTEM_WORDS[language];
  const layout = layOutTree(system, language);
  const width = Math.max(layout.width, 480) + 2 * margin;
  const root = drawRoot(system, width, language);
  const notes = listNotes(view, layout, width, language);
  const noteTop = root.bottom + layout.height + 34;
  const left = (width - layout.width) / 2;
  const content = [
    root.drawing,
    drawElement(
      'g',
      { transform: `translate(${left} ${root.bottom})` },
      drawBuses(layout, width / 2 - left),
      layout.links.map((link) => drawLink(link, layout.boxes)),
      layout.boxes.map((box, at) => drawStems(box, at, layout.boxes)),
      layout.boxes.map(drawBox),
    ),
    ...notes.map((note, at) =>
      drawText(margin, noteTop + at * 18, note, { 'font-size': small, fill: colours.quiet }),
    ),
  ];
  return drawSheet({
    width,
    height: noteTop + notes.length * 18 + margin / 2,
    language: languageTag(language),
    title: `${system.model.name[language]} · ${words.tree}`,
    description: notes.join(language === 'zh' ? '。' : '. '),
    content,
  });
}

/** The box of the whole system, in the middle of the sheet. */
function drawRoot(
  { model, counts }: ShownSystem,
  sheetWidth: number,
  language: Language,
): { readonly drawing: readonly Html[]; readonly bottom: number } {
  const width = Math.min(460, sheetWidth - 2 * margin);
  const center = sheetWidth / 2;
  const name = wrapText(model.name[language], width - 24, 18, 2);
  const height = 40 + name.length * 24;
  const bottom = rootTop + height;
  const drawing = [
    drawElement('rect', {
      x: center - width / 2,
      y: rootTop,
      width,
      height,
      fill: colours.fill,
      stroke: colours.ink,
      'stroke-width': 1.5,
    }),
    ...name.map((line, at) =>
      drawText(center, rootTop + 27 + at * 24, line, {
        'text-anchor': 'middle',
        'font-size': 18,
        'font-weight': 700,
      }),
    ),
    drawText(center, bottom - 12, `${counts.inForce}/${counts.expected}`, {
      'text-anchor': 'middle',
      'font-size': small,
      fill: colours.quiet,
    }),
  ];
  return { drawing, bottom };
}

/** Lines under the drawing: what its lines and figures mean, and of which system and version it is. */
function listNotes(
  { system: { model }, since, until = '' }: SystemFileView,
  { links }: TreeLayout,
  width: number,
  language: Language,
): readonly string[] {
  const words = SYSTEM_WORDS[language];
  const exported = EXPORT_WORDS[language];
  return [
    exported.belongs,
    ...(links.length > 0 ? [exported.related] : []),
    exported.existing,
    exported.holds(since, until),
    [words.tree, model.owner, model.version, model.date].filter(Boolean).join(' · '),
    ...(model.sample ? wrapText(words.sample, width - 2 * margin, small, 2) : []),
  ];
}

const solid = { fill: 'none', stroke: colours.ink, 'stroke-width': 1.2 };

/** From the whole system to each sub-system of the top; a second row of them hangs on a line at the left. */
function drawBuses({ boxes, buses }: TreeLayout, center: number): readonly Html[] {
  return buses.map(({ y, columns }, row) => {
    const middles = columns.flatMap((at) => {
      const box = boxes[at];
      return box ? [{ x: box.x + box.width / 2, y: box.y }] : [];
    });
    const from = row === 0 ? center : -treeGap.column / 2;
    const start = row === 0 ? 0 : (buses[0]?.y ?? 0);
    const ends = [from, ...middles.map(({ x }) => x)];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    const back = row === 0 ? '' : `M${center} ${start}H${from}`;
    const drops = middles.map((middle) => `M${middle.x} ${y}V${middle.y}`).join('');
    return drawElement('path', {
      d: `${back}M${from} ${start}V${y}M${first} ${y}H${last}${drops}`,
      ...solid,
    });
  });
}

/** One line down from a box, with a branch to each that belongs to it. */
function drawStems(box: TreeBox, at: number, boxes: readonly TreeBox[]): Html {
  const children = boxes.filter(({ parent }) => parent === at);
  if (children.length === 0) return noHtml;
  const x = box.x + treeGap.indent / 2;
  const middles = children.map((child) => ({ x: child.x, y: child.y + child.height / 2 }));
  const trunk = `M${x} ${box.y + box.height}V${Math.max(...middles.map(({ y }) => y))}`;
  const stubs = middles.map((child) => `M${x} ${child.y}H${child.x}`);
  return drawElement('path', { d: [trunk, ...stubs].join(''), ...solid });
}

function drawBox({ branch, x, y, width, height, lines, related }: TreeBox): Html {
  const { code, depth, counts } = branch;
  const content = [
    drawElement('rect', {
      x,
      y,
      width,
      height,
      fill: depth === 1 ? colours.fill : colours.paper,
      stroke: colours.ink,
      'stroke-width': depth === 1 ? 1.5 : 1,
    }),
    drawText(x + 10, y + 20, code, { 'font-size': 13, 'font-weight': 700 }),
    drawText(x + width - 10, y + 20, `${counts.inForce}/${counts.expected}`, {
      'text-anchor': 'end',
      'font-size': small,
      fill: colours.quiet,
    }),
    ...lines.map((line, at) => drawText(x + 10, y + 40 + at * 18, line, { 'font-size': nameSize })),
    ...related.map((line, at) =>
      drawText(x + 10, y + 40 + lines.length * 18 + at * 15, line, {
        'font-size': relatedSize,
        fill: colours.quiet,
      }),
    ),
  ];
  return drawElement('g', {}, content);
}

function drawLink(
  { from, to, y, bottom, standards }: TreeLink,
  boxes: readonly TreeBox[],
): readonly Html[] {
  const text = String(standards);
  const room = text.length * 7 + 6;
  // A number on a solid line would be hard to read.
  const isOnLine = boxes.some(
    (box) => box.parent === null && Math.abs(box.x + box.width / 2 - (from + to) / 2) < room,
  );
  const middle = (from + to) / 2 - (isOnLine ? 24 : 0);
  return [
    drawElement('path', {
      d: `M${from} ${bottom}V${y}H${to}V${bottom}`,
      fill: 'none',
      stroke: colours.quiet,
      'stroke-dasharray': '5 4',
    }),
    drawElement('rect', {
      x: middle - room / 2,
      y: y - 6,
      width: room,
      height: 12,
      fill: colours.paper,
    }),
    drawText(middle, y + 4, text, {
      'text-anchor': 'middle',
      'font-size': 11,
      fill: colours.quiet,
    }),
  ];
}
