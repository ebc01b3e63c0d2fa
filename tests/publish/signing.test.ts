import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { portalStatus } from '#core/exchange/open-data/status.ts';
import { OutputRefused } from '#publish/output.ts';
import { command as releases } from '#scripts/commands/releases.ts';
import { command as rollback } from '#scripts/commands/rollback.ts';
import { command as verify } from '#scripts/commands/verify.ts';
import { runCommand } from '../scripts/run-command.ts';
import { makeFolder } from '../support/temporary-library.ts';
import { sites } from './kill-releases.ts';
import { release } from './release-model.ts';

afterEach(() => vi.unstubAllEnvs());

/** A folder with a key pair as `openssl genpkey -algorithm ed25519` writes it, and a site beside it. */
function prepare() {
  const dir = makeFolder();
  const makeKey = (name: string) => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const [own, shown] = [join(dir, `${name}.pem`), join(dir, `${name}.pub`)];
    writeFileSync(own, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(shown, publicKey.export({ type: 'spki', format: 'pem' }));
    return { own, shown };
  };
  const site = join(dir, 'site');
  const run = (command: typeof verify, ...argv: readonly string[]) =>
    runCommand(command, { argv: [...argv, '--site', site], json: false, library: '' });
  return { dir, site, run, key: makeKey('a'), other: makeKey('b') };
}

it('a signed site is verified by the public key alone, and after a rollback, too', async () => {
  const { dir, site, run, key } = prepare();
  vi.stubEnv('BIAOLIAN_SIGNING_KEY', key.own);
  release(site, sites.first);
  release(site, sites.second);
  const check = () => run(verify, '--key', key.shown);
  expect((await check()).status).toBe(0);
  expect(existsSync(join(dir, 'site/.well-known/biaolian-manifest.sig'))).toBe(true);
  await run(rollback, '--why', '误公布');
  expect((await check()).status).toBe(0);
  vi.stubEnv('BIAOLIAN_BY', '');
  expect((await run(releases)).out).toMatch(/恢复 restores [^\n]*\n {4}\S+@\S+：误公布\n/);

  writeFileSync(join(site, 'standards/a/index.html'), 'evil');
  expect(await check()).toMatchObject({ status: 1 });
});

it('a changed manifest, another key and a site that was never signed are told', async () => {
  const { site, run, key, other } = prepare();
  release(site, sites.first);
  await expect(run(verify, '--key', key.shown)).rejects.toMatchObject({ exitCode: 2 });
  vi.stubEnv('BIAOLIAN_SIGNING_KEY', key.own);
  release(site, sites.second);
  await expect(run(verify, '--key', other.shown)).rejects.toThrow('was not signed by this key');
  await expect(run(verify, '--key', join(site, 'index.html'))).rejects.toThrow(
    'is no public Ed25519 key',
  );
  const manifest = join(site, '.well-known/biaolian-manifest.txt');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('index', 'andex'));
  await expect(run(verify, '--key', key.shown)).rejects.toThrow('or was changed since');
});

it('without the key no signature of an earlier release stays behind', () => {
  const { site, key } = prepare();
  vi.stubEnv('BIAOLIAN_SIGNING_KEY', key.own);
  release(site, sites.first);
  vi.stubEnv('BIAOLIAN_SIGNING_KEY', '');
  release(site, sites.second);
  for (const end of ['txt', 'sig'])
    expect(existsSync(join(site, `.well-known/biaolian-manifest.${end}`))).toBe(false);
});

it.skipIf(process.platform === 'win32')(
  'a key that others may read, that is none, or that is not there publishes nothing',
  () => {
    const { site, key } = prepare();
    release(site, sites.first);
    const before = readFileSync(join(site, 'status.json'), 'utf8');
    chmodSync(key.own, 0o644);
    for (const path of [key.own, key.shown, join(site, 'none')]) {
      vi.stubEnv('BIAOLIAN_SIGNING_KEY', path);
      expect(() => release(site, sites.second), path).toThrow(OutputRefused);
    }
    expect(readFileSync(join(site, 'status.json'), 'utf8')).toBe(before);
  },
);

it('monitors are told of the release that readers see', async () => {
  const { site, run } = prepare();
  const status = () =>
    portalStatus.parse(JSON.parse(readFileSync(join(site, 'status.json'), 'utf8')));
  release(site, sites.first);
  const first = status();
  release(site, sites.second);
  expect(status().release).not.toBe(first.release);
  await run(rollback);
  expect(status()).toMatchObject({
    kind: 'rollback',
    restores: first.release,
    counts: { files: Object.keys(sites.first).length },
    search: { engine: 'embedded', servers: 0 },
  });
});
