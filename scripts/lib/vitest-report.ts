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
  /** Why something that vitest may not call a failed test counts as one. */
  readonly reasons: readonly string[];
}

/**
 * Counts tests so that nothing can hide: a skipped or unfinished test, a file that failed to
 * load, an error outside any test, no report and no test at all are each a failure.
 *
 * @param status vitest's exit status
 */
export function countTests(report: VitestReport | undefined, status: number): Count {
  if (!report) return { passed: 0, failed: 1, reasons: [`vitest ended with ${status}, no report`] };
  let passed = 0;
  let failed = 0;
  const reasons: string[] = [];
  for (const file of report.testResults) {
    const bad = file.assertionResults.filter((test) => test.status !== 'passed');
    passed += file.assertionResults.length - bad.length;
    failed += bad.length;
    for (const test of bad) {
      if (test.status !== 'failed') reasons.push(`${test.status}: ${file.name} ${test.fullName}`);
    }
    if (bad.length === 0 && (file.status !== 'passed' || file.assertionResults.length === 0)) {
      failed += 1;
      reasons.push(`${file.name}: ${file.message?.split('\n')[0] || 'holds no test that ran'}`);
    }
  }
  if (failed === 0 && status !== 0) {
    failed += 1;
    reasons.push(`vitest ended with ${status}: an error outside any test`);
  }
  if (failed === 0 && passed === 0) return { passed, failed: 1, reasons: ['no test ran'] };
  return { passed, failed, reasons };
}
