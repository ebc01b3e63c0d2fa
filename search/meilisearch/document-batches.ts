import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Documents on their way, in batches; beyond the first batch they wait on disk. */
export interface DocumentBatches {
  /** How many were added. */
  readonly count: number;
  /** Tasks of what was sent. */
  readonly tasks: number[];
  /** One document as a line of JSON; true when a batch is full. */
  readonly add: (line: string) => boolean;
  /** All batches there are; they are then no longer in the box. */
  readonly drain: () => Generator<string>;
  readonly discard: () => void;
}

/** Characters of a batch: few enough to be read at once, many enough to be indexed together. */
const BATCH_LENGTH = 12_000_000;

/**
 * An empty store of documents for a server; whole batches of `BATCH_LENGTH` characters wait on disk, not in memory.
 */
export function createDocumentBatches(): DocumentBatches {
  let folder: string | undefined;
  let batches = 0;
  let lines: string[] = [];
  let size = 0;
  let count = 0;
  const fileOf = (batch: number) =>
    join((folder ??= mkdtempSync(join(tmpdir(), 'biaolian-index-'))), `${batch}`);
  return {
    get count() {
      return count;
    },
    tasks: [],
    add: (line) => {
      lines.push(line);
      size += line.length;
      count += 1;
      if (size < BATCH_LENGTH) return false;
      appendFileSync(fileOf(batches), lines.join('\n'));
      batches += 1;
      lines = [];
      size = 0;
      return true;
    },
    *drain() {
      for (let batch = 0; batch < batches; batch += 1) {
        const text = readFileSync(fileOf(batch), 'utf8');
        rmSync(fileOf(batch));
        yield text;
      }
      batches = 0;
      if (lines.length > 0) yield lines.join('\n');
      lines = [];
      size = 0;
    },
    discard: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
