import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding } from '#core/model/finding.ts';
import { isValidId } from '#core/text/index.ts';
import type { LedgerEntry } from '#core/text/index.ts';

/**
 * The ledger of published anchors: `id<TAB>address<TAB>title` a line. A line whose id could not be
 * an anchor is left out, with a finding where findings are wanted.
 */
export function readLedger(
  text: string,
  file: string,
  diagnostics: Diagnostic[] = [],
): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [id = '', address = '', title = ''] = line.split('\t');
    if (isValidId(id)) {
      entries.push({ id, address, title });
      continue;
    }
    const start = { line: index + 1, column: 1 };
    diagnostics.push(
      makeFinding(file, {
        rule: 'ledger-line',
        range: { start, end: { line: index + 1, column: line.length + 1 } },
        message: {
          zh: `“${id.slice(0, 60)}”不是合法的锚点，这一行没有采用`,
          en: `"${id.slice(0, 60)}" is no valid anchor; the line was left out`,
        },
        hint: {
          zh: '一行是：锚点、编号、标题，以制表符分开；这个文件由 std fix 登记，不必手改',
          en: 'A line is anchor, address and title, set apart by tabs; std fix keeps this file',
        },
      }),
    );
  }
  return entries;
}
