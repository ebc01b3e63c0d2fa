import { describe, expect, it } from 'vitest';
import {
  buildSuggester,
  listKnownPlaces,
  suggestRows,
  writeProposals,
} from '#core/systems/index.ts';
import type { Confidence } from '#core/systems/index.ts';
import { openLibrary } from '#library/open.ts';
import { makeRecord } from '../catalog/build.ts';
import { openSystem, readModel, writeSystem } from './write.ts';

const none = () => [];

describe('places of the sample systems, each row taken out and proposed anew', async () => {
  const library = await openLibrary({ dir: 'content' });
  const wordsOf = (key: string) => {
    const words = library.vocabulary.places.get(key);
    return words ? [...words.zh, ...words.en] : [];
  };
  const judged = library.systems.list.flatMap((system) => {
    const suggest = buildSuggester(listKnownPlaces(system, wordsOf), library.catalog.entries);
    return system.rows.flatMap(({ subject, place, also, role }) => {
      if (subject.kind !== 'standard') return [];
      const found = suggest(subject.entry);
      const key = `${system.id}/${found?.place}`;
      const isRight = key === place || also.some((id) => `${system.id}/${id}` === key);
      return [
        { system: system.id, isRight, confidence: found?.confidence, isRole: found?.role === role },
      ];
    });
  });
  const shareIn = (list: typeof judged) =>
    list.filter(({ isRight }) => isRight).length / list.length;
  const shareOf = (confidence: Confidence) =>
    shareIn(judged.filter((each) => each.confidence === confidence));

  it('are right for seven of ten, and for three of four in systems of a hundred rows', () => {
    expect(judged.length).toBeGreaterThan(1800);
    expect(shareIn(judged)).toBeGreaterThan(0.71);
    const rowsOf = new Map(library.systems.list.map(({ id, rows }) => [id, rows.length]));
    const large = judged.filter(({ system }) => (rowsOf.get(system) ?? 0) >= 100);
    expect(large.length).toBeGreaterThan(800);
    expect(shareIn(large)).toBeGreaterThan(0.74);
  });

  it('are the more often right, the higher the confidence', () => {
    expect(shareOf('high')).toBeGreaterThan(0.93);
    expect(shareOf('medium')).toBeGreaterThan(0.78);
    expect(shareOf('low')).toBeLessThan(shareOf('medium'));
  });

  it('have the right role for six of ten', () => {
    expect(judged.filter(({ isRole }) => isRole).length / judged.length).toBeGreaterThan(0.6);
  });
});

describe('proposals', () => {
  const rows = "  - { node: store, number: 'GB/T 1-2020', role: 基础 }";
  const records = [
    makeRecord('GB/T 1-2020', { title: '冷库设计', ics: ['97.130'] }),
    makeRecord('GB/T 1-2024', { title: '冷库设计', status: '即将实施' }),
    makeRecord('GB/T 2-2021', { title: '冷库安全', ics: ['97.130'] }),
    makeRecord('GB/T 3-2021', { title: '冷库运行', status: '废止' }),
    makeRecord('GB/T 4-2021', { title: '钢琴', ics: ['97.200.20'] }),
  ];
  const { system, catalog } = openSystem(writeSystem({ rows }), records);
  const propose = (least: number) =>
    suggestRows(system, listKnownPlaces(system, none), { catalog, least });

  it('leave out what is listed, other editions of it, what is over, and what is unlike', () => {
    expect(propose(0.1).map(({ entry, place }) => `${entry.key} ${place}`)).toEqual([
      'GB/T 2-2021 store',
    ]);
  });

  it('leave out what is listed and not in the catalogue of the system', () => {
    const listed = openSystem(
      writeSystem({ rows: `${rows}\n  - { node: store, number: 'GB/T 2-2019', role: 安全 }` }),
      records,
    );
    const places = listKnownPlaces(listed.system, none);
    const own = { catalog: listed.catalog, least: 0.1 };
    expect(suggestRows(listed.system, places, own)).toEqual([]);
  });

  it('say why', () => {
    expect(propose(0.1)[0]?.reasons.map(({ zh }) => zh)).toContain(
      'ICS 97.130 与 GB/T 1—2020 相同',
    );
  });

  it('are rows that a system reads', () => {
    const written = writeProposals(system, propose(0.1), catalog);
    const [, own = ''] = written.split('rows:\n');
    const read = readModel(writeSystem({ rows: `${rows}\n${own}` }));
    expect(read.rows.map(({ number }) => number)).toEqual(['GB/T 1-2020', 'GB/T 2-2021']);
  });

  it('stay comments, whatever a title holds', () => {
    const title = "冷库\n  - { node: store, number: 'GB/T 9-2020', role: 基础 }";
    const odd = openSystem(writeSystem({ rows }), [
      ...records.slice(0, 1),
      makeRecord('GB/T 2-2021', { title, ics: ['97.130'] }),
    ]);
    const places = listKnownPlaces(odd.system, none);
    const found = suggestRows(odd.system, places, {
      catalog: odd.catalog,
      least: 0.1,
    });
    const lines = writeProposals(odd.system, found, odd.catalog).split('\n');
    expect(lines.filter((line) => line.startsWith('  - '))).toEqual([
      "  - { node: store, number: 'GB/T 2-2021', role: 产品 }",
    ]);
  });
});
