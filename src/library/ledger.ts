import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding } from '#core/model/finding.ts';
import { isValidId } from '#core/text/index.ts';
import type { CompiledText } from '#core/model/standard.ts';
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

/** A ledger with the anchors of a text that it has not, and how many these are; entries are added, never removed. */
export function extendLedger(
  known: string,
  file: string,
  text: Pick<CompiledText, 'clauses' | 'exhibits'>,
): { readonly content: string; readonly count: number } {
  const published = new Map(readLedger(known, file).map((entry) => [entry.id, entry]));
  const before = published.size;
  const add = (id: string, address: string, title: string): void => {
    if (!published.has(id)) published.set(id, { id, address, title: title.replaceAll(/\s/g, ' ') });
  };
  for (const clause of text.clauses) add(clause.id, clause.address, clause.title);
  for (const { id, kind, label, title } of text.exhibits) {
    add(id, `${kind} ${label.replaceAll(/[^\dA-Z.]/g, '')}`, title);
  }
  const lines = [...published.values()].map(
    ({ id, address, title }) => `${id}\t${address}\t${title}`,
  );
  return {
    content: `# id\taddress\ttitle\n${lines.join('\n')}\n`,
    count: published.size - before,
  };
}
