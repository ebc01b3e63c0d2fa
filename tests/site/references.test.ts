import { beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { parseXml } from '#library/xml.ts';
import { valueOn } from '#core/model/timed.ts';
import { writeGraphml } from '#core/render/graphml.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary({ dir: 'content', asOf: '2026-06-01' });
});

describe('stale references of the sample library', () => {
  test('are those of the gaps of each system, on every day', () => {
    const systems = library.systems.list.map(({ id }) =>
      viewOf(library, 'system-gaps', { system: id }),
    );
    const { rows, count } = viewOf(library, 'stale-references', {});
    let most = 0;
    for (const day of ['2026-06-01', '2026-08-31', '2026-09-01', '2027-01-01', '2030-01-01']) {
      const listed = rows.flatMap((phases) => valueOn(phases, day) ?? []);
      expect(valueOn(count, day)).toBe(listed.length);
      most = Math.max(most, listed.length);
      for (const { id, gaps } of systems) {
        const inSystem = gaps.stale.items
          .flatMap((phases) => valueOn(phases, day) ?? [])
          .map(({ slug, cited }) => `${slug} ${cited.slug}`);
        const here = listed
          .filter((row) => row.systems.includes(id))
          .map(({ by, cited }) => `${by.slug} ${cited.slug}`);
        expect([...new Set(inSystem)].toSorted(), `${id} on ${day}`).toEqual(here.toSorted());
      }
    }
    expect(most).toBeGreaterThan(0);
  });
});

describe('pages of references', () => {
  test('are there for standards with a text and for what many texts cite, not for every record', () => {
    const pages = [...listPages(library)].filter(({ template }) => template === 'references');
    const chinese = pages.filter(({ path }) => !path.startsWith('/en/'));
    expect(pages).toHaveLength(chinese.length * 2);
    for (const { props } of chinese) {
      const entry = library.catalog.bySlug(props.slug ?? '');
      expect(
        entry?.row !== undefined || (entry && library.catalog.citedBy(entry).length >= 10),
      ).toBe(true);
    }
    expect(chinese.length).toBeLessThan(library.rows.length + 50);
  });

  test('say of each citation what the page of the other standard says', () => {
    const { rows } = viewOf(library, 'references', { slug: 'db9902-t-12-2023' });
    const now = rows.flatMap(([phase]) => phase?.value ?? []);
    const cites = now.filter(({ kind, entry }) => kind === 'cites' && entry?.hosted);
    expect(now.filter(({ kind }) => kind === 'cites').length).toBeGreaterThan(5);
    for (const { entry, clauses } of cites) {
      const back = viewOf(library, 'references', { slug: entry?.slug ?? '' }).rows;
      const twin = back
        .flatMap(([phase]) => phase?.value ?? [])
        .find(({ kind, entry: by }) => kind === 'citedBy' && by?.slug === 'db9902-t-12-2023');
      expect(twin?.clauses).toEqual(clauses);
    }
  });
});

test('a graph is GraphML whose edges name its nodes', () => {
  const nodes = [
    { id: 'GB/T 1—2020', label: 'GB/T 1—2020 <A> & "B"', status: '现行' },
    { id: 'GB/T 2', label: 'GB/T 2', status: '' },
  ];
  const text = writeGraphml(nodes, [
    { source: 'GB/T 1—2020', target: 'GB/T 2', relation: 'cites' },
  ]);
  const ids: string[] = [];
  const ends: string[] = [];
  let said = '';
  const failed = parseXml(text, {
    onOpen: ({ local, attributes }) => {
      if (local === 'node') ids.push(attributes['id']?.value ?? '');
      if (local === 'edge')
        ends.push(...['source', 'target'].map((end) => attributes[end]?.value ?? ''));
      return null;
    },
    onText: (piece) => {
      said += piece;
      return null;
    },
  });
  expect(failed).toBeNull();
  expect(ids).toEqual(['GB/T 1—2020', 'GB/T 2']);
  expect(ends).toEqual(ids);
  expect(said).toContain('GB/T 1—2020 <A> & "B"现行');
});
