import { defineConfig } from 'vitest/config';

/** Tests that start builds, servers or browsers, kill what they started, set the clock or hold a library: a process of their own for each file. */
const APART = [
  'tests/{acts,desk,e2e,publish}/**/*.test.ts',
  'tests/library/{folder-stat,relate-again}.test.ts',
  'tests/search/remember.test.ts',
];

/** One of the two kinds of files; both take what is said for all. */
const kind = (name: string, include: string[], isolate: boolean, exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude, isolate },
});

export default defineConfig({
  test: {
    // What only a test that hangs comes to, four files at a time.
    testTimeout: 150_000,
    // What a page comes to, it may come to slowly on a machine that does other things.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 300_000,
    // Much of the time goes to waiting for browsers, servers and builds: four files at a time, also where there are two cores.
    maxWorkers: 4,
    // Texts are set as PDF and written for Word by the tests of that only.
    env: { BIAOLIAN_PDF: '0', BIAOLIAN_WORD: '0' },
    // Loading the modules of a room anew for each file costs more than most files do.
    projects: [
      kind('apart', APART, true),
      kind('together', ['tests/**/*.test.ts'], false, [...APART, 'tests/scripts/fixtures/**']),
    ],
  },
});
