import { escapeXml } from '#core/characters/xml.ts';
import type writeExcelFile from 'write-excel-file/browser';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

interface SheetTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Whether a cell is an address and nothing else. */
export const isLink = (value: string): boolean => /^https?:\/\/[^\s"<>]+$/.test(value);

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A filter over the head and links of a sheet that holds the table from A1 (ECMA-376-1, 18.3.1.2 and 18.3.1.47). */
export function describeSheet({ head, rows }: SheetTable): Feature {
  const links = rows.flatMap((row, line) =>
    row.flatMap((value, column) =>
      isLink(value) ? [{ cell: `${toLetters(column)}${line + 2}`, value }] : [],
    ),
  );
  const filter = `<autoFilter ref="A1:${toLetters(Math.max(0, head.length - 1))}${rows.length + 1}"/>`;
  const list = links.map(({ cell }, at) => `<hyperlink ref="${cell}" r:id="rIdLink${at}"/>`);
  const element = list.length > 0 ? `<hyperlinks>${list.join('')}</hyperlinks>` : '';
  const targets = links.map(
    ({ value }, at) =>
      `<Relationship Id="rIdLink${at}" Type="${relation}/hyperlink" Target="${escapeXml(value)}" TargetMode="External"/>`,
  );
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // Functions, for `$` in a replacement has a meaning.
          transform: (xml) =>
            xml
              .replace('</sheetData>', (end) => end + filter)
              .replace(/<pageMargins|<pageSetup|<drawing|<\/worksheet>/, (next) => element + next),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: () => targets.join('') },
      },
    },
  };
}

/** `A` for 0, `AA` for 26. */
function toLetters(index: number): string {
  const above = index < 26 ? '' : toLetters(Math.floor(index / 26) - 1);
  return above + String.fromCodePoint(65 + (index % 26));
}
