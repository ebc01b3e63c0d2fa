import { expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { writeLlms } from '#site/files/llms.ts';
import { startAddresses } from '#site/lib/urls.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

it('llms.txt lists each full text once with its status, and leads only to what is there', async () => {
  const dir = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({ serial: 2 }).replace(
      /^title: .*$/m,
      'title: "带[括号]的名称"',
    ),
  });
  const library = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
  const written = writeLlms(
    viewOf(library, 'llms', {}),
    startAddresses('https://city.example', '/portal/'),
  );
  expect(written).toMatch(/^# 标链 Biaolian\n\n> /);
  expect(written).toContain('带\\[括号\\]的名称');
  const links = [...written.matchAll(/\]\(https:\/\/city\.example\/portal(\/[^)]*)\)/g)].map(
    ([, path]) => path,
  );
  const paths = new Set([...listPages(library)].map(({ path }) => path));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(paths).toContain(link);
  expect(links.filter((link) => link?.endsWith('/index.md'))).toHaveLength(2);
});
