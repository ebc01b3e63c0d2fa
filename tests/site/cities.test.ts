import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { getFacetPages, listEntries } from '#site/data/facets.ts';
import { listAllFeedPages } from '#site/data/feeds.ts';
import { getSummary } from '#site/data/library.ts';
import { exportCatalogue } from '#site/files/exports.ts';
import { listPages } from '#site/routes.ts';
import { viewCities } from '#site/views/cities.ts';
import { viewFeed } from '#site/views/feeds.ts';
import { viewPlace } from '#site/views/place.ts';
import { viewStandard } from '#site/views/standard.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary({ dir: 'content', asOf: '2026-11-30' });
});

describe('three cities in one portal', () => {
  it('counts its own standards as if it were alone', () => {
    const summary = getSummary(library);
    expect(summary.hosted).toBe(library.rows.length);
    expect(summary.newest.every(({ origin }) => origin === undefined)).toBe(true);
    const full = getFacetPages(library, 'text').find(({ id }) => id === 'full');
    expect(full?.count).toEqual([{ value: library.rows.length }]);
    expect(exportCatalogue(library).some(({ number }) => /^DB990[34]/.test(number))).toBe(false);
    expect(library.lives.some(({ entry }) => entry?.origin)).toBe(false);
  });

  it('lists the standards of each city, and gives each of them a page', () => {
    const pages = getFacetPages(library, 'city');
    expect(pages.map(({ value, count }) => [value, count])).toEqual([
      ['9903', [{ value: 8 }]],
      ['9904', [{ value: 8 }]],
      ['own', [{ value: library.rows.length }]],
    ]);
    const paths = new Set([...listPages(library)].map(({ path }) => path));
    for (const page of pages) {
      for (const [phase] of listEntries(library, page)) {
        expect(paths).toContain(`/standards/${phase?.value?.slug}/`);
      }
    }
    expect(paths).toContain('/cities/');
  });

  it('tells in no feed of the standards of others', () => {
    const lists = listAllFeedPages(library);
    const kinds = lists.filter(({ facet }) => facet === 'kind').map(({ value }) => value);
    expect(kinds).toContain('local');
    for (const page of lists) {
      const { news, days } = viewFeed(library, { facet: page.facet, value: page.id });
      const others = [...news, ...days].filter(({ entry }) => entry.origin !== undefined);
      expect(others, `${page.facet}/${page.id}`).toEqual([]);
    }
    const { news } = viewFeed(library, { facet: 'kind', value: 'local' });
    expect(news.length).toBeGreaterThan(0);
  });

  it('has no page of cities where it has no partner', () => {
    const alone = { ...library, partners: [] };
    expect([...listPages(alone)].some(({ template }) => template === 'cities')).toBe(false);
  });

  it('says on a page whose the standard is, and what is recognised with it', () => {
    const its = viewStandard(library, { slug: 'db9904-t-14-2025' });
    expect(its.origin).toMatchObject({ id: '9904', licence: 'CC-BY-4.0' });
    expect(its.recognitions?.flatMap(({ others }) => others.map(({ number }) => number))).toEqual([
      'DB9902/T 39—2025',
      'DB9903/T 12—2025',
    ]);
    const own = viewStandard(library, { slug: 'db9902-t-39-2025' });
    expect(own).not.toHaveProperty('origin');
    expect(own.recognitions).toHaveLength(1);
    expect(viewStandard(library, { slug: 'db9902-t-24-2020' })).not.toHaveProperty('recognitions');
  });

  it('sets standards on one subject side by side', () => {
    const { partners, subjects } = viewCities(library);
    expect(partners.map(({ id, standards }) => [id, standards])).toEqual([
      ['9903', 8],
      ['9904', 8],
    ]);
    const rows = subjects.map(({ likeness, recognised, joint, cells }) => ({
      numbers: cells.map((cell) => cell.map(({ number }) => number).join()),
      said: [likeness, recognised, joint],
    }));
    expect(rows).toContainEqual({
      numbers: ['DB9902/T 39—2025', 'DB9903/T 12—2025', 'DB9904/T 14—2025'],
      said: ['same', 'all', true],
    });
    expect(rows).toContainEqual({
      numbers: ['DB9902/T 12—2023', 'DB9903/T 6—2024', 'DB9904/T 3—2023'],
      said: ['same', 'some', true],
    });
    expect(rows).toContainEqual({
      numbers: ['DB9902/T 48—2026', 'DB9903/T 17—2026', ''],
      said: ['similar', 'none', false],
    });
    expect(rows).toContainEqual({
      numbers: ['', 'DB9903/T 20—2026', ''],
      said: ['only', 'none', false],
    });
  });

  it('names them at the places of a system without counting them', () => {
    const system = library.systems.byId('cold-chain');
    const key = 'DB9902/T 12-2023';
    const row = system?.rows.find(
      ({ subject }) => subject.kind === 'standard' && subject.entry.key === key,
    );
    const place = system?.places.find((each) => each.key === row?.place);
    const view = viewPlace(library, { system: 'cold-chain', place: place?.id ?? '' });
    const numbers = view.beside?.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining(['DB9903/T 6—2024', 'DB9904/T 3—2023']));
    const entries = library.systems.list.flatMap(({ rows }) => rows);
    expect(entries.some(({ number }) => /^DB990[34]/.test(number))).toBe(false);
  });
});
