import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publish } from '#publish/index.ts';
import { writeLargeSystem } from '../support/large-system.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const catalogue = (rows: readonly string[]) =>
  ['number,title,status,issued,implemented,as_of,source', ...rows, ''].join('\n');
const row = (serial: number, status = '现行') =>
  `GB/T ${serial}—2008,样例题录${serial},${status},2008-04-01,2008-10-01,2026-07-02,sample`;

it('each kind of edit that makes pages stale is published, and what went is taken down', async () => {
  const dir = makeFolder();
  const out = join(makeFolder(), 'site');
  const cache = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({ serial: 2 }),
    [standardPath(3)]: writeStandard({ serial: 3 }).replace(
      'sample: true',
      'sample: true\nstatus: draft',
    ),
    'catalogue/some.csv': catalogue([row(9001), row(9002)]),
    'systems/sample.yaml': writeLargeSystem(2, 2),
  });
  const read = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
  const has = (path: string) => existsSync(join(out, path));
  const build = async () => {
    const result = await publish({ library: dir, out, cache, asOf: '2026-11-29' });
    const errors = result.library.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(result.ok).toBe(true);
  };
  await build();
  expect(read('standards/gb-t-9001-2008')).toContain('样例题录9001');

  writeFiles(dir, { 'catalogue/some.csv': catalogue([row(9001, '废止'), row(9002)]) });
  await build();
  expect(read('standards/gb-t-9001-2008')).toContain('废止');

  writeFiles(dir, { 'catalogue/some.csv': catalogue([row(9001, '废止')]) });
  await build();
  expect(has('standards/gb-t-9002-2008')).toBe(false);

  rmSync(join(dir, 'systems/sample.yaml'));
  await build();
  expect([has('systems/sample'), has('en/systems/sample')]).toEqual([false, false]);

  rmSync(join(dir, standardPath(3), '..'), { recursive: true });
  await build();
  expect([has('standards/db9902-t-3-2024'), has('en/standards/db9902-t-3-2024')]).toEqual([
    false,
    false,
  ]);

  rmSync(join(dir, standardPath(2), '..'), { recursive: true });
  await build();
  expect(has('standards/db9902-t-2-2024')).toBe(false);
  expect(read('browse/kind/local')).not.toContain('样例标准2');
});
