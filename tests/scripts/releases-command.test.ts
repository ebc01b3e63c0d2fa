import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { command as deployPlan } from '#scripts/commands/deploy-plan.ts';
import { command as releases } from '#scripts/commands/releases.ts';
import { command as rollback } from '#scripts/commands/rollback.ts';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { command as verify } from '#scripts/commands/verify.ts';
import { sites } from '../publish/kill-releases.ts';
import { readFiles, release } from '../publish/release-model.ts';
import { makeFolder } from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

function prepare() {
  const site = join(makeFolder(), 'site');
  release(site, sites.first);
  release(site, sites.second);
  const run = (command: typeof verify, argv: readonly string[], json = false) =>
    runCommand(command, { argv: [...argv, '--site', site], json, library: '' });
  const list = async () =>
    JSON.parse((await run(releases, [], true)).out) as {
      readonly live: string;
      readonly releases: readonly { readonly id: string; readonly live: boolean }[];
    };
  return { site, run, list };
}

it('releases are listed for people, newest first, and as JSON', async () => {
  const { run, list } = prepare();
  const { live, releases: all } = await list();
  expect(all.map((each) => each.live)).toEqual([true, false]);
  const { out } = await run(releases, []);
  const lines = out.split('\n');
  expect(lines[0]).toMatch(new RegExp(`^→ ${live} .* \\+2 ~5 −3`));
  expect(lines[2]).toContain(all[1]?.id);
  expect((await run(releases, ['--keep', '5', '--days', '7'])).out).toContain(
    '保留最近 5 个、7 天以内的',
  );
});

it('a rollback says what it did, and that the library stays as it is', async () => {
  const { site, run } = prepare();
  const { status, out } = await run(rollback, []);
  expect(status).toBe(0);
  expect(readFiles(site)).toEqual(sites.first);
  expect(out).toContain('标准库没有动');
  expect(out).toContain('the next publication brings its content again');
  await expect(run(rollback, [])).rejects.toMatchObject({ exitCode: 1 });
  await expect(run(rollback, ['1999'])).rejects.toMatchObject({ exitCode: 2 });
});

it('verify ends with 0, or with 1 and the files that differ', async () => {
  const { site, run, list } = prepare();
  expect((await run(verify, [])).status).toBe(0);
  const [, before] = (await list()).releases;
  expect((await run(verify, ['--release', before?.id ?? ''])).status).toBe(0);
  expect((await run(verify, ['--release', before?.id ?? '', '--folder', site])).status).toBe(1);
  writeFileSync(join(site, 'standards/a/index.html'), 'evil');
  // What is to be done is said with what differs.
  expect((await run(verify, [])).out).toContain(`delete ${site} and run npm run build`);
  const { status, out } = await run(verify, [], true);
  expect([status, JSON.parse(out)]).toMatchObject([
    1,
    { ok: false, changed: ['standards/a/index.html'] },
  ]);
});

it('verify of a copy alone says what it would be held against, and what to do', async () => {
  const { site } = prepare();
  const copy = join(makeFolder(), 'copy');
  cpSync(site, copy, { recursive: true });
  const elsewhere = join(makeFolder(), 'dist');
  const refused = async (folder: string): Promise<string> => {
    try {
      await runCommand(verify, {
        argv: ['--folder', folder, '--site', elsewhere],
        json: false,
        library: '',
      });
      return '';
    } catch (error) {
      return error instanceof Problem ? `${error.what.zh} ${error.todo?.zh ?? ''}` : String(error);
    }
  };
  expect(await refused(copy)).toMatch(/清单.*std verify --site 网站目录 --folder/);
  expect(await refused(copy)).not.toContain('签过名');
  expect(await refused(site)).toContain(`std verify --site ${site}`);
  expect(await refused(join(copy, 'none'))).toContain('没有');
  mkdirSync(join(copy, '.well-known'), { recursive: true });
  writeFileSync(join(copy, '.well-known/biaolian-manifest.sig'), 'a');
  expect(await refused(copy)).toContain('--key 公钥.pem');
});

it('a plan of deployment lists the paths of a step, one a line', async () => {
  const { run, list } = prepare();
  const [, before] = (await list()).releases;
  const since = ['--since', before?.id ?? ''];
  expect((await run(deployPlan, [...since, '--step', 'names'])).out).toBe(
    'search-index/directory.json\nsitemap.xml\n',
  );
  const plan = JSON.parse((await run(deployPlan, since, true)).out) as { remove: string[] };
  expect(plan.remove).toContain('standards/b/index.html');
  expect((await run(deployPlan, [])).out).toMatch(/^∅ → /);
  await expect(run(deployPlan, ['--step', 'nonsense'])).rejects.toMatchObject({ exitCode: 2 });
});

it.each([releases, rollback, verify, deployPlan])(
  'a site without records is told of: %#',
  async (command) => {
    const site = join(makeFolder(), 'site');
    const run = runCommand(command, { argv: ['--site', site], json: false, library: '' });
    await expect(run).rejects.toMatchObject({
      exitCode: 2,
      todo: { zh: expect.stringContaining('npm run build') as string },
    });
  },
);

it('the stamp of a site names its release, for hosts that hold a copy', async () => {
  const { site, list } = prepare();
  const { live } = await list();
  expect(readFileSync(join(site, '.biaolian-build'), 'utf8').split(' ')[1]).toBe(live);
});
