import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { holdEntries } from '#library/cache.ts';
import { openLibrary } from '#library/open.ts';
import { storePath } from '#library/store.ts';
import { watchFolder } from '#publish/watch-folder.ts';
import { command } from '#scripts/commands/watch.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runCommand } from '../scripts/run-command.ts';

const patience = { timeout: 30_000, interval: 20 };

describe('a folder that is watched', () => {
  it('has something done after each change, never twice at a time, and nothing any more once that is ended', async () => {
    const folder = makeFolder();
    let running = 0;
    let most = 0;
    let seen = '';
    const stop = watchFolder(
      folder,
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 150));
        seen = readFileSync(join(folder, 'a.md'), 'utf8');
        running -= 1;
      },
      () => undefined,
    );
    for (const text of ['one', 'two', 'three']) {
      writeFiles(folder, { 'a.md': text });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await vi.waitFor(() => expect(seen).toBe('three'), patience);
    expect(most).toBe(1);
    await stop();
    writeFiles(folder, { 'a.md': 'four' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen).toBe('three');
  });

  it('goes on after what failed', async () => {
    const folder = makeFolder();
    const failures: unknown[] = [];
    const stop = watchFolder(
      folder,
      () => Promise.reject(new Error(readFileSync(join(folder, 'a.md'), 'utf8'))),
      (error) => failures.push(error),
    );
    writeFiles(folder, { 'a.md': 'one' });
    await vi.waitFor(() => expect(failures).toHaveLength(1), patience);
    writeFiles(folder, { 'a.md': 'two' });
    await vi.waitFor(() => expect(failures).toHaveLength(2), patience);
    await stop();
  });
});

it('entries that a process holds are those of the database, whoever wrote it last', async () => {
  const [dir, cache] = [makeFolder(), makeFolder()];
  const write = (serial: number, body = '') =>
    writeFiles(dir, { [standardPath(serial)]: writeStandard({ serial, body }) });
  write(1);
  write(2);
  holdEntries();
  const open = () => openLibrary({ dir, cache });
  const first = await open();
  expect(first.compiled).toBe(2);
  const again = await open();
  expect(again.compiled).toBe(0);
  expect(again.rows[0]).toBe(first.rows[0]);
  write(2, '\n##\n\n样例应结实。\n');
  const changed = await open();
  expect(changed.compiled).toBe(1);
  expect(changed.rows[1]?.source).not.toBe(first.rows[1]?.source);
  expect((await open()).rows[1]).toBe(changed.rows[1]);
  const other = new DatabaseSync(storePath(first.cache));
  other.exec("delete from entries; update facts set value = 'other' where name = 'entries'");
  other.close();
  expect((await open()).compiled).toBe(2);
});

it(
  'std watch publishes a library, and what is saved afterwards',
  { timeout: 120_000 },
  async () => {
    const [dir, out] = [makeFolder(), join(makeFolder(), 'site')];
    vi.stubEnv('BIAOLIAN_CACHE', makeFolder());
    const file = join(dir, standardPath(1));
    writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1 }) });
    const listeners = process.listenerCount('SIGTERM');
    const ended = runCommand(command, { argv: ['--out', out], json: false, library: dir });
    const page = join(out, 'standards/db9902-t-1-2024/index.html');
    await vi.waitFor(() => expect(process.listenerCount('SIGTERM')).toBe(listeners + 1), {
      ...patience,
      timeout: 90_000,
    });
    expect(existsSync(page)).toBe(true);
    writeFileSync(file, readFileSync(file, 'utf8').replace('样例应清晰', '样例应端正'));
    await vi.waitFor(() => expect(readFileSync(page, 'utf8')).toContain('样例应端正'), patience);
    process.emit('SIGTERM');
    expect((await ended).status).toBe(0);
    vi.unstubAllEnvs();
  },
);
