import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { today } from '#library/cache-folder.ts';
import { bundleCommand, findBundle } from '#scripts/bundle/bundled-command.ts';
import { bundleModules } from '#scripts/bundle/bundle-modules.ts';
import { runBuild } from '../publish/run-build.ts';
import { readSite } from '../publish/read-site.ts';
import { expectEqual, prepare } from '../publish/small-library.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const project = {
  'package.json': '{"type":"module"}',
  'src/command.ts': `import { fail } from './deep/fail.ts';

export const worker = new URL('./worker.ts', import.meta.url).href;
export const unknown = new URL('./other.ts', import.meta.url).href;
export { fail };
`,
  'src/deep/fail.ts': `import { fileURLToPath } from 'node:url';

/** Here is nothing to be seen. */
interface Nothing { readonly at: string }

export const place: Nothing = { at: fileURLToPath(import.meta.url) };

export function fail(): never {
  throw new Error(place.at);
}
`,
  'src/worker.ts': `import { fail } from './deep/fail.ts';
try {
  fail();
} catch (error) {
  process.send?.((error as Error).stack);
}
`,
};

async function bundle() {
  const root = makeFolder();
  const folder = join(makeFolder(), 'bundle');
  writeFiles(root, project);
  await bundleModules(root, ['src/command.ts', 'src/worker.ts'], folder);
  return { root, folder };
}

/** What a module of a bundle tells in a process of its own, which nothing else has a say in. */
async function tell(folder: string, expression: string): Promise<string> {
  const file = join(folder, 'tell.mjs');
  writeFiles(folder, {
    'tell.mjs': `import * as it from './command.mjs';
process.send(await (async () => ${expression})().catch((error) => error.stack));`,
  });
  const child = fork(file, { execArgv: [] });
  const [told] = (await once(child, 'message')) as [string];
  return told;
}

afterEach(() => vi.unstubAllEnvs());

describe('a bundled command', { timeout: 180_000 }, () => {
  it('tells of errors by file and line of the source', async () => {
    const { root, folder } = await bundle();
    const source = pathToFileURL(join(root, 'src/deep/fail.ts')).href;
    const [message, first] = (await tell(folder, 'it.fail()')).split('\n');
    expect(message).toBe(`Error: ${join(root, 'src/deep/fail.ts')}`);
    expect(first).toContain(`${source}:9:9`);
  });

  it('starts processes that are in the bundle, and leaves other places as they are', async () => {
    const { root, folder } = await bundle();
    const worker = await tell(folder, 'it.worker');
    expect(worker).toBe(pathToFileURL(join(folder, 'worker.mjs')).href);
    expect(await tell(folder, 'it.unknown')).toBe(pathToFileURL(join(root, 'src/other.ts')).href);
    const [stack] = (await once(fork(new URL(worker), { execArgv: [] }), 'message')) as [string];
    expect(stack).toContain('src/deep/fail.ts:9:9');
  });

  it('publishes what its sources publish', async () => {
    const { dir, out, build } = prepare();
    await build({ asOf: today() });
    await bundleCommand('scripts/build.ts');
    expect(findBundle('scripts/build.ts')).toBeDefined();
    for (const extra of ['PDF', 'WORD', 'DATA']) vi.stubEnv(`BIAOLIAN_${extra}`, '0');
    const other = join(makeFolder(), 'site');
    const { status, output } = await runBuild(dir, other, { cache: makeFolder() });
    expect(status, output).toBe(0);
    expectEqual(readSite(out), readSite(other));
  });
});
