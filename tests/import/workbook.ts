import { deflateSync, zipSync } from 'fflate';

export type Cell =
  | string
  | number
  | null
  | { readonly formula: string; readonly value?: string }
  /** An error value, of a formula or not. */
  | { readonly error: string; readonly formula?: string };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** `A1:C1` */
  readonly merged?: readonly string[];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letter = (column: number): string =>
  column < 26
    ? String.fromCodePoint(65 + column)
    : letter(Math.floor(column / 26) - 1) + letter(column % 26);

function writeCell(cell: Cell, row: number, column: number): string {
  const place = `r="${letter(column)}${row}"`;
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c ${place} t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  if ('error' in cell) {
    const formula = cell.formula === undefined ? '' : `<f>${escape(cell.formula)}</f>`;
    return `<c ${place} t="e">${formula}<v>${escape(cell.error)}</v></c>`;
  }
  const value = cell.value === undefined ? '' : `<v>${escape(cell.value)}</v>`;
  return `<c ${place} t="str"><f>${escape(cell.formula)}</f>${value}</c>`;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook as a spreadsheet program writes them, with no library of ours in between. */
export function writeParts(sheets: readonly Sheet[]): Map<string, Buffer> {
  const parts = new Map<string, string>();
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escape(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  parts.set(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`,
  );
  const links = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
  );
  for (const [at, { rows, merged = [] }] of sheets.entries()) {
    const body = rows.map((row, index) => {
      const cells = row.map((cell, column) => writeCell(cell, index + 1, column));
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    });
    const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
    parts.set(
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`,
    );
  }
  return new Map([...parts].map(([name, text]) => [name, Buffer.from(text)]));
}

/** An archive of parts that are not packed. */
export const writeZip = (parts: ReadonlyMap<string, Uint8Array>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(parts), { level: 0, mtime: new Date(2026, 0, 1) }));

export const writeWorkbook = (...sheets: readonly Sheet[]): Buffer => writeZip(writeParts(sheets));

/** An archive of one part that is packed; `claimed` stands in its directory as the size. */
export function packPart(name: string, data: Buffer, claimed = data.length): Buffer {
  const packed = deflateSync(data);
  const archive = writeZip(new Map([[name, packed]]));
  const directory = archive.readUInt32LE(archive.length - 6);
  for (const [at, method, size] of [
    [0, 8, 22],
    [directory, 10, 24],
  ] as const) {
    archive.writeUInt16LE(8, at + method);
    archive.writeUInt32LE(claimed, at + size);
  }
  return archive;
}
