import { describe, expect, it } from 'vitest';
import type { Gate } from '#scripts/lib/gates.ts';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { countTests, type VitestReport } from '#scripts/report/vitest-report.ts';
import { runSuite } from '#scripts/test.ts';

const FIXTURES = 'tests/scripts/fixtures';

async function run(name: string, gates: readonly Gate[] = [], problems: readonly Problem[] = []) {
  let output = '';
  const status = await runSuite({
    problems,
    gates,
    vitest: ['--config', `${FIXTURES}/vitest.config.ts`, '--dir', `${FIXTURES}/${name}`],
    write: (text) => (output += text),
    silent: true,
  });
  return { status, output, lastLine: output.trimEnd().split('\n').at(-1) };
}

function gate(name: string, script: string): Gate {
  return {
    name,
    title: { zh: name, en: name },
    tool: { package: `${FIXTURES}/gates/${script}.mjs`, args: [] },
  };
}

describe('the runner ends with its count and a true status', () => {
  it.each([
    ['pass', 0, '2 passed, 0 failed, 0 skipped'],
    ['fail', 1, '1 passed, 1 failed, 0 skipped'],
    ['crash', 1, '1 passed, 1 failed, 0 skipped'],
    ['stray', 1, '1 passed, 1 failed, 0 skipped'],
    ['no-such-folder', 1, '0 passed, 1 failed, 0 skipped'],
  ])('%s → %i, %s', async (name, status, lastLine) => {
    expect(await run(name)).toMatchObject({ status, lastLine });
  });

  it('counts gates, and what could not be prepared, as tests; it shows what a failed gate said and what to do', async () => {
    const problem = new Problem({ zh: '没有', en: 'none' }, { zh: '安装', en: 'install it' });
    const gates = [gate('good gate', 'good'), gate('bad gate', 'bad')];
    const { status, lastLine, output } = await run('pass', gates, [problem]);
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '3 passed, 2 failed, 0 skipped' });
    expect(output).toContain('this gate found something');
    expect(output).not.toContain('this gate found nothing');
    expect(output).toContain('install it');
  });

  it('a test that is skipped, or not written, is counted and named, and is no failure', async () => {
    const { status, lastLine, output } = await run('skip');
    expect({ status, lastLine }).toEqual({ status: 0, lastLine: '1 passed, 0 failed, 2 skipped' });
    expect(output).toContain('is skipped');
    expect(output).toContain('is not written');
  });
});

describe('counting', () => {
  const passed: VitestReport = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: [{ fullName: 'a', status: 'passed' }],
      },
    ],
  };

  it('takes neither a skipped test nor a file of them for passed or failed', () => {
    const skipped = {
      name: 'b.test.ts',
      status: 'skipped',
      assertionResults: [{ fullName: 'b', status: 'skipped' }],
    };
    const report = { testResults: [...passed.testResults, skipped] };
    expect(countTests(report, 0)).toMatchObject({ passed: 1, failed: 0, skipped: 1 });
  });

  it('takes no report for a failure', () => {
    expect(countTests(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('takes a bad exit status for a failure when all tests passed', () => {
    expect(countTests(passed, 0)).toMatchObject({ passed: 1, failed: 0 });
    expect(countTests(passed, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('takes a file without tests, and no file at all, for a failure', () => {
    const empty = { name: 'b.test.ts', status: 'passed', assertionResults: [] };
    const report = { testResults: [...passed.testResults, empty] };
    expect(countTests(report, 0)).toMatchObject({ passed: 1, failed: 1 });
    expect(countTests({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
