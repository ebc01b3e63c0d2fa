import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // What a page comes to, it may come to slowly on a machine that does other things.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 180_000,
    // Most of the time goes to browsers, servers and builds: two files at a time also where there are two cores.
    maxWorkers: 2,
    // Texts are set as PDF and written for Word by the tests of that only.
    env: { BIAOLIAN_PDF: '0', BIAOLIAN_WORD: '0' },
  },
});
