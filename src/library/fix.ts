import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Fix } from '../core/model/diagnostic.ts';
import { writeAtomically } from './cache.ts';
import { readLedger } from './compile-standard.ts';
import { decodeText } from './decode.ts';
import type { Library } from './open.ts';

/** What was, or would be, changed in one file. */
export interface FixedFile {
  readonly file: string;
  readonly count: number;
}

/**
 * Apply the fixes that findings carry. Fixes that overlap are applied one a run; a file is replaced
 * whole or not at all. With `dryRun` nothing is written.
 */
export function applyFixes(library: Library, dryRun: boolean): readonly FixedFile[] {
  const byFile = Map.groupBy(
    library.diagnostics.filter((found) => found.fix),
    ({ file }) => file,
  );
  const fixed: FixedFile[] = [];
  for (const [file, found] of byFile) {
    const path = join(library.dir, file);
    const source = decodeText(readFileSync(path), file, []);
    if (source === null) continue;
    const { text, count } = replaceAll(source, found);
    if (count === 0) continue;
    if (!dryRun) writeAtomically(path, text);
    fixed.push({ file, count });
  }
  return fixed;
}

function replaceAll(
  source: string,
  found: readonly Diagnostic[],
): { readonly text: string; readonly count: number } {
  const fixes = found
    .flatMap(({ fix }): Fix[] => (fix ? [fix] : []))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  let at = 0;
  let count = 0;
  for (const fix of fixes) {
    if (fix.start < at || fix.end > source.length || fix.end < fix.start) continue;
    text += source.slice(at, fix.start) + fix.text;
    at = fix.end;
    count++;
  }
  return { text: text + source.slice(at), count };
}

/**
 * Enter the anchors of published standards into their ledgers (`anchors.tsv`), so that an address
 * once given out keeps working. Entries are added, never removed.
 */
export function recordAnchors(library: Library, dryRun: boolean): readonly FixedFile[] {
  const fixed: FixedFile[] = [];
  for (const row of library.rows) {
    if (row.meta.status === 'draft') continue;
    const { text } = library.body(row.slug);
    const path = join(library.folder(row.slug), 'anchors.tsv');
    const known = readIfThere(path);
    const published = new Map(readLedger(known).map((entry) => [entry.id, entry]));
    const before = published.size;
    const add = (id: string, address: string, title: string): void => {
      if (!published.has(id))
        published.set(id, { id, address, title: title.replaceAll(/\s/g, ' ') });
    };
    for (const clause of text.clauses) add(clause.id, clause.address, clause.title);
    for (const { id, kind, label, title } of text.exhibits) {
      add(id, `${kind} ${label.replaceAll(/[^\dA-Z.]/g, '')}`, title);
    }
    if (published.size === before) continue;
    const lines = [...published.values()].map(
      ({ id, address, title }) => `${id}\t${address}\t${title}`,
    );
    if (!dryRun) writeAtomically(path, `# id\taddress\ttitle\n${lines.join('\n')}\n`);
    fixed.push({
      file: row.file.replace(/index\.md$/, 'anchors.tsv'),
      count: published.size - before,
    });
  }
  return fixed;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
