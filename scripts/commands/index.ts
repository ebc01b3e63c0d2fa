import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RUNTIME_CONFIG } from '#search/runtime-config.ts';
import { shortDigest } from '#library/digest.ts';
import type { Library } from '#library/open.ts';
import { openPublished } from '#library/published.ts';
import { digestContents } from '#search/meilisearch/publish.ts';
import { readArguments } from '../lib/arguments.ts';
import { describeDiagnostics } from '../report/diagnostics.ts';
import { withLock } from '../bootstrap/lock.mjs';
import { readIndexName, readTargets } from '../meilisearch/environment.ts';
import type { IndexTarget } from '../meilisearch/environment.ts';
import {
  composeConfig,
  describeReport,
  indexServers,
  readSiteConfig,
  writeSiteConfig,
} from '../meilisearch/index.ts';
import type { IndexReport } from '../meilisearch/index.ts';
import { surveyServer } from '../meilisearch/survey.ts';
import type { Survey } from '../meilisearch/survey.ts';
import { lockOutput } from '../lib/output-lock.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { ROOT } from '../lib/tools.ts';
import { describeWithheld } from '../report/withheld.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'index',
  summary: {
    zh: '把标准库写进搜索服务器（Meilisearch），并告诉网站去问它',
    en: 'Write the library into search servers (Meilisearch) and tell the site to ask them',
  },
  usage: {
    zh: `用法：npm run std -- index [--site dist] [--dry-run] [--json]
在现用索引旁边建好新的，再一次换上，搜索不中断；只送有变化的内容。随后生成只能搜索的密钥，写进 --site 的 search.json。
--site 目录    已生成的网站，默认 dist
--dry-run      只看每台服务器上现在是什么，什么也不写
环境变量（多台服务器用逗号隔开，顺序即网页询问的顺序）：
  MEILI_URL         服务器地址，如 http://10.0.0.8:7700
  MEILI_ADMIN_KEY   管理密钥，一把共用或每台一把；也可用 MEILI_MASTER_KEY；不会写进网站
  MEILI_PUBLIC_URL  读者的浏览器用的地址，默认同 MEILI_URL
  MEILI_INDEX       索引名前缀，默认 biaolian
退出状态：0 全部写好；1 有服务器没写成，或标准库有错误（有错误的部分用上次公布的）；2 用法错误。说明见 docs/search-server.md。`,
    en: `Usage: npm run std -- index [--site dist] [--dry-run] [--json]
Makes the new index beside the live one and puts it in its place in one step; no search fails meanwhile, and only what changed is
sent. Then a key that may only search is made and written into search.json of --site.
--site DIR     a built site, dist by default
--dry-run      say what each server holds now and write nothing
Environment (several servers with commas; pages ask them in that order):
  MEILI_URL         address, such as http://10.0.0.8:7700
  MEILI_ADMIN_KEY   one for all or one for each; MEILI_MASTER_KEY will do; it never reaches the site
  MEILI_PUBLIC_URL  the address for readers' browsers, MEILI_URL by default
  MEILI_INDEX       first part of the indexes' names, biaolian by default
Exit status: 0 all were written; 1 some were not, or the library has errors (the form published last stands in); 2 usage. More: docs/search-server.md.`,
  },
  run,
};

