import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { basename, join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { once } from '#core/base/memo.ts';
import { openBundle } from '#desk/bundle.ts';
import { createDesk } from '#desk/desk.ts';
import { keepFolder } from '#desk/keep-folder.ts';
import { claimDesk, findRunningDesk } from '#desk/lock.ts';
import type { TrustedProxy } from '#desk/people.ts';
import { openApplication } from '#publish/application/open.ts';
import { publish } from '#publish/index.ts';
import type { PublishOptions } from '#publish/index.ts';
import { watchFolder } from '#publish/watch-folder.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { lockOutput } from '../lib/output-lock.ts';
import { findPlace } from '../lib/place.ts';
import { serve } from './serve.ts';

export interface StartDeskOptions {
  readonly library: string;
  /** The folder of the site. */
  readonly out: string;
  /** Where drafts of all libraries are kept. */
  readonly keep: string;
  readonly cache?: string;
  /** First ports to try, and how many above them; 0 for any that is free. */
  readonly port: number;
  readonly sitePort: number;
  readonly spare: number;
  /** Files beside each text, as a build makes them: without, a publication would take them away. */
  readonly extras: Pick<PublishOptions, 'pdf' | 'word' | 'data'>;
  /** Where a proxy says who somebody is. */
  readonly proxy?: TrustedProxy;
  /** The address of the site for the people of a shared desk; that of the site beside the desk where it is not said. */
  readonly siteAddress?: string;
  /** A folder for the heads of logs. */
  readonly heads?: string;
}

export interface StartedDesk {
  /** An address that opens the desk once. */
  readonly address: () => string;
  /** Where it listens on this machine. */
  readonly local: string;
  readonly site: string;
  /** Bytes of script and style of the page, compressed. */
  readonly bundle: number;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a desk and the site beside it, on this machine only.
 *
 * @throws {Problem} when a desk is open on the library already, or no port is free
 */
export async function startDesk(options: StartDeskOptions): Promise<StartedDesk> {
  const { library, out, cache, spare } = options;
  const keep = keepFolder(options.keep, library);
  const { proxy, heads } = options;
  const other = findRunningDesk(keep);
  if (other) throw isRunning(other.address);
  mkdirSync(out, { recursive: true });
  const { base } = findPlace(library);
  const site = await serve({
    dir: out,
    port: options.sitePort,
    spare,
    ...(base !== undefined && { base }),
  });
  const hosts: string[] = [];
  const bundle = await openBundle();
  const desk = await createDesk({
    library,
    keep,
    ...(cache !== undefined && { cache }),
    hosts: () => hosts,
    bundle,
    application: once(() => openApplication()),
    site: () => options.siteAddress ?? site.url,
    ...(proxy && { proxy }),
    ...(heads !== undefined && { heads: join(heads, `${basename(keep)}.txt`) }),
    publish: (act) =>
      lockOutput(out, async () => {
        const place = {
          library,
          out,
          ...findPlace(library),
          ...(cache !== undefined && { cache }),
        };
        const { ok, pages, drawn } = await publish({ ...place, ...options.extras, ...act });
        if (!ok) throw notPublished();
        return { pages, drawn };
      }),
  });
  const server = createAdaptorServer({ fetch: desk.app.fetch }) as Server;
  const port = await listen(server, options.port, options.port === 0 ? 0 : spare);
  hosts.push(`127.0.0.1:${port}`, `localhost:${port}`);
  const address = `http://127.0.0.1:${port}/`;
  const release = claimDesk(keep, address);
  for (const { message } of desk.faults) {
    process.stderr.write(`日志：${message.zh}\nThe log: ${message.en}\n`);
  }
  const stopWatching = watchFolder(library, desk.refresh, (error) =>
    process.stderr.write(`${String(error)}\n`),
  );
  return {
    address: () => (proxy ? `${proxy.origin}/` : `${address}?token=${desk.issueToken()}`),
    local: address,
    site: site.url,
    bundle: bundle.compressed,
    stop: async () => {
      await stopWatching();
      server.close();
      server.closeAllConnections();
      await site.close();
      release();
    },
  };
}

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
