import { expect, it } from 'vitest';
import { findNearestFeed, readFeedFolders } from '#site/client/search/nearest-feed.ts';
import { openLibrary } from '#library/open.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../../support/temporary-library.ts';

const folders = {
  kind: { local: 'local' },
  chain: { cold: 'cold' },
  ics: { '67': '67' },
  issuer: { 示范市市场监督管理局: '示范市市场监督管理局' },
};

it.each([
  [{}, 'all'],
  [{ kind: ['local'] }, 'kind/local'],
  [{ kind: ['local'], chain: ['cold'] }, 'chain/cold'],
  [{ ics: ['67.040'] }, 'ics/67'],
  [{ ics: ['67', '03'], kind: ['local'] }, 'kind/local'],
  [{ kind: ['national'] }, 'all'],
  [{ issuer: ['示范市市场监督管理局'], status: ['现行'] }, 'issuer/示范市市场监督管理局'],
])('a search narrowed by %j has the feed %s', (filters, feed) => {
  expect(findNearestFeed(filters, folders)).toBe(feed);
});

it('a page that says nothing of feeds leads to that of all standards', () => {
  for (const written of [undefined, '', '{']) {
    expect(findNearestFeed({ kind: ['local'] }, readFeedFolders(written))).toBe('all');
  }
});

it('every feed that the search page leads to is there', async () => {
  const dir = makeFolder();
  writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1 }) });
  const library = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
  const { feeds } = viewOf(library, 'search', {});
  const paths = new Set([...listPages(library)].map(({ path }) => path));
  const named = Object.entries(feeds).flatMap(([facet, values]) =>
    Object.keys(values).map((value) => findNearestFeed({ [facet]: [value] }, feeds)),
  );
  expect(named.length).toBeGreaterThan(2);
  expect(named).not.toContain('all');
  for (const feed of [...named, 'all']) expect(paths).toContain(`/feeds/${feed}.atom`);
});
