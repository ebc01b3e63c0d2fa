/** What we read of vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
    }[];
  }[];
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Tests that did not run: what they need is not here, or they are not written. */
  readonly skipped: number;
  /** What the count does not say by itself: why something that vitest does not call a failed test counts as one, and what was skipped. */
  readonly notes: readonly string[];
}

/** What vitest calls a test that it did not run. */
const NOT_RUN = new Set(['skipped', 'pending', 'todo', 'disabled']);

/**
 * Counts tests so that nothing can hide: a skipped or unwritten test is counted as such; an
 * unfinished one, a file that failed to load, an error outside any test, no report and no test at
 * all are each a failure.
 *
 * @param status vitest's exit status
 */
export function countTests(report: VitestReport | undefined, status: number): Count {
  const nothing = { passed: 0, failed: 1, skipped: 0 };
  if (!report) return { ...nothing, notes: [`✗ vitest ended with ${status}, no report`] };
  const count = { passed: 0, failed: 0, skipped: 0 };
  const notes: string[] = [];
  for (const file of report.testResults) {
    let bad = 0;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed += 1;
      else if (NOT_RUN.has(test.status)) {
        count.skipped += 1;
        notes.push(`- ${test.status}: ${file.name} ${test.fullName}`);
      } else {
        bad += 1;
        if (test.status !== 'failed') notes.push(`✗ ${test.status}: ${file.name} ${test.fullName}`);
      }
    }
    count.failed += bad;
    // A file of which every test was skipped has no other status.
    const isWell = file.status === 'passed' || NOT_RUN.has(file.status);
    if (bad === 0 && (!isWell || file.assertionResults.length === 0)) {
      count.failed += 1;
      notes.push(`✗ ${file.name}: ${file.message?.split('\n')[0] || 'holds no test that ran'}`);
    }
  }
  if (count.failed === 0 && status !== 0) {
    count.failed += 1;
    notes.push(`✗ vitest ended with ${status}: an error outside any test`);
  }
  if (count.failed === 0 && count.passed + count.skipped === 0) {
    return { ...nothing, notes: ['✗ no test ran'] };
  }
  return { ...count, notes };
}
