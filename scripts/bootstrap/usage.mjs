// Runs under Node 18: built-ins only.

/** @typedef {{ readonly zh: string, readonly en: string }} Bilingual */

const library =
  '  --library DIR      库目录，默认 content/ 或环境变量 BIAOLIAN_LIBRARY · the library (content/ or BIAOLIAN_LIBRARY)';
const building = `${library}
  --base PATH        网站在主机上的路径，如 /biaozhun/ · the site's path on its host, such as /portal/
  --all-or-nothing   有一处错误就什么也不公布 · publish nothing when anything has an error
  --preview          连还没到发布日期的标准一起生成，供审看 · with standards before their day of issue, to look at
  --no-pdf           不生成 PDF · make no PDF
  --no-word          不生成 Word 文件 · make no Word files
  --no-data          不生成 JSON-LD、STS XML 等数据文件 · make no JSON-LD, STS XML and other data files`;
const serving = `  --port N           端口，默认 4321 · port, 4321 by default
  --host ADDRESS     监听的地址，默认 127.0.0.1 · address to listen on`;

/** What each command takes. `std` has its own help. @type {Record<string, Bilingual & { options: string }>} */
const USAGES = {
  start: {
    zh: 'npm start -- [选项]   检查、编译、建站、建索引，并打开网站；有错误的部分仍用上次公布的',
    en: 'npm start -- [options]   check, compile, build and serve; what has errors stays as it was published last',
    options: `${serving}\n${building}\n  --search ENGINE    embedded（默认 default）或 meilisearch`,
  },
  build: {
    zh: 'npm run build -- [选项]   只建站。退出码 0 都已公布、1 有错误、2 用法不对',
    en: 'npm run build -- [options]   build the site. Exit status 0 all published, 1 errors, 2 usage',
    options: `${building}
  --out DIR          网站放在哪里，默认 dist；整个文件夹会被替换 · where the site goes, dist by default; replaced whole
  --site URL         网站的地址，如 https://bz.example.cn · address of the site`,
  },
  dev: {
    zh: 'npm run dev -- [选项]   边写边看，内容和代码一改就刷新',
    en: 'npm run dev -- [options]   the site as you write it, reloaded at each change',
    options: `${serving}\n${library}`,
  },
  desk: {
    zh: 'npm run desk -- [选项]   编写台：在网页里导入 Word 稿、修改、预览、公布，不用命令行',
    en: 'npm run desk -- [options]   the desk: import Word drafts, edit, preview and publish in a web page',
    options: `${library}
  --port N           编写台的端口，默认 4330 · port of the desk, 4330 by default
  --site-port N      网站的端口，默认 4321 · port of the site, 4321 by default
  --out DIR          网站放在哪里，默认 dist · where the site goes, dist by default
  --keep DIR         稿件放在哪里，默认 .desk · where drafts are kept, .desk by default`,
  },
  check: {
    zh: 'npm run check -- [选项]   格式、代码规范、类型、无用代码、内容',
    en: 'npm run check -- [options]   format, lint, types, dead code, content',
    options: library,
  },
  fix: {
    zh: 'npm run fix -- [选项]   能自动改的都改正',
    en: 'npm run fix -- [options]   put right what can be put right',
    options: library,
  },
  test: {
    zh: 'npm test -- [tests/路径…]   全部测试，或只测一部分；最后一行是 N passed, N failed, N skipped',
    en: 'npm test -- [tests/path…]   all tests, or a part; the last line is N passed, N failed, N skipped',
    options: '  其余参数交给 vitest · other arguments go to vitest',
  },
  'test:quick': {
    zh: 'npm run test:quick   不用浏览器、服务器、建站的测试，一分钟以内；最后一行同 npm test',
    en: 'npm run test:quick   the tests without browser, server and build, in a minute; the last line is that of npm test',
    options:
      '  --watch            改一处，测一处，不停 · run again what a change touches\n  其余参数交给 vitest · other arguments go to vitest',
  },
};

/**
 * The help of a command; nothing where it is not asked for, or the command has its own.
 *
 * @param {string} name
 * @param {readonly string[]} argv
 */
export function findHelp(name, argv) {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const usage = USAGES[name];
  if (!usage || !own.some((argument) => argument === '--help' || argument === '-h'))
    return undefined;
  return `${usage.zh}\n${usage.en}\n\n${usage.options}\n  --verbose          出错时显示位置 · show where a failure happened\n`;
}
