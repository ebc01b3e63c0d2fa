import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { StandardRow } from '../core/model/row.ts';
import type { CompiledStandard } from '../core/model/standard.ts';
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

/** Write a file so that a reader sees the old or the new one, never a half. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** `<digest of the content>\n<content>`: whoever reads it can tell whether it is whole. */
function seal(content: string): string {
  return `${shortDigest(content)}\n${content}`;
}

/** The content of a sealed file; null when it is absent, cut short or altered. */
function readSealed(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  return end > 0 && text.slice(0, end) === shortDigest(content) ? content : null;
}

const madeFolders = new Set<string>();

/**
 * Store a compiled body under a name made of its content. Written in place: whoever reads it checks
 * the seal, so half a file is as good as none.
 */
export function storeBody(cache: string, standard: CompiledStandard): string {
  const content = JSON.stringify(standard);
  const name = shortDigest(content);
  const path = bodyPath(cache, name);
  const folder = dirname(path);
  if (!madeFolders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    madeFolders.add(folder);
  }
  writeFileSync(path, `${name}\n${content}`);
  return name;
}

/** A stored body, or null when it is gone or damaged: compile it again then. */
export function loadBody(cache: string, name: string): CompiledStandard | null {
  const content = readSealed(bodyPath(cache, name));
  return content === null ? null : (JSON.parse(content) as CompiledStandard);
}

function bodyPath(cache: string, name: string): string {
  return join(cache, 'bodies', name.slice(0, 2), `${name}.json`);
}

/** The index of the cache, by folder; empty when there is none or it is damaged. */
export function loadIndex(cache: string): ReadonlyMap<string, CacheEntry> {
  const content = readSealed(join(cache, 'index.ndjson'));
  if (content === null) return new Map();
  const entries = new Map<string, CacheEntry>();
  for (const line of content.split('\n')) {
    if (!line) continue;
    const entry = JSON.parse(line) as CacheEntry;
    entries.set(entry.path, entry);
  }
  return entries;
}

export function storeIndex(cache: string, entries: readonly CacheEntry[]): void {
  const content = entries.map((entry) => JSON.stringify(entry)).join('\n');
  writeAtomically(join(cache, 'index.ndjson'), seal(content));
}
