// Publishes a library to a server from a process of its own, so that its memory can be watched:
// `MEILI_URL=… MEILI_MASTER_KEY=… node index-meilisearch.ts LIBRARY PREFIX` prints one object.
import { publishIndex } from '#search/meilisearch/index.ts';
import { openLibrary } from '#library/open.ts';

const [dir = '', prefix = ''] = process.argv.slice(2);
const { MEILI_URL: url = '', MEILI_MASTER_KEY: key = '' } = process.env;
const library = await openLibrary({ dir });
const { documents, ms } = await publishIndex({ library, server: { url, key }, prefix });
process.stdout.write(`${JSON.stringify({ documents, ms })}\n`);
