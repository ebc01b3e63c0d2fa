import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#library/code-digest.ts';
import type { CampaignRow } from './campaign.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Tests that are there already, as a row of the campaign; with the environment of another zone where one is given. */
export function runTests(
  what: string,
  files: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): CampaignRow {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-campaign-'));
  try {
    const output = join(folder, 'report.json');
    const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', ...files, '--reporter=json', `--outputFile=${output}`];
    spawnSync(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...variables },
      stdio: 'ignore',
    });
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    const faults = report.testResults.flatMap(({ name, status, assertionResults }) => {
      const failed = assertionResults.filter((each) => each.status === 'failed');
      const names = failed.map(({ fullName }) => `${name}: ${fullName}`);
      return status === 'failed' && names.length === 0 ? [`${name} did not run`] : names;
    });
    const ran = report.numPassedTests + report.numFailedTests;
    if (ran === 0) faults.push('no test ran');
    const skipped = report.numPendingTests;
    return { what, cases: ran, note: `${files.length} files, ${skipped} skipped`, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
