import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#library/code-digest.ts';
import type { PublishOptions } from '#publish/index.ts';
import type { PublishStage } from '#publish/stages.ts';

/** Run the real command in a process of its own. */
export async function runBuild(
  library: string,
  out: string,
  { cache }: { readonly cache?: string } = {},
): Promise<{ readonly status: number | null; readonly output: string }> {
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
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}

/** Build in a process of its own, which is killed when a stage of that name is over. */
export async function buildAndDie(
  options: PublishOptions,
  stage: PublishStage,
  variables: Readonly<Record<string, string>> = {},
): Promise<void> {
  const script = fileURLToPath(new URL('fixtures/build-and-die.ts', import.meta.url));
  const child = spawn(process.execPath, [script, stage, JSON.stringify(options)], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, ...variables },
    stdio: 'ignore',
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the build did not come to the end of "${stage}"`);
}
