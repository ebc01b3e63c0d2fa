import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { installTemporaryConfig, restoreConfig } from '#scripts/meilisearch/temporary-config.ts';
import { startMeilisearch } from '#scripts/meilisearch/server.ts';
import type { ServerOptions } from '#scripts/meilisearch/server.ts';
import { explain } from '#scripts/bootstrap/problem.mjs';
import { ROOT } from '#scripts/lib/tools.ts';
import { makeFolder } from '../support/temporary-library.ts';

const complaint = (options: ServerOptions) =>
  startMeilisearch(options).then(
    (server) => server.stop().then(() => 'started'),
    (error: unknown) => JSON.stringify(explain(error)),
  );

const isUp = (url: string) =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

it('answers on loopback under a key of its own, which only its owner may read', async () => {
  const folder = makeFolder();
  const server = await startMeilisearch({ folder });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(statSync(join(folder, 'master-key')).mode & 0o077).toBe(0);
  expect((await fetch(`${server.url}/indexes`)).status).toBe(401);
  const command = `/proc/${server.pid}/cmdline`;
  const shown = existsSync(command) ? readFileSync(command, 'utf8') : '';
  expect(shown).not.toContain(server.masterKey);
  expect(await complaint({ folder })).toContain('Another run is using');
  await server.stop();
  expect(await isUp(server.url)).toBe(false);
  const again = await startMeilisearch({ folder });
  expect(again.masterKey).toBe(server.masterKey);
  await again.stop();
});

it('says why it did not start, and what to do', async () => {
  const folder = makeFolder();
  const server = await startMeilisearch({ folder });
  const port = Number(new URL(server.url).port);
  expect(await complaint({ folder: makeFolder(), port })).toContain(`Port ${port} is taken.`);
  await server.stop();
  expect(await complaint({ folder: makeFolder(), masterKey: 'short' })).toMatch(
    /did not start\. It says: The master key must be at least 16 bytes/,
  );
  writeFileSync(join(folder, 'data', 'VERSION'), '1.13.0');
  expect(await complaint({ folder })).toMatch(
    /another version of Meilisearch \(1\.13\.0\).*delete data/,
  );
});

it('ends a server that a killed run left behind', async () => {
  const folder = makeFolder();
  const module = JSON.stringify(join(ROOT, 'scripts/meilisearch/server.ts'));
  const code = `const { startMeilisearch } = await import(${module});
    console.log((await startMeilisearch({ folder: ${JSON.stringify(folder)} })).url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await isUp(url)).toBe(true);
  const server = await startMeilisearch({ folder });
  expect(await isUp(url)).toBe(server.url === url);
  await server.stop();
});

it('lends its address to a site, and takes back nothing that somebody else wrote', async () => {
  const [folder, site] = [makeFolder(), makeFolder()];
  const path = join(site, 'search.json');
  const own = '{"version":1,"index":"own","servers":[]}';
  const server = { url: 'http://127.0.0.1:7700', key: 'k' };
  const config = { version: 1, index: 'biaolian', servers: [server] } as const;
  writeFileSync(path, own);
  await installTemporaryConfig(site, config, folder);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(config);
  // As after a run that was killed.
  await installTemporaryConfig(site, config, folder);
  await restoreConfig(folder);
  expect(readFileSync(path, 'utf8')).toBe(own);
  await installTemporaryConfig(site, config, folder);
  writeFileSync(path, '{"newer":true}');
  await restoreConfig(folder);
  expect(readFileSync(path, 'utf8')).toBe('{"newer":true}');
  expect(existsSync(join(folder, 'temporary-config.json'))).toBe(false);
});
