import { expect, test } from 'vitest';
import { openSessions } from '#desk/sessions.ts';
import { makeFolder } from '../support/temporary-library.ts';
import { fromPage, openDesk, signIn } from '../support/desk.ts';
import { join } from 'node:path';

const host = '127.0.0.1:4330';

test('an address opens the desk once; the second time says how to get another', async () => {
  const { app, issueToken } = await openDesk();
  const address = `http://${host}/?token=${issueToken()}`;
  const first = await app.request(address, { headers: { Host: host } });
  expect(first.status).toBe(303);
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/);
  const second = await app.request(address, { headers: { Host: host } });
  expect(second.status).toBe(401);
  const text = await second.text();
  expect(text).toContain('这个地址已经用过');
  expect(text).toContain('Press Enter in the window that runs npm run desk');
});

test('nothing is told to who has no session, and nothing done', async () => {
  const { app, library } = await openDesk();
  for (const path of ['/api/state', '/preview/000000000000', '/drafts/000000000000', '/']) {
    const answer = await app.request(`http://${host}${path}`, { headers: { Host: host } });
    expect(answer.status, path).toBe(401);
    expect(await answer.text(), path).not.toContain(library);
  }
});

test.each([
  ['another host', { Host: 'desk.example.cn' }],
  ['another page', { Origin: 'http://desk.example.cn' }],
  ['another port of this machine', { Origin: 'http://127.0.0.1:4321' }],
  ['a page without an origin', { Origin: 'null' }],
])('a request of %s is refused', async (_, headers) => {
  const { send } = await openDesk();
  const answer = await send('/api/new', { method: 'POST', headers, body: '{}' });
  expect(answer.status).toBe(403);
  expect(((await answer.json()) as { what: object }).what).toHaveProperty('zh');
});

test('a form of another page cannot write: the header of the desk is missing', async () => {
  const desk = await openDesk();
  const answer = await desk.app.request(`http://${host}/api/new`, {
    method: 'POST',
    headers: { Host: host, Origin: `http://${host}`, Cookie: await signIn(desk) },
    body: '{}',
  });
  expect(answer.status).toBe(403);
});

test('a session ends after a working day, and outlives a restart before', () => {
  const file = join(makeFolder(), 'sessions.json');
  let now = 0;
  const first = openSessions(file, () => now);
  const session = first.exchange(first.issueToken()) ?? '';
  now = 11 * 3_600_000;
  expect(openSessions(file, () => now).holds(session)).toBe(true);
  now = 13 * 3_600_000;
  expect(openSessions(file, () => now).holds(session)).toBe(false);
  expect(openSessions(file, () => now).holds('')).toBe(false);
});

test('an expired session is told what to do, and that nothing is lost', async () => {
  let now = Date.now();
  const { send } = await openDesk(undefined, { now: () => now });
  expect((await send('/api/state')).status).toBe(200);
  now += 13 * 3_600_000;
  const answer = await send('/api/state');
  expect(answer.status).toBe(401);
  expect(JSON.stringify(await answer.json())).toContain('写下的内容都还在');
});

test('a page of the desk runs scripts and styles of its own only, and stands in no frame', async () => {
  const { send } = await openDesk();
  const policy = (await send('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});

test('too large a body is refused before it is read, whatever its length says', async () => {
  const { send } = await openDesk();
  const json = { 'Content-Type': 'application/json' };
  const said = { ...json, 'Content-Length': String(9 * 1024 * 1024) };
  expect((await send('/api/new', { method: 'POST', headers: said, body: '{}' })).status).toBe(413);
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
  });
  const init = { method: 'POST', headers: json, body, duplex: 'half' };
  expect((await send('/api/new', init)).status).toBe(413);
});

test.each([
  '/_astro/..%2f..%2fpackage.json',
  '/drafts/..%2f..',
  '/preview/..%2f..',
  '/assets/d/..%2fx',
])('no path leads out: %s', async (path) => {
  const { send } = await openDesk(undefined, {
    application: () => Promise.resolve({ folder: '/nowhere' } as never),
  });
  expect((await send(path)).status).toBe(404);
});

test('what the page sends with each request is what the desk asks for', () => {
  expect(Object.keys(fromPage)).toEqual(['Host', 'Origin', 'X-Desk']);
});
