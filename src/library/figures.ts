import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import { refuseSvg } from './svg.ts';

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** A figure as it may be published. */
export interface Figure {
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string;
}

/** First bytes of the images a browser draws, and what follows them after the length in a WebP file (RFC 9649, 2.4). */
const signatures: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG\r\n\x1a\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/webp': /^RIFF[^]{4}WEBP/,
};

/** The media type of a figure by its name; undefined of what is none. */
export function typeOf(name: string): string | undefined {
  return types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}

/** Whether the bytes are an image of the kind that the name says; an SVG is judged as a whole elsewhere. */
export function isNamedRight(name: string, bytes: Uint8Array): boolean {
  const signature = signatures[typeOf(name) ?? ''];
  return !signature || signature.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1'));
}

/** Whether a file is an SVG by its name, in capitals too. */
export function isSvgName(name: string): boolean {
  return /\.svg$/i.test(name);
}

/** Whether a path is a file itself: no folder, and no link to what lies elsewhere on the machine. */
export function isRegularFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A figure of a standard's folder; null when there is none of that name, or it may not be shown. */
export function readFigure(folder: string, name: string): Figure | null {
  const type = typeOf(name);
  const path = join(folder, name);
  if (!type || !isFigureFile(name) || !isRegularFile(path)) return null;
  const bytes = readFileSync(path);
  return isSvgName(name) && refuseSvg(bytes) !== null ? null : { bytes, type };
}
