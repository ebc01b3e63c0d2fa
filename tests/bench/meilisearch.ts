import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import type { SearchRequest } from '#search/contract.ts';
import { createMeilisearch, ensureSearchKey, publishIndex } from '#search/meilisearch/index.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import { openLibrary } from '#library/open.ts';
import { generateLibrary } from './generate.ts';

/**
 * What a served library costs: `node tests/bench/meilisearch.ts [hosted standards] [catalogue.csv]`. Prints indexing
 * throughput, memory, disk and times of questions on a server of its own.
 */
const [hosted = '300', table = process.env['BIAOLIAN_REAL_LIST'] ?? ''] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), 'biaolian-bench-'));
const prefix = 'bench';

function makeLibrary(): string {
  const dir = join(folder, 'library');
  generateLibrary(dir, Number(hosted));
  if (!existsSync(table)) {
    console.log('no list of real standards (BIAOLIAN_REAL_LIST): only generated standards');
    return dir;
  }
  const { text } = importCatalogue({
    files: [{ name: 'in.csv', bytes: readFileSync(table) }],
    catalogue: [],
    out: 'list.csv',
    defaults: { asOf: '2026-07-02', source: 'public-catalogue' },
  });
  mkdirSync(join(dir, 'catalogue'), { recursive: true });
  writeFileSync(join(dir, 'catalogue', 'list.csv'), text ?? '');
  return dir;
}

/** `VmHWM`, the most memory a process has held, in MB; 0 where there is no /proc. */
function readPeak(pid: number | 'self'): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 0;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1000;
}

/** Megabytes on disk: blocks in use, since the store is a file with holes. */
function readDisk(path: string): number {
  return (
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).blocks * 512, 0) /
    1e6
  );
}

const show = (name: string, value: number, unit: string) =>
  console.log(`${name.padEnd(44)} ${value.toFixed(value < 100 ? 1 : 0).padStart(8)} ${unit}`);

async function time(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

const questions: Readonly<Record<string, readonly Partial<SearchRequest>[]>> = {
  'a number': ['GB/T 191', 'gbt1.1', 'DB9902/T 1007', 'gb30981', 'jjf 1059'].map((text) => ({
    text,
  })),
  'a title or a fragment': ['包装储运', '冷链物流', '信息安全', '电冰箱', '混凝土', '试验方法'].map(
    (text) => ({ text }),
  ),
  'the same with counts': ['包装储运', '冷链物流', '信息安全', '电冰箱', '混凝土', '试验方法'].map(
    (text) => ({ text, facets: true }),
  ),
  'the same with counts and two filters': [
    '包装',
    '冷链',
    '安全',
    '冰箱',
    '混凝土',
    '试验方法',
  ].map((text) => ({
    text,
    facets: true,
    filters: { status: ['现行'], kind: ['national', 'industry'] },
  })),
  'a phrase of a clause with counts': [
    '保存不少于',
    '查明原因',
    '由责任人每',
    '与上一批次比较',
    '限值应符合',
  ].map((text) => ({ text, facets: true })),
  'clauses with counts': ['温度', '偏差大于', '抽样', '记录间隔'].map((text) => ({
    text,
    scope: 'clauses',
    facets: true,
  })),
  'in own words with counts': [
    '冷藏车的温度多久记录一次',
    '杂交种的净度应不低于多少',
    '偏差太大了怎么办',
    '数据要保存多长时间',
    '没有检测的电冰箱能不能用',
    '养老床位的噪声谁来复核',
    '混凝土试件怎么养护',
    'how is the specification of a sample measured',
  ].map((text) => ({ text, facets: true, best: true })),
  pinyin: ['lenglian', 'xinxianquan', 'dianbingxiang', 'hunningtu', 'bzcy'].map((text) => ({
    text,
  })),
  'page 30 of many': ['试验方法', '技术', '要求'].map((text) => ({ text, page: 30 })),
  'the first key': ['冷', '电', '混', 'g', 'gb'].map((text) => ({
    text,
    titlesOnly: true,
    size: 8,
  })),
};

const server = await startMeilisearch({ folder: join(folder, 'server') });
try {
  const library = await openLibrary({ dir: makeLibrary(), cache: join(folder, 'cache') });
  const admin = { url: server.url, key: server.masterKey };
  const publish = () => publishIndex({ library, server: admin, prefix });
  const first = await publish();
  console.log(JSON.stringify(first.counts));
  show('first publication', first.ms / 1000, 's');
  show('throughput', first.documents / (first.ms / 1000), 'documents/s');
  show('peak memory of the publisher', readPeak('self'), 'MB');
  // The second waits until the copy beside the live index is ready too.
  show('publication without a change', (await publish()).ms / 1000, 's, the copy beside included');
  show('the same again', (await publish()).ms / 1000, 's');
  show('peak memory of the server', readPeak(server.pid), 'MB');
  show('disk, both copies', readDisk(join(folder, 'server')), 'MB');
  const key = await ensureSearchKey({ server: admin, prefix });
  const engine = createMeilisearch({ url: server.url, key, index: prefix });
  for (const [name, requests] of Object.entries(questions)) {
    const times: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      for (const rest of requests) {
        const ms = await time(() => engine.search({ text: '', language: 'zh', ...rest }));
        // The first round reads pages from disk.
        if (round > 0) times.push(ms);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
    console.log(`${name.padEnd(44)} p50 ${at(0.5).toFixed(1)} ms  p95 ${at(0.95).toFixed(1)} ms`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
