import { createHash } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { once } from '#core/base/memo.ts';
import type { SearchLibrary } from '../library.ts';
import { loadSounds } from '../question/sound.ts';
import { projectDocuments } from './documents.ts';
import { explainTrouble, PublishFailure } from './publish-failure.ts';
import { digest, listMarks } from './kept-marks.ts';
import type { Mark } from './kept-marks.ts';
import { createDocumentBatches } from './document-batches.ts';
import type { DocumentBatches } from './document-batches.ts';
import { indexUid, metaId, metaUid, nextUid, indexNames, SCHEMA } from './schema.ts';
import type { MetaDocument, IndexName } from './schema.ts';
import { settingsFor } from './settings.ts';

/** A server and a key that may write: never the one a page is given. */
export interface AdminServer {
  readonly url: string;
  readonly key: string;
}

export interface PublishOptions {
  readonly library: SearchLibrary;
  readonly server: AdminServer;
  /** Names of all indexes begin so: letters, digits, `-`, `_`. */
  readonly prefix: string;
  /** The folder that keeps from one run to the next what is known of the library's documents; without one all are made again. */
  readonly kept?: string;
  /** Told after each stage, with its milliseconds. */
  readonly onStage?: (name: string, ms: number) => void;
}

export interface Published {
  /** Documents in the index. */
  readonly documents: number;
  readonly counts: Readonly<Record<IndexName, number>>;
  /** Documents that were not there, or not so. */
  readonly sent: number;
  readonly removed: number;
  /** Whether the new state took the old one's place; false when nothing had changed. */
  readonly swapped: boolean;
  readonly ms: number;
}

/** Digest of each document by its id. */
type Digests = ReadonlyMap<string, string>;

/** One index: what is live, what lies ready beside it, and what goes to each. */
interface IndexState {
  readonly name: IndexName;
  readonly live: Digests;
  readonly next: Digests;
  /** Ids of the documents there should be. */
  readonly wanted: Set<string>;
  /** For the index beside the live one, at once. */
  readonly now: DocumentBatches;
  /** For the live one, when it has left its place. */
  readonly later: DocumentBatches;
  changed: number;
}

const REQUEST_MS = 60_000;
const WAIT = { timeout: 0, interval: 40 };
/** Ids and digests read at a time. */
const DIGEST_PAGE = 20_000;

/**
 * Bring a server up to date with a library. The new state is made beside the live one, from the differences alone, and takes
 * its place in one step when all of it is accepted; then the old one is brought up to date too, without waiting.
 * Throws `PublishFailure`; the live index is then as it was.
 */
export async function publishIndex(options: PublishOptions): Promise<Published> {
  const { library, server, prefix, onStage } = options;
  const started = performance.now();
  let last = started;
  const stage = (name: string) => {
    const now = performance.now();
    onStage?.(name, now - last);
    last = now;
  };
  const client = new Meilisearch({ host: server.url, apiKey: server.key, timeout: REQUEST_MS });
  try {
    await prepareIndexes(client, prefix);
    const meta = await readMeta(client, prefix);
    const settings = digest(JSON.stringify([SCHEMA, indexNames.map(settingsFor)]));
    const reapply = meta?.settings !== settings;
    const states = await Promise.all(indexNames.map((name) => openIndex(client, prefix, name)));
    stage('index state');
    try {
      const contents = await fillIndexes(client, states, options, reapply);
      stage('index documents');
      const removed = states.reduce((sum, state) => sum + missing(state.live, state).length, 0);
      const swap = reapply || removed > 0 || states.some(({ changed }) => changed > 0);
      if (swap) {
        await checkIndexes(client, prefix, states);
        await swapIndexes(client, prefix);
        stage('index swap');
      }
      const counts = countIndexes(states);
      await writeMeta(client, prefix, meta, {
        id: metaId,
        schema: SCHEMA,
        settings,
        asOf: library.catalog.asOf,
        contents,
        counts,
        synonyms: library.vocabulary.synonyms,
      });
      if (swap) await catchUp(client, prefix, states, reapply);
      return {
        documents: Object.values(counts).reduce((sum, count) => sum + count, 0),
        counts,
        sent: states.reduce((sum, { now }) => sum + now.count, 0),
        removed,
        swapped: swap,
        ms: performance.now() - started,
      };
    } finally {
      for (const { now, later } of states) {
        now.discard();
        later.discard();
      }
    }
  } catch (error) {
    throw explainTrouble(error, server.url);
  }
}

export interface ServerReport {
  readonly url: string;
  readonly published?: Published;
  readonly failure?: PublishFailure;
}

