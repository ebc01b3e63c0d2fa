import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { digestCode } from '#library/code-digest.ts';
import { readSummed, writeSummed } from '#library/summed-file.ts';
import type { SearchLibrary } from '../library.ts';
import type { Sounds } from '../question/sound.ts';
import { listGroups } from './documents.ts';
import type { DocumentGroup, IndexDocument } from './documents.ts';
import { indexNames } from './schema.ts';
import type { IndexName } from './schema.ts';

/** A document by its index and its id, with the digest that tells it from another of that name. */
export interface Mark {
  readonly indexName: IndexName;
  readonly id: string;
  readonly digest: string;
}

/** Documents that are made together, by their marks. */
export interface MarkedGroup {
  readonly marks: readonly Mark[];
  /** They themselves, in the order of the marks; made when they are asked for. */
  readonly documents: () => readonly IndexDocument[];
}

/** What documents are made by: marks of those that other code made are not reused. */
const MARKS_CODE: readonly string[] = ['src/core', 'src/library', 'search', 'package-lock.json'];

/** The file that keeps marks, in the folder of what is kept of a library. */
const MARKS = 'search-documents.txt';

/**
 * All documents of a library by their marks, in their order. `cache` is a folder that keeps the marks of each group under what it
 * was made from, and the index of passages: only groups that are made from something else are made again, and their documents
 * where somebody lacks them. What is kept says nothing of servers. Without a folder, or where it is damaged, all is made.
 */
export function* listMarks(
  library: SearchLibrary,
  sounds: Sounds,
  cache: string | undefined,
): Generator<MarkedGroup> {
  const code = cache === undefined ? '' : digestCode(...MARKS_CODE);
  const file = join(cache ?? '', MARKS);
  const before = cache === undefined ? new Map<string, string>() : readKept(file);
  const kept = cache === undefined ? undefined : { cache, code };
  const now: string[] = [];
  let isOther = false;
  for (const group of listGroups(library, sounds, kept)) {
    const stamp = digest(`${code} ${group.name} ${group.from()}`);
    const known = before.get(stamp);
    isOther ||= known === undefined;
    const { line, ...marked } = known === undefined ? mark(group) : remember(group, known);
    now.push(`${stamp} ${line}`);
    yield marked;
  }
  if (cache === undefined || (!isOther && now.length === before.size)) return;
  writeSummed(file, now.join('\n'));
}

function mark(group: DocumentGroup): MarkedGroup & { readonly line: string } {
  const made = [...group.make()];
  const marks = made.map(({ indexName, document }) => ({
    indexName,
    id: document.id,
    digest: digest(JSON.stringify(document)),
  }));
  const words = marks.flatMap((each) => [indexNames.indexOf(each.indexName), each.id, each.digest]);
  const documents = made.map(({ document }) => document);
  return { marks, documents: () => documents, line: words.join(' ') };
}

function remember(group: DocumentGroup, line: string): MarkedGroup & { readonly line: string } {
  const words = line === '' ? [] : line.split(' ');
  const marks: Mark[] = [];
  for (let at = 0; at < words.length; at += 3) {
    const [place = '', id = '', own = ''] = words.slice(at, at + 3);
    const indexName = indexNames[Number(place)];
    if (indexName) marks.push({ indexName, id, digest: own });
  }
  const documents = () => Array.from(group.make(), ({ document }) => document);
  return { marks, documents, line };
}

/** Lines by their stamps; none where the file is not what was written. */
function readKept(file: string): ReadonlyMap<string, string> {
  const lines = readSummed(file)?.split('\n') ?? [];
  return new Map(
    lines.map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)] as const;
    }),
  );
}

/** Twenty-two characters that tell one text from another. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
