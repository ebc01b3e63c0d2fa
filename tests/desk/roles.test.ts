import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  ActShown,
  AuditShown,
  DeskState,
  DraftWhole,
  Problem,
  Published,
  PublishPlan,
  RequestLine,
  RequestShown,
} from '#desk/client/shapes.ts';
import { listRoles } from '#desk/roles.ts';
import { byProxy, openDesk, proxy } from '../support/desk.ts';

const slug = 'db9902-t-700-2024';
const file = `standards/local/${slug}/index.md`;
const people = `secondPerson: true
people:
  - { user: zhang, name: 张伟, roles: [drafter] }
  - { user: li, name: 李娜, roles: [drafter, reviewer] }
  - { user: wang, name: 王芳, roles: [publisher] }
  - { user: zhao, roles: [reviewer, publisher] }
`;

/** A desk behind a proxy; each request names who sends it. */
async function openShared(list: string | null = people) {
  const desk = await openDesk(undefined, { proxy });
  if (list !== null) writeFileSync(join(desk.library, 'desk.yaml'), list);
  await desk.refresh();
  const send = (
    user: string,
    path: string,
    data?: unknown,
    method = data === undefined ? 'GET' : 'POST',
  ): Promise<Response> =>
    Promise.resolve(
      desk.app.request(`http://desk.example.cn${path}`, {
        method,
        headers: {
          ...byProxy(user),
          ...(data === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(data !== undefined && { body: JSON.stringify(data) }),
      }),
    );
  const as =
    (user: string) =>
    async <T>(path: string, data?: unknown, method?: string): Promise<T> =>
      (await (await send(user, path, data, method)).json()) as T;
  return { ...desk, send, zhang: as('zhang'), li: as('li'), wang: as('wang'), zhao: as('zhao') };
}

type Shared = Awaited<ReturnType<typeof openShared>>;

/** A draft of the standard in which 张伟 has written. */
async function write({ zhang }: Shared, words = '要求和判定') {
  const { id, text, reading } = await zhang<DraftWhole>('/api/open', { slug });
  const typed = text.replace(/样例的要求(?:和\S+?)?。/, `样例的${words}。`);
  await zhang(`/api/drafts/${id}`, { text: typed, revision: reading.revision }, 'PUT');
  const { digest, approval } = await zhang<PublishPlan>(`/api/drafts/${id}/plan`);
  return { id, digest, approval };
}

const ask = (
  { zhang }: Shared,
  id: string,
  digest: string,
  remark = '请审',
): Promise<RequestLine> =>
  zhang<RequestLine>('/api/requests', { kind: 'draft', subject: id, digest, remark });

const readActs = async ({ wang }: Shared): Promise<readonly string[]> =>
  (await wang<AuditShown>('/api/log')).lines
    .map(({ name, act }) => `${name} ${act.zh}`)
    .toReversed();

describe('who somebody is', () => {
  test('is what the proxy says, which proves itself by its secret', async () => {
    const desk = await openShared();
    const { person } = await desk.zhang<DeskState>('/api/state');
    expect([person.name, person.roles.map(({ zh }) => zh)]).toEqual(['张伟', ['起草']]);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, number]>([
    ['without the secret, as anybody on the machine can send it', { 'X-Desk-Proxy': '' }, 403],
    ['with another secret', { 'X-Desk-Proxy': `${proxy.secret}x` }, 403],
    ['with the secret twice', { 'X-Desk-Proxy': `${proxy.secret}, ${proxy.secret}` }, 403],
    ['that names nobody', { 'Remote-User': '' }, 401],
    ['that names two', { 'Remote-User': 'zhang, wang' }, 401],
    ['of somebody whom the library does not know', { 'Remote-User': 'root' }, 403],
    ['of another page', { Origin: 'https://example.cn' }, 403],
    ['by another name than the one of the proxy', { Host: '127.0.0.1:4330' }, 403],
  ])('a request %s is refused', async (_, headers, status) => {
    const { app } = await openShared();
    for (const [path, method] of [
      ['/api/state', 'GET'],
      ['/api/new', 'POST'],
      ['/', 'GET'],
      ['/log.csv', 'GET'],
    ] as const) {
      const answer = await app.request(`http://desk.example.cn${path}`, {
        method,
        headers: { ...byProxy('zhang'), ...headers },
      });
      expect(answer.status, path).toBe(status);
    }
  });

  test('is nobody while desk.yaml is not there or cannot be read', async () => {
    for (const list of [null, 'people: [{ user: zhang, roles: [boss] }]\n']) {
      const { send } = await openShared(list);
      expect((await send('zhang', '/api/state')).status).toBe(403);
    }
  });

  test('is never taken from a header where no proxy was switched on', async () => {
    const { app } = await openDesk();
    const headers = { ...byProxy('wang'), Host: '127.0.0.1:4330', Origin: 'http://127.0.0.1:4330' };
    const answer = await app.request('http://127.0.0.1:4330/api/state', { headers });
    expect(answer.status).toBe(401);
  });

  test('no token opens a shared desk', async () => {
    const { app, issueToken } = await openShared();
    const address = `http://desk.example.cn/?token=${issueToken()}`;
    const answer = await app.request(address, { headers: { Host: 'desk.example.cn' } });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('what somebody may do', () => {
  test('is in the roles: writing for drafters, the library for publishers, approving for reviewers', async () => {
    const { send, zhang } = await openShared();
    const { id } = await zhang<DraftWhole>('/api/open', { slug });
    const act = { act: 'confirm', slug, on: '2026-11-30' };
    const tried: readonly (readonly [string, string, unknown, string?])[] = [
      ['zhang', '/api/acts/do', { asked: act, digest: '' }],
      ['zhang', `/api/drafts/${id}/publish`, { digest: '' }],
      ['zhang', '/api/publications/1/undo', {}],
      ['zhang', '/api/requests/000000000000/approve', {}],
      ['wang', '/api/open', { slug }],
      ['wang', `/api/drafts/${id}`, { text: '', revision: 1 }, 'PUT'],
      ['wang', `/api/drafts/${id}/discard`, {}],
      ['wang', '/api/requests/000000000000/approve', {}],
      ['li', '/api/acts/do', { asked: act, digest: '' }],
    ];
    for (const [user, path, data, method] of tried) {
      const answer = await send(user, path, data, method);
      expect(answer.status, `${user} ${path}`).toBe(403);
      expect(((await answer.json()) as Problem).what.zh).toContain('没有执行');
    }
    expect((await send('wang', '/api/acts/plan', act)).status).toBe(200);
  });

  test('of every address that changes something is said; what is not, is for publishers', async () => {
    const { app } = await openShared();
    const changing = app.routes.filter(({ method }) => !['GET', 'ALL'].includes(method));
    expect(changing.length).toBeGreaterThan(15);
    const forPublishers = changing
      .filter(({ method, path }) => {
        const roles = listRoles(method, path.replaceAll(/:\w+/g, 'x'));
        return roles !== 'any' && roles.every((role) => role === 'publisher');
      })
      .map(({ path }) => path);
    expect(forPublishers.sort()).toEqual([
      '/api/acts/do',
      '/api/drafts/:id/publish',
      '/api/projects/:id/advance/do',
      '/api/projects/:id/comments/do',
      '/api/projects/:id/issue/do',
      '/api/projects/do',
      '/api/publications/:id/undo',
    ]);
  });

  test('a refusal is in the log with who tried', async () => {
    const desk = await openShared();
    await desk.send('zhang', '/api/publications/1/undo', {});
    expect(await readActs(desk)).toContain('张伟 没有权限，没有执行');
  });
});

describe('a second person', () => {
  test('approves this very change, and a third publishes it: all of it in the log', async () => {
    const desk = await openShared();
    const { id, digest, approval } = await write(desk);
    expect(approval).toMatchObject({ state: 'needed', mayPublish: false, mayAsk: true });
    const refused = await desk.send('wang', `/api/drafts/${id}/publish`, { digest });
    expect([refused.status, desk.published()]).toEqual([403, 0]);

    const { id: request } = await ask(desk, id, digest);
    const shown = await desk.li<RequestShown>(`/api/requests/${request}`);
    expect([shown.by, shown.mayApprove, shown.files[0]?.path]).toEqual(['张伟', true, file]);
    await desk.li(`/api/requests/${request}/approve`, { remark: '同意' });
    const ready = await desk.wang<RequestShown>(`/api/requests/${request}`);
    expect(ready).toMatchObject({ state: 'approved', decidedBy: '李娜', answer: '同意' });
    const { path, body } = ready.publish ?? { path: '', body: {} };
    const { publication } = await desk.wang<Published>(path, body);
    expect(readFileSync(join(desk.library, file), 'utf8')).toContain('要求和判定');
    expect(publication).toMatchObject({ by: '王芳', digest });
    expect((await desk.wang<DeskState>('/api/state')).requests).toEqual([]);

    await desk.wang(`/api/publications/${publication.id}/undo`, {});
    expect(await readActs(desk)).toEqual([
      '编写台 人员名单有改动',
      '张伟 打开修改',
      '张伟 送审',
      '李娜 同意公布',
      '王芳 开始公布',
      '王芳 已公布',
      '王芳 开始撤回',
      '王芳 已撤回',
    ]);
    const log = await desk.wang<AuditShown>('/api/log');
    expect(log.faults).toEqual([]);
    const of = log.lines.filter(({ act }) => ['同意公布', '已公布'].includes(act.zh));
    expect(of.map((line) => line.digest)).toEqual([digest, digest]);
    const csv = await (await desk.send('wang', '/log.csv')).text();
    expect(csv.split('\r\n')).toHaveLength(log.count + 2);
  });

  test('is needed again once the text was changed: the approval is void', async () => {
    const desk = await openShared();
    const { id, digest } = await write(desk);
    const { id: request } = await ask(desk, id, digest);
    await desk.li(`/api/requests/${request}/approve`, {});
    const changed = await write(desk, '要求和分级');
    expect(changed.digest).not.toBe(digest);
    expect(changed.approval.state).toBe('needed');
    for (const each of [digest, changed.digest]) {
      const answer = await desk.send('wang', `/api/drafts/${id}/publish`, { digest: each });
      expect([403, 409]).toContain(answer.status);
    }
    expect(desk.published()).toBe(0);
    expect((await desk.wang<RequestShown>(`/api/requests/${request}`)).state).toBe('void');
    expect(await readActs(desk)).toContain('编写台 送审作废：内容又改过');
  });

  test('is void as well where it is approved after a change', async () => {
    const desk = await openShared();
    const { id, digest } = await write(desk);
    const { id: request } = await ask(desk, id, digest);
    await write(desk, '要求和分级');
    expect((await desk.send('li', `/api/requests/${request}/approve`, {})).status).toBe(409);
    expect(await readActs(desk)).not.toContain('李娜 同意公布');
  });

  test('is another than who wrote, asked and publishes', async () => {
    const desk = await openShared();
    const { id, digest } = await write(desk);
    // 李娜 writes in it, too: she is a reviewer, but not of this.
    const whole = await desk.li<DraftWhole>(`/api/drafts/${id}`);
    const text = `${whole.text}\n`;
    await desk.li(`/api/drafts/${id}`, { text, revision: whole.reading.revision }, 'PUT');
    const plan = await desk.zhang<PublishPlan>(`/api/drafts/${id}/plan`);
    expect(plan.digest).not.toBe(digest);
    const { id: request } = await ask(desk, id, plan.digest);
    expect((await desk.li<RequestShown>(`/api/requests/${request}`)).refused).toBe('own');
    expect((await desk.send('li', `/api/requests/${request}/approve`, {})).status).toBe(403);
    // 赵 approves, and is a publisher: not of what is approved so.
    await desk.zhao(`/api/requests/${request}/approve`, {});
    const call = `/api/drafts/${id}/publish`;
    expect((await desk.send('zhao', call, { digest: plan.digest })).status).toBe(403);
    expect((await desk.send('wang', call, { digest: plan.digest })).status).toBe(200);
  });

  test('sends it back with a remark, which who asked is told', async () => {
    const desk = await openShared();
    const { id, digest } = await write(desk);
    const { id: request } = await ask(desk, id, digest);
    expect((await desk.send('li', `/api/requests/${request}/return`, {})).status).toBe(422);
    await desk.li(`/api/requests/${request}/return`, { remark: '第4章要写单位' });
    const { requests } = await desk.zhang<DeskState>('/api/state');
    expect(requests[0]).toMatchObject({ state: 'returned', answer: '第4章要写单位' });
    expect((await desk.send('wang', `/api/drafts/${id}/publish`, { digest })).status).toBe(403);
    expect((await desk.send('li', `/api/requests/${request}/approve`, {})).status).toBe(409);
  });

  test('is needed for acts on the library, and for nothing else than what was shown', async () => {
    const desk = await openShared();
    const asked = { act: 'confirm', slug, on: '2026-11-30' };
    const plan = await desk.zhang<ActShown>('/api/acts/plan', asked);
    expect(plan.approval.state).toBe('needed');
    const perform = (user: string, given: object, digest: string): Promise<Response> =>
      desk.send(user, '/api/acts/do', { asked: given, digest });
    expect((await perform('wang', asked, plan.digest)).status).toBe(403);
    const request = { kind: 'act', subject: slug, asked, digest: plan.digest };
    const { id } = await desk.zhang<RequestLine>('/api/requests', request);
    await desk.li(`/api/requests/${id}/approve`, {});
    const other = { ...asked, act: 'withdraw', reason: '内容并入' };
    expect((await perform('wang', other, plan.digest)).status).toBe(409);
    expect((await perform('wang', asked, plan.digest)).status).toBe(200);
    expect(readFileSync(join(desk.library, file), 'utf8')).toContain('继续有效');
    // What was approved is done once.
    expect((await perform('wang', asked, plan.digest)).status).toBe(403);
  });

  test('is not asked for on a desk of one person', async () => {
    const desk = await openDesk();
    writeFileSync(join(desk.library, 'desk.yaml'), people);
    await desk.refresh();
    const { digest, approval } = await desk.tell<ActShown>('/api/acts/plan', {
      act: 'confirm',
      slug,
      on: '2026-11-30',
    });
    expect(approval).toMatchObject({ state: 'none', mayPublish: true });
    const request = { kind: 'act', subject: slug, asked: null, digest };
    expect(await desk.tell<Problem>('/api/requests', request)).toHaveProperty('what');
  });
});
