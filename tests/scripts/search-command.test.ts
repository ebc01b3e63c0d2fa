import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readLines } from '#scripts/report/lines.ts';
import { explain, Problem } from '#scripts/bootstrap/problem.mjs';
import { command } from '#scripts/commands/search.ts';
import { ensureSearchKey, publishIndex } from '#search/meilisearch/index.ts';
import type { BestMatch } from '#search/contract.ts';
import { embeddedOnly, formatRuntimeConfig } from '#search/runtime-config.ts';
import { openLibrary } from '#library/open.ts';
import { startServer } from '../support/meilisearch.ts';
import type { TestServer } from '../support/meilisearch.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

const library = join(import.meta.dirname, '../../.cache/test-search-command');

beforeAll(() => {
  rmSync(library, { recursive: true, force: true });
  writeFiles(library, {
    [standardPath(700)]: writeStandard({ serial: 700 }),
    [standardPath(701)]: writeStandard({ serial: 701, meta: 'withdrawn: 2025-01-01\n' }),
    'catalogue/national.csv':
      'number,title,status,as_of,source\nGB/T 191-2008,包装储运图示标志,现行,2026-07-02,public-catalogue\n' +
      'GB/T 9999-2020,\u202e反向\u009b31m标题,现行,2026-07-02,public-catalogue\n',
  });
});
afterAll(() => rmSync(library, { recursive: true, force: true }));

interface Line {
  readonly query: string;
  readonly engine: string;
  readonly total: number;
  readonly hits: readonly {
    readonly number: string;
    readonly title: string;
    readonly url: string;
    readonly clauses?: readonly Readonly<Record<'label' | 'title' | 'url' | 'text', string>>[];
  }[];
  readonly best?: BestMatch;
}

async function std(argv: readonly string[], input: string | Readable = '', json = true) {
  const ran = await runCommand(command, { argv, json, library, input });
  const lines = json
    ? ran.out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
    : [];
  return { ...ran, lines };
}

/** What a run that cannot be is refused with. */
async function refusal(argv: readonly string[]): Promise<string> {
  const error: unknown = await std(argv, '冷链').catch((each: unknown) => each);
  if (!(error instanceof Problem)) throw new Error('not refused');
  expect(error.exitCode).toBe(2);
  const { what, todo } = explain(error);
  expect(what.zh).not.toBe('');
  return `${what.en} ${todo.en}`;
}

