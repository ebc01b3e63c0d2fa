/** Rows of cells; the first row is the head. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** `.944` of 1, `1.000` of all. */
export const formatShare = (share: number): string => share.toFixed(3).replace(/^0/, '');

/** Columns a terminal takes for a character. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (/[\u2e80-\uffef]/u.test(each) ? 2 : 1), 0);

/** For a terminal: the first column to the left, the others to the right. */
export function printTable({ title, rows }: Table): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return column === 0 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  return `\n${title}\n${lines.join('\n')}\n`;
}

/** For documentation. */
export function printMarkdown({ title, rows }: Table): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return `\n${title}\n\n${[head, rule, ...body].map(line).join('\n')}\n`;
}
