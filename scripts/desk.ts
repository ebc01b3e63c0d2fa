import { once as onceOn } from 'node:events';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { once } from '#core/base/memo.ts';
import { openBundle } from '#desk/bundle.ts';
import { createDesk, keepFolder } from '#desk/desk.ts';
import { claimDesk, findRunningDesk } from '#desk/lock.ts';
import { openApplication } from '#publish/application/open.ts';
import { publish } from '#publish/index.ts';
import { watchFolder } from '#publish/watch-folder.ts';
import { build } from './build.ts';
import { printProblem, Problem } from './bootstrap/problem.mjs';
import { findLibrary, readArguments, readPort } from './lib/arguments.ts';
import { lockOutput } from './lib/output-lock.ts';
import { ROOT } from './lib/tools.ts';
import { serve } from './server/serve.ts';

const deskPort = 4330;
const sitePort = 4321;
const spare = 100;

/** `npm run desk`: the page for those who publish, on this machine only, until it is stopped. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    library: { type: 'string' },
    port: { type: 'string' },
    'site-port': { type: 'string' },
    out: { type: 'string', default: 'dist' },
    keep: { type: 'string', default: join(ROOT, '.desk') },
  });
  const library = findLibrary(values.library);
  const keep = keepFolder(values.keep, library);
  const other = findRunningDesk(keep);
  if (other) throw isRunning(other.address);
  const out = resolve(values.out);
  const first = await build({ library, out, pdf: 'few' }).catch((error: unknown) => {
    printProblem(error);
    return undefined;
  });
  if (!first?.ok) process.stderr.write(stillOpens);
  const site = await serve({ dir: out, port: readPort(values['site-port'], sitePort), spare });
  const hosts: string[] = [];
  const desk = await createDesk({
    library,
    keep,
    hosts: () => hosts,
    bundle: await openBundle(),
    application: once(() => openApplication()),
    site: () => site.url,
    publish: () =>
      lockOutput(out, async () => {
        const { ok, pages, drawn } = await publish({ library, out, pdf: 'few' });
        if (!ok) throw notPublished();
        return { pages, drawn };
      }),
  });
  const server = createAdaptorServer({ fetch: desk.app.fetch }) as Server;
  const port = await listen(
    server,
    readPort(values.port, deskPort),
    values.port === undefined ? spare : 0,
  );
  hosts.push(`127.0.0.1:${port}`, `localhost:${port}`);
  const address = `http://127.0.0.1:${port}/`;
  const release = claimDesk(keep, address);
  const stopWatching = watchFolder(library, desk.refresh, (error) =>
    process.stderr.write(`${String(error)}\n`),
  );
  const tell = (): boolean =>
    process.stdout.write(
      `\n标链编写台 · Biaolian desk\n${address}?token=${desk.issueToken()}\n这个地址只能打开一次；要新的就按回车，停止按 Ctrl+C。\nThe address opens once; press Enter for another, Ctrl+C to stop.\n`,
    );
  tell();
  process.stdin.on('data', tell);
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => onceOn(process, signal)));
  process.stdin.destroy();
  await stopWatching();
  server.close();
  server.closeAllConnections();
  await site.close();
  release();
  return 0;
}

const stillOpens =
  '网站没有更新；编写台照样打开，里面能看到错误。\nThe site was not brought up to date; the desk opens all the same and shows the errors.\n';

/** Listens on this machine only; answers with the port. */
async function listen(server: Server, port: number, more: number): Promise<number> {
  const last = port === 0 ? 0 : Math.min(port + more, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    const taken = await new Promise<number | undefined>((settle, reject) => {
      const fail = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE') settle(undefined);
        else reject(error);
      };
      server.once('error', fail);
      server.listen(candidate, '127.0.0.1', () => {
        server.removeListener('error', fail);
        const address = server.address();
        settle(typeof address === 'object' && address ? address.port : candidate);
      });
    });
    if (taken !== undefined) return taken;
  }
  throw new Problem(
    { zh: `端口 ${port} 已被占用。`, en: `Port ${port} is taken.` },
    {
      zh: '换一个端口：npm run desk -- --port 8090',
      en: 'Choose another: npm run desk -- --port 8090',
    },
  );
}

function isRunning(address: string): Problem {
  return new Problem(
    {
      zh: `这个标准库已经有一个编写台开着：${address}`,
      en: `A desk is open on this library already: ${address}`,
    },
    {
      zh: '用那一个；要它的新地址，到它的窗口按回车。两个一起开，会互相盖掉。',
      en: 'Use that one; press Enter in its window for a new address. Two at once would undo each other’s work.',
    },
  );
}

function notPublished(): Problem {
  return new Problem(
    {
      zh: '标准库里有别的错误，网站没有更新。',
      en: 'The library has other errors; the site was not brought up to date.',
    },
    { zh: '运行 npm run check 看是哪些。', en: 'Run npm run check to see them.' },
  );
}
