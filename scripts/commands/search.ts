import { once } from 'node:events';
import { ask } from '#search/ask.ts';
import type { SearchEngine } from '#search/contract.ts';
import { readArguments, usage } from '../lib/arguments.ts';
import { readLines } from '../report/lines.ts';
import { openLibraryEngine } from '../lib/search-engines.ts';
import { formatJson, formatText } from '../report/search-output.ts';
import type { Printing } from '../report/search-output.ts';
import { findServers, openServers } from '../meilisearch/search-servers.ts';
import { today } from '#library/cache-folder.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'search',
  summary: {
    zh: '查找标准与条文：编号、名称、拼音、条文片段，一次一条或许多条',
    en: 'Find standards and clauses: numbers, titles, pinyin, phrases; one question or many',
  },
  usage: {
    zh: `用法：npm run std -- search [查询 …] < 查询.txt
查询写在命令后面（每个参数一条），或从标准输入逐行读取；空行跳过，过长的行截短。以短横线开头的写法放在 -- 之后。
--engine 引擎   embedded（默认，不需要服务器）或 meilisearch
--lang 语言     zh（默认）或 en：链接与名称的语言
--size 个数     每条查询列出的标准数，1 到 1000，默认 10
--base 前缀     写在网址前面，如 https://standards.example
--site 目录     已生成的网站，从中的 search.json 得到搜索服务器
--json 时每条查询输出一行：query、engine、total、hits（number、title、url、clauses）；没有标准写着整个问题时另有 best（words、likely）。
Meilisearch 的地址、密钥与索引：环境变量 MEILI_URL、MEILI_SEARCH_KEY（或 MEILI_ADMIN_KEY、MEILI_MASTER_KEY）与 MEILI_INDEX，否则用 --site 的 search.json。
退出状态：0 每条都有结果；1 有的没有结果或没有答案；2 用法错误或搜索服务器不能用。`,
    en: `Usage: npm run std -- search [QUERY …] < queries.txt
Queries are arguments, one each, or lines of standard input; blank lines are skipped, overlong ones cut. One that begins with a
hyphen stands after --.
--engine NAME   embedded (the default, no server) or meilisearch
--lang LANG     zh (the default) or en: language of links and titles
--size N        standards listed for a query, 1 to 1000; 10 by default
--base PREFIX   put before addresses, e.g. https://standards.example
--site DIR      a built site, whose search.json names the search servers
With --json one object a line for each query: query, engine, total, hits (number, title, url, clauses); best (words,
likely) where no standard holds the whole question.
Address, key and index of Meilisearch: MEILI_URL, MEILI_SEARCH_KEY (or MEILI_ADMIN_KEY, MEILI_MASTER_KEY) and MEILI_INDEX of the
environment, else search.json of --site.
Exit status: 0 each query found something; 1 some found nothing or no answer; 2 usage, or no search server that works.`,
  },
  run,
};

async function run(context: CommandContext): Promise<ExitStatus> {
  const { argv, stdin, stderr, library } = context;
  const options = readOptions(argv);
  const isTerminal = 'isTTY' in stdin && stdin.isTTY === true;
  if (options.queries.length === 0 && isTerminal) {
    stderr.write(`${command.usage.zh}\n\n${command.usage.en}\n`);
    return 2;
  }
  const engine =
    options.engine === 'embedded'
      ? (await openLibraryEngine(library)).engine
      : openServers(findServers(options.site));
  const queries = options.queries.length > 0 ? options.queries : readLines(stdin);
  return answerQueries(queries, engine, options, context);
}

interface Options extends Printing {
  readonly engine: 'embedded' | 'meilisearch';
  readonly size: number;
  readonly site: string;
  readonly queries: readonly string[];
}

/** Mark of a question such as `-18 ℃` while arguments are told from options. */
const HYPHEN = '\u0000';

function readOptions(argv: readonly string[]): Options {
  const marked = argv.map((each) => (/^-[^\p{L}-]/u.test(each) ? HYPHEN + each : each));
  const { values, positionals } = readArguments(
    marked,
    {
      engine: { type: 'string', default: 'embedded' },
      lang: { type: 'string', default: 'zh' },
      size: { type: 'string', default: '10' },
      base: { type: 'string', default: '' },
      site: { type: 'string', default: 'dist' },
    },
    true,
  );
  const { lang, base, site, engine } = values;
  if (engine !== 'embedded' && engine !== 'meilisearch') {
    throw usage(
      { zh: `没有“${engine}”这个引擎。`, en: `There is no engine "${engine}".` },
      {
        zh: '用 --engine embedded 或 --engine meilisearch',
        en: 'Use --engine embedded or --engine meilisearch',
      },
    );
  }
  if (lang !== 'zh' && lang !== 'en') {
    throw usage(
      { zh: `没有“${lang}”这种语言。`, en: `There is no language "${lang}".` },
      { zh: '用 --lang zh 或 --lang en', en: 'Use --lang zh or --lang en' },
    );
  }
  const size = /^\d{1,4}$/.test(values.size) ? Number(values.size) : 0;
  if (size < 1 || size > 1000) {
    throw usage(
      { zh: '--size 要 1 到 1000 的整数。', en: '--size takes a whole number from 1 to 1000.' },
      { zh: '例如 --size 50', en: 'For example --size 50' },
    );
  }
  return {
    engine,
    language: lang,
    size,
    base: base.replace(/\/+$/, ''),
    site,
    day: today(),
    queries: positionals.map((each) => (each.startsWith(HYPHEN) ? each.slice(1) : each)),
  };
}

/** One answer after the other, each as soon as its question is there. */
async function answerQueries(
  queries: Iterable<string> | AsyncIterable<string>,
  engine: SearchEngine,
  options: Options,
  { stdout, json }: CommandContext,
): Promise<ExitStatus> {
  const format = json ? formatJson : formatText;
  const { language, size } = options;
  let status: ExitStatus = 0;
  for await (const line of queries) {
    const query = line.replace(/^\ufeff/, '').trim();
    if (query === '') continue;
    const answer = await ask(engine, { text: query, language, size });
    if (answer.total === 0 || answer.best?.likely === false) status = 1;
    if (!stdout.write(format(query, answer, options))) await once(stdout, 'drain');
  }
  return status;
}
