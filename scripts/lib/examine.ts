import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countDays, toChinaTime } from '#core/base/day.ts';
import { isAlive } from '#library/alive.ts';
import { openLibrary } from '#library/open.ts';
import { readFailures } from '#publish/releases/failures.ts';
import { readRecords } from '#publish/releases/records.ts';
import { OutputRefused } from '#publish/output.ts';
import { openSigner } from '#publish/releases/signing.ts';
import { siteFoldersOf } from '#publish/releases/site-folders.ts';
import { readRuntimeConfig, RUNTIME_CONFIG } from '#search/runtime-config.ts';
import { found, good } from './answers.ts';
import type { Answer } from './answers.ts';
import { countCertificateDays } from './certificate-days.ts';
import { examineIndex } from './examine-index.ts';
import { readVersion, ROOT } from './tools.ts';

/** What is examined. */
export interface Installation {
  /** The library's folder. */
  readonly library: string;
  /** The folder of the site. */
  readonly site: string;
  /** The calendar day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Days after which facts of the catalogue, and a site, are called old. */
const [oldFacts, oldSite] = [180, 2];
/** Free space below which a publication may fail, and below which it will. */
const [little, none] = [2e9, 2e8];

/** How an installation is, a question at a time. It reads only; of keys it says that they are there. */
export async function examine(installation: Installation): Promise<readonly Answer[]> {
  const { library, facts, address } = await examineLibrary(installation);
  return [
    examineVersions(),
    library,
    ...(facts ? [facts] : []),
    examineSite(installation),
    examineFailures(installation),
    ...(await examineIndex(installation)),
    examineDisk(installation),
    ...(await examineServers(installation)),
    examineKeys(installation),
    ...(await examineCertificate(installation, address)),
    examineCaches(),
  ];
}

function examineVersions(): Answer {
  const version = readVersion();
  const said = `标链 Biaolian ${version}, Node ${process.version}, ${process.platform} ${process.arch}`;
  return good('versions', said, said);
}

async function examineLibrary({ library: dir, day }: Installation): Promise<{
  readonly library: Answer;
  readonly facts?: Answer;
  readonly address: string | undefined;
}> {
  const { settings, rows, catalog, diagnostics } = await openLibrary({ dir, asOf: day });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const days = catalog.entries.flatMap(({ record }) => record?.asOf ?? []).sort();
  const newest = days.at(-1);
  const age = newest === undefined ? 0 : countDays(newest, day);
  return {
    address: settings.address,
    library:
      errors > 0
        ? found(
            'library',
            'look',
            [
              `${rows.length} 项标准，${errors} 个错误`,
              `${rows.length} standards, ${errors} errors`,
            ],
            ['npm run std -- check 看在哪里', 'npm run std -- check says where'],
          )
        : good('library', `${rows.length} 项标准，没有错误`, `${rows.length} standards, no errors`),
    ...(newest !== undefined && {
      facts:
        age > oldFacts
          ? found(
              'facts',
              'look',
              [
                `目录信息最近一次采集在 ${age} 天前（${newest}）`,
                `the newest catalogue fact is ${age} days old (${newest})`,
              ],
              [
                '重新采集后用 std import-catalogue 导入',
                'take them anew and use std import-catalogue',
              ],
            )
          : good('facts', `目录信息截至 ${newest}`, `catalogue facts as of ${newest}`),
    }),
  };
}

function examineSite({ site, day }: Installation): Answer {
  const records = readRecords(siteFoldersOf(resolve(site)));
  const last = records?.releases().at(-1);
  records?.close();
  const build = [
    'npm run build；让计划任务每天运行一次',
    'npm run build; let a scheduled task run it daily',
  ] as const;
  if (!last)
    return found('site', 'look', [`${site} 还没有公布过`, `${site} was never published`], build);
  const said = [
    `${last.id}：${last.files} 个文件${last.asOf ? `，状态按 ${last.asOf} 推算` : ''}`,
    `${last.id}: ${last.files} files${last.asOf ? `, statuses as of ${last.asOf}` : ''}`,
  ] as const;
  const age = countDays(last.asOf ?? last.at.slice(0, 10), day);
  return age > oldSite ? found('site', 'look', said, build) : good('site', ...said);
}

function examineFailures({ site }: Installation): Answer {
  const failures = readFailures(site);
  if (!failures)
    return good('failures', '上次公布以来没有失败', 'no publication failed since the last one');
  const { count, since, last } = failures;
  return found(
    'failures',
    'bad',
    [
      `${toChinaTime(Date.parse(since)).slice(0, 16)} 以来有 ${count} 次公布失败；最近一次：${last.zh}`,
      `${count} publications failed since ${since}; the last one: ${last.en}`,
    ],
    [
      '照原因处理后再公布一次；成功以后就不再提',
      'mend what it says and publish once more; they are forgotten once that comes through',
    ],
  );
}

function examineDisk({ library, site }: Installation): Answer {
  const places = [library, resolve(site, '..'), ROOT];
  const free = Math.min(
    ...places.map((place) => {
      try {
        const { bavail, bsize } = statfsSync(place);
        return bavail * bsize;
      } catch {
        return Number.MAX_SAFE_INTEGER;
      }
    }),
  );
  const said = [
    `最少的一块磁盘还有 ${(free / 1e9).toFixed(1)} GB`,
    `${(free / 1e9).toFixed(1)} GB are free on the fullest disk`,
  ] as const;
  if (free >= little) return good('disk', ...said);
  return found('disk', free < none ? 'bad' : 'look', said, [
    '腾出空间；std releases --keep 少留几个版本',
    'make room; std releases --keep holds fewer releases',
  ]);
}

async function examineServers({ site }: Installation): Promise<readonly Answer[]> {
  const { config, problem } = readConfig(site);
  if (problem !== undefined) {
    return [
      found(
        'servers',
        'bad',
        [problem, problem],
        [`改正 ${RUNTIME_CONFIG} 或 site.yaml`, `correct ${RUNTIME_CONFIG} or site.yaml`],
      ),
    ];
  }
  if (config.servers.length === 0)
    return [good('servers', '网站自己检索，不用服务器', 'the site searches by itself')];
  return Promise.all(
    config.servers.map(async ({ url }) => {
      const status = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) }).then(
        (response) => String(response.status),
        (error: unknown) => (error instanceof Error ? error.name : 'error'),
      );
      return status === '200'
        ? good('servers', `${url} 正常`, `${url} answers`)
        : found(
            'servers',
            'bad',
            [`${url} 没有回答（${status}）`, `${url} does not answer (${status})`],
            [
              '看服务器的日志；期间网站自己检索',
              'look at its log; the site searches by itself meanwhile',
            ],
          );
    }),
  );
}

