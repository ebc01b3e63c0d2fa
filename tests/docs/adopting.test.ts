import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../support/temporary-library.ts';

/** The commands that a reader types, in their order: those of the blocks, as `npm` hands them on. */
function listCommands(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => {
        const [, script = '', args = ''] = /^npm run (\S+) -- (.*)$/.exec(line) ?? [];
        return [script, ...args.split(' ')];
      }),
  );
}

it('docs/adopting.md leads from an empty folder to a site', { timeout: 240_000 }, () => {
  const folder = makeFolder();
  const commands = listCommands(readFileSync('docs/adopting.md', 'utf8'));
  expect(commands.map(([script]) => script)).toEqual(['std', 'std', 'build']);
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined, BIAOLIAN_PDF: '0' };
  for (const command of commands) {
    const args = command.map((word) => word.replace(/^\.\.(?=\/)/, folder));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], {
      encoding: 'utf8',
      env: { ...env, BIAOLIAN_CACHE: join(folder, '.cache') },
    });
    expect([status, stderr], command.join(' ')).toEqual([0, '']);
  }
  const home = readFileSync(join(folder, 'our-site/index.html'), 'utf8');
  expect(home).toContain('<title>海州市标准文献库</title>');
  expect(home).toContain('href="https://bz.example.cn/portal/"');
  expect(existsSync(join(folder, 'our-site/systems/standard-service/index.html'))).toBe(true);
});