async function run(context: CommandContext): Promise<ExitStatus> {
  const { argv, stdout, stderr, json } = context;
  const { values } = readArguments(argv, {
    site: { type: 'string', default: 'dist' },
    'dry-run': { type: 'boolean', default: false },
  });
  const targets = readTargets(process.env);
  const index = readIndexName(process.env);
  if (targets.length === 0) throw noServers();
  const site = resolve(values.site);
  if (!existsSync(join(site, 'index.html'))) throw noSite(values.site);
  const { library, written, withheld } = await openPublished({ dir: context.library, out: site });
  const errors = written.diagnostics.filter((each) => each.severity === 'error');
  if (errors.length > 0) stderr.write(describeDiagnostics(errors));
  if (!library) {
    stderr.write(
      '标准库有错误，索引没有改动。\nThe library has errors; the index was left as it was.\n',
    );
    return 1;
  }
  stderr.write(describeWithheld(withheld));
  if (values['dry-run']) return survey(targets, index, library, context);
  const write = (text: string) => json || stdout.write(text);
  const names = shortDigest(JSON.stringify([targets.map(({ url }) => url), index])).slice(0, 12);
  const reports = await withLock(join(ROOT, '.cache', `index-${names}.lock`), () =>
    indexServers({ library, index, targets, onReport: (report) => write(describeReport(report)) }),
  );
  const isWritten = reports.some(({ published }) => published);
  if (isWritten) {
    await lockOutput(site, async () => {
      const config = composeConfig(index, reports, await readSiteConfig(site));
      writeSiteConfig(site, config, targets);
      write(
        `${join(values.site, RUNTIME_CONFIG)}：${config.servers.length} 台服务器 · ${config.servers.length} server(s)\n`,
      );
    });
  }
  if (json) {
    const servers = reports.map(toJson);
    stdout.write(`${JSON.stringify({ index, site, written: isWritten, servers })}\n`);
  }
  return errors.length === 0 && reports.every(({ published }) => published) ? 0 : 1;
}

function toJson({ target, published, failure }: IndexReport): object {
  const { url, publicUrl } = target;
  if (!published) return { url, publicUrl, ok: false, error: failure };
  const { documents, counts, sent, removed, swapped, ms } = published;
  const kept = documents - sent;
  return {
    url,
    publicUrl,
    ok: true,
    documents,
    counts,
    sent,
    removed,
    kept,
    swapped,
    ms: Math.round(ms),
  };
}

async function survey(
  targets: readonly IndexTarget[],
  index: string,
  library: Library,
  { stdout, json }: CommandContext,
): Promise<ExitStatus> {
  const contents = await digestContents(library, library.cache);
  const found = await Promise.all(targets.map((target) => surveyServer(target, index, contents)));
  const standards = library.catalog.entries.length;
  if (json) {
    stdout.write(`${JSON.stringify({ index, dryRun: true, standards, servers: found })}\n`);
  } else {
    stdout.write(
      `标准库：${standards} 项标准和题录 · The library: ${standards} standards and records\n`,
    );
    for (const each of found) stdout.write(describeSurvey(each));
  }
  return found.every(({ failure }) => !failure) ? 0 : 1;
}

function describeSurvey({ url, version, holds, failure }: Survey): string {
  if (failure) return `✗ ${failure.zh}\n  ${failure.en}\n`;
  if (!holds) {
    return `✓ ${url}  Meilisearch ${version}，还没有索引\n  Meilisearch ${version}, no index yet\n`;
  }
  const behind = holds.current
    ? { zh: '，与标准库一致', en: ', the library as it is' }
    : {
        zh: '，落后于标准库：运行 npm run std -- index',
        en: ', behind the library: run npm run std -- index',
      };
  return (
    `✓ ${url}  Meilisearch ${version}，${holds.asOf} 的索引，${holds.standards} 项标准和题录${behind.zh}\n` +
    `  Meilisearch ${version}, index of ${holds.asOf}, ${holds.standards} standards and records${behind.en}\n`
  );
}

function noServers(): Problem {
  return new Problem(
    { zh: '没有指定搜索服务器。', en: 'No search server was named.' },
    {
      zh: '设置 MEILI_URL 和 MEILI_ADMIN_KEY；只想在本机试用：npm start -- --search meilisearch',
      en: 'Set MEILI_URL and MEILI_ADMIN_KEY; to try one on this machine: npm start -- --search meilisearch',
    },
    { exitCode: 2 },
  );
}

function noSite(site: string): Problem {
  return new Problem(
    { zh: `${site} 里没有生成好的网站。`, en: `There is no built site in ${site}.` },
    {
      zh: '先运行 npm run build，或用 --site 指出网站的目录。',
      en: 'Run npm run build first, or name the folder of the site with --site.',
    },
    { exitCode: 2 },
  );
}
