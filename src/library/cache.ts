import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledStandard, CompiledText } from '#core/model/standard.ts';
import { shortDigest } from './digest.ts';

/** What is kept of one folder between runs. */
export interface CacheEntry {
  readonly path: string;
  /** Of the folder's files when it was compiled. */
  readonly digest: string;
  readonly row: StandardRow | null;
  /** Findings of a folder that has no row; else they are in the row. */
  readonly diagnostics: readonly Diagnostic[];
  /** Name of the stored body. */
  readonly body: string | null;
}

type TextRest = Pick<CompiledText, 'provisions' | 'references'> | null;
type Rest = readonly [text: TextRest, english: TextRest];

/**
 * Store a compiled body under a name made of its content: the digest, a line with what a page
 * prints, a line with provisions and references, which pages do not need. Written in place: whoever
 * reads it checks the digest, so half a file is as good as none.
 */
export function storeBody(cache: string, standard: CompiledStandard): string {
  const { text, english } = standard;
  const page = {
    ...standard,
    text: withoutRest(text),
    ...(english ? { english: withoutRest(english) } : {}),
  };
  const rest: Rest = [restOf(text), english ? restOf(english) : null];
  const content = Buffer.from(`${JSON.stringify(page)}\n${JSON.stringify(rest)}`);
  const name = shortDigest(content);
  const path = bodyPath(cache, name);
  try {
    writeFileSync(path, content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return name;
}

function withoutRest(text: CompiledText): Omit<CompiledText, 'provisions' | 'references'> {
  const { provisions: _provisions, references: _references, ...page } = text;
  return page;
}

function restOf({ provisions, references }: CompiledText): TextRest {
  return { provisions, references };
}

/**
 * A stored body, or null when it is gone, damaged or not the one its name says: compile it again
 * then. Provisions and references are read when they are asked for.
 */
export function loadBody(cache: string, name: string): CompiledStandard | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(bodyPath(cache, name));
  } catch {
    return null;
  }
  if (shortDigest(bytes) !== name) return null;
  const end = bytes.indexOf(0x0a);
  const standard = JSON.parse(bytes.toString('utf8', 0, end)) as CompiledStandard;
  let rest: Rest | undefined;
  const readRest = (): Rest => (rest ??= JSON.parse(bytes.toString('utf8', end + 1)) as Rest);
  [standard.text, standard.english].forEach((text, index) => {
    if (!text) return;
    Object.defineProperties(text, {
      provisions: { enumerable: true, get: () => readRest()[index]?.provisions ?? [] },
      references: { enumerable: true, get: () => readRest()[index]?.references ?? [] },
    });
  });
  return standard;
}

/** Where bodies lie, by the first two digits of their names. */
export function bodiesFolder(cache: string): string {
  return join(cache, 'bodies');
}

function bodyPath(cache: string, name: string): string {
  return join(bodiesFolder(cache), name.slice(0, 2), `${name}.json`);
}

/**
 * The index of the cache, by folder; empty when there is none or it is damaged. A line an entry, and
 * a last line with the digest of all before it; read line by line, since it may have 100 MB.
 */
export function loadIndex(cache: string): ReadonlyMap<string, CacheEntry> {
  const entries = new Map<string, CacheEntry>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(indexPath(cache));
  } catch {
    return entries;
  }
  const end = bytes.lastIndexOf(0x0a);
  const content = bytes.subarray(0, end + 1);
  if (end < 0 || bytes.toString('utf8', end + 1) !== shortDigest(content)) return entries;
  try {
    for (let start = 0; start < content.length;) {
      const stop = content.indexOf(0x0a, start);
      const entry = JSON.parse(content.toString('utf8', start, stop)) as CacheEntry;
      entries.set(entry.path, entry);
      start = stop + 1;
    }
  } catch {
    return new Map();
  }
  return entries;
}

export function storeIndex(cache: string, entries: readonly CacheEntry[]): void {
  mkdirSync(cache, { recursive: true });
  const draft = `${indexPath(cache)}.${process.pid}.tmp`;
  const file = openSync(draft, 'w');
  const hash = createHash('sha256');
  try {
    for (const entry of entries) {
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      hash.update(line);
      writeSync(file, line);
    }
    writeSync(file, hash.digest('hex').slice(0, 32));
  } finally {
    closeSync(file);
  }
  renameSync(draft, indexPath(cache));
}

function indexPath(cache: string): string {
  return join(cache, 'index.ndjson');
}
