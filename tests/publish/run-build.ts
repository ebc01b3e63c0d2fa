import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../../src/library/code-digest.ts';

/** Run the real command in a process of its own; killed after `killAfter` milliseconds if given. */
export async function runBuild(
  library: string,
  out: string,
  options: { readonly killAfter?: number; readonly cache?: string } = {},
): Promise<{ readonly status: number | null; readonly output: string }> {
  const { killAfter, cache } = options;
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'build', '--library', library, '--out', out],
    {
      cwd: projectRoot,
      env: { ...process.env, ...(cache === undefined ? {} : { BIAOLIAN_CACHE: cache }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  if (killAfter !== undefined) void wait(killAfter).then(() => child.kill('SIGKILL'));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}
