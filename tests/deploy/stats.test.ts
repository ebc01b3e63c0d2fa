import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { command } from '#scripts/commands/stats.ts';
import { runCommand } from '../scripts/run-command.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { hasWebServer, startWebServer } from '../support/web-servers.ts';

const run = async (...argv: readonly string[]) => {
  const { out } = await runCommand(command, { argv, json: true, library: '' });
  return JSON.parse(out) as Readonly<Record<string, unknown>>;
};

it('counts a combined log, and shows no question that was asked once', async () => {
  const log = join(makeFolder(), 'access.log');
  const line = (target: string, status = 200, from = '-') =>
    `203.0.113.9 - li [30/Nov/2026:09:00:00 +0800] "GET ${target} HTTP/1.1" ${status} 12 "${from}" "Agent"\n`;
  writeFileSync(
    log,
    [
      line('/portal/standards/a-1/', 200, 'https://news.example/x'),
      line('/portal/standards/a-1/'),
      line('/portal/standards/b-2/', 404),
      line('/portal/standards/a-1/a-1.pdf', 206),
      ...Array.from({ length: 3 }, () => line('/portal/search/?q=%E5%86%B7%E9%93%BE')),
      line('/portal/search/?q=%E5%BC%A0%E4%B8%89'),
      'nonsense\n',
    ].join(''),
  );
  const said = await run(log, '--site', makeFolder());
  expect(said).toEqual({
    from: '2026-11-30',
    to: '2026-11-30',
    lines: 9,
    notCounted: 2,
    pages: 6,
    standards: { 'a-1': 2 },
    links: { 'a-1 ← news.example': 1 },
    downloads: { '/portal/standards/a-1/a-1.pdf': 1 },
    questions: { 冷链: 3 },
    withoutHits: null,
  });
  expect(JSON.stringify(said)).not.toMatch(/203\.0|Agent|"li"|张三/);
});

describe.each(['caddy', 'nginx'] as const)('a log of %s', (name) => {
  it.skipIf(!hasWebServer(name))(
    'is off; switched on it is counted, and names nobody',
    async () => {
      const root = makeFolder();
      writeFiles(root, { 'standards/a-1/index.html': '<p>', '404.html': '' });
      const server = await startWebServer(name, {
        root,
        edit: (text) =>
          name === 'nginx'
            ? text.replace(/access_log off;.*/, 'access_log /var/log/nginx/biaolian.log biaolian;')
            : text.replace(/^\t#(?=\t|log|\})/gm, '\t'),
      });
      const before = readFileSync(
        `deploy/${name === 'nginx' ? 'nginx.conf' : 'Caddyfile'}`,
        'utf8',
      );
      expect(before).not.toMatch(/^\s*(?:log \{|access_log \/)/m);
      await fetch(`${server.url}/standards/a-1/`, {
        headers: { referer: 'https://news.example/', 'x-forwarded-for': '203.0.113.9' },
      });
      await wait(500);
      const text = readFileSync(server.log, 'utf8');
      expect(text).not.toMatch(/203\.0\.113\.9|undici|"remote_ip"/);
      expect(await run(server.log, '--site', root)).toMatchObject({
        standards: { 'a-1': 1 },
        links: { 'a-1 ← news.example': 1 },
      });
      await server.stop();
    },
  );
});
