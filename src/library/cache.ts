import { createHash, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Clause, CompiledStandard, CompiledText, NamedText } from '#core/model/standard.ts';
import { shortDigest } from './digest.ts';
import { packReferences, unpackReferences } from './pack-references.ts';
import { changeStore, withStore } from './store.ts';
import type { Store } from './store.ts';
import { sweepBodies } from './sweep.ts';

/** What is kept of one folder between runs. */
export interface CacheEntry {
  readonly path: string;
  /** Of the folder's files when it was compiled. */
  readonly digest: string;
  /** What the system said of the folder's files before they were read (`folder-stat.ts`); empty where it says nothing of their content. */
  readonly stat: string;
  readonly row: StandardRow | null;
  /** Findings of a folder that has no row; else they are in the row. */
  readonly diagnostics: readonly Diagnostic[];
  /** Name of the stored body. */
  readonly body: string | null;
}

type TextRest = Pick<CompiledText, 'provisions' | 'references' | 'cellLimits'> | null;
type Rest = readonly [text: TextRest, english: TextRest];

/** A compiled body as it is stored. */
export interface StoredBody {
  /** The digest of both parts. */
  readonly name: string;
  /** What a page prints. */
  readonly page: Uint8Array;
  /** Provisions, limits of tables and references, which pages do not need. */
  readonly rest: Uint8Array;
  /** What links to the clauses in which it cites something need, as JSON, and the digest of that: an edit elsewhere leaves it as it is. */
  readonly names: string;
  readonly named: string;
}

/** A compiled body as it is stored, in two parts, what its page needs and the rest, under a name made of both. */
export function toStoredBody(standard: CompiledStandard): StoredBody {
  const { text, english } = standard;
  const page = Buffer.from(
    JSON.stringify({
      ...standard,
      text: withoutRest(text),
      ...(english ? { english: withoutRest(english) } : {}),
    }),
  );
  const both: Rest = [restOf(text), english ? restOf(english) : null];
  const rest = Buffer.from(JSON.stringify(both));
  const names = JSON.stringify(namesOf(standard));
  return { name: nameBody(page, rest), page, rest, names, named: shortDigest(names) };
}

function namesOf({ slug, text, english }: CompiledStandard): NamedText {
  const pick = ({ id, kind, address, label }: Clause) => ({ id, kind, address, label });
  const citing = new Set(text.references.map(({ clause }) => clause));
  const own = text.clauses.flatMap((clause, at) => (citing.has(at) ? [[at, clause] as const] : []));
  const ids = new Set(own.map(([, { id }]) => id));
  return {
    slug,
    text: { clauses: Object.fromEntries(own.map(([at, clause]) => [at, pick(clause)])) },
    ...(english && {
      english: { clauses: english.clauses.filter(({ id }) => ids.has(id)).map(pick) },
    }),
  };
}

function nameBody(page: Uint8Array, rest: Uint8Array): string {
  return createHash('sha256').update(page).update('\n').update(rest).digest('hex').slice(0, 32);
}

function withoutRest(text: CompiledText): Omit<CompiledText, keyof NonNullable<TextRest>> {
  const { provisions: _provisions, references: _references, cellLimits: _limits, ...page } = text;
  return page;
}

function restOf({ provisions, references, cellLimits }: CompiledText): TextRest {
  return { provisions, references, cellLimits };
}

/** Keep compiled bodies, in a transaction of their own: until an entry names them nothing changes. */
export function storeBodies(cache: string, bodies: readonly StoredBody[]): void {
  if (bodies.length === 0) return;
  const now = Date.now();
  changeStore(cache, ({ prepare }) => {
    const insert = prepare('insert or replace into bodies values (?, ?, ?, ?, ?, ?)');
    for (const { name, page, rest, names, named } of bodies)
      insert.run(name, now, page, rest, named, names);
  });
}

/**
 * A stored body, or null when it is gone, damaged or not the one its name says: compile it again
 * then. Provisions, limits of tables and references are parsed when they are asked for.
 */
export function loadBody(cache: string, name: string): CompiledStandard | null {
  const found = withStore(cache, ({ prepare }) =>
    prepare('select page, rest from bodies where name = ?').get(name),
  );
  const { page, rest } = found ?? {};
  if (!(page instanceof Uint8Array && rest instanceof Uint8Array)) return null;
  if (nameBody(page, rest) !== name) return null;
  const standard = readJson(page) as CompiledStandard;
  let parsed: Rest | undefined;
  const readRest = (): Rest => (parsed ??= readJson(rest) as Rest);
  [standard.text, standard.english].forEach((text, index) => {
    if (!text) return;
    Object.defineProperties(text, {
      provisions: { enumerable: true, get: () => readRest()[index]?.provisions ?? [] },
      references: { enumerable: true, get: () => readRest()[index]?.references ?? [] },
      cellLimits: { enumerable: true, get: () => readRest()[index]?.cellLimits ?? [] },
    });
  });
  return standard;
}

/** What is kept for links to the clauses of a body, by its digest; null when it is gone or damaged: take the body then. */
export function loadNames(cache: string, named: string): NamedText | null {
  const found = withStore(cache, ({ prepare }) =>
    prepare('select names from bodies where named = ? limit 1').get(named),
  );
  const names = String(found?.['names'] ?? '');
  return shortDigest(names) === named ? (JSON.parse(names) as NamedText) : null;
}

