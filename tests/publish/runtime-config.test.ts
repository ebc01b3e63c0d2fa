import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { embeddedOnly, readRuntimeConfig } from '#search/runtime-config.ts';
import { keepRuntimeConfig } from '#publish/runtime-config.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runBuild } from './run-build.ts';

it('a built site searches by itself until somebody says otherwise, and then through every build', async () => {
  const library = makeFolder();
  const out = join(makeFolder(), 'site');
  const path = join(out, 'search.json');
  writeFiles(library, { [standardPath(1)]: writeStandard({ serial: 1 }) });
  expect((await runBuild(library, out)).status).toBe(0);
  expect(readRuntimeConfig(readFileSync(path, 'utf8'))).toEqual({ config: embeddedOnly });
  const mine = '{"version":1,"index":"mine","servers":[{"url":"https://s.example.cn","key":"k"}]}';
  writeFileSync(path, mine);
  writeFiles(library, { [standardPath(2)]: writeStandard({ serial: 2 }) });
  expect((await runBuild(library, out)).output).toContain('2 项标准（编译 1）');
  expect(readFileSync(path, 'utf8')).toBe(mine);
  // Without its manifest's stamp everything is drawn anew and the folder replaced.
  writeFileSync(join(out, '.biaolian-build'), 'unfinished');
  writeFileSync(join(out, 'stale.html'), '');
  expect((await runBuild(library, out)).status).toBe(0);
  expect(existsSync(join(out, 'stale.html'))).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe(mine);
});

it('keeps even a configuration that cannot be read: it is somebody’s', () => {
  const [out, next] = [makeFolder(), makeFolder()];
  writeFileSync(join(out, 'search.json'), 'mine');
  keepRuntimeConfig(out, next);
  expect(readFileSync(join(next, 'search.json'), 'utf8')).toBe('mine');
});
