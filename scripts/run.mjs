// The one door to every command (`node scripts/run.mjs NAME [arguments]`, as package.json calls
// it). It runs under Node 18 with nothing installed: built-ins only, here and in all it imports
// statically. It sees to a Node that is new enough and to the dependencies, then loads the
// command, a TypeScript module that exports `main(arguments)` and answers with an exit status.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { Problem, printProblem } from './bootstrap/problem.mjs';
import { ensureNode, runUnder } from './bootstrap/toolchain.mjs';
import { findHelp } from './bootstrap/usage.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @type {Record<string, string>} */
const COMMANDS = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  'test:quick': 'scripts/test-quick.ts',
  dev: 'scripts/dev.ts',
  desk: 'scripts/desk.ts',
  build: 'scripts/build.ts',
  check: 'scripts/check.ts',
  fix: 'scripts/fix.ts',
  std: 'scripts/std.ts',
  bench: 'tests/bench/bench.ts',
  'bench:search': 'tests/bench/search/bench.ts',
  'bench:questions': 'tests/bench/search/questions.ts',
  'bench:sentences': 'tests/bench/sentences.ts',
  'bench:validity': 'tests/bench/validity.ts',
  'bench:compare': 'tests/bench/compare.ts',
  'bench:checklist': 'tests/bench/checklist.ts',
  'bench:phone': 'tests/bench/search/slow-phone.ts',
  'bench:desk': 'tests/bench/desk.ts',
  'bench:drafts': 'tests/bench/drafts.ts',
  'bench:kills': 'tests/bench/kills.ts',
  'bench:walk': 'tests/bench/walk.ts',
  'bench:releases': 'tests/bench/releases.ts',
  'bench:load': 'tests/bench/load.ts',
  'bench:mirror': 'tests/bench/mirror.ts',
  campaign: 'tests/bench/campaign.ts',
};

/** Commands that load a thousand modules and end soon: they are loaded as one file (docs/decisions/0032). */
const BUNDLED = new Set(['scripts/build.ts']);

/** @param {readonly string[]} argv */
async function run([name = '', ...rest]) {
  const file = COMMANDS[name];
  if (!file) {
    const names = Object.keys(COMMANDS).join(', ');
    throw new Problem(
      { zh: `没有“${name}”这个命令。`, en: `There is no command "${name}".` },
      { zh: `可用的命令：${names}`, en: `Commands: ${names}` },
      { exitCode: 2 },
    );
  }
  const help = findHelp(name, rest);
  if (help !== undefined) {
    process.stdout.write(help);
    return 0;
  }
  const verbose = rest.indexOf('--verbose');
  if (verbose >= 0) {
    rest.splice(verbose, 1);
    process.env.BIAOLIAN_VERBOSE = '1';
  }
  const node = await ensureNode(root);
  if (node !== process.execPath) {
    return runUnder(node, [fileURLToPath(import.meta.url), name, ...rest]);
  }
  await ensureDependencies(root);
  // What Node made of our files and of packages is kept between runs: a start costs half.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.(join(root, '.cache', 'node'));
  const path = join(root, file);
  process.argv = [node, path, ...rest];
  if (!BUNDLED.has(file)) return start(path, rest);
  const { bundleCommand, findBundle } = await import(
    pathToFileURL(join(root, 'scripts/bundle/bundled-command.ts')).href
  );
  const bundle = findBundle(file);
  if (bundle !== undefined) return start(bundle, rest);
  const status = await start(path, rest);
  // Where it cannot be made the sources are loaded the next time, too.
  await bundleCommand(file).catch(() => undefined);
  return status;
}

/**
 * @param {string} path
 * @param {readonly string[]} argv
 */
async function start(path, argv) {
  const { main } = await import(pathToFileURL(path).href);
  return main ? main(argv) : undefined;
}

/**
 * npm passes a signal on to the shell that runs this, and the shell does not pass it on to us.
 * So when npm started us, its shell's end is ours.
 */
function endWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

/** @param {unknown} error */
function fail(error) {
  printProblem(error);
  process.exit(error instanceof Problem ? error.exitCode : 1);
}

process.on('uncaughtException', fail);
if (process.env.npm_lifecycle_event) endWithParent();
try {
  process.exitCode = (await run(process.argv.slice(2))) ?? process.exitCode;
} catch (error) {
  fail(error);
}