/** Publish to every server, one after the other; one that fails does not stop the rest. */
export async function publishAll(
  options: Omit<PublishOptions, 'server'> & { readonly servers: readonly AdminServer[] },
): Promise<readonly ServerReport[]> {
  const { servers, ...rest } = options;
  const reports: ServerReport[] = [];
  for (const server of servers) {
    const { url } = server;
    try {
      reports.push({ url, published: await publishIndex({ ...rest, server }) });
    } catch (error) {
      reports.push({ url, failure: explainTrouble(error, url) });
    }
  }
  return reports;
}

/** Make the indexes there should be, and wait until nobody writes to them. */
async function prepareIndexes(client: Meilisearch, prefix: string): Promise<void> {
  const wanted = [
    metaUid(prefix),
    ...indexNames.flatMap((name) => [indexUid(prefix, name), nextUid(prefix, name)]),
  ];
  const { results } = await client.getRawIndexes({ limit: 10_000 });
  const known = new Set(results.map(({ uid }) => uid));
  const made = await Promise.all(
    wanted
      .filter((uid) => !known.has(uid))
      .map((uid) => client.createIndex(uid, { primaryKey: 'id' }).waitTask(WAIT)),
  );
  for (const { status, error } of made) {
    // Another publisher may have been faster.
    if (status !== 'succeeded' && error?.code !== 'index_already_exists') {
      throw new PublishFailure(error?.message ?? status);
    }
  }
  for (;;) {
    const running = await client.tasks.getTasks({
      indexUids: wanted,
      statuses: ['enqueued', 'processing'],
      limit: 1000,
    });
    if (running.results.length === 0) return;
    await client.tasks.waitForTasks(
      running.results.map(({ uid }) => uid),
      WAIT,
    );
  }
}

async function readMeta(client: Meilisearch, prefix: string): Promise<MetaDocument | undefined> {
  const { results } = await client.index<MetaDocument>(metaUid(prefix)).getDocuments();
  return results.find(({ id }) => id === metaId);
}

async function openIndex(
  client: Meilisearch,
  prefix: string,
  name: IndexName,
): Promise<IndexState> {
  const [live, next] = await Promise.all([
    readDigests(client, indexUid(prefix, name)),
    readDigests(client, nextUid(prefix, name)),
  ]);
  return {
    name,
    live,
    next,
    wanted: new Set(),
    now: createDocumentBatches(),
    later: createDocumentBatches(),
    changed: 0,
  };
}

async function readDigests(client: Meilisearch, uid: string): Promise<Digests> {
  const digests = new Map<string, string>();
  for (let offset = 0; ; offset += DIGEST_PAGE) {
    const { results } = await client
      .index<{ id: string; digest: string }>(uid)
      .getDocuments({ fields: ['id', 'digest'], limit: DIGEST_PAGE, offset });
    for (const { id, digest: known } of results) digests.set(id, known);
    if (results.length < DIGEST_PAGE) return digests;
  }
}

/** What is known and no longer wanted. */
function missing(known: Digests, { wanted }: IndexState): readonly string[] {
  return [...known.keys()].filter((id) => !wanted.has(id));
}

/** What `MetaDocument.contents` is of a library: by it one sees whether a server is behind. `kept` as in `PublishOptions`. */
export async function digestContents(library: SearchLibrary, kept?: string): Promise<string> {
  const contents = startContents();
  const known = new Set<string>();
  for (const { marks } of listMarks(library, await loadSounds(), kept)) {
    for (const mark of marks) {
      const id = `${mark.indexName} ${mark.id}`;
      if (known.has(id)) continue;
      known.add(id);
      contents.add(mark);
    }
  }
  return contents.digest();
}

function startContents() {
  const hash = createHash('sha256');
  return {
    add: (mark: Mark) => hash.update(mark.digest),
    digest: () => hash.digest('base64url').slice(0, 22),
  };
}

