import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Range } from '#core/model/diagnostic.ts';
import { deferMap } from './deferred-map.ts';
import { digestOwnModules } from './module-digest.ts';
import { changeStore, closeStores, withStore } from './store.ts';
import type { Store } from './store.ts';

/** Files that are remembered at a time; a library has some dozens of which much is made. */
const most = 500;

/** Gives for a file what was made of its content, and makes it only where nobody did. */
export interface Memory<T> {
  (file: string, digest: string, make: () => T): T;
  /** Whether that of a file, by its digest, need not be made. */
  readonly has: (file: string, digest: string) => boolean;
}

interface Known<T> {
  readonly digest: string;
  readonly value: T;
}

/**
 * Returns what gives for a file what was made of it last, in this process or in another one (`openMemory`), and makes it again
 * only when its content is another one. What is made is plain data, with maps; what cannot be made is not remembered.
 */
export function rememberLast<T>(): Memory<T> {
  const known = new Map<string, Known<T>>();
  const find = (file: string, digest: string): Known<T> | undefined => {
    const before = known.get(file);
    return before?.digest === digest ? before : loadKept<T>(file, digest);
  };
  const remember = (file: string, digest: string, make: () => T): T => {
    const found = find(file, digest);
    const value = found ? found.value : make();
    if (found && known.get(file) === found) return value;
    if (!found && kept) made.set(file, { digest, value });
    known.delete(file);
    known.set(file, { digest, value });
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return value;
  };
  return Object.assign(remember, {
    has: (file: string, digest: string) => find(file, digest) !== undefined,
  });
}

/** The cache in which it lies what processes made of files, and the code by which this one makes it. */
let kept: { readonly cache: string; readonly code: string } | null = null;
/** What this process made since, and nobody has kept. */
const made = new Map<string, Known<unknown>>();

/** Beside the tables of every store: a store without it is no other version. */
const schema = `create table if not exists read_files (
  path text primary key, code text not null, digest text not null, sum integer not null, content blob not null
) without rowid`;

/** From now on what processes that read files by the same code made of them is known here, by a cache. Answers with the digest of that code. */
export function openMemory(cache: string): string {
  kept = { cache, code: digestOwnModules(readers) };
  return kept.code;
}

const readers = 'src/library/open.ts';

/** Keeps what was made of files since `openMemory`, for other processes; the database is closed, as who refreshed it left it. */
export function keepMemory(): void {
  if (!kept) return;
  if (made.size > 0) storeMade(kept);
  made.clear();
  closeStores(kept.cache);
}

function storeMade({ cache, code }: NonNullable<typeof kept>): void {
  changeStore(cache, ({ database, prepare }) => {
    database.exec(schema);
    prepare('delete from read_files where code <> ?').run(code);
    const put = prepare('insert or replace into read_files values (?, ?, ?, ?, ?)');
    for (const [path, { digest, value }] of made) {
      const content = pack(value);
      put.run(path, code, digest, crc32(content), content);
    }
  });
}

function loadKept<T>(path: string, digest: string): Known<T> | undefined {
  if (!kept) return undefined;
  const { cache, code } = kept;
  const found = withStore(cache, (store) => {
    store.database.exec(schema);
    return select(store).get(path, code, digest);
  });
  const { sum, content } = found ?? {};
  if (!(content instanceof Uint8Array) || crc32(content) !== sum) return undefined;
  return { digest, value: unpack(content) as T };
}

const select = ({ prepare }: Store) =>
  prepare('select sum, content from read_files where path = ? and code = ? and digest = ?');

/** Where keys stand (`ranges`) is most of what is made of YAML, and wanted for findings only: it is unpacked when it is asked for. */
const deferred = 'ranges';

function pack(value: unknown): Uint8Array {
  return serialize(
    changeRanges(value, (ranges) => (ranges instanceof Map ? packRanges(ranges) : ranges)),
  );
}

/** Five times as fast to read as the map. */
const packRanges = (ranges: ReadonlyMap<string, Range>): Uint8Array =>
  Buffer.from(
    JSON.stringify(
      [...ranges].map(([key, { start, end }]) => [
        key,
        start.line,
        start.column,
        end.line,
        end.column,
      ]),
    ),
  );

const unpackRanges = (packed: Uint8Array): ReadonlyMap<string, Range> =>
  new Map(
    (JSON.parse(Buffer.from(packed).toString()) as readonly PackedRange[]).map(
      ([key, line, column, endLine, endColumn]) => [
        key,
        { start: { line, column }, end: { line: endLine, column: endColumn } },
      ],
    ),
  );

type PackedRange = readonly [
  key: string,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
];

function unpack(content: Uint8Array): unknown {
  return changeRanges(deserialize(content), (ranges) =>
    ranges instanceof Uint8Array ? deferMap(() => unpackRanges(ranges)) : ranges,
  );
}

/** A value with the ranges of it, and of the models in it, changed. */
function changeRanges(value: unknown, change: (ranges: unknown) => unknown, depth = 0): unknown {
  if (!isRecord(value) || depth > 1) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === deferred ? change(each) : changeRanges(each, change, depth + 1),
    ]),
  );
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
