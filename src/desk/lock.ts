import { join } from 'node:path';
import { isAlive } from '#library/alive.ts';
import { readIfThere } from '#library/files.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { rmSync } from 'node:fs';

/** A desk that runs on a library. */
export interface RunningDesk {
  readonly pid: number;
  readonly address: string;
}

const nameOf = (keep: string): string => join(keep, 'desk.json');

/** The other desk that runs on the same library; undefined where none does. */
export function findRunningDesk(keep: string): RunningDesk | undefined {
  try {
    const kept = JSON.parse(readIfThere(nameOf(keep))?.toString() ?? 'null') as RunningDesk | null;
    return kept && kept.pid !== process.pid && isAlive(kept.pid) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Says that this process is the desk of the library; answers with what takes it back. */
export function claimDesk(keep: string, address: string): () => void {
  writeAtomically(nameOf(keep), JSON.stringify({ pid: process.pid, address }));
  return () => rmSync(nameOf(keep), { force: true });
}
