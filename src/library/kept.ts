import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { memo } from '#core/base/memo.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import { writeAtomically } from './write-atomically.ts';
import { examineFolder } from './compile-folder.ts';
import { digestFile, shortDigest } from './digest.ts';
import { partOf } from './part-of.ts';
import type { Library, LibraryParts } from './library-parts.ts';

/**
 * The forms in which the parts of a library were published last: copies of the folders of standards,
 * of systems and of vocabulary as they are written, so that they can be compiled by any code, and
 * the catalogue's records. Apart from the cache of compiled standards and its sweep.
 */
export interface KeptForms {
  /** A folder that holds the last published form of a part at its path; null when none is there, or not whole. */
  readonly rootOf: (path: string) => string | null;
  /** The number under which the standard of a folder was published. */
  readonly keyOf: (path: string) => string | undefined;
  /** The folder from which a standard was published last under a number. */
  readonly pathOf: (key: string) => string | undefined;
  readonly recordOf: (key: string) => CatalogRecord | undefined;
  /** All records that were published from a file of the catalogue. */
  readonly recordsOf: (file: string) => readonly CatalogRecord[];
}

interface KeptPart {
  readonly digest: string;
  /** Of a standard. */
  readonly key?: string;
}

interface KeptIndex {
  readonly parts: Readonly<Record<string, KeptPart>>;
  /** Digest of the file of records. */
  readonly records: string;
}

const nothing: KeptIndex = { parts: {}, records: '' };

/** The published forms of a library on the site in `out`; `root` is the project's cache. Whatever is damaged is not there. */
export function openKept(root: string, library: string, out?: string): KeptForms {
  const folder = keptFolder(root, library, out);
  const index = loadKept(folder);
  let records: { readonly list: readonly KeptRecord[]; readonly byKey: KeptRecords } | undefined;
  const readRecords = () => {
    if (records) return records;
    const list = loadRecords(folder, index.records);
    return (records = { list, byKey: new Map(list.map((each) => [each.record.key, each])) });
  };
  return {
    rootOf: (path) => {
      const kept = index.parts[path];
      if (!kept) return null;
      const place = join(folder, kept.digest);
      return digestPart(place, path) === kept.digest ? place : null;
    },
    keyOf: (path) => index.parts[path]?.key,
    pathOf: (key) => Object.keys(index.parts).find((path) => index.parts[path]?.key === key),
    recordOf: (key) => readRecords().byKey.get(key)?.record,
    recordsOf: (file) =>
      readRecords().list.flatMap((each) => (each.file === file ? [each.record] : [])),
  };
}

/**
 * Keep the forms of a library that was just published; those of parts that are no more go. Of a part that was changed
 * since it was read, the form before stays.
 */
export function keepPublished(
  root: string,
  parts: LibraryParts,
  library: Library,
  { out, isPublished }: KeepOptions,
): void {
  const folder = keptFolder(root, parts.dir, out);
  const before = loadKept(folder);
  const kept: Record<string, KeptPart> = {};
  const read = new Map([
    ...parts.digests,
    ...parts.entries.map(({ path, digest }) => [path, digest] as const),
  ]);
  const keep = (path: string, key?: string): void => {
    if (!isPublished(path)) return;
    const place = parts.rootOf(path);
    const digest = read.get(path);
    if (!digest) return;
    const last = before.parts[path];
    if (last?.digest === digest || copyPart(place, path, folder, digest))
      kept[path] = { digest, ...(key === undefined ? {} : { key }) };
    else if (last) kept[path] = last;
  };
  for (const { file, key } of library.rows) keep(partOf(file), key);
  for (const { file } of [...parts.models, ...parts.groups, ...parts.glossary, ...parts.projects])
    keep(file);
  for (const path of parts.digests.keys())
    if (/^(?:vocabulary|site)\/|^[^/]+\.yaml$/.test(path)) keep(path);
  const text = parts.records
    .map((record) => writeRecord(record)(parts.fileOf(record.key)))
    .join('\n');
  const records = shortDigest(text);
  if (records !== before.records) writeAtomically(join(folder, `${records}.ndjson`), text);
  const index: KeptIndex = { parts: kept, records };
  if (isSameIndex(index, before)) return;
  storeKept(folder, index);
  const named = new Set([...Object.values(kept).map(({ digest }) => digest), `${records}.ndjson`]);
  for (const name of listNames(folder)) {
    if (name === indexName || named.has(name)) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Records of a process that lives long are the same objects while their file stays. */
const writeRecord = memo((record: CatalogRecord) =>
  memo((file: string) => JSON.stringify({ file, record } satisfies KeptRecord)),
);

/** Equal indexes name their parts in one order. */
function isSameIndex(a: KeptIndex, b: KeptIndex): boolean {
  const [left, right] = [Object.entries(a.parts), Object.entries(b.parts)];
  return (
    a.records === b.records &&
    left.length === right.length &&
    left.every(([path, { digest, key }], at) => {
      const [other, known] = right[at] ?? [];
      return other === path && known?.digest === digest && known.key === key;
    })
  );
}

export interface KeepOptions {
  /** Where the site is. */
  readonly out: string | undefined;
  readonly isPublished: (path: string) => boolean;
}

interface KeptRecord {
  readonly file: string;
  readonly record: CatalogRecord;
}

type KeptRecords = ReadonlyMap<string, KeptRecord>;

/** A copy below a folder named by its digest; false when what is read now is not what was digested. */
function copyPart(place: string, path: string, folder: string, digest: string): boolean {
  const to = join(folder, digest);
  rmSync(to, { recursive: true, force: true });
  const names = path.startsWith('standards/')
    ? listFiles(join(place, path)).map((name) => `${path}/${name}`)
    : [path];
  for (const name of names) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    copyFileSync(join(place, name), join(to, name));
  }
  return digestPart(to, path) === digest;
}

/** Of what a part is made of; null when it cannot be read. */
function digestPart(place: string, path: string): string | null {
  if (path.startsWith('standards/')) {
    const state = examineFolder(place, path);
    return state.folder ? state.digest : null;
  }
  try {
    return digestFile(path, readFileSync(join(place, path)));
  } catch {
    return null;
  }
}

function keptFolder(root: string, library: string, out: string | undefined): string {
  const site = out === undefined ? '' : `-${shortDigest(out).slice(0, 12)}`;
  return join(root, 'published', `${shortDigest(library).slice(0, 12)}${site}`);
}

const indexName = 'index.json';

/** The index that was read last, and its text: it is read at each publication, and seldom another. */
let last: { readonly text: string; readonly index: KeptIndex } | null = null;

/** The index carries a digest of itself in its first line. */
function loadKept(folder: string): KeptIndex {
  try {
    const text = readFileSync(join(folder, indexName), 'utf8');
    if (text === last?.text) return last.index;
    const end = text.indexOf('\n');
    const content = text.slice(end + 1);
    if (shortDigest(content) !== text.slice(0, end)) return nothing;
    last = { text, index: JSON.parse(content) as KeptIndex };
    return last.index;
  } catch {
    return nothing;
  }
}

function storeKept(folder: string, index: KeptIndex): void {
  const content = JSON.stringify(index);
  writeAtomically(join(folder, indexName), `${shortDigest(content)}\n${content}`);
}

function loadRecords(folder: string, digest: string): readonly KeptRecord[] {
  try {
    const text = readFileSync(join(folder, `${digest}.ndjson`), 'utf8');
    if (shortDigest(text) !== digest) return [];
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as KeptRecord);
  } catch {
    return [];
  }
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Regular files only: a link could name any file of the machine. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}
