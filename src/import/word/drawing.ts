import type { Piece } from './pieces.ts';
import { findAll, findOuter, textOf } from './xml-tree.ts';
import type { WordElement } from './xml-tree.ts';

/** What a drawing or an embedded object holds. */
export interface Drawing {
  /** Contents of its text boxes. */
  readonly boxes: readonly WordElement[];
  readonly pictures: readonly Extract<Piece, { kind: 'picture' }>[];
  /** `chart`, `SmartArt`: what no picture stands for. */
  readonly object: string | undefined;
  /** Words drawn in it. */
  readonly words: string;
}

/** Reads a drawing (DrawingML or VML): its boxes, pictures with their texts, and what it has besides. */
export function readDrawing(element: WordElement): Drawing {
  const properties = [...findAll(element, 'wp:docPr')][0]?.attributes;
  const { descr: alternative = '', title = '' } = properties ?? {};
  const ids = [
    ...[...findAll(element, 'a:blip')].map(
      ({ attributes }) => attributes['r:embed'] ?? attributes['r:link'],
    ),
    ...[...findAll(element, 'v:imagedata')].map(({ attributes }) => attributes['r:id']),
  ].filter((id) => id !== undefined);
  const isChart = [...findAll(element, 'c:chart')].length > 0;
  const isDiagram = [...findAll(element, 'dgm:relIds')].length > 0;
  return {
    boxes: [...findOuter(element, 'w:txbxContent')],
    pictures: ids.map((relationship) => ({ kind: 'picture', relationship, alternative, title })),
    object: isChart ? 'chart' : isDiagram ? 'SmartArt' : undefined,
    words: [...findAll(element, 'a:t')].map(textOf).join(' '),
  };
}

/** The program of an embedded object: `Equation.DSMT4` is MathType. */
export const programOf = (element: WordElement): string =>
  [...findAll(element, 'o:OLEObject')][0]?.attributes['ProgID'] ?? 'OLE';
