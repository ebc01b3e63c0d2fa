import type { Bilingual } from '#core/base/bilingual.ts';
import type { ListRow } from '#core/validity/index.ts';
import { parseXml } from '#library/xml.ts';
import type { XmlElement } from '#library/xml.ts';
import { readZip } from '../workbook/zip.ts';

/** Returns the cells of a row of a list as its text, parted by tabs. */
export const joinCells = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t');

/** A cell of a table while it is read (ECMA-376-1, 17.4.17 and 17.4.84). */
interface WordCell {
  text: string;
  /** Columns of the grid. */
  span: number;
  /** It is merged with the cell above. */
  continues: boolean;
}

/** More columns than a page has. */
const widest = 1000;

/**
 * Returns the paragraphs of a Word document and the rows of its tables, cells parted by tabs and merged ones in each of their
 * rows; the reason where it cannot be read; null where the archive holds none.
 */
export function readDocument(bytes: Uint8Array): readonly ListRow[] | Bilingual | null {
  const archive = readZip(bytes, (name) => name === 'word/document.xml');
  if ('zh' in archive) return null;
  const part = archive.parts.get('word/document.xml');
  if (!part) return null;
  const rows: ListRow[] = [];
  const add = (said: string): void => {
    rows.push({ place: `${rows.length + 1}`, text: said });
  };
  let cells: WordCell[] | null = null;
  let above: ReadonlyMap<number, string> = new Map();
  let text = '';
  let deleted = 0;
  let isText = false;
  const failure = parseXml(new TextDecoder().decode(part), {
    onOpen: (element) => {
      const { local } = element;
      const last = cells?.at(-1);
      if (local === 'del' || local === 'moveFrom') deleted++;
      else if (local === 'tbl') above = new Map();
      else if (local === 'tr') cells = [];
      else if (local === 'tc') cells?.push({ text: '', span: 1, continues: false });
      else if (local === 'gridSpan' && last) last.span = Number(valueOf(element)) || 1;
      else if (local === 'vMerge' && last) last.continues = valueOf(element) !== 'restart';
      else if (local === 'tab' || local === 'br') text += ' ';
      isText = local === 't' && deleted === 0;
      return null;
    },
    onText: (said) => {
      if (isText) text += said;
    },
    onClose: ({ local }) => {
      isText = false;
      if (local === 'del' || local === 'moveFrom') deleted--;
      else if (local === 'p') {
        const last = cells?.at(-1);
        if (last) last.text += ` ${text}`;
        else if (cells === null) add(text);
        text = '';
      } else if (local === 'tr' && cells) {
        const filled = fillFromAbove(cells, above);
        add(filled.text);
        above = filled.columns;
        cells = null;
      }
      return null;
    },
  });
  return failure ?? rows;
}

const valueOf = ({ attributes }: XmlElement): string | undefined =>
  Object.values(attributes).find(({ local }) => local === 'val')?.value;

/** A row with what is merged over it from above, and what its columns pass on; a row with no text of its own stays empty. */
function fillFromAbove(
  cells: readonly WordCell[],
  above: ReadonlyMap<number, string>,
): { readonly text: string; readonly columns: ReadonlyMap<number, string> } {
  const columns = new Map<number, string>();
  let column = 0;
  for (const { text, span, continues } of cells) {
    columns.set(column, text.trim() === '' && continues ? (above.get(column) ?? '') : text);
    column += Math.min(Math.max(span, 1), widest);
  }
  const isEmpty = cells.every(({ text }) => text.trim() === '');
  return { text: isEmpty ? '' : joinCells([...columns.values()]), columns };
}
