import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Documents on their way, in parcels; beyond the first parcel they wait on disk. */
export interface DocumentBatches {
  /** How many were added. */
  readonly count: number;
  /** Tasks of what was sent. */
  readonly tasks: number[];
  /** One document as a line of JSON; true when a parcel is full. */
  readonly add: (line: string) => boolean;
  /** All parcels there are; they are then no longer in the box. */
  readonly drain: () => Generator<string>;
  readonly discard: () => void;
}

/** Characters of a parcel: few enough to be read at once, many enough to be indexed together. */
const BATCH_BYTES = 12_000_000;

export function createDocumentBatches(): DocumentBatches {
  let folder: string | undefined;
  let parcels = 0;
  let lines: string[] = [];
  let size = 0;
  let count = 0;
  const fileOf = (parcel: number) =>
    join((folder ??= mkdtempSync(join(tmpdir(), 'biaolian-index-'))), `${parcel}`);
  return {
    get count() {
      return count;
    },
    tasks: [],
    add: (line) => {
      lines.push(line);
      size += line.length;
      count += 1;
      if (size < BATCH_BYTES) return false;
      appendFileSync(fileOf(parcels), lines.join('\n'));
      parcels += 1;
      lines = [];
      size = 0;
      return true;
    },
    *drain() {
      for (let parcel = 0; parcel < parcels; parcel += 1) {
        const text = readFileSync(fileOf(parcel), 'utf8');
        rmSync(fileOf(parcel));
        yield text;
      }
      parcels = 0;
      if (lines.length > 0) yield lines.join('\n');
      lines = [];
      size = 0;
    },
    discard: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
