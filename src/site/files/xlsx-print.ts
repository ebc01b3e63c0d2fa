import { xml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type writeExcelFile from 'write-excel-file/node';
import { toLetters } from '#core/sheet/columns.ts';
import { renderLinks, insertLinks } from '#core/sheet/links.ts';
import type { CellLink } from '#core/sheet/links.ts';

type Options = NonNullable<Parameters<typeof writeExcelFile>[1]>;
type Feature = NonNullable<Options['features']>[number];

/** What printing needs to know of a sheet. */
export interface PrintedSheet {
  readonly name: string;
  /** Rows at the top that stay in sight, and are printed on each page. */
  readonly headRows: number;
  /** A table under the last of the head rows that can be filtered. */
  readonly filter?: { readonly width: number; readonly rows: number };
  readonly links?: readonly CellLink[];
}

/**
 * Sheets whose links lead, as wide as a page of A4 across, the head on each page, its number below; of ECMA-376, part 1, 18.3.1 and 18.2.5.
 * `footer` is a footer code in which `&P` and `&N` stand for the page and their number.
 */
export function setUpPrinting(sheets: readonly PrintedSheet[], footer: string): Feature {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          // A function, for `$` in a replacement has a meaning.
          transform: (part) => part.replace(/<calcPr\b/, (mark) => defineNames(sheets) + mark),
        },
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (part, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            const printed = xml`<headerFooter><oddFooter>${`&C${footer}`}</oddFooter></headerFooter>`;
            return insertLinks(part, renderLinks(sheet?.links ?? []).element)
              .replace(/<worksheet\b[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('</sheetData>', `$&${sheet ? filterOf(sheet) : ''}`)
              .replace(/<pageSetup\b[^>]*\/>/, (mark) => mark + printed.markup);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            renderLinks(sheets[sheetIndex]?.links ?? []).relationships,
        },
      },
    },
  };
}

function filterOf({ headRows, filter }: PrintedSheet): string {
  return filter ? xml`<autoFilter ref="A${headRows}:${rangeEnd(headRows, filter)}"/>`.markup : '';
}

function rangeEnd(headRows: number, { width, rows }: NonNullable<PrintedSheet['filter']>): string {
  return `${toLetters(width - 1)}${headRows + rows}`;
}

function defineNames(sheets: readonly PrintedSheet[]): string {
  const names = sheets.flatMap(({ name, headRows, filter }, index) => {
    const quoted = `'${name.replaceAll("'", "''")}'`;
    const define = (key: string, range: string, more?: Html) =>
      xml`<definedName name="_xlnm.${key}" localSheetId="${index}"${more}>${range}</definedName>`;
    const end = filter && rangeEnd(headRows, filter).replace(/[A-Z]+/, '$$$&$$');
    return [
      ...(end
        ? [define('_FilterDatabase', `${quoted}!$A$${headRows}:${end}`, xml` hidden="1"`)]
        : []),
      ...(headRows > 0 ? [define('Print_Titles', `${quoted}!$1:$${headRows}`)] : []),
    ];
  });
  return xml`<definedNames>${names}</definedNames>`.markup;
}
