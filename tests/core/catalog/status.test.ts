import { describe, expect, it } from 'vitest';
import { effectiveStatus } from '#core/catalog/status.ts';
import type { StatusFacts } from '#core/catalog/status.ts';

const published: StatusFacts = {
  declared: 'published',
  issued: '2023-05-10',
  implemented: '2023-08-10',
};
const on = (facts: StatusFacts, day: string, years?: number) => effectiveStatus(facts, day, years);

describe('status of a hosted standard', () => {
  it('comes into force on its day, not before', () => {
    expect(on(published, '2023-08-09')).toMatchObject({ status: '即将实施', until: '2023-08-10' });
    expect(on(published, '2023-08-10')).toMatchObject({
      status: '现行',
      since: '2023-08-10',
      flags: [],
    });
  });

  it('stays in force beside an issued successor until the successor is implemented', () => {
    const facts: StatusFacts = {
      ...published,
      replacedBy: [{ key: 'DB9902/T 12-2026', implemented: '2026-03-01' }],
    };
    expect(on(facts, '2026-02-28')).toMatchObject({
      status: '现行',
      flags: ['newer-edition-issued'],
      until: '2026-03-01',
      newer: ['DB9902/T 12-2026'],
      replacedBy: [],
    });
    expect(on(facts, '2026-03-01')).toMatchObject({
      status: '被代替',
      since: '2026-03-01',
      newer: [],
      replacedBy: ['DB9902/T 12-2026'],
    });
  });

  it('is not replaced by a part of it being replaced', () => {
    const facts: StatusFacts = {
      ...published,
      replacedBy: [{ key: 'DB9902/T 30-2025', implemented: '2025-01-01', partial: true }],
    };
    expect(on(facts, '2025-01-01')).toMatchObject({
      status: '现行',
      flags: ['partly-replaced'],
      partlyReplacedBy: ['DB9902/T 30-2025'],
    });
    expect(on(facts, '2024-12-31').flags).toEqual([]);
  });

  it('ends on the day of withdrawal', () => {
    const facts: StatusFacts = { ...published, declared: 'withdrawn', withdrawn: '2025-01-01' };
    expect(on(facts, '2024-12-31')).toMatchObject({ status: '现行', until: '2025-01-01' });
    expect(on(facts, '2025-01-01')).toMatchObject({ status: '废止', since: '2025-01-01' });
    expect(on({ ...published, declared: 'withdrawn' }, '2025-01-01').status).toBe('废止');
  });

  it('counts the review limit from the last review, else from implementation', () => {
    expect(on(published, '2028-08-10').flags).toEqual([]);
    expect(on(published, '2028-08-11').flags).toEqual(['review-overdue']);
    expect(on(published, '2026-08-11', 3).flags).toEqual(['review-overdue']);
    // As the browser works it out, which has nothing but the facts.
    expect(on({ ...published, reviewYears: 3 }, '2026-08-11').flags).toEqual(['review-overdue']);
    expect(on({ ...published, reviewYears: 8 }, '2028-08-11').flags).toEqual([]);
    const reviewed: StatusFacts = {
      ...published,
      reviews: [{ date: '2028-04-01', result: '继续有效' }],
    };
    expect(on(reviewed, '2029-01-01')).toMatchObject({
      flags: ['confirmed'],
      confirmed: '2028-04-01',
    });
    expect(on(reviewed, '2028-03-31').flags).toEqual([]);
    expect(on(reviewed, '2033-04-02').flags).toEqual(['confirmed', 'review-overdue']);
    const revising: StatusFacts = {
      ...published,
      reviews: [{ date: '2028-04-01', result: '修订' }],
    };
    expect(on(revising, '2028-05-01').flags).toEqual(['under-review']);
    const ending = {
      ...revising,
      reviews: [{ date: '2028-03-01', result: '废止' as const }],
      withdrawn: '2028-09-01',
    };
    expect(on(ending, '2028-05-01')).toMatchObject({ status: '现行', flags: [] });
  });

  it('says draft for a draft and unknown without a day of implementation', () => {
    expect(
      on({ declared: 'draft', issued: '2020-01-01', implemented: '2020-02-01' }, '2026-01-01')
        .status,
    ).toBe('草案');
    expect(on({ declared: 'published', issued: '2023-05-10' }, '2026-01-01').status).toBe('未知');
  });
});

const record = (
  status: NonNullable<StatusFacts['recorded']>['status'],
  rest: StatusFacts = {},
): StatusFacts => ({
  implemented: '2009-10-01',
  ...rest,
  recorded: { status, asOf: '2026-01-01' },
});

describe('status of a catalogue record', () => {
  it('repeats what the source said where no date speaks against it', () => {
    expect(on(record('现行'), '2026-06-01').status).toBe('现行');
    expect(on(record('废止'), '2026-06-01').status).toBe('废止');
    expect(on(record('被代替'), '2026-06-01').status).toBe('被代替');
    expect(on(record('未知'), '2026-06-01').status).toBe('未知');
  });

  it('lets an announced day arrive after the source was read', () => {
    const coming = record('即将实施', { issued: '2025-12-01', implemented: '2026-07-01' });
    expect(on(coming, '2026-06-30').status).toBe('即将实施');
    expect(on(coming, '2026-07-01').status).toBe('现行');
    const old = record('现行', { replacedBy: [{ key: 'GB 1-2026', implemented: '2026-07-01' }] });
    expect(on(old, '2026-06-30')).toMatchObject({
      status: '现行',
      flags: ['newer-edition-issued'],
    });
    expect(on(old, '2026-07-01').status).toBe('被代替');
  });

  it('says of days before the source was read what held then', () => {
    const by = (day: string) => ({ replacedBy: [{ key: 'GB 1-2025', implemented: day }] });
    const gone = record('废止', by('2025-06-01'));
    expect(on(gone, '2025-05-31').status).toBe('现行');
    expect(on(gone, '2025-06-01').status).toBe('被代替');
    expect(on(gone, '2009-09-30').status).toBe('即将实施');
    // Withdrawn before its successor came: from which day on is not known.
    expect(on(record('废止', by('2026-06-01')), '2026-03-01').status).toBe('废止');
    expect(on(record('废止'), '2025-03-01').status).toBe('废止');
  });

  it('never calls a review overdue of which nothing is known', () => {
    expect(on(record('现行'), '2026-06-01').flags).toEqual([]);
  });

  it('is small enough for an attribute and survives JSON', () => {
    const facts = record('现行', {
      issued: '2008-12-01',
      replacedBy: [{ key: 'GB/T 1-2026', implemented: '2026-07-01' }],
    });
    const json = JSON.stringify(facts);
    expect(json.length).toBeLessThan(220);
    expect(on(JSON.parse(json) as StatusFacts, '2026-07-01')).toEqual(on(facts, '2026-07-01'));
  });
});