/** Send what the indexes beside the live ones lack, and keep what the live ones lack; gives the digest of all documents. */
async function fillIndexes(
  client: Meilisearch,
  states: readonly IndexState[],
  { library, prefix, kept }: PublishOptions,
  reapply: boolean,
): Promise<string> {
  if (reapply) await applySettings(client, prefix, states);
  const byName = new Map(states.map((state) => [state.name, state]));
  const sounds = await loadSounds();
  const contents = startContents();
  for (const { marks, documents } of listMarks(library, sounds, kept)) {
    const made = once(documents);
    for (const [at, mark] of marks.entries()) {
      const state = byName.get(mark.indexName);
      if (!state || state.wanted.has(mark.id)) continue;
      state.wanted.add(mark.id);
      contents.add(mark);
      const line = () => JSON.stringify({ ...made()[at], digest: mark.digest });
      if (state.live.get(mark.id) !== mark.digest) {
        state.changed += 1;
        state.later.add(line());
      }
      if (state.next.get(mark.id) !== mark.digest && state.now.add(line()))
        await flush(client, prefix, state);
    }
  }
  for (const state of states) await flush(client, prefix, state);
  for (const state of states) {
    const gone = missing(state.next, state);
    const index = client.index(nextUid(prefix, state.name));
    if (gone.length > 0) state.now.tasks.push((await index.deleteDocuments([...gone])).taskUid);
  }
  for (const { now, name } of states) {
    for (const task of await client.tasks.waitForTasks(now.tasks, WAIT)) {
      if (task.status !== 'succeeded') {
        const reason = task.error?.message ?? task.status;
        const culprit = nameDocument(projectDocuments(library, sounds), reason);
        throw new PublishFailure(`${name} ${culprit}: ${reason}`);
      }
    }
  }
  return contents.digest();
}

/** Send what has been gathered so far; tasks are waited for at the end. */
async function flush(
  client: Meilisearch,
  prefix: string,
  { name, now }: IndexState,
): Promise<void> {
  for (const lines of now.drain()) {
    const index = client.index(nextUid(prefix, name));
    const { taskUid } = await index.addDocumentsFromString(lines, 'application/x-ndjson');
    now.tasks.push(taskUid);
  }
}

async function applySettings(
  client: Meilisearch,
  prefix: string,
  states: readonly IndexState[],
): Promise<void> {
  const tasks = await Promise.all(
    states.map(({ name }) =>
      client.index(nextUid(prefix, name)).updateSettings(settingsFor(name)).waitTask(WAIT),
    ),
  );
  for (const { status, error } of tasks) {
    if (status !== 'succeeded') throw new PublishFailure(error?.message ?? status);
  }
}

/** A document as a person knows it: the number of its standard, with the place in it. */
function nameDocument(documents: ReturnType<typeof projectDocuments>, reason: string): string {
  // Meilisearch names documents by their ids, perhaps cut.
  const id = /identifier `"?([\w-]+)/.exec(reason)?.[1];
  if (id === undefined) return '';
  for (const { document } of documents) {
    if (!document.id.startsWith(id)) continue;
    if ('number' in document) return document.number;
    if ('standard' in document) return `${document.standard}#${document.anchor}`;
    return 'name' in document ? document.name : document.id;
  }
  return '';
}

/** An index that is not what it should be must not go live. */
async function checkIndexes(client: Meilisearch, prefix: string, states: readonly IndexState[]) {
  for (const { name, wanted } of states) {
    const { numberOfDocuments } = await client.index(nextUid(prefix, name)).getStats();
    if (numberOfDocuments !== wanted.size) {
      throw new PublishFailure(`${name}: ${numberOfDocuments} documents, not ${wanted.size}`);
    }
  }
}

async function swapIndexes(client: Meilisearch, prefix: string): Promise<void> {
  const swaps = indexNames.map((name) => ({
    indexes: [indexUid(prefix, name), nextUid(prefix, name)] as [string, string],
    rename: false,
  }));
  const task = await client.swapIndexes(swaps).waitTask(WAIT);
  if (task.status !== 'succeeded') throw new PublishFailure(task.error?.message ?? task.status);
}

function countIndexes(states: readonly IndexState[]): Record<IndexName, number> {
  const counts = { standards: 0, clauses: 0, terms: 0, systems: 0, passages: 0 };
  for (const { name, wanted } of states) counts[name] = wanted.size;
  return counts;
}

async function writeMeta(
  client: Meilisearch,
  prefix: string,
  before: MetaDocument | undefined,
  meta: MetaDocument,
): Promise<void> {
  const order = (each: MetaDocument | undefined) =>
    JSON.stringify(Object.entries(each ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (order(before) === order(meta)) return;
  const task = await client
    .index<MetaDocument>(metaUid(prefix))
    .addDocuments([meta])
    .waitTask(WAIT);
  if (task.status !== 'succeeded') throw new PublishFailure(task.error?.message ?? task.status);
}

/** Let the old state, now beside the live one, become the same; the next publication waits for it and sends little. */
async function catchUp(
  client: Meilisearch,
  prefix: string,
  states: readonly IndexState[],
  reapply: boolean,
): Promise<void> {
  for (const state of states) {
    const index = client.index(nextUid(prefix, state.name));
    if (reapply) await index.updateSettings(settingsFor(state.name));
    for (const lines of state.later.drain()) {
      await index.addDocumentsFromString(lines, 'application/x-ndjson');
    }
    const gone = missing(state.live, state);
    if (gone.length > 0) await index.deleteDocuments([...gone]);
  }
}
