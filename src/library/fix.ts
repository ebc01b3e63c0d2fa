import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEarly } from '#core/catalog/index.ts';
import type { Diagnostic, Fix } from '#core/model/diagnostic.ts';
import { writeAtomically } from './write-atomically.ts';
import { compileStandard } from './compile-standard.ts';
import type { CompiledFolder } from './compile-standard.ts';
import { isRegularFile } from './figures.ts';
import type { StandardFolder } from './files.ts';
import { extendLedger } from './ledger.ts';
import type { Library } from './open.ts';
import { publishedFile, writePublished } from './register.ts';
import { partOf } from './part-of.ts';

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
  return applyChanges(library, dryRun, ({ fix }) => (fix ? [fix] : []));
}

/** Apply what findings of a rule propose, which their author accepts; otherwise as `applyFixes`. */
export function acceptProposals(
  library: Library,
  rule: string,
  dryRun: boolean,
): readonly FixedFile[] {
  return applyChanges(library, dryRun, (found) =>
    found.rule === rule ? (found.proposals ?? []) : [],
  );
}

function applyChanges(
  library: Library,
  dryRun: boolean,
  changesOf: (found: Diagnostic) => readonly Fix[],
): readonly FixedFile[] {
  const byFile = Map.groupBy(
    library.diagnostics.filter((found) => changesOf(found).length > 0),
    ({ file }) => file,
  );
  const fixed: FixedFile[] = [];
  for (const [file, found] of byFile) {
    const path = join(library.dir, file);
    const source = decodeRaw(readFileSync(path));
    if (source === null) continue;
    const { text, count } = replaceAll(source, found.flatMap(changesOf));
    if (count === 0) continue;
    if (!dryRun) writeAtomically(path, text);
    fixed.push({ file, count });
  }
  return fixed;
}

const mostRounds = 5;

/**
 * The text of a folder's `index.md` with all that can be put right put right, as `applyFixes` does, before it is a file; with
 * what a check of the folder alone still finds. Proposals of rules that `acceptedOf` names are taken too; what `isAllowed` is let stand.
 */
export function mendText(
  folder: StandardFolder,
  acceptedOf: (compiled: CompiledFolder) => ReadonlySet<string> = () => new Set(),
  isAllowed: (found: Diagnostic, compiled: CompiledFolder, text: string) => boolean = () => false,
): {
  readonly text: string;
  readonly count: number;
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = `${folder.path}/index.md`;
  let text = decodeRaw(folder.index) ?? '';
  let mended = 0;
  for (let round = 0; ; round += 1) {
    const compiled = compileStandard({ ...folder, index: new TextEncoder().encode(text) });
    const { diagnostics } = compiled;
    const accepted = acceptedOf(compiled);
    const fixes = diagnostics
      .filter((found) => found.file === file && !isAllowed(found, compiled, text))
      .flatMap(({ rule, fix, proposals = [] }) => [
        ...(fix ? [fix] : []),
        ...(accepted.has(rule) ? proposals : []),
      ]);
    const { text: next, count } = replaceAll(text, fixes);
    if (count === 0 || round === mostRounds) return { text, count: mended, diagnostics };
    text = next;
    mended += count;
  }
}

/** A file's text with its own line ends and byte order mark; null when it is not UTF-8. */
export function decodeRaw(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Fixes count in text without byte order mark and with LF; all else of the file stays as it is. */
export function replaceAll(
  source: string,
  changes: readonly Fix[],
): { readonly text: string; readonly count: number } {
  const fixes = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const toRaw = mapOffsets(source);
  let text = '';
  let at = 0;
  let last: Fix | undefined;
  let count = 0;
  for (const fix of fixes) {
    const [start, end] = [toRaw(fix.start), toRaw(fix.end)];
    const isSame = fix.start === last?.start && fix.end === last.end && fix.text === last.text;
    if (isSame || start < at || end > source.length || end < start) continue;
    text += source.slice(at, start) + fix.text.replaceAll('\n', lineEnd);
    at = end;
    last = fix;
    count++;
  }
  return { text: text + source.slice(at), count };
}

/** From offsets in decoded text to those in the file: a byte order mark and each CRLF hide a unit. */
function mapOffsets(source: string): (offset: number) => number {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const hidden = [...source.matchAll(/\r\n/g)].map(({ index }, before) => index - mark - before);
  return (offset) => {
    let [low, high] = [0, hidden.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((hidden[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + mark + low;
  };
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
    const known = isRegularFile(path) ? readFileSync(path, 'utf8') : '';
    const { content, count } = extendLedger(known, path, text);
    if (count === 0) continue;
    if (!dryRun) writeAtomically(path, content);
    fixed.push({ file: row.file.replace(/index\.md$/, 'anchors.tsv'), count });
  }
  return fixed;
}

/**
 * Enter published standards into `published.tsv`, so that the address of one that is renumbered or taken
 * down later still leads somewhere. What has errors or waits for its day is not published. Entries are added, never
 * removed.
 */
export function recordPublished(library: Library, dryRun: boolean): readonly FixedFile[] {
  const { dir, asOf, rows, register } = library;
  const known = new Set(register.published.map(({ slug }) => slug));
  const broken = new Set(
    library.diagnostics.flatMap(({ severity, file }) =>
      severity === 'error' ? [partOf(file)] : [],
    ),
  );
  const added = rows
    .filter(({ slug, file, meta }) => {
      const isPublic = meta.status !== 'draft' && !isEarly(meta, asOf) && !broken.has(partOf(file));
      return isPublic && !known.has(slug);
    })
    .map(({ slug, number }) => ({ slug, number, day: asOf }));
  if (added.length === 0) return [];
  if (!dryRun) writePublished(dir, added);
  return [{ file: publishedFile, count: added.length }];
}
