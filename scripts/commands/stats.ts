import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openEmbedded } from '#search/embedded/open-node.ts';
import { readLog } from '../lib/access-log.ts';
import { readArguments } from '../lib/arguments.ts';
import { countVisit, listMost, startVisits } from '../lib/count-visits.ts';
import type { Visits } from '../lib/count-visits.ts';
import { siteOption } from '../lib/releases.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command } from './command.ts';

/** Questions fewer than so often may name a person: they are not shown. */
const LEAST_ASKED = 3;

export const command: Command = {
  name: 'stats',
  summary: {
    zh: '由自己的访问日志统计：读得最多的标准、外面链来的、下载、地址里的提问；不留读者的地址',
    en: 'count from a log of your own: standards read most, links from outside, downloads, questions in addresses; nothing of readers',
  },
  usage: {
    zh: `std stats 日志… [--site dist] [--host std.example.cn] [--most 20] [--json]
读 Caddy（JSON）或 nginx 等（combined）的访问日志，也读 .gz。日志默认不记，开法见 docs/operations.md。IP、浏览器、时刻一概不读。
日志里看不到的：在网页里接着改的提问（检索在读者的浏览器里，不发请求）；落到哪一条（# 后面的不发给服务器）。
看得到的提问是按回车或从别处打开 /search/?q=… 的，出现 ${LEAST_ASKED} 次以上才列；用网站自己的检索再问一遍，没有结果的标出来。`,
    en: `std stats LOG… [--site dist] [--host std.example.cn] [--most 20] [--json]
Reads access logs of Caddy (JSON) or nginx and others (combined), .gz too. Logs are off by default; docs/operations.md says how to
switch them on. Addresses of people, their browsers and times are not read.
A log does not show questions that are changed in the page (search runs in the reader's browser) nor clauses (what follows # is not
sent). It shows those opened as /search/?q=…; asked ${LEAST_ASKED} times or more they are listed, and asked again of the site's own
search: those without hits are marked.`,
  },
  async run({ argv, json, stdout }) {
    const { values, positionals } = readArguments(
      argv,
      {
        ...siteOption,
        host: { type: 'string', default: '' },
        most: { type: 'string', default: '20' },
      },
      true,
    );
    const most = /^[1-9]\d{0,4}$/.test(values.most) ? Number(values.most) : 20;
    if (positionals.length === 0) throw noLog();
    const visits = startVisits();
    for (const file of positionals) {
      if (!existsSync(file)) throw noLog(file);
      for await (const request of readLog(file)) countVisit(visits, request, values.host);
    }
    const days = [...visits.days].sort();
    const asked = listMost(visits.questions, most, LEAST_ASKED);
    const without = await findUnanswered(asked, values.site);
    const report = {
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      lines: visits.lines,
      notCounted: visits.unread,
      pages: visits.pages,
      standards: toObject(visits.standards, most),
      links: toObject(visits.links, most),
      downloads: toObject(visits.downloads, most),
      questions: Object.fromEntries(asked),
      withoutHits: without,
    };
    stdout.write(json ? `${JSON.stringify(report)}\n` : describe(visits, report, most));
    return 0;
  },
};

const toObject = (counts: ReadonlyMap<string, number>, most: number) =>
  Object.fromEntries(listMost(counts, most));

/** Questions that the site's own search answers with nothing; null where there is no such search. */
async function findUnanswered(
  asked: readonly (readonly [string, number])[],
  site: string,
): Promise<readonly string[] | null> {
  const folder = join(resolve(site), 'search-index');
  if (!existsSync(folder)) return null;
  const engine = openEmbedded(folder);
  const without: string[] = [];
  for (const [text] of asked) {
    const { total } = await engine.search({ text, language: 'zh', size: 1 });
    if (total === 0) without.push(text);
  }
  return without;
}

function describe(
  visits: Visits,
  {
    from,
    to,
    withoutHits,
  }: {
    readonly from: string | null;
    readonly to: string | null;
    readonly withoutHits: readonly string[] | null;
  },
  most: number,
): string {
  const list = (zh: string, en: string, counts: ReadonlyMap<string, number>, least = 1) =>
    [
      `\n${zh} · ${en}`,
      ...listMost(counts, most, least).map(
        ([name, count]) =>
          `${String(count).padStart(8)}  ${name}${withoutHits?.includes(name) && least > 1 ? '  没有结果 no hits' : ''}`,
      ),
    ].join('\n');
  return `${[
    `${from ?? '—'} – ${to ?? '—'}：${visits.pages} 页 pages；${visits.lines} 行 lines，其中 ${visits.unread} 行不计 not counted`,
    list('读得最多的标准', 'standards read most', visits.standards),
    list('从外面的网页链来', 'linked from outside', visits.links),
    list('下载', 'downloads', visits.downloads),
    list('地址里的提问', 'questions in addresses', visits.questions, LEAST_ASKED),
  ].join('\n')}\n`;
}

function noLog(file?: string): Problem {
  return new Problem(
    file === undefined
      ? { zh: '没有写日志文件。', en: 'The log is missing.' }
      : { zh: `没有 ${file}。`, en: `There is no ${file}.` },
    {
      zh: 'std stats /var/log/nginx/biaolian.log；日志怎么开见 docs/operations.md',
      en: 'std stats /var/log/nginx/biaolian.log; docs/operations.md says how to switch logs on',
    },
    { exitCode: 2 },
  );
}
