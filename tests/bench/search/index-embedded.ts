// Builds the embedded index of a library in a process of its own, so that its memory can be watched:
// `node index-embedded.ts LIBRARY OUT CACHE` prints one object.
import { buildSearchIndex } from '#search/embedded/texts/build.ts';
import { openLibrary } from '#library/open.ts';

const [dir = '', out = '', cache = ''] = process.argv.slice(2);
const library = await openLibrary({ dir });
const start = performance.now();
const { records, bytes, mode } = await buildSearchIndex({ library, out, cache });
const ms = performance.now() - start;
process.stdout.write(`${JSON.stringify({ documents: records, bytes, mode, ms })}\n`);
