import { readFileSync } from 'node:fs';
import { readWordDraft } from '#import/draft/read-draft.ts';

// Reads the Word file it is given, as the process of an import does, and says what that took.
const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const start = performance.now();
const draft = readWordDraft(bytes);
const seconds = (performance.now() - start) / 1000;
if ('zh' in draft) throw new Error(draft.en);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    seconds,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: Math.round(maxRSS / 1024),
    taken: draft.report.paragraphs.text,
  }),
);
