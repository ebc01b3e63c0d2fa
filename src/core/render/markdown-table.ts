/** A table of GitHub Flavored Markdown, a head and rows of texts: no sign in them is read as markup, a line feed is a space. */
export function writeMarkdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')).replaceAll('\\', ''), ...rows.map(line)].join(
    '\n',
  );
}

function escapeCell(cell: string): string {
  return cell
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#&]|^[-+=]/g, (sign) => `\\${sign}`);
}