describe('without a server', () => {
  test('a number in any spelling: number, title, address', async () => {
    const { status, lines } = await std(['ＧＢ／Ｔ　１９１', 'db9902t700']);
    expect(status).toBe(0);
    expect(lines[0]).toEqual({
      query: 'ＧＢ／Ｔ　１９１',
      engine: 'embedded',
      total: 1,
      hits: [
        { number: 'GB/T 191—2008', title: '包装储运图示标志', url: '/standards/gb-t-191-2008/' },
      ],
    });
    expect(lines[1]?.hits[0]?.number).toBe('DB9902/T 700—2024');
  });

  test('a phrase of a clause: the clause with its label, address and text', async () => {
    const { lines } = await std(['检查结果记录存档', '--size', '1']);
    expect(lines[0]).toMatchObject({ total: 2 });
    expect(lines[0]?.hits).toHaveLength(1);
    const clause = lines[0]?.hits[0]?.clauses?.[0];
    expect(clause?.label).toBe('5.2');
    expect(clause?.url).toMatch(/^\/standards\/db9902-t-700-2024\/#./);
    expect(clause?.text).toContain('检查结果记录存档');
  });

  test('many on standard input: one line each, blank ones skipped; 1 when one found nothing', async () => {
    const { status, lines } = await std(
      [],
      '\ufeff样例标准700\r\n\r\n  \n乌有之乡甲乙丙\n图示标志',
    );
    expect(status).toBe(1);
    expect(lines.map(({ query, total }) => [query, total > 0])).toEqual([
      ['样例标准700', true],
      ['乌有之乡甲乙丙', false],
      ['图示标志', true],
    ]);
  });

  test('an answer comes before the next question is asked', async () => {
    const stdin = new PassThrough();
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const running = command.run({ argv: [], stdin, stdout, stderr, json: true, library });
    stdin.write('gbt191\n');
    const came = new Promise<string>((resolve) =>
      stdout.once('data', (data) => resolve(String(data))),
    );
    const first = await Promise.race([came, sleep(30_000).then(() => 'nothing came')]);
    expect(first).toContain('GB/T 191—2008');
    stdin.end();
    expect(await running).toBe(0);
  });

  test('English leads to English pages and titles; a prefix stands before addresses', async () => {
    const argv = ['--lang', 'en', '--base', 'https://standards.example/', 'sample standard 700'];
    const { lines } = await std(argv);
    expect(lines[0]?.hits[0]).toMatchObject({
      title: 'Sample standard 700',
      url: 'https://standards.example/en/standards/db9902-t-700-2024/',
    });
  });

  test('for people: number, title, status, clauses; nothing a terminal would obey', async () => {
    const argv = ['DB9902/T 701', '检查结果记录存档', 'GB/T 9999', '\u001b[K麤鼉'];
    const { status, out } = await std(argv, '', false);
    expect(status).toBe(1);
    expect(out).toContain('1. DB9902/T 701—2024  样例标准701  [废止]');
    expect(out).toMatch(/· 5\.2 .*检查结果记录存档/);
    expect(out).toContain('没有找到 nothing found');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect((await std(['GB/T 9999'])).out).not.toMatch(/[\u007f-\u009f]/);
  });

  test('a question in other words: which of its words the answer has, and whether there is one', async () => {
    const questions = ['检查的结果怎么存档猫粮', '猫粮狗粮吃多少检查'];
    const { status, lines } = await std(questions);
    expect(lines[0]?.best?.likely).toBe(true);
    const words = lines[0]?.best?.words ?? [];
    expect(words.filter(({ found }) => found).map(({ text }) => text)).toContain('检查');
    expect(words.filter(({ found }) => !found).map(({ text }) => text)).toContain('猫粮');
    expect(lines[1]?.best?.likely).toBe(false);
    expect(status).toBe(1);
    const { out } = await std(questions, '', false);
    expect(out).toMatch(/✓ 检查的结果.*\n.*最接近的在前/);
    expect(out).toMatch(/✓ 首条写到 in the first clause: .*检查/);
    expect(out).toMatch(/✗ 没有写到 not found: .*猫粮/);
    expect(out).toContain('没有答案 no answer');
    const { status: fine } = await std(questions.slice(0, 1));
    expect(fine).toBe(0);
  });

  test.each([
    '9'.repeat(10_000),
    '<script>alert(1)</script>',
    '"\'`\\',
    '.*[a-z]+(?=$)',
    '😀🧊',
    '。，、！？',
    '__proto__',
    '-18 ℃',
  ])('%j is one line of JSON', async (query) => {
    const { out, lines } = await std([query]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.query).toBe(query.slice(0, 200));
    expect(out.length).toBeLessThan(10_000);
  });

  test('a line without an end is cut', async () => {
    const endless = Readable.from(
      (function* () {
        for (let at = 0; at < 200; at++) yield Buffer.alloc(1 << 16, '九');
      })(),
    );
    const { lines } = await std([], endless);
    expect(lines).toHaveLength(1);
  });

  test.each([
    ['ends of lines go', ['a', 'b\ncd\r\n'], 10, ['ab', 'cd']],
    ['a longer line is cut', ['abc', 'def\nghijkl'], 4, ['abcd', 'ghij']],
    [
      'characters cut apart',
      [...Buffer.from('冷链')].map((byte) => Buffer.from([byte])),
      10,
      ['冷链'],
    ],
    ['no line', [], 10, []],
  ])('%s', async (_, chunks, limit, expected) => {
    const lines: string[] = [];
    for await (const line of readLines(Readable.from(chunks), limit)) lines.push(line);
    expect(lines).toEqual(expected);
  });

  test('a change of the library is seen the next time', async () => {
    expect((await std(['样例标准702'])).lines[0]?.hits[0]?.number).not.toBe('DB9902/T 702—2024');
    writeFiles(library, { [standardPath(702)]: writeStandard({ serial: 702 }) });
    onTestFinished(() => rmSync(join(library, standardPath(702), '..'), { recursive: true }));
    expect((await std(['样例标准702'])).lines[0]?.hits[0]?.number).toBe('DB9902/T 702—2024');
  });

  test.each([
    [['--engine', 'grep'], 'There is no engine "grep"'],
    [['--lang', 'de'], 'There is no language "de"'],
    [['--size', '0'], 'from 1 to 1000'],
    [['--size', '1001'], 'from 1 to 1000'],
    [['--nonsense'], 'Arguments not understood'],
  ])('%j is a usage error', async (argv, message) => {
    expect(await refusal(argv)).toContain(message);
  });

  test('nothing asked at a terminal: the usage', async () => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const { status, out, err } = await std([], stdin);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Usage: npm run std -- search');
  });
});

