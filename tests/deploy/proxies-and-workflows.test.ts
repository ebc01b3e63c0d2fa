import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { openDesk, proxy } from '../support/desk.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { hasWebServer, startWebServer } from '../support/web-servers.ts';

/** The sign-in service of a house: whoever brings its cookie is somebody. */
const auth = createServer(({ headers }, response) => {
  const user = /session=(\w+)/.exec(headers.cookie ?? '')?.[1];
  if (user) response.writeHead(200, { 'Remote-User': user }).end();
  else response.writeHead(401).end();
});
beforeAll(async () => {
  await once(auth.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => auth.close());
const portOf = (server: { address: () => unknown }) => (server.address() as AddressInfo).port;

describe.each(['caddy', 'nginx'] as const)('the desk behind %s', (name) => {
  it.skipIf(!hasWebServer(name))('knows whom the service names, and nobody else', async () => {
    const desk = await openDesk(undefined, { proxy });
    writeFiles(desk.library, {
      'desk.yaml': 'people:\n  - { user: li, name: 李娜, roles: [drafter] }\n',
    });
    const inside = serve({ fetch: desk.app.fetch, port: 0, hostname: '127.0.0.1' });
    if (!inside.listening) await once(inside, 'listening');
    const [desks, auths] = [inside, auth].map((each) => `127.0.0.1:${portOf(each)}`);
    const server = await startWebServer(name, {
      root: makeFolder(),
      file: name === 'nginx' ? 'nginx-desk.conf' : 'desk.Caddyfile',
      edit: (text) =>
        text
          .replace(
            '{$BIAOLIAN_DESK_ADDRESS:desk.example.cn}',
            'http://desk.example.cn:{$BIAOLIAN_PORT}',
          )
          .replace('口令 the secret', proxy.secret)
          .replace('127.0.0.1:4330;', `${desks};`)
          .replace('127.0.0.1:9091/', `${auths}/`),
      environment: {
        BIAOLIAN_DESK: desks ?? '',
        BIAOLIAN_AUTH: auths ?? '',
        BIAOLIAN_DESK_SECRET: proxy.secret,
      },
    });
    const ask = async (headers: Record<string, string>) => {
      const [response] = (await once(
        request(`${server.url}/`, { headers: { Host: 'desk.example.cn', ...headers } }).end(),
        'response',
      )) as [IncomingMessage];
      let body = '';
      for await (const piece of response) body += String(piece);
      return { status: response.statusCode, body };
    };
    try {
      expect((await ask({})).status).toBe(401);
      expect((await ask({ 'Remote-User': 'li', 'X-Desk-Proxy': proxy.secret })).status).toBe(401);
      const shown = await ask({ Cookie: 'session=li', 'Remote-User': 'somebody' });
      expect([shown.status, shown.body.includes('<html')]).toEqual([200, true]);
      expect((await ask({ Cookie: 'session=eve', 'Remote-User': 'li' })).status).toBe(403);
    } finally {
      await server.stop();
      inside.close();
    }
  });
});

/** A search server that answers in JSON with its name and what it was asked to compress by, or with a status that is none of success. */
async function startSearch(name: string, status: () => number) {
  const server = createServer((asked, response) => {
    asked.resume();
    const answer = { name, encoding: asked.headers['accept-encoding'] ?? 'none' };
    response
      .writeHead(status(), { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...answer, hits: 'x'.repeat(2_000) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('search servers behind nginx', () => {
  it.skipIf(!hasWebServer('nginx'))(
    'answer as long as one of them is well, and a reader is answered by one',
    async () => {
      const down = await startSearch('down', () => 200);
      const gone = portOf(down);
      down.close();
      let busy = false;
      const two = await startSearch('two', () => (busy ? 503 : 200));
      const three = await startSearch('three', () => 200);
      const server = await startWebServer('nginx', {
        root: makeFolder(),
        file: 'nginx-search.conf',
        edit: (text) =>
          text
            .replace('10.0.0.11:7700', `127.0.0.1:${gone}`)
            .replace('10.0.0.12:7700', `127.0.0.1:${portOf(two)}`)
            .replace('10.0.0.13:7700', `127.0.0.1:${portOf(three)}`),
      });
      const ask = async (path = '/multi-search') => {
        const answer = await fetch(server.url + path, { method: 'POST', body: '{}' });
        if (!answer.ok) return answer.status;
        const { name, encoding } = (await answer.json()) as { name: string; encoding: string };
        // Meilisearch would send the end of a compressed answer 40 ms late.
        expect([encoding, answer.headers.get('content-encoding')]).toEqual(['none', 'gzip']);
        return name;
      };
      try {
        const answers = new Set<unknown>();
        for (let at = 0; at < 8; at += 1) answers.add(await ask());
        expect(answers.size).toBe(1);
        busy = true;
        for (let at = 0; at < 4; at += 1) expect(await ask()).toBe('three');
        expect(await ask('/indexes')).toBe(404);
      } finally {
        await server.stop();
        two.close();
        three.close();
      }
    },
  );
});

/** What of a workflow GitHub and Gitea both read. */
const step = z.strictObject({
  name: z.string().optional(),
  uses: z
    .string()
    .regex(/^[\w-]+\/[\w-]+@v\d+$/)
    .optional(),
  with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  'working-directory': z.string().optional(),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    push: z.strictObject({ branches: z.array(z.string()) }),
    pull_request: z.null(),
    schedule: z.array(z.strictObject({ cron: z.string().regex(/^\S+ \S+ \S+ \S+ \S+$/) })),
  }),
  concurrency: z.strictObject({ group: z.string() }),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
  jobs: z.record(
    z.string(),
    z.strictObject({
      'runs-on': z.string(),
      needs: z.string().optional(),
      if: z.string().optional(),
      steps: z.array(step.refine((each) => (each.uses === undefined) !== (each.run === undefined))),
    }),
  ),
});

it.each(['github', 'gitea'])(
  'the workflow for %s checks, then builds, verifies and copies',
  (host) => {
    const text = readFileSync(join('deploy/workflows', `${host}.yaml`), 'utf8');
    const { jobs } = workflow.parse(parse(text, { version: '1.2' }));
    expect(jobs['publish']?.needs).toBe('check');
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    // A secret is given to a step as a variable, and never written into its script.
    expect(runs.filter((run) => run.includes('secrets.'))).toEqual([]);
    for (const said of ['std -- check', 'npm run build', 'std -- verify', 'deploy-plan'])
      expect(runs.join('\n')).toContain(said);
  },
);
