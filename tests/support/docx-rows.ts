import { listElements, readParts, textOf } from './docx-faults.ts';

/** The rows of the tables of a Word file, the lines of a cell parted as in the file. */
export function listRows(bytes: Uint8Array): readonly (readonly string[])[] {
  const document = readParts(bytes).get('word/document.xml');
  if (!document) throw new Error('no document');
  return listElements(document, 'w:tr').map((row) =>
    row.children
      .filter(({ name }) => name === 'w:tc')
      .map((cell) =>
        cell.children
          .filter(({ name }) => name === 'w:p')
          .map(textOf)
          .join('\n'),
      ),
  );
}
