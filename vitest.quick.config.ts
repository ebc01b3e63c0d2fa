import { defineConfig } from 'vitest/config';

/** Tests that open the whole library, index it, or run thousands of cases. */
const LONG = [
  'tests/core/text/{bounds,conservation}.test.ts',
  'tests/library/{folders,open,published}.test.ts',
  'tests/search/{as-asked,ask,both-engines,contract,embedded,embedded-wire,guide,index,relevance}.test.ts',
  'tests/search/meilisearch/**',
  'tests/search/question/{meilisearch,spellings,synonyms}.test.ts',
  'tests/site/{routes,standings-in-words,system-export,overview-lists}.test.ts',
];

/** `npm run test:quick`: the rooms that need no browser, no server, no built site and no other process. */
export default defineConfig({
  test: {
    include: ['tests/{architecture,core,corpus,docs,import,library,search,site}/**/*.test.ts'],
    exclude: LONG,
    testTimeout: 60_000,
    maxWorkers: 2,
    // Texts are set as PDF and written for Word by the tests of that only.
    env: { BIAOLIAN_PDF: '0', BIAOLIAN_WORD: '0' },
    // Pure rooms share nothing that a test changes: files need no process of their own.
    isolate: false,
  },
});
