import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '#core/base/html.ts';
import { toLetters } from '#core/sheet/columns.ts';
import { CATALOGUE_COLUMNS } from '../exports.ts';
import type { CatalogRow } from '../exports.ts';

/** Columns that hold whole sentences, in characters. */
const wide: Readonly<Partial<Record<keyof CatalogRow, number>>> = { title: 48, title_en: 40 };

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook of one sheet besides the sheet itself (ECMA-376, part 1, clause 12). */
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="catalogue" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="SimSun"/></font><font><b/><sz val="11"/><name val="SimSun"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/**
 * The catalogue as a workbook, the same columns as the CSV: all of them text, so that no code loses its zeros. Written here
 * and not by the library that writes other workbooks, which takes a second for a thousand rows.
 */
export function buildCatalogueWorkbook(rows: readonly CatalogRow[], day: string): Uint8Array {
  const letters = CATALOGUE_COLUMNS.map((_, at) => toLetters(at));
  const columns = CATALOGUE_COLUMNS.map(
    (name, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${wide[name] ?? 18}" customWidth="1"/>`,
  );
  const writeRow = (cells: readonly string[], at: number, style = ''): string =>
    `<row r="${at}">${cells
      .map((cell, column) =>
        cell === ''
          ? ''
          : `<c r="${letters[column]}${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
      )
      .join('')}</row>`;
  const sheet = [
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>`,
    ...columns,
    '</cols><sheetData>',
    writeRow(CATALOGUE_COLUMNS, 1, ' s="1"'),
    ...rows.map((row, at) =>
      writeRow(
        CATALOGUE_COLUMNS.map((name) => row[name]),
        at + 2,
      ),
    ),
    '</sheetData></worksheet>',
  ].join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const [year = 1980, month = 1, date = 1] = (day || '1980-01-01').split('-').map(Number);
  const parts = Object.entries({ ...frame, 'xl/worksheets/sheet1.xml': sheet });
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(head + text)])), {
    mtime: new Date(Math.max(1980, year), month - 1, date),
  });
}
