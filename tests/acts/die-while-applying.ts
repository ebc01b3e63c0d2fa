import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import type { ActPlan, ActStage } from '#acts/index.ts';
import { projectRoot } from '#library/code-digest.ts';

const script = fileURLToPath(new URL('fixtures/apply-and-die.ts', import.meta.url));

/** A plan as a file that another process reads. */
export function writePlan(folder: string, plan: ActPlan): string {
  const file = join(folder, 'plan');
  writeFileSync(file, serialize(plan));
  return file;
}

/** Applies the plan of a file in a process that dies at the end of a stage; by which signal it ended. */
export async function dieWhileApplying(
  dir: string,
  plan: string,
  stage: ActStage,
): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [script, dir, plan, stage], {
    cwd: projectRoot,
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'biaolian-acts-code') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal;
}
