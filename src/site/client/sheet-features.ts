import type writeExcelFile from 'write-excel-file/browser';
import { xml } from '#core/base/html.ts';
import { toLetters } from '#core/sheet/columns.ts';
import { renderLinks, insertLinks, isLink } from '#core/sheet/links.ts';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

interface SheetTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A filter over the head and links of a sheet that holds the table from A1 (ECMA-376-1, 18.3.1.2 and 18.3.1.47). */
export function describeSheet({ head, rows }: SheetTable): Feature {
  const links = rows.flatMap((row, line) =>
    row.flatMap((address, column) =>
      isLink(address) ? [{ cell: `${toLetters(column)}${line + 2}`, address }] : [],
    ),
  );
  const filter = xml`<autoFilter ref="A1:${toLetters(Math.max(0, head.length - 1))}${rows.length + 1}"/>`;
  const { element, relationships } = renderLinks(links);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (part) =>
            insertLinks(
              part.replace('</sheetData>', (end) => end + filter.markup),
              element,
            ),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: () => relationships },
      },
    },
  };
}