function readJson(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
}

/** Whether this process publishes again and again, and holds its entries in between. */
let isHolding = false;

/** From now on entries that nobody else changed are not read again in this process: for one that lives long. */
export function holdEntries(): void {
  isHolding = true;
}

/** Whether `holdEntries` was called. */
export const isHoldingEntries = (): boolean => isHolding;

/** The entries that this process read or wrote last, and the name of their state, which is in the database, too. */
let last: {
  readonly cache: string;
  readonly state: string;
  readonly entries: ReadonlyMap<string, CacheEntry>;
} | null = null;

const stateFact = 'entries';

function readState({ prepare }: Store): string {
  return String(prepare('select value from facts where name = ?').get(stateFact)?.['value'] ?? '');
}

/** The entries of a cache as they were kept last. */
export interface KeptEntries {
  /** By folder; a damaged one is not among them. */
  readonly entries: ReadonlyMap<string, CacheEntry>;
  /** The name of their state; empty where nothing was kept. */
  readonly state: string;
}

/** The entries of a cache. Those that nobody changed since this process had them are not read again. */
export function loadEntries(cache: string): KeptEntries {
  const entries = new Map<string, CacheEntry>();
  let state = '';
  let isKnown = false;
  withStore(cache, (store) => {
    const { prepare } = store;
    entries.clear();
    state = readState(store);
    isKnown = state !== '' && last?.cache === cache && last.state === state;
    if (isKnown) return;
    for (const found of prepare('select * from entries').iterate()) {
      const entry = readEntry(found as unknown as EntryRow);
      if (entry) entries.set(entry.path, entry);
    }
  });
  if (isKnown && last) return last;
  if (isHolding) last = { cache, state, entries };
  return { entries, state };
}

/** An entry as its row in the database has it. */
interface EntryRow {
  readonly path: string;
  readonly digest: string;
  readonly stat: string;
  readonly body: string | null;
  /** JSON of the row without its references, or of the findings of a folder without a row. */
  readonly own: Uint8Array;
  readonly refs: Uint8Array;
  /** CRC-32 of the last two. */
  readonly sum: number;
}

function readEntry({ own, refs, sum, ...entry }: EntryRow): CacheEntry | null {
  if (crc32(refs, crc32(own)) !== sum) return null;
  if (entry.body === null) {
    return { ...entry, row: null, diagnostics: readJson(own) as readonly Diagnostic[] };
  }
  const row = readJson(own) as StandardRow;
  return { ...entry, row: deferReferences(row, refs), diagnostics: [] };
}

/** Half of what is kept of a row, and of most rows of a run nobody asks for it: it is read when somebody does. */
function deferReferences(row: StandardRow, refs: Uint8Array): StandardRow {
  return Object.defineProperty(row, 'references', {
    enumerable: true,
    configurable: true,
    get: () => {
      const value = unpackReferences(readJson(refs) as readonly (string | number)[]);
      Object.defineProperty(row, 'references', { enumerable: true, value });
      return value;
    },
  });
}

/** What a refresh found. */
export interface CacheChange {
  /** Compiled anew. */
  readonly compiled: readonly CacheEntry[];
  /** Unchanged folders whose files the system says other things of. */
  readonly touched: readonly CacheEntry[];
  /** Folders that are no more. */
  readonly gone: readonly string[];
}

/**
 * Bring the entries of a cache up to date, in one transaction with the sweep of bodies. Answers with the name of their state: empty
 * where it was not `known` any more, since another process has changed it.
 */
export function storeEntries(
  cache: string,
  { compiled, touched, gone }: CacheChange,
  known = '',
): string {
  if (compiled.length + touched.length + gone.length === 0) return known;
  const state = randomUUID();
  const before = last;
  last = null;
  let was = '';
  changeStore(cache, (store) => {
    was = readState(store);
    store.prepare('insert or replace into facts values (?, ?)').run(stateFact, state);
    const insert = store.prepare('insert or replace into entries values (?, ?, ?, ?, ?, ?, ?)');
    for (const { path, digest, stat, row, diagnostics, body } of compiled) {
      const own = Buffer.from(JSON.stringify(row ? { ...row, references: [] } : diagnostics));
      const refs = Buffer.from(JSON.stringify(packReferences(row?.references ?? [])));
      insert.run(path, digest, stat, body, own, refs, crc32(refs, crc32(own)));
    }
    const touch = store.prepare('update entries set stat = ? where path = ?');
    for (const { path, stat } of touched) touch.run(stat, path);
    const remove = store.prepare('delete from entries where path = ?');
    for (const path of gone) remove.run(path);
    if (compiled.length + gone.length > 0) sweepBodies(store);
  });
  const answer = was === known ? state : '';
  if (before?.cache !== cache || before.state !== was) return answer;
  const entries = new Map(before.entries);
  for (const entry of compiled) entries.set(entry.path, entry);
  for (const entry of touched) entries.set(entry.path, entry);
  for (const path of gone) entries.delete(path);
  last = { cache, state, entries };
  return answer;
}
