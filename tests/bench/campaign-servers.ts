import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '#scripts/server/serve.ts';
import type { Served } from '#scripts/server/serve.ts';
import { startChance } from '../support/text-mutations.ts';
import { runTests } from './campaign-tests.ts';
import type { CampaignOptions, CampaignRow } from './campaign.ts';

const secret = 'what lies beside the site';
const page = 'the site';

/** `count` requests made of what leads out of a folder or bursts a header, and slow readers, against the server of a site; then the tests that have hostile requests and search servers. */
export async function campaignServers(options: CampaignOptions): Promise<CampaignRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'biaolian-servers-'));
  const dir = join(home, 'site');
  mkdirSync(join(dir, 'standards'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), page);
  writeFileSync(join(dir, '.biaolian-build'), secret);
  writeFileSync(join(home, 'secret.txt'), secret);
  const served = await serve({ dir, port: 0 });
  try {
    return [
      await sendRequests(served, options),
      await keepSlow(served),
      runTests('tests of hostile requests', [
        'tests/scripts/serve.test.ts',
        'tests/scripts/serve-hostile.test.ts',
        'tests/desk/guard.test.ts',
        'tests/assistant/mcp.test.ts',
      ]),
      runTests('tests of hostile search servers', [
        'tests/search/failover.test.ts',
        'tests/search/meilisearch/failure.test.ts',
      ]),
    ];
  } finally {
    await served.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const pieces = [
  '/',
  '//',
  '..',
  '../',
  '%2e%2e/',
  '..%2f',
  '%2e%2e%2f',
  '%252e%252e%252f',
  '..%5c',
  '..\\',
  '%c0%ae%c0%ae/',
  '%00',
  '....//',
  ';/',
  '.',
  'standards',
  'standards/',
  'secret.txt',
  '.biaolian-build',
  'index.html',
  'C:/',
  'file:///',
  '?',
  '#',
  '%zz',
  '%e6%a0',
  'a'.repeat(300),
];
const headers = [
  () => 'Range: bytes=0-',
  () => 'Range: bytes=-9999999999999999999',
  () => 'Host: ../../secret.txt',
  () => 'X-Forwarded-Host: evil.example',
  () => 'X-Original-URL: /../secret.txt',
  () => 'Accept-Encoding: gzip, br;q=9, x'.padEnd(4000, 'y'),
  () => `X: ${'a'.repeat(20_000)}`,
  () => 'Transfer-Encoding: chunked',
  () => 'Content-Length: 99999999',
  () => 'If-None-Match: "',
  () => Array.from({ length: 300 }, (_, at) => `H${at}: x`).join('\r\n'),
];

async function sendRequests(
  served: Served,
  { count, seed }: CampaignOptions,
): Promise<CampaignRow> {
  const statuses = new Map<string, number>();
  const faults: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const chance = startChance(seed * 1_000_003 + at);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
    const path = Array.from({ length: 1 + Math.floor(chance() * 7) }, () => pick(pieces)).join('');
    const own = chance() < 0.5 ? [pick(headers)()] : [];
    const method = chance() < 0.9 ? 'GET' : pick(['HEAD', 'POST', 'PUT', 'TRACE', 'x']);
    const head = [`${method} /${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...own];
    const answer = await say(served, `${head.join('\r\n')}\r\n\r\n`);
    const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'none';
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const where = `seed ${seed}, request ${at}, ${path.slice(0, 80)}`;
    if (answer.includes(secret)) faults.push(`${where}: gave what is not of the site`);
    if (status === 'none' || status.startsWith('5')) faults.push(`${where}: answered ${status}`);
  }
  if (!(await isAlive(served))) faults.push('the server answers no more');
  const note = [...statuses]
    .map(([status, times]) => `${status}: ${times}`)
    .sort()
    .join(', ');
  return { what: 'odd requests to the server of a site', cases: count, note, faults };
}

/** What comes back for raw bytes till the connection ends; nothing after ten seconds. */
async function say(served: Served, bytes: string): Promise<string> {
  const socket = await open(served);
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
  socket.write(bytes, 'latin1');
  socket.setTimeout(10_000, () => socket.destroy());
  if (!socket.closed) await once(socket, 'close');
  return answer;
}

async function open(served: Served): Promise<Socket> {
  const socket = connect(served.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

const isAlive = async ({ url }: Served): Promise<boolean> =>
  (await (await fetch(url, { signal: AbortSignal.timeout(10_000) })).text()) === page;

/** Clients that send a letter of a header now and then: others are answered meanwhile. */
async function keepSlow(served: Served): Promise<CampaignRow> {
  const sockets = await Promise.all(Array.from({ length: 200 }, () => open(served)));
  const faults: string[] = [];
  for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX: ');
  for (let turn = 0; turn < 10; turn += 1) {
    for (const socket of sockets) socket.write('a');
    await sleep(100);
    if (!(await isAlive(served))) faults.push(`turn ${turn}: no answer to others`);
  }
  for (const socket of sockets) socket.destroy();
  return {
    what: 'clients that send a letter at a time',
    cases: sockets.length,
    note: 'others answered ten times meanwhile',
    faults,
  };
}
