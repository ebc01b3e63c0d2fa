import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { serve } from '#scripts/server/serve.ts';

let folder: string | undefined;
let served: Promise<string> | undefined;

/**
 * The site of the sample library, built by the real command. Test files run side by side in
 * processes of their own: the command's lock lets one build, the others find all done.
 */
export function siteFolder(): string {
  folder ??= build(resolve('.cache/test-site'));
  return folder;
}

/** Address of the served site, with a final slash. The server ends with the test's process. */
export function siteUrl(): Promise<string> {
  served ??= serve({ dir: siteFolder(), port: 0 }).then(({ url }) => url);
  return served;
}

function build(out: string): string {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      'scripts/run.mjs',
      'build',
      '--library',
      'content',
      '--out',
      out,
      '--site',
      'https://standards.example',
    ],
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', VITEST: undefined } },
  );
  if (status !== 0) throw new Error(`The site was not built:\n${stderr}`);
  return out;
}
