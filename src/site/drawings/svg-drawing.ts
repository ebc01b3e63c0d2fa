import { asHtml, xml } from '#core/base/html.ts';
import type { Html, HtmlPart } from '#core/base/html.ts';

/** Parts of drawings that stand alone: colours and fonts are written in them, for any program to read. */
export const colours = {
  paper: '#ffffff',
  ink: '#14212b',
  quiet: '#566672',
  line: '#8496a1',
  fill: '#e4f0f4',
  inForce: '#17633f',
  underway: '#3a479f',
  unverified: '#8496a1',
  missing: '#b02a20',
  missingWash: '#fbecea',
  missingTint: '#ecccca',
} as const;

const fonts =
  "'PingFang SC','Source Han Sans SC','Noto Sans CJK SC','Microsoft YaHei','WenQuanYi Micro Hei',Arial,sans-serif";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with attributes in their order, and in it text or markup. */
export function drawElement(name: string, attributes: Attributes, ...content: HtmlPart[]): Html {
  const list = Object.entries(attributes).map(
    ([key, value]) =>
      value !== undefined &&
      xml` ${asHtml(key)}="${typeof value === 'number' ? round(value) : value}"`,
  );
  const inside = xml`${content}`;
  const tag = asHtml(name);
  return inside.markup === '' ? xml`<${tag}${list}/>` : xml`<${tag}${list}>${inside}</${tag}>`;
}

/** A text whose baseline begins at a point, in the colour of ink unless the attributes name another. */
export function drawText(x: number, y: number, text: string, attributes: Attributes = {}): Html {
  return drawElement('text', { x, y, fill: colours.ink, ...attributes }, text);
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** A language tag. */
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly content: HtmlPart;
}

/**
 * An SVG file with declaration, title, description and paper behind the content. It refers to nothing outside itself;
 * `width` and `height` are pixels.
 */
export function drawSheet({ width, height, language, title, description, content }: Sheet): string {
  const ground = drawElement('rect', { width, height, fill: colours.paper });
  const drawing = drawElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      'xml:lang': language,
      'font-family': fonts,
      'font-size': 14,
    },
    drawElement('title', {}, title),
    drawElement('desc', {}, description),
    ground,
    content,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawing.markup}\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** About how wide a text is at a size: a Han character is as wide as high, another half. */
function measure(text: string, size: number): number {
  return [...text].reduce((sum, each) => sum + (isWide(each) ? 1 : 0.54), 0) * size;
}

const isWide = (character: string): boolean => /[\u2e80-\uffef]/.test(character);

/** Lines no wider than `width`, `most` of them; what does not fit ends in an ellipsis. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  most: number,
): readonly string[] {
  const lines: string[] = [''];
  // A Han character, or a word with the space after it.
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    const last = lines.length - 1;
    const line = `${lines[last]}${piece}`;
    if (measure(line.trimEnd(), size) <= width || lines[last] === '') lines[last] = line;
    else lines.push(piece);
  }
  const kept = lines.slice(0, most).map((line) => line.trim());
  const isCut = lines.length > most;
  return kept.map((line, at) => fit(line, width, size, isCut && at === most - 1));
}

function fit(line: string, width: number, size: number, isCut: boolean): string {
  if (!isCut && measure(line, size) <= width) return line;
  let cut = [...line];
  while (cut.length > 1 && measure(`${cut.join('')}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.join('')}…`;
}
