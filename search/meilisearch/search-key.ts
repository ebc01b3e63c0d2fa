import { createHash } from 'node:crypto';
import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import { explainTrouble } from './publish-failure.ts';
import type { AdminServer } from './publish.ts';
import { indexUid, metaUid, indexNames } from './schema.ts';

/**
 * The key a page is given: it may search these indexes and nothing else. The same server and prefix give the same key, so
 * that a site once built keeps working. Throws `PublishFailure`.
 */
export async function ensureSearchKey(options: {
  readonly server: AdminServer;
  readonly prefix: string;
}): Promise<string> {
  const { server, prefix } = options;
  const client = new Meilisearch({ host: server.url, apiKey: server.key, timeout: 30_000 });
  const indexes = [metaUid(prefix), ...indexNames.map((name) => indexUid(prefix, name))];
  const uid = uuidOf(`biaolian search ${prefix}`);
  try {
    const known = await client.getKey(uid).catch((error: unknown) => {
      if (error instanceof MeilisearchApiError && error.response.status === 404) return undefined;
      throw error;
    });
    const isRight =
      known?.actions.join() === 'search' &&
      known.indexes.toSorted().join() === indexes.toSorted().join();
    if (known && isRight) return known.key;
    if (known) await client.deleteKey(uid);
    const made = await client.createKey({
      uid,
      name: `${prefix} search`,
      description: 'May search, and nothing else; it is given to every reader.',
      actions: ['search'],
      indexes,
      expiresAt: null,
    });
    return made.key;
  } catch (error) {
    throw explainTrouble(error, server.url);
  }
}

/** A UUID made of a name: version 8 of RFC 9562, of SHA-256. */
function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((at, index, all) => hex.slice(at, all[index + 1])).join('-');
}
