import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLibrary } from './lib/arguments.ts';
import { ensureBrowser } from './lib/browser.ts';
import { listGates, runGates, type Gate } from './lib/gates.ts';
import { printProblem } from './bootstrap/problem.mjs';
import { runTool } from './lib/tools.ts';
import { countTests, type Count, type VitestReport } from './report/vitest-report.ts';

/**
 * `npm test`: the gates, each counted as one test, then all tests. Arguments go to vitest, and
 * then the gates are left out. The last line is `N passed, N failed, N skipped`.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const problems: unknown[] = [];
  await ensureBrowser().catch((problem: unknown) => problems.push(problem));
  const gates = argv.length === 0 ? listGates(findLibrary(undefined)) : [];
  const write = (text: string): boolean => process.stdout.write(text);
  return runSuite({ problems, gates, vitest: argv, write });
}

export interface Suite {
  /** What could not be prepared; each counts as a failed test. */
  readonly problems?: readonly unknown[];
  readonly gates: readonly Gate[];
  /** Arguments for vitest. */
  readonly vitest: readonly string[];
  readonly write: (text: string) => unknown;
  /** Whether vitest has this terminal; otherwise its output is dropped. */
  readonly silent?: boolean;
}

/** @returns 0 only if something passed and nothing failed */
export async function runSuite(suite: Suite): Promise<number> {
  const { problems = [] } = suite;
  const results = await runGates(suite.gates, suite.write);
  const tests = await runVitest(suite);
  const passed = tests.passed + results.filter(({ ok }) => ok).length;
  const failed = tests.failed + results.filter(({ ok }) => !ok).length + problems.length;
  for (const problem of problems) printProblem(problem, suite.write);
  for (const { gate, ok } of results) if (!ok) suite.write(`✗ ${gate.title.zh} ${gate.title.en}\n`);
  for (const note of tests.notes) suite.write(`${note}\n`);
  suite.write(`${passed} passed, ${failed} failed, ${tests.skipped} skipped\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function runVitest({ vitest, silent = false }: Suite): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'biaolian-test-'));
  const file = join(folder, 'report.json');
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = await runTool({
      package: 'vitest',
      args: [...args, ...vitest],
      output: silent ? 'kept' : 'here',
    });
    return countTests(await readReport(file), status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(file: string): Promise<VitestReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}
