import { Meilisearch } from 'meilisearch';
import type { FilterName, SearchRequest } from '#search/contract.ts';
import { loadSounds } from '#search/question/sound.ts';
import { filterNames } from '#search/record/filter-names.ts';
import type { SearchLibrary } from '#search/library.ts';
import { projectDocuments } from '#search/meilisearch/documents.ts';
import type { AdminServer } from '#search/meilisearch/publish.ts';

/** The same texts as Meilisearch has them by itself: one index of whole standards, one of clauses. */
export const rawUids = { standards: 'raw_standards', clauses: 'raw_clauses' } as const;

type RawName = keyof typeof rawUids;

const SEARCHABLE = {
  standards: ['number', 'title', 'titleEn', 'text'],
  clauses: ['title', 'text'],
} as const;
const BATCH_BYTES = 20_000_000;

/** Writes them on a server, with Meilisearch's own settings but for what is filtered and counted. */
export async function publishRaw(library: SearchLibrary, { url, key }: AdminServer): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: key });
  const { indexes } = await client.getStats();
  // Kept from another run.
  if (Object.values(rawUids).every((uid) => (indexes[uid]?.numberOfDocuments ?? 0) > 0)) return;
  const values = filterNames.map((name) => `values.${name}`);
  for (const name of ['standards', 'clauses'] as const) {
    const index = client.index(rawUids[name]);
    await client.createIndex(rawUids[name], { primaryKey: 'id' }).waitTask({ timeout: 0 });
    await index
      .updateSettings({
        searchableAttributes: [...SEARCHABLE[name]],
        filterableAttributes: ['standard', ...values],
        pagination: { maxTotalHits: 1_000_000 },
      })
      .waitTask({ timeout: 0 });
  }
  const send = async (name: RawName, lines: string[]): Promise<void> => {
    const text = lines.splice(0).join('\n');
    const { taskUid } = await client
      .index(rawUids[name])
      .addDocumentsFromString(text, 'application/x-ndjson');
    const task = await client.tasks.waitForTask(taskUid, { timeout: 0 });
    if (task.status !== 'succeeded') throw new Error(task.error?.message ?? task.status);
  };
  const lines: Record<RawName, string[]> = { standards: [], clauses: [] };
  const bytes: Record<RawName, number> = { standards: 0, clauses: 0 };
  const add = async (name: RawName, document: object): Promise<void> => {
    const line = JSON.stringify(document);
    lines[name].push(line);
    bytes[name] += line.length;
    if (bytes[name] < BATCH_BYTES) return;
    bytes[name] = 0;
    await send(name, lines[name]);
  };
  // A standard comes before its clauses.
  let open: { readonly document: object; readonly texts: string[] } | undefined;
  const close = async (): Promise<void> => {
    if (open) await add('standards', { ...open.document, text: open.texts.join('\n') });
    open = undefined;
  };
  for (const { indexName, document } of projectDocuments(library, await loadSounds())) {
    if (indexName === 'standards' && 'slug' in document) {
      await close();
      const {
        id,
        number,
        title,
        titleEn,
        values: own,
      } = document as typeof document & {
        readonly values: object;
      };
      open = { document: { id, number, title, titleEn, values: own }, texts: [] };
    } else if (indexName === 'clauses' && 'spots' in document) {
      const { id, standard, label, title, text, values: own } = document;
      open?.texts.push(`${title} ${text}`);
      await add('clauses', { id, standard, label, title, text, values: own });
    }
  }
  await close();
  for (const name of ['standards', 'clauses'] as const) {
    if (lines[name].length > 0) await send(name, lines[name]);
  }
}

/**
 * Asks a server's own `q`, with the counts, filters and number of hits of the same question; with `excerpts`, what Meilisearch
 * needs by itself for a page that looks alike.
 */
export async function askRaw(
  { url, key }: AdminServer,
  { text, filters = {}, scope, best }: Partial<SearchRequest> & { readonly text: string },
  facets: readonly FilterName[],
  excerpts = false,
): Promise<void> {
  const conditions = Object.entries(filters).map(
    ([name, values]) => `values.${name} IN [${values.map((value) => `"${value}"`).join(', ')}]`,
  );
  const isClauses = scope === 'clauses';
  const query = {
    indexUid: isClauses ? rawUids.clauses : rawUids.standards,
    q: text,
    // A question in own words is answered by what has some of them.
    matchingStrategy: best ? 'last' : 'all',
    facets: facets.map((name) => `values.${name}`),
    page: 1,
    hitsPerPage: 10,
    ...(excerpts && { attributesToCrop: ['text'], attributesToHighlight: ['text', 'title'] }),
    attributesToRetrieve: ['id', 'number', 'title', 'titleEn'],
    ...(isClauses && { distinct: 'standard' }),
    ...(conditions.length > 0 && { filter: conditions.join(' AND ') }),
  };
  const answer = await fetch(`${url}/multi-search`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'accept-encoding': 'identity',
    },
    body: JSON.stringify({ queries: [query] }),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${body.slice(0, 200)}`);
}
