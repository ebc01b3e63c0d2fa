import { createHash } from 'node:crypto';
import fs, {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { beforeEach, expect, it } from 'vitest';
import { command as backup } from '#scripts/commands/backup.ts';
import { command as restore } from '#scripts/commands/restore.ts';
import { command as rollback } from '#scripts/commands/rollback.ts';
import { command as verify } from '#scripts/commands/verify.ts';
import { runCommand } from '../scripts/run-command.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { sites } from './kill-releases.ts';
import { readFiles, release } from './release-model.ts';

let dir = '';
let file = '';
beforeEach(() => {
  dir = makeFolder();
  file = join(dir, 'backup.tar.gz');
});

const run = (command: typeof backup, ...argv: readonly string[]) =>
  runCommand(command, { argv, json: false, library: join(dir, 'city/standards-library') });

/** A city with two releases, a desk with a log, and a dump. */
async function makeBackup() {
  release(join(dir, 'www'), sites.first);
  release(join(dir, 'www'), sites.second);
  writeFiles(join(dir, 'city/standards-library'), {
    'site.yaml': 'names: 1\n',
    '标准/一 二.md': '# 范围\n',
    [`projects/${'长'.repeat(60)}/${'名'.repeat(60)}.md`]: 'x',
    'empty.md': '',
  });
  writeFiles(join(dir, 'desk'), { '1a/audit/log.jsonl': '{"seq":1}\n' });
  writeFiles(join(dir, 'dumps'), { 'a.dump': 'dump' });
  symlinkSync('/etc/passwd', join(dir, 'city/standards-library/link.md'));
  const said = await run(
    backup,
    file,
    '--site',
    join(dir, 'www'),
    '--desk',
    join(dir, 'desk'),
    '--dumps',
    join(dir, 'dumps'),
  );
  return said;
}

function list(root: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')])
      .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  );
}

it('brings all back on an empty machine, file by file, with releases to go back to', async () => {
  const { err } = await makeBackup();
  expect(err).toContain('library/link.md');
  expect((await run(backup, '--verify', file)).status).toBe(0);
  const to = join(dir, 'new machine');
  expect((await run(restore, file, '--to', to)).status).toBe(0);
  const { 'link.md': _link, ...library } = list(join(dir, 'city/standards-library'));
  expect(list(join(to, 'library'))).toEqual(library);
  expect(list(join(to, 'desk'))).toEqual(list(join(dir, 'desk')));
  expect(list(join(to, 'dumps'))).toEqual({ 'a.dump': 'dump' });
  expect(list(join(to, 'site'))).toEqual(list(join(dir, 'www')));
  const site = join(to, 'site');
  expect((await run(verify, '--site', site)).status).toBe(0);
  await run(rollback, '--site', site);
  expect(readFiles(site)).toEqual(sites.first);
});

/** An archive as somebody could make it who means harm. */
async function forge(
  files: Readonly<Record<string, string>>,
  entries = Object.keys(files).map((name) => ({ name, type: 'file' as 'file' | 'symlink' })),
) {
  const manifest = JSON.stringify({
    format: 'biaolian-backup',
    version: 1,
    at: '2026-11-30T00:00:00.000Z',
    by: 'x',
    software: '0',
    files: Object.entries(files).map(([path, text]) => ({
      path,
      size: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    })),
  });
  const bytes = await packTar([
    { header: { name: 'manifest.json', size: manifest.length }, body: manifest },
    ...entries.map(({ name, type }) => {
      const body = type === 'file' ? (files[name] ?? 'more') : undefined;
      const linkname = type === 'file' ? {} : { linkname: '/etc/passwd' };
      return {
        header: { name, type, size: body?.length ?? 0, ...linkname },
        ...(body && { body }),
      };
    }),
  ]);
  writeFileSync(file, gzipSync(bytes));
}

const bad: readonly (readonly [string, string | RegExp, () => unknown])[] = [
  [
    'cut off',
    'cut off',
    async () => (await makeBackup(), truncateSync(file, statSync(file).size - 900)),
  ],
  [
    'with a changed byte',
    /damaged|not what its manifest says/,
    async () => {
      await makeBackup();
      const bytes = readFileSync(file);
      const at = bytes.length >> 1;
      bytes[at] = (bytes[at] ?? 0) ^ 255;
      writeFileSync(file, bytes);
    },
  ],
  ['of something else', 'damaged', () => writeFileSync(file, 'hello')],
  ['that is not there', 'cannot be read', () => undefined],
  ['whose file leads out', 'what it should not', () => forge({ 'library/../../x': 'x' })],
  ['with an absolute path', 'what it should not', () => forge({ '/biaolian-x': 'x' })],
  [
    'with a link',
    'what it should not',
    () => forge({ 'library/a': '' }, [{ name: 'library/a', type: 'symlink' }]),
  ],
  [
    'with more than its manifest',
    'what it should not',
    () =>
      forge({ 'library/a': 'a' }, [
        { name: 'library/a', type: 'file' },
        { name: 'library/b', type: 'file' },
      ]),
  ],
  [
    'that lacks a file',
    'missing',
    () => forge({ 'library/a': 'a', 'library/b': 'b' }, [{ name: 'library/a', type: 'file' }]),
  ],
];

it.each(bad)('a backup %s is refused and leaves nothing', async (_, says, make) => {
  await make();
  const before = new Set(readdirSync(dir));
  const to = join(dir, 'to');
  await expect(run(restore, file, '--to', to)).rejects.toThrow(says);
  await expect(run(backup, '--verify', file)).rejects.toMatchObject({ exitCode: 1 });
  expect(new Set(readdirSync(dir))).toEqual(before);
  expect(existsSync('/biaolian-x')).toBe(false);
});

it('never restores over what is there, and keeps the backup before where a new one fails', async () => {
  await makeBackup();
  const to = join(dir, 'to');
  writeFiles(to, { mine: 'x' });
  await expect(run(restore, file, '--to', to)).rejects.toMatchObject({
    what: { en: expect.stringContaining('has something in it') as string },
    todo: { en: expect.stringContaining('--to') as string },
  });
  expect(list(to)).toEqual({ mine: 'x' });
  mkdirSync(join(dir, 'gone'));
  const none = join(dir, 'none/backup.tar.gz');
  await expect(run(backup, none, '--site', join(dir, 'www'))).rejects.toThrow('ENOENT');
  expect(existsSync(dirname(none))).toBe(false);
});

it('a disk that is full while it restores is told of, and nothing is left', async () => {
  await makeBackup();
  const original = fs.writeSync;
  let calls = 0;
  fs.writeSync = ((...args: Parameters<typeof original>) => {
    calls += 1;
    if (calls > 3) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    return original(...args);
  }) as typeof original;
  syncBuiltinESMExports();
  const before = readdirSync(dir);
  try {
    await expect(run(restore, file, '--to', join(dir, 'to'))).rejects.toThrow('The disk is full');
  } finally {
    fs.writeSync = original;
    syncBuiltinESMExports();
  }
  expect(readdirSync(dir)).toEqual(before);
});
