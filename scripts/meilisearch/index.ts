import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchLibrary } from '#search/library.ts';
import { ensureSearchKey, publishAll } from '#search/meilisearch/index.ts';
import type { Published } from '#search/meilisearch/index.ts';
import { formatRuntimeConfig, readRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import type { ConfiguredServer, RuntimeConfig } from '#search/runtime-config.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import type { IndexTarget } from './environment.ts';
import type { Bilingual } from '../bootstrap/problem.mjs';

/** What became of one server. */
export interface IndexReport {
  readonly target: IndexTarget;
  readonly published?: Published;
  /** For readers; there when it was published. */
  readonly searchKey?: string;
  readonly failure?: Bilingual;
}

/** A library; what is kept of it lies below `cache`, where it has one. */
type KeptLibrary = SearchLibrary & { readonly cache?: string };

/** Bring all servers up to date with a library; one that fails does not stop the rest. */
export async function indexServers(options: {
  readonly library: KeptLibrary;
  readonly index: string;
  readonly targets: readonly IndexTarget[];
  readonly onReport?: (report: IndexReport) => void;
}): Promise<readonly IndexReport[]> {
  const { library, index: prefix, targets, onReport } = options;
  const reports: IndexReport[] = [];
  for (const target of targets) {
    const report = await indexServer(library, prefix, target);
    reports.push(report);
    onReport?.(report);
  }
  return reports;
}

async function indexServer(
  library: KeptLibrary,
  prefix: string,
  target: IndexTarget,
): Promise<IndexReport> {
  const server = { url: target.url, key: target.adminKey };
  const { cache } = library;
  const kept = cache === undefined ? {} : { kept: cache };
  const [report] = await publishAll({ library, prefix, servers: [server], ...kept });
  if (!report?.published) return { target, failure: explain(report?.failure) };
  try {
    const searchKey = await ensureSearchKey({ server, prefix });
    return { target, published: report.published, searchKey };
  } catch (error) {
    return { target, failure: explain(error) };
  }
}

function explain(error: unknown): Bilingual {
  if (error instanceof Error && 'said' in error) return error.said as Bilingual;
  const words = error instanceof Error ? error.message : String(error);
  return { zh: words, en: words };
}

/**
 * The configuration for readers: servers that were written, in their order, then those that could not be and were in use
 * before, with what they held then.
 */
export function composeConfig(
  index: string,
  reports: readonly IndexReport[],
  before: RuntimeConfig,
): RuntimeConfig {
  const known = before.index === index ? before.servers : [];
  const written: ConfiguredServer[] = [];
  const kept: ConfiguredServer[] = [];
  for (const { target, searchKey } of reports) {
    const former = known.find(({ url }) => url === target.publicUrl);
    if (searchKey !== undefined) written.push({ url: target.publicUrl, key: searchKey });
    else if (former) kept.push(former);
  }
  return { version: 1, index, servers: [...written, ...kept] };
}

/** The configuration of a built site; without servers where there is none that can be read. */
export async function readSiteConfig(site: string): Promise<RuntimeConfig> {
  const text = await readFile(join(site, RUNTIME_CONFIG), 'utf8').catch(() => '');
  return readRuntimeConfig(text).config;
}

/** Write a site's configuration in one step, so that no page reads half of it. */
export function writeSiteConfig(
  site: string,
  config: RuntimeConfig,
  targets: readonly IndexTarget[],
): void {
  const text = formatRuntimeConfig(config);
  // Cannot be, and must never be.
  if (targets.some(({ adminKey }) => text.includes(adminKey))) {
    throw new Error('a key that may write was about to be published');
  }
  writeAtomically(join(site, RUNTIME_CONFIG), text);
}

/**
 * A report for a terminal, Chinese first: what was sent, removed and kept in how many seconds, or why nothing was.
 */
export function describeReport({ target, published, failure }: IndexReport): string {
  if (!published) return `✗ ${failure?.zh}\n  ${failure?.en}\n`;
  const { documents, sent, removed, ms } = published;
  const kept = documents - sent;
  const seconds = (ms / 1000).toFixed(1);
  return (
    `✓ ${target.url}  写入 ${sent}，删除 ${removed}，不变 ${kept}，${seconds} 秒\n` +
    `  sent ${sent}, removed ${removed}, kept ${kept}, ${seconds} s\n`
  );
}
