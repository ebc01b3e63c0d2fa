import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepFolder } from '#desk/keep-folder.ts';
import { claimDesk, findRunningDesk } from '#desk/lock.ts';
import { startDesk } from '#scripts/server/start-desk.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const address = 'http://127.0.0.1:4330/';

test('a second desk on a library is refused and told where the first one is', async () => {
  const folder = makeFolder();
  const library = join(folder, 'library');
  const record = JSON.stringify({ pid: process.ppid, address });
  writeFiles(keepFolder(folder, library), { 'desk.json': record });
  const ports = { port: 0, sitePort: 0, spare: 0 };
  const extras = { pdf: false, word: false, data: false } as const;
  const out = join(folder, 'site');
  await expect(startDesk({ library, out, keep: folder, extras, ...ports })).rejects.toMatchObject({
    what: { zh: expect.stringContaining(address) as unknown },
  });
  expect(existsSync(out)).toBe(false);
});

test('a desk whose process was killed is no obstacle, and one that ends leaves nothing', () => {
  const keep = makeFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFiles(keep, { 'desk.json': JSON.stringify({ pid, address }) });
  expect(findRunningDesk(keep)).toBeUndefined();
  const release = claimDesk(keep, address);
  expect(existsSync(join(keep, 'desk.json'))).toBe(true);
  release();
  expect(existsSync(join(keep, 'desk.json'))).toBe(false);
  writeFiles(keep, { 'desk.json': '{' });
  expect(findRunningDesk(keep)).toBeUndefined();
});
