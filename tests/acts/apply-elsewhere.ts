import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import type { ActPlan, ActStage } from '#acts/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import { projectRoot } from '#library/code-digest.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';

/** A plan as a file that another process reads. */
export function writePlan(plan: ActPlan): string {
  const file = join(makeFolder(), 'plan');
  writeFileSync(file, serialize(plan));
  return file;
}

function start(script: string, args: readonly string[]) {
  const path = fileURLToPath(new URL(`fixtures/${script}`, import.meta.url));
  return spawn(process.execPath, [path, ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'biaolian-acts-code') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/**
 * Applies the plan of a file in a process that is killed at the end of a stage; by which signal it ended. `copies` is a
 * folder for what lay on the disk at the end of each stage.
 */
export async function dieWhileApplying(
  dir: string,
  plan: string,
  stage: ActStage,
  copies = '',
): Promise<NodeJS.Signals | null> {
  const child = start('apply-and-die.ts', [dir, plan, stage, copies]);
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** What another process says that applied a plan. */
interface Said {
  readonly changed?: readonly string[];
  readonly what?: Bilingual;
  readonly hint?: Bilingual;
}

/** Another process that applies a plan, and waits on its way until it is let go. */
export interface Waiting {
  readonly pid: number;
  /** Whoever has the same gate goes on too. */
  readonly go: () => Promise<Said>;
}

/** Applies a plan in another process, which waits at the end of a stage, or before all. */
export async function waitWhileApplying(
  dir: string,
  plan: ActPlan,
  stage: ActStage | 'start',
  gate: string,
): Promise<Waiting> {
  const child = start('apply-in-turn.ts', [dir, writePlan(plan), stage, gate]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  return {
    pid: child.pid ?? 0,
    go: async () => {
      writeFileSync(gate, '');
      await closed;
      return JSON.parse(said.replace('waiting\n', '')) as Said;
    },
  };
}
