import { createHash } from 'node:crypto';
import { listTokens } from '../record/index.ts';
import type { DirectoryEntry, RankedEntries, TextMode } from '../record/index.ts';
import { pinyinTokens } from '../record/pinyin.ts';
import { DIRECTORY_VERSION, packRecord } from './format.ts';
import type { DirectoryRoot, Posting } from './format.ts';

/** Records in one block: 20 hits out of 20 blocks stay below 200 KB uncompressed. */
const BLOCK = 32;
/** Characters of JSON in one shard, about; one posting is never cut. */
const SHARD_SIZE = 12_000;

/** Files of the directory by name, the root last. The same records give the same bytes. */
export function buildDirectory(
  ranked: RankedEntries,
  texts: TextMode,
): ReadonlyMap<string, string> {
  const { entries, hosted, hostedLive } = ranked;
  const postings = collectPostings(entries);
  const shards = cutShards(postings);
  const parts = new Map<string, string>();
  shards.forEach(({ content }, index) => parts.set(`t${index}.json`, content));
  for (let start = 0; start < entries.length; start += BLOCK) {
    const block = entries.slice(start, start + BLOCK).map(({ record }) => packRecord(record));
    parts.set(`r${start / BLOCK}.json`, JSON.stringify(block));
  }
  const hash = createHash('sha256');
  for (const [name, content] of parts) hash.update(`${name}\0${content}\0`);
  const folder = `d${hash.digest('hex').slice(0, 12)}`;
  const root: DirectoryRoot = {
    version: DIRECTORY_VERSION,
    folder,
    records: entries.length,
    hosted,
    hostedLive,
    texts,
    block: BLOCK,
    shards: shards.map(({ first }) => first),
  };
  const files = new Map([...parts].map(([name, content]) => [`${folder}/${name}`, content]));
  return files.set('directory.json', JSON.stringify(root));
}

function collectPostings(entries: readonly DirectoryEntry[]): readonly Posting[] {
  const lists = new Map<string, number[]>();
  entries.forEach((entry, id) => {
    for (const token of new Set([...listTokens(entry), ...pinyinTokens(entry.record.title)])) {
      const list = lists.get(token);
      if (list) list.push(id);
      else lists.set(token, [id]);
    }
  });
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([token, ids]) => [
      token,
      ...ids.map((id, at) => id - (at === 0 ? 0 : (ids[at - 1] ?? 0))),
    ]);
}

function cutShards(postings: readonly Posting[]): { first: string; content: string }[] {
  const shards: { first: string; content: string }[] = [];
  let lines: string[] = [];
  let first = '';
  let size = 0;
  const close = () => {
    if (lines.length > 0) shards.push({ first, content: `[${lines.join(',')}]` });
    lines = [];
    size = 0;
  };
  for (const posting of postings) {
    const line = JSON.stringify(posting);
    if (lines.length > 0 && size + line.length > SHARD_SIZE) close();
    if (lines.length === 0) first = posting[0];
    lines.push(line);
    size += line.length + 1;
  }
  close();
  return shards;
}
