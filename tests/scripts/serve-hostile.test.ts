import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '#scripts/server/serve.ts';

const page = '首页';
const large = 4_000_000;
let dir: string;
let served: Served;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'biaolian-hostile-'));
  await mkdir(join(dir, 'standards'));
  await writeFile(join(dir, 'index.html'), page);
  await writeFile(join(dir, 'favicon.svg'), '<svg/>');
  await writeFile(join(dir, 'large.json'), 'x'.repeat(large));
  served = await serve({ dir, port: 0 });
});

afterAll(async () => {
  await served.close();
  await rm(dir, { recursive: true, force: true });
});

async function open(): Promise<Socket> {
  const socket = connect(served.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Names of cases: nobody wants to read four thousand letters. */
const named = (cases: readonly string[]) => cases.map((each) => [each.slice(0, 40), each] as const);

/** What the server says to raw bytes until it ends the connection, its first line first. */
async function say(bytes: string): Promise<string> {
  const socket = await open();
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return answer;
}

const get = (path: string, ...headers: readonly string[]) =>
  say(
    [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join(
      '\r\n',
    ),
  );

async function expectAlive(): Promise<void> {
  expect(await (await fetch(served.url)).text()).toBe(page);
}

describe('an odd request gets an answer, and the server goes on', () => {
  it.each(
    named([
      'bytes=0-0',
      'bytes=-5',
      'bytes=5-2',
      'bytes=999999999-',
      'bytes=0-9007199254740991',
      'bytes=0-9007199254740992',
      'bytes=0-999999999999999999999',
      'bytes=9007199254740993-',
      `bytes=0-${'9'.repeat(400)}`,
      `bytes=${'9'.repeat(400)}-`,
      'bytes=0-1,2-3',
      `bytes=${'0-,'.repeat(2000)}`,
      'bytes=a-b',
      'bytes=0x1-0x2',
      'items=0-1',
    ]),
  )('Range: %s', async (_, range) => {
    expect(await get('/favicon.svg', `Range: ${range}`)).toMatch(/^HTTP\/1\.1 (?:200|206|416) /);
    await expectAlive();
  });

  it('a range beyond the end reads to the end', async () => {
    const answer = await get('/favicon.svg', 'Range: bytes=1-9007199254740992');
    expect(answer).toMatch(/^HTTP\/1\.1 206 .*content-range: bytes 1-5\/6.*svg\/>$/is);
  });

  it.each(
    named([
      `/${'a'.repeat(255)}`,
      `/${'a'.repeat(256)}`,
      `/${'%E6%A0%87'.repeat(86)}`,
      '/a'.repeat(2040),
      '/a'.repeat(2100),
      `/standards${'/'.repeat(5000)}`,
      '/favicon.svg/x',
      '/%zz',
      '/%c0%ae%c0%ae/x',
      '/%00',
      '/standards/%00/x',
      '//',
      '/?%00',
    ]),
  )('path %s', async (_, path) => {
    expect(await get(path)).toMatch(/^HTTP\/1\.1 (?:200|301|404) /);
    await expectAlive();
  });

  it.each(
    named([
      'GET file:///etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`,
      '\u0000\u0001\u0002',
    ]),
  )('%j', async (_, bytes) => {
    expect(await say(bytes)).toMatch(/^HTTP\/1\.1 [45]\d\d /);
    await expectAlive();
  });
});

describe.skipIf(!existsSync('/proc/self/fd'))('what a connection has open', () => {
  const count = () => readdirSync('/proc/self/fd').length;
  const request = 'GET /large.json HTTP/1.1\r\nHost: x\r\n\r\n';

  it('is given back when its reader leaves in the middle of a file', async () => {
    const before = count();
    for (let at = 0; at < 40; at += 1) {
      const socket = await open();
      socket.write(request);
      await once(socket, 'data');
      socket.destroy();
    }
    await expect.poll(count).toBeLessThanOrEqual(before + 2);
    await expectAlive();
  });

  it('is bounded for a reader that asks again and again and never reads', async () => {
    const before = count();
    const sockets = await Promise.all(Array.from({ length: 10 }, open));
    const ended = sockets.map((socket) => once(socket, 'close'));
    for (const socket of sockets) socket.pause().write(request.repeat(40));
    await expectAlive();
    expect(count()).toBeLessThanOrEqual(before + sockets.length * (2 + 8) + 4);
    for (const socket of sockets) socket.resume();
    await Promise.all(ended);
    await expect.poll(count).toBeLessThanOrEqual(before + 4);
  });
});

it('a file that many ask for at once arrives whole for all of them', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => (await fetch(`${served.url}large.json`)).text()),
  );
  expect(answers.map(({ length }) => length)).toEqual(answers.map(() => large));
});
