import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { holdLibrary } from '#assistant/library-at-hand.ts';
import type { LibraryAtHand } from '#assistant/library-at-hand.ts';
import { answerRequests } from '#assistant/http.ts';
import { createAssistantServer } from '#assistant/server.ts';
import { today } from '#library/cache-folder.ts';
import { openLibrary } from '#library/open.ts';
import { openLibraryEngine } from '../lib/search-engines.ts';
import { readArguments, readPort } from '../lib/arguments.ts';
import { findPlace } from '../lib/place.ts';
import type { Command, CommandContext, ExitStatus } from './command.ts';

export const command: Command = {
  name: 'mcp',
  summary: {
    zh: '供智能助手使用：按 Model Context Protocol 检索、读条文、查新、比较、引用',
    en: 'For assistants: search, clauses, validity, comparison and citations by the Model Context Protocol',
  },
  usage: {
    zh: `用法：npm run std -- mcp [--http] [--port 端口] [--site 网址] [--base 路径]
不带 --http 时用标准输入输出，由助手的程序启动；带 --http 时在 127.0.0.1 上听，地址是 /mcp。
--port 端口    默认 4399
--site 网址    标准页面的网址，如 https://standards.example；链接用它写完整
--base 路径    网站在主机上的路径，如 /portal/
只读：不改标准库里的任何内容。`,
    en: `Usage: npm run std -- mcp [--http] [--port N] [--site URL] [--base PATH]
Without --http it speaks over standard input and output and is started by the assistant's program; with --http it listens on
127.0.0.1, at /mcp.
--port N       4399 by default
--site URL     address of the pages, e.g. https://standards.example; links are whole with it
--base PATH    the site's path on its host, e.g. /portal/
It reads only: nothing in the library is changed.`,
  },
  run,
};

async function run({ argv, stdin, stderr, library: dir }: CommandContext): Promise<ExitStatus> {
  const { values } = readArguments(argv, {
    http: { type: 'boolean', default: false },
    port: { type: 'string' },
    site: { type: 'string' },
    base: { type: 'string' },
  });
  const { site, base } = findPlace(dir, values);
  const library = await openLibrary({ dir, asOf: today() });
  const { engine } = await openLibraryEngine(dir);
  const hand = holdLibrary(library, engine, { site, base });
  if (values.http) {
    await serveHttp(hand, readPort(values.port, 4399), stderr);
    return 0;
  }
  const handle = serveStdio(() => createAssistantServer(hand));
  await once(stdin, 'close');
  await handle.close();
  return 0;
}

/** Listens on this machine only, until it is stopped. */
async function serveHttp(
  hand: LibraryAtHand,
  port: number,
  stderr: CommandContext['stderr'],
): Promise<void> {
  const server = serve({ fetch: answerRequests(hand), hostname: '127.0.0.1', port });
  const stop = (): void => void server.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  stderr.write(`http://127.0.0.1:${own}/mcp\n`);
  await once(server, 'close');
}
