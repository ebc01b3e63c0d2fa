import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch';
import type { Bilingual } from '#core/model/diagnostic.ts';

/** Why a server was not brought up to date. What it served before, it serves still. */
export class PublishFailure extends Error {
  override readonly name = 'PublishFailure';
  readonly said: Bilingual;

  /** `reason` in the server's own words. */
  constructor(reason: string, said?: Bilingual, options?: ErrorOptions) {
    super(said?.en ?? reason, options);
    this.said = said ?? {
      zh: `搜索服务器没有接受新的索引，原来的索引照常使用：${reason}`,
      en: `The search server did not accept the new index; the old one stays in use: ${reason}`,
    };
  }
}

/** Any error on the way as one a person can act on. */
export function explainTrouble(error: unknown, url: string): PublishFailure {
  if (error instanceof PublishFailure) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const options = { cause: error };
  if (error instanceof MeilisearchApiError) {
    const status = error.response.status;
    if (status === 401 || status === 403) {
      return new PublishFailure(
        reason,
        {
          zh: `搜索服务器 ${url} 不接受这把密钥：${reason}`,
          en: `The search server ${url} refuses this key: ${reason}`,
        },
        options,
      );
    }
    return new PublishFailure(reason, undefined, options);
  }
  if (error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError) {
    return new PublishFailure(
      reason,
      {
        zh: `连不上搜索服务器 ${url}：${reason}`,
        en: `The search server ${url} cannot be reached: ${reason}`,
      },
      options,
    );
  }
  return new PublishFailure(
    reason,
    {
      zh: `建索引时出错，原来的索引照常使用（${url}）：${reason}`,
      en: `Indexing failed; the old index stays in use (${url}): ${reason}`,
    },
    options,
  );
}
