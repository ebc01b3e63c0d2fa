import type { Figure } from './figures.ts';

export interface FigureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height of a figure in pixels, by which a page keeps its place before it is there: of an SVG those of its `viewBox`,
 * else its own; of PNG, JPEG and WebP those of the header. Undefined where neither is said.
 */
export function measureFigure({ bytes, type }: Figure): FigureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = readers[type]?.(view, bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A header that ends too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Reader = (view: DataView, bytes: Uint8Array) => FigureSize | undefined;

const readers: Readonly<Record<string, Reader>> = {
  'image/svg+xml': (_, bytes) => measureSvg(new TextDecoder().decode(bytes)),
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/jpeg': measureJpeg,
  'image/webp': measureWebp,
};

function measureSvg(source: string): FigureSize | undefined {
  const root = /<svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(source)?.[0] ?? '';
  const value = (name: string) =>
    new RegExp(String.raw`\s${name}\s*=\s*["']([^"']*)["']`).exec(root)?.[1]?.trim() ?? '';
  const box = value('viewBox')
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = Number.NaN, height = Number.NaN] = box;
  if (width > 0 && height > 0) return round(width, height);
  const pixels = (text: string) => (/^[\d.]+(?:px)?$/.test(text) ? Number.parseFloat(text) : 0);
  return round(pixels(value('width')), pixels(value('height')));
}

function round(width: number, height: number): FigureSize {
  return { width: Math.round(width), height: Math.round(height) };
}

/** ITU-T T.81, B.2.2: the frame header, one of SOF0 to SOF15 without the tables between them. */
function measureJpeg(view: DataView): FigureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker < 0xc0 || marker > 0xcf || [0xc4, 0xc8, 0xcc].includes(marker)) continue;
    return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}

/** RFC 9649, 2.5 to 2.7: lossy, lossless and extended files. */
function measureWebp(view: DataView): FigureSize | undefined {
  const kind = String.fromCharCode(
    view.getUint8(12),
    view.getUint8(13),
    view.getUint8(14),
    view.getUint8(15),
  );
  if (kind === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X') {
    return {
      width: 1 + (view.getUint32(24, true) & 0xffffff),
      height: 1 + (view.getUint32(26, true) >>> 8),
    };
  }
  return undefined;
}
