import { Meilisearch } from 'meilisearch';
import { explainTrouble } from '#search/meilisearch/publish-failure.ts';
import { metaId, metaUid } from '#search/meilisearch/schema.ts';
import type { MetaDocument } from '#search/meilisearch/schema.ts';
import type { IndexTarget } from './environment.ts';
import type { Bilingual } from '../bootstrap/problem.mjs';

/** What a server holds. */
export interface Survey {
  readonly url: string;
  /** Of Meilisearch. */
  readonly version?: string;
  /** Nothing was published under this name before. */
  readonly holds?: {
    readonly asOf: string;
    readonly standards: number;
    /** Whether it holds the library as that is now. */
    readonly current: boolean;
  };
  readonly failure?: Bilingual;
}

/** Look at a server with the admin key; nothing is written. `contents` is the digest of the library's documents. */
export async function surveyServer(
  { url, adminKey }: IndexTarget,
  prefix: string,
  contents: string,
): Promise<Survey> {
  const client = new Meilisearch({ host: url, apiKey: adminKey, timeout: 10_000 });
  try {
    const { pkgVersion: version } = await client.getVersion();
    const { results: indexes } = await client.getRawIndexes({ limit: 10_000 });
    if (!indexes.some(({ uid }) => uid === metaUid(prefix))) return { url, version };
    const { results } = await client.index<MetaDocument>(metaUid(prefix)).getDocuments();
    const meta = results.find(({ id }) => id === metaId);
    if (!meta) return { url, version };
    const { asOf, counts } = meta;
    const current = meta.contents === contents;
    return { url, version, holds: { asOf, standards: counts.standards, current } };
  } catch (error) {
    return { url, failure: explainTrouble(error, url).said };
  }
}
