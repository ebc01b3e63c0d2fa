import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from '#scripts/lib/tools.ts';
import { readInvocation } from '#scripts/std.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runLine } from './run-command.ts';

let library: string;

beforeAll(async () => {
  library = await mkdtemp(join(tmpdir(), 'biaolian-std-'));
  vi.stubEnv('BIAOLIAN_LIBRARY', library);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(library, { recursive: true, force: true });
});

/** A line as it is typed in a shell, in a process of its own. */
async function type(args: readonly string[], input = '') {
  const script = join(ROOT, 'scripts/run.mjs');
  const child = spawn(process.execPath, [script, 'std', ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}

describe('the command line of the staff', () => {
  it.each([[['--help']], [['help']], [['-h']], [[]]])('explains itself: %j', async (args) => {
    const { status, out } = await runLine(args);
    expect(status).toBe(0);
    expect(out).toMatch(/number {2,}\p{Script=Han}/u);
    for (const word of ['Usage', '用法', '--json', '--library', '0 正常']) {
      expect(out).toContain(word);
    }
  });

  it.each([[['number', '--help']], [['--help', 'number']], [['help', 'number']]])(
    'explains a command in both languages: %j',
    async (args) => {
      const { status, out } = await runLine(args);
      expect(status).toBe(0);
      expect(out).toMatch(/\p{Script=Han}/u);
      expect(out).toContain('npm run std -- number');
    },
  );

  it('passes standard input on, and the status of the command: 0, 1 and 2', async () => {
    const good = await type(['number', '--json'], 'gb/t 1.1-2020\n');
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(good.stdout)).toMatchObject({ ok: true, family: 'national' });
    const bad = await type(['number'], '不是编号\n');
    expect(bad.status).toBe(1);
    const wrong = await type(['nubmer']);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('Did you mean "number"?');
  });

  it('ends with 2 when it is not understood, and offers the nearest command', async () => {
    const near = await runLine(['nubmer']);
    expect(near).toMatchObject({ status: 2, out: '' });
    expect(near.err).toContain('Did you mean "number"?');
    const far = await runLine(['xyzzy']);
    expect(far.status).toBe(2);
    expect(far.err).not.toContain('Did you mean');
    expect((await runLine(['help', 'xyzzy'])).status).toBe(2);
    expect((await runLine(['number', '--library'])).status).toBe(2);
    expect((await runLine(['number', '--library', join(library, 'none')])).status).toBe(2);
  });

  it('does not take a helper file for a command', async () => {
    expect((await runLine(['command'])).status).toBe(2);
    expect((await runLine(['../start'])).status).toBe(2);
  });

  it('is quiet when its reader goes away', async () => {
    const script = join(ROOT, 'scripts/run.mjs');
    const child = spawn(process.execPath, [script, 'std', 'number', '--library', library]);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdout.destroy();
    child.stdin.on('error', () => undefined);
    child.stdin.end('GB/T 1.1-2020\n'.repeat(20_000));
    await once(child, 'close');
    expect(stderr).toBe('');
  });
});

describe('options that all commands share', () => {
  it.each([
    [
      ['--json', 'number', '--library', 'x'],
      { name: 'number', json: true, library: 'x', argv: [] },
    ],
    [['check', '--library=a=b', 'file'], { name: 'check', library: 'a=b', argv: ['file'] }],
    [['check', '--', '--json', '-h'], { json: false, help: false, argv: ['--', '--json', '-h'] }],
    [['new', '--kind', 'local'], { name: 'new', argv: ['--kind', 'local'], library: undefined }],
  ])('%j', (argv, expected) => {
    expect(readInvocation(argv)).toMatchObject(expected);
  });
});

describe('what the command line does not understand', () => {
  it.each([
    [['check', '--nonsense']],
    [['check', 'foo']],
    [['fix', '--nonsense']],
    [['fix', 'foo']],
    [['new', '--nonsense']],
    [['number', '--nonsense']],
    [['import-catalogue', '--nonsense']],
  ])('ends with 2: %j', async (args) => {
    const { status, err } = await runLine(args);
    expect(status).toBe(2);
    expect(err).toMatch(/\p{Script=Han}/u);
  });
});

describe('std fix', () => {
  it('mends every mention in one run, and has nothing left for a second', async () => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(7)]: writeStandard({
        serial: 7,
        body: '\n##\n\n样例应轻便,完整，不得破损，温度应为2~8℃。\n\n##\n\n样例应放置24h，不得受潮。\n',
      }),
    });
    const first = await runLine(['fix', '--library', dir]);
    expect(first.out).toContain(standardPath(7));
    const fixed = readFileSync(join(dir, standardPath(7)), 'utf8');
    expect(fixed).toContain('样例应轻便，完整，不应破损，温度应为2 ℃～8 ℃。');
    expect(fixed).toContain('样例应放置24 h，不应受潮。');
    const second = await runLine(['fix', '--json', '--library', dir]);
    expect(JSON.parse(second.out)).toMatchObject({ changes: [] });
  });
});

describe('std check', () => {
  const makeLibrary = (): string => {
    const dir = makeFolder();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({
        serial: 1,
        body: '\n##\n\n样例应放置24h。\n\n##\n\n样例见[#nope]。\n',
      }),
      [standardPath(2)]: writeStandard({
        serial: 2,
        body: '\n##\n\n样例不得破损。\n\n##\n\n样例应完整。\n',
      }),
    });
    return dir;
  };

  it.each([['DB9902/T 1-2024'], [standardPath(1)]])(
    'of %s lists its findings only, the heaviest first, in one language',
    async (wanted) => {
      const { status, out } = await runLine([
        'check',
        wanted,
        '--lang',
        'zh',
        '--library',
        makeLibrary(),
      ]);
      expect(status).toBe(1);
      const rules = [...out.matchAll(/ {2}(错误|警告|提示) {2}(\S+)/g)].map((match) => match[2]);
      expect(rules).toEqual(['xref-unknown', 'unit-space']);
      expect(out).not.toContain('No space');
    },
  );

  it('says what is not there', async () => {
    const { status, err } = await runLine(['check', 'DB9902/T 9-2024', '--library', makeLibrary()]);
    expect(status).toBe(2);
    expect(err).toContain('DB9902/T 9-2024');
  });
});
