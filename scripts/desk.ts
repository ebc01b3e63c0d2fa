import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { build } from './build.ts';
import { printProblem } from './bootstrap/problem.mjs';
import { findLibrary, readArguments, readExtras, readPort } from './lib/arguments.ts';
import { findPlace } from './lib/place.ts';
import { ROOT } from './lib/tools.ts';
import { readAddress, readProxy } from './lib/desk-proxy.ts';
import { startDesk } from './server/start-desk.ts';

const deskPort = 4330;
const sitePort = 4321;

/** `npm run desk`: the page for those who publish, on this machine only, until it is stopped. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    library: { type: 'string' },
    port: { type: 'string' },
    'site-port': { type: 'string' },
    out: { type: 'string', default: 'dist' },
    keep: { type: 'string', default: join(ROOT, '.desk') },
    proxy: { type: 'string' },
    'proxy-secret': { type: 'string' },
    'secret-header': { type: 'string', default: 'X-Desk-Proxy' },
    'user-header': { type: 'string', default: 'Remote-User' },
    'site-address': { type: 'string' },
    'audit-heads': { type: 'string' },
  });
  const library = findLibrary(values.library);
  const out = resolve(values.out);
  const proxy = readProxy(values);
  const heads = values['audit-heads'];
  const siteAddress = values['site-address'];
  const extras = readExtras({ 'no-pdf': false, 'no-word': false, 'no-data': false });
  const desk = await startDesk({
    library,
    out,
    keep: resolve(values.keep),
    port: readPort(values.port, deskPort),
    sitePort: readPort(values['site-port'], sitePort),
    spare: 100,
    extras,
    ...(proxy && { proxy }),
    ...(heads !== undefined && { heads: resolve(heads) }),
    ...(siteAddress !== undefined && { siteAddress: readAddress('--site-address', siteAddress) }),
  });
  const first = await build({ library, out, ...findPlace(library), ...extras }).catch(
    (error: unknown) => {
      printProblem(error);
      return undefined;
    },
  );
  if (!first?.ok) process.stderr.write(stillOpens);
  const size = Math.round(desk.bundle / 1000);
  process.stdout.write(
    `编写台的页面 ${size} KB（压缩后） · The desk's page: ${size} KB compressed\n`,
  );
  const tell = (): boolean =>
    process.stdout.write(
      proxy
        ? `\n标链编写台 · Biaolian desk\n${proxy.origin}/\n反向代理转到 ${desk.local}，带 ${proxy.secretHeader} 和 ${proxy.userHeader}；停止按 Ctrl+C。\nThe proxy passes requests to ${desk.local} with ${proxy.secretHeader} and ${proxy.userHeader}; Ctrl+C to stop.\n`
        : `\n标链编写台 · Biaolian desk\n${desk.address()}\n这个地址只能打开一次；要新的就按回车，停止按 Ctrl+C。\nThe address opens once; press Enter for another, Ctrl+C to stop.\n`,
    );
  tell();
  process.stdin.on('data', tell);
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  process.stdin.destroy();
  await desk.stop();
  return 0;
}

const stillOpens =
  '网站没有更新；编写台照样打开，里面能看到错误。\nThe site was not brought up to date; the desk opens all the same and shows the errors.\n';
