import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchEngine } from '#search/contract.ts';
import { createMeilisearch, EngineFailure } from '#search/meilisearch/index.ts';
import type { FailureKind } from '#search/meilisearch/index.ts';
import { embeddedOnly, readRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import type { ReadConfig, RuntimeConfig } from '#search/runtime-config.ts';
import type { Bilingual } from '../commands/command.ts';
import { readIndexName, readSearchServers } from './environment.ts';
import { Problem } from '../bootstrap/problem.mjs';

/** A server that says nothing for so long is taken for down. */
const PATIENCE_MS = 20_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The search servers of the environment (`MEILI_URL` with the first of `MEILI_SEARCH_KEY`, `MEILI_ADMIN_KEY` and
 * `MEILI_MASTER_KEY`; `MEILI_INDEX`), else of the built site in a folder.
 *
 * @throws {Problem} with exit status 2 when there is none
 */
export function findServers(site: string, environment: Environment = process.env): RuntimeConfig {
  const path = join(site, RUNTIME_CONFIG);
  const { config, problem } = readSite(path);
  const servers = readSearchServers(environment);
  if (servers.length > 0) {
    const index = environment['MEILI_INDEX'] ? readIndexName(environment) : config.index;
    return { ...config, index, servers };
  }
  if (problem !== undefined) throw badConfig(path, problem);
  if (config.servers.length === 0) throw noServer(path);
  return config;
}

function readSite(path: string): ReadConfig {
  try {
    return readRuntimeConfig(readFileSync(path, 'utf8'));
  } catch {
    return { config: embeddedOnly };
  }
}

function badConfig(path: string, problem: string): Problem {
  return new Problem(
    { zh: `${path} 不能用：${problem}`, en: `${path} is of no use: ${problem}` },
    {
      zh: '重新生成网站，或用 MEILI_URL 指出服务器。',
      en: 'Build the site again, or name the server in MEILI_URL.',
    },
    { exitCode: 2 },
  );
}

/**
 * The servers as one engine: the first that answers is asked on, the others stand in for it. Rejects with a {@link Problem}
 * (exit status 2) when none answers.
 */
export function openServers({ servers, index }: RuntimeConfig): SearchEngine {
  let engines = servers.map((server) => createMeilisearch({ ...server, index }));
  return {
    name: 'meilisearch',
    search: async (request, signal) => {
      let failure: unknown;
      for (const engine of engines) {
        const patience = AbortSignal.timeout(PATIENCE_MS);
        try {
          const both = signal ? AbortSignal.any([signal, patience]) : patience;
          const answer = await engine.search(request, both);
          engines = [engine, ...engines.filter((other) => other !== engine)];
          return answer;
        } catch (error) {
          if (signal?.aborted) throw error;
          failure ??= patience.aborted ? new EngineFailure('unreachable', 'no answer') : error;
        }
      }
      throw failure instanceof EngineFailure ? explainFailure(failure) : failure;
    },
  };
}

const FAILURES: Readonly<Record<FailureKind, readonly [Bilingual, Bilingual]>> = {
  unreachable: [
    { zh: '连不上 Meilisearch。', en: 'Meilisearch cannot be reached.' },
    {
      zh: '确认它在运行、地址写对；或用 --engine embedded，不需要服务器。',
      en: 'See that it runs and that the address is right; or use --engine embedded, which needs no server.',
    },
  ],
  busy: [
    { zh: 'Meilisearch 忙不过来。', en: 'Meilisearch has more questions than it can take.' },
    {
      zh: '过一会儿再问；常常这样就再加一台（docs/scale.md）。',
      en: 'Ask again in a moment; where it happens often, add a server (docs/scale.md).',
    },
  ],
  refused: [
    { zh: 'Meilisearch 拒绝了这个密钥。', en: 'Meilisearch refused the key.' },
    {
      zh: '检查 MEILI_SEARCH_KEY；重新运行 npm run std -- index 会得到新的只读密钥。',
      en: 'Check MEILI_SEARCH_KEY; npm run std -- index makes a key that may search.',
    },
  ],
  'missing-index': [
    { zh: '服务器上没有这个标准库的索引。', en: 'The server has no index of this library.' },
    { zh: '先运行 npm run std -- index', en: 'Run npm run std -- index first.' },
  ],
  'other-version': [
    { zh: '服务器上的索引是另一版本的。', en: 'The index on the server is of another version.' },
    { zh: '重新运行 npm run std -- index', en: 'Run npm run std -- index again.' },
  ],
  garbage: [
    { zh: '那个地址的回答不是 Meilisearch 的。', en: 'What answers there is not Meilisearch.' },
    {
      zh: '检查 MEILI_URL 或 search.json 里的地址。',
      en: 'Check MEILI_URL or the address in search.json.',
    },
  ],
};

function explainFailure(failure: EngineFailure): Problem {
  const [what, todo] = FAILURES[failure.kind];
  return new Problem(what, todo, { cause: failure, exitCode: 2 });
}

function noServer(path: string): Problem {
  return new Problem(
    {
      zh: `没有可用的搜索服务器：没有 MEILI_URL，${path} 里也没有。`,
      en: `There is no search server: neither in MEILI_URL nor in ${path}.`,
    },
    {
      zh: '设置 MEILI_URL 与 MEILI_SEARCH_KEY；或 npm start -- --search meilisearch；或用 --engine embedded。',
      en: 'Set MEILI_URL and MEILI_SEARCH_KEY; or npm start -- --search meilisearch; or use --engine embedded.',
    },
    { exitCode: 2 },
  );
}
