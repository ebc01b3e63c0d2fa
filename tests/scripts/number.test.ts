import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, loadNumbers } from '#scripts/commands/number.ts';
import { runCommand } from './run-command.ts';

let root = '';
let library = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'number-'));
  library = join(root, 'library');
  await mkdir(join(library, 'catalogue'), { recursive: true });
  await mkdir(join(library, 'standards/local/db9902-t-12-2023'), { recursive: true });
  await mkdir(join(library, 'standards/group/empty'), { recursive: true });
  await writeFile(
    join(library, 'catalogue/national.csv'),
    '\ufefftitle,number\n术语,GB/T 191-2008\n"破损"行,GB 30982-2014\n\n没有编号\n',
  );
  await writeFile(
    join(library, 'standards/local/db9902-t-12-2023/index.md'),
    '---\ntitle: 示例\nnumber: "DB9902/T 12—2023" # 样例\n---\nnumber: GB 1-2000\n',
  );
});
afterAll(() => rm(root, { recursive: true }));

const std = (input: string, { argv = [] as readonly string[], json = true, from = library } = {}) =>
  runCommand(command, { argv, json, library: from, input });

test('a library gives the numbers of its catalogue and of its standards', async () => {
  expect(await loadNumbers(library)).toEqual([
    'GB/T 191-2008',
    'GB 30982-2014',
    'DB9902/T 12—2023',
  ]);
});

test('an empty or missing library gives none', async () => {
  expect(await loadNumbers(root)).toEqual([]);
  expect(await loadNumbers(join(root, 'nowhere'))).toEqual([]);
});

test('all lines read: one object a line, exit 0', async () => {
  const { status, out } = await std('\ufeffgb/t191-2008\r\n\r\nDB9902/T 12\n');
  expect(status).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      input: 'gb/t191-2008',
      ok: true,
      family: 'national',
      form: 'plain',
      number: 'GB/T 191—2008',
      key: 'GB/T 191-2008',
      slug: 'gb-t-191-2008',
      nearest: [{ number: 'GB/T 191—2008', slug: 'gb-t-191-2008', level: 'exact', distance: 0 }],
    },
    {
      input: 'DB9902/T 12',
      ok: true,
      family: 'local',
      form: 'plain',
      number: 'DB9902/T 12',
      key: 'DB9902/T 12',
      slug: 'db9902-t-12',
      nearest: [
        { number: 'DB9902/T 12—2023', slug: 'db9902-t-12-2023', level: 'undated', distance: 0 },
      ],
    },
  ]);
});

test('a line that is no number: exit 1, a reason in both languages, the others still read', async () => {
  const { status, out } = await std('hello\nGB3098\n');
  expect(status).toBe(1);
  const [bad, good] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(bad).toMatchObject({
    input: 'hello',
    ok: false,
    reason: { en: 'There is no serial number' },
  });
  expect(good).toMatchObject({ ok: true, nearest: [{ number: 'GB 30982—2014', level: 'edit' }] });
});

test('numbers as arguments, for people', async () => {
  const { status, out } = await std('', { argv: ['GB/T 191-2000'], json: false, from: library });
  expect(status).toBe(0);
  expect(out).toBe(
    '✓ GB/T 191—2000  国家标准 National standard  gb-t-191-2000\n    年号不同 another year: GB/T 191—2008\n',
  );
});

test('a number that was understood is not asked whether another was meant', async () => {
  const said = (number: string) =>
    std('', { argv: [number], json: false, from: library }).then(({ out }) => out);
  expect(await said('GB/T 192-2008')).toContain(
    '库中没有，相近的有 not known; near it: GB/T 191—2008',
  );
  expect(await said('GB/T 1g1-2008')).not.toContain('✓');
});

test('a very long line is refused and cut, control characters do not reach the terminal', async () => {
  const long = await std(`${'9'.repeat(5_000_000)}\n`);
  expect(long.status).toBe(1);
  expect(long.out.length).toBeLessThan(500);
  expect((await std('\u001b[31mGB\n', { json: false })).out).not.toContain('\u001b');
});

test('an unknown option is a usage error', async () => {
  const { status, out, err } = await std('', { argv: ['--nonsense'] });
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('There is no option --nonsense');
});
