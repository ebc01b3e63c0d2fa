import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#library/code-digest.ts';
import { fileKinds, makeMutated } from '../support/mutated-files.ts';
import type { FileKind } from '../support/mutated-files.ts';
import type { CampaignOptions, CampaignRow } from './campaign.ts';

/** Which cases a thread reads: from one number to before another. */
export interface CaseOrder {
  readonly seed: number;
  readonly from: number;
  readonly until: number;
}

/** What such a thread says: that a case begins, or what became of it. */
export type CaseSaid =
  | { readonly at: number; readonly begins: true }
  | {
      readonly at: number;
      readonly kind: FileKind;
      readonly seconds: number;
      readonly isTaken: boolean;
      readonly faults: readonly string[];
    };

/** Seconds of the clock after which a case hangs. A busy machine takes its time. */
const longest = 30;

/** Where a file that did harm is kept, so that it can be read again. */
const kept = join(projectRoot, '.cache/campaign');

/**
 * Reads `count` mutated files in a thread that is ended, and begun anew behind the case, where one does not come to its end.
 * A row for each kind of file; a file that did harm is kept in `.cache/campaign`.
 */
export async function campaignTexts({ count, seed }: CampaignOptions): Promise<CampaignRow[]> {
  const sums = new Map(
    fileKinds.map((kind) => [kind, { cases: 0, taken: 0, longest: 0, faults: [] as string[] }]),
  );
  const note = (at: number, what: string): void => {
    const { kind, file, bytes } = makeMutated(seed, at);
    mkdirSync(kept, { recursive: true });
    const path = join(kept, `${seed}-${at}-${basename(file)}`);
    writeFileSync(path, bytes);
    sums.get(kind)?.faults.push(`seed ${seed}, case ${at}, ${file}: ${what} (${path})`);
  };
  for (let from = 0; from < count;) {
    from = await readCases(
      { seed, from, until: count },
      (said) => {
        if ('begins' in said) return;
        const sum = sums.get(said.kind);
        if (!sum) return;
        sum.cases += 1;
        sum.taken += said.isTaken ? 1 : 0;
        sum.longest = Math.max(sum.longest, said.seconds);
        if (said.faults.length > 0) note(said.at, said.faults.slice(0, 3).join('; '));
      },
      note,
    );
  }
  return [...sums].map(([kind, sum]) => ({
    what: `mutated ${kind} files`,
    cases: sum.cases,
    note: `${sum.taken} taken, the rest refused or in part; longest ${sum.longest.toFixed(2)} s`,
    faults: sum.faults,
  }));
}

/** Reads cases in a thread until all are read, or one hangs or ends the thread; the number to go on with. */
async function readCases(
  order: CaseOrder,
  listen: (said: CaseSaid) => void,
  note: (at: number, what: string) => void,
): Promise<number> {
  const worker = new Worker(new URL('campaign-cases.ts', import.meta.url), { workerData: order });
  let { from: at } = order;
  let since = performance.now();
  let isHung = false;
  worker.on('message', (said: CaseSaid) => {
    ({ at } = said);
    since = performance.now();
    listen(said);
  });
  worker.on('error', (error: Error) => note(at, `the thread ended: ${error.message}`));
  const timer = setInterval(() => {
    if (performance.now() - since < longest * 1000 || isHung) return;
    isHung = true;
    note(at, `not read within ${longest} s`);
    void worker.terminate();
  }, 500);
  const status = await new Promise<number>((resolve) => worker.once('exit', resolve));
  clearInterval(timer);
  return status === 0 && !isHung ? order.until : at + 1;
}