function readConfig(site: string): ReturnType<typeof readRuntimeConfig> {
  try {
    return readRuntimeConfig(readFileSync(join(site, RUNTIME_CONFIG), 'utf8'));
  } catch {
    return readRuntimeConfig('{"version":1,"index":"biaolian","servers":[]}');
  }
}

/** A key that may write has no place in a file that everybody can read. */
function examineKeys({ site, environment }: Installation): Answer {
  const names = ['MEILI_MASTER_KEY', 'MEILI_ADMIN_KEY', 'MEILI_SEARCH_KEY'];
  const set = names.filter((name) => environment[name]);
  const secret = names.slice(0, 2).flatMap((name) => environment[name] ?? []);
  const shown = readConfig(site).config.servers.some(({ key }) => secret.includes(key));
  if (shown) {
    return found(
      'keys',
      'bad',
      [`${RUNTIME_CONFIG} 里是能写的密钥`, `${RUNTIME_CONFIG} holds a key that may write`],
      [
        '换掉这个密钥；只写只能搜索的（std index 会生成）',
        'replace that key; only one that may search belongs there (std index makes it)',
      ],
    );
  }
  const signing = environment['BIAOLIAN_SIGNING_KEY'];
  try {
    if (signing) openSigner(signing);
  } catch (error) {
    if (!(error instanceof OutputRefused)) throw error;
    return { question: 'keys', state: 'bad', says: error.refusal.what, todo: error.refusal.todo };
  }
  const said = [...set, ...(signing ? ['BIAOLIAN_SIGNING_KEY'] : [])].join(', ') || '—';
  return good('keys', `环境变量里有：${said}`, `in the environment: ${said}`);
}

/** Below so many days a certificate should have been renewed: those that renew themselves do so a month before. */
const fewDays = 21;

async function examineCertificate(
  { environment }: Installation,
  own: string | undefined,
): Promise<readonly Answer[]> {
  const address = environment['BIAOLIAN_SITE'] ?? own ?? '';
  if (!address.startsWith('https:'))
    return [
      good(
        'certificate',
        '没有写 https 的地址，不看证书',
        'no https address is known: no certificate is looked at',
      ),
    ];
  const days = await countCertificateDays(address, Date.now());
  if (days === undefined) {
    return [
      found(
        'certificate',
        'look',
        [`${address} 没有用 https 回答`, `${address} does not answer by https`],
        ['看网页服务器和域名', 'look at the web server and the name'],
      ),
    ];
  }
  const said = [
    `${address} 的证书还有 ${days} 天`,
    `the certificate of ${address} ends in ${days} days`,
  ] as const;
  if (days >= fewDays) return [good('certificate', ...said)];
  return [found('certificate', days < 0 ? 'bad' : 'look', said, ['续期', 'renew it'])];
}

function examineCaches(): Answer {
  const dead = listNames(join(ROOT, '.cache')).filter((name) => {
    const pid = /^drawn-(\d+)(?:-\d+)?$/.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
  return dead.length === 0
    ? good('caches', '没有中断的生成留下的东西', 'nothing was left by builds that were cut short')
    : found(
        'caches',
        'look',
        [
          `中断的生成留下 ${dead.length} 个文件夹`,
          `builds that were cut short left ${dead.length} folders`,
        ],
        ['下一次 npm run build 会清掉', 'the next npm run build removes them'],
      );
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
