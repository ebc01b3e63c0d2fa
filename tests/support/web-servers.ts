import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The web servers for which `deploy/` has a file. */
export type WebServer = 'caddy' | 'nginx';

/** What a server that was started from `deploy/` is told. */
export interface WebServerOptions {
  /** The folder of the web server; a site below a path lies in the folder of that name in it. */
  readonly root: string;
  /** `/portal`, or nothing. */
  readonly base?: string;
  /** Edits of the configuration, as somebody would make them who follows its comments. */
  readonly edit?: (text: string) => string;
  /** The file of `deploy/` in place of that of the portal. */
  readonly file?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  /** Without a final slash. */
  readonly url: string;
  /** The access log. */
  readonly log: string;
  readonly stop: () => Promise<void>;
}

/** Whether a web server is installed on this machine. */
export function hasWebServer(name: WebServer): boolean {
  return spawnSync(name, [name === 'nginx' ? '-v' : 'version'], { env: paths() }).status === 0;
}

const paths = () => ({ ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` });

/** Starts a web server with its file from `deploy/`, in which only folder, port and path are replaced. */
export async function startWebServer(
  name: WebServer,
  { root, base = '', edit = (text) => text, file, environment = {} }: WebServerOptions,
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-web-'));
  const port = await findPort();
  const log = join(folder, 'access.log');
  const source = resolve('deploy', file ?? (name === 'nginx' ? 'nginx.conf' : 'Caddyfile'));
  const text = edit(readFileSync(source, 'utf8'));
  const written = join(folder, name);
  const isRoot = process.getuid?.() === 0;
  writeFileSync(
    written,
    name === 'nginx'
      ? `${isRoot ? 'user root;\n' : ''}daemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${folder}/${each};`).join('\n')}\n${text
          .replace('listen 80;', `listen 127.0.0.1:${port};`)
          .replaceAll('/srv/biaolian/www;', `${root};`)
          .replace('set $site_base "";', `set $site_base "${base}";`)
          .replaceAll('/var/log/nginx/biaolian.log', log)}\n}\n`
      : `{\n\tadmin off\n\tauto_https off\n}\n${text}`,
  );
  mkdirSync(join(folder, 'home'));
  const child = spawn(
    name,
    name === 'nginx'
      ? ['-c', written, '-e', join(folder, 'error.log')]
      : ['run', '--config', written, '--adapter', 'caddyfile'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...paths(),
        HOME: join(folder, 'home'),
        BIAOLIAN_ADDRESS: `http://127.0.0.1:${port}`,
        BIAOLIAN_PORT: String(port),
        BIAOLIAN_WWW: root,
        BIAOLIAN_BASE: base,
        BIAOLIAN_LOG: log,
        ...environment,
      },
    },
  );
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 200) {
      child.kill();
      throw new Error(`${name} did not start:\n${said}`);
    }
    if (
      await fetch(url, { redirect: 'manual' }).then(
        () => true,
        () => false,
      )
    )
      break;
    await wait(50);
  }
  return {
    url,
    log,
    stop: async () => {
      child.kill(name === 'nginx' ? 'SIGQUIT' : 'SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that is free now. */
export async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
