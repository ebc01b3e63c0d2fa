import { defineConfig } from 'vitest/config';

/** Tests that start builds or servers of their own, kill what they started, set the clock or hold a library: a process of their own for each file. */
const APART = [
  'tests/{acts,desk,e2e,publish}/**/*.test.ts',
  'tests/library/{folder-stat,relate-again}.test.ts',
  'tests/search/remember.test.ts',
];

/** Of those, visits to the site of the sample library: they share processes, the modules in them and the server of the site. */
const VISITS = [
  'tests/e2e/{compare,compared-terms,english,home,indicators,learning,lifecycle,old-browsers,overview,pages,print,reading,reading-sizes,references,validity}.test.ts',
  'tests/e2e/search{,-answer,-box,-export,-keyboard,-page,-places,-recents,-slow}.test.ts',
  'tests/e2e/{system-export,system-list,system-page,systems}.test.ts',
];

/** One of the kinds of files; all take what is said for all. */
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
      kind('apart', APART, true, VISITS),
      kind('visits', VISITS, false),
      kind('together', ['tests/**/*.test.ts'], false, [...APART, 'tests/scripts/fixtures/**']),
    ],
  },
});