describe('with Meilisearch', () => {
  const names = [
    'MEILI_URL',
    'MEILI_SEARCH_KEY',
    'MEILI_ADMIN_KEY',
    'MEILI_MASTER_KEY',
    'MEILI_INDEX',
  ];
  const before = names.map((name) => [name, process.env[name]] as const);
  const clear = () => names.forEach((name) => delete process.env[name]);
  let server: TestServer;
  let key: string;

  beforeAll(async () => {
    server = await startServer();
    const prefix = embeddedOnly.index;
    await publishIndex({
      library: await openLibrary({ dir: library }),
      server: server.admin,
      prefix,
    });
    key = await ensureSearchKey({ server: server.admin, prefix });
  });
  afterAll(async () => {
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
    await server?.close();
  });

  const argv = ['--engine', 'meilisearch'];
  const askOne = async (...more: string[]) => (await std([...argv, ...more])).lines[0];

  test('the server of the environment answers the same questions', async () => {
    clear();
    process.env['MEILI_URL'] = server.url;
    process.env['MEILI_SEARCH_KEY'] = key;
    const line = await askOne('gbt191');
    expect(line).toMatchObject({ query: 'gbt191', engine: 'meilisearch', total: 1 });
    expect(line?.hits[0]?.url).toBe('/standards/gb-t-191-2008/');
    const phrase = await askOne('检查结果记录存档');
    expect(phrase?.hits[0]?.clauses?.[0]?.label).toBe('5.2');
    expect((await std([...argv, '乌有之乡甲乙丙'])).status).toBe(1);
  });

  test('several servers and an index of the environment, as the publisher takes them', async () => {
    clear();
    process.env['MEILI_URL'] = `http://127.0.0.1:9, ${server.url}`;
    process.env['MEILI_SEARCH_KEY'] = key;
    expect((await askOne('gbt191'))?.total).toBe(1);
    process.env['MEILI_INDEX'] = 'elsewhere';
    expect(await refusal(argv)).toMatch(/cannot be reached|refused the key/);
  });

  test('else the one of the built site; the next one stands in for one that is down', async () => {
    clear();
    const site = makeFolder();
    const gone = { url: 'http://127.0.0.1:9', key };
    const servers = [gone, { url: server.url, key }];
    const config = formatRuntimeConfig({ ...embeddedOnly, servers });
    writeFileSync(join(site, 'search.json'), config);
    expect((await askOne('gbt191', '--site', site))?.total).toBe(1);
    expect(readFileSync(join(site, 'search.json'), 'utf8')).toBe(config);
  });

  test('no server, a wrong key, no index, somebody else’s answer: a sentence and 2', async () => {
    clear();
    const site = join(makeFolder(), 'none');
    mkdirSync(site);
    expect(await refusal([...argv, '--site', site])).toContain('There is no search server');
    writeFileSync(join(site, 'search.json'), '{"version": 9}');
    expect(await refusal([...argv, '--site', site])).toContain('is of no use');
    rmSync(join(site, 'search.json'));
    process.env['MEILI_URL'] = 'not an address';
    expect(await refusal([...argv, '--site', site])).toContain('is no address');
    process.env['MEILI_URL'] = 'https://li:secret@search.example';
    expect(await refusal([...argv, '--site', site])).not.toContain('secret');
    process.env['MEILI_URL'] = server.url;
    expect(await refusal([...argv, '--site', site])).toContain('No key');
    process.env['MEILI_SEARCH_KEY'] = 'wrong';
    expect(await refusal([...argv, '--site', site])).toContain('refused the key');
    process.env['MEILI_SEARCH_KEY'] = '不是密钥';
    expect(await refusal([...argv, '--site', site])).toContain('characters no key has');
    process.env['MEILI_SEARCH_KEY'] = 'wrong';
    process.env['MEILI_URL'] = 'http://127.0.0.1:9';
    expect(await refusal([...argv, '--site', site])).toContain('cannot be reached');
    const other = createServer((_, response) => response.end('<h1>hello</h1>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    process.env['MEILI_URL'] = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    expect(await refusal([...argv, '--site', site])).toContain('not Meilisearch');
    const config = { ...embeddedOnly, index: 'elsewhere', servers: [{ url: server.url, key }] };
    writeFileSync(join(site, 'search.json'), formatRuntimeConfig(config));
    delete process.env['MEILI_URL'];
    expect(await refusal([...argv, '--site', site])).toMatch(/no index|refused the key/);
  });
});
