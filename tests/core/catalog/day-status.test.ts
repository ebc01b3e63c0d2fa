import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isDay } from '#core/base/day.ts';
import { effectiveStatus } from '#core/catalog/status.ts';
import { listDaysInForce, standingOn } from '#core/catalog/day-status.ts';
import type { StatusFacts } from '#core/catalog/status.ts';

const issued = { issued: '2023-05-10', implemented: '2023-08-10' };
const published: StatusFacts = { declared: 'published', ...issued };
const replaced: StatusFacts = {
  ...published,
  replacedBy: [{ key: 'DB9902/T 12-2026', implemented: '2026-03-01' }],
};
const withdrawn: StatusFacts = { ...published, declared: 'withdrawn', withdrawn: '2025-01-01' };
/** What a catalogue says on 2026-07-02. */
const heard = (
  status: '现行' | '废止' | '被代替' | '即将实施',
  facts: StatusFacts = {},
): StatusFacts => ({
  ...facts,
  recorded: { status, asOf: '2026-07-02' },
});

describe('a standard on a day that is asked for', () => {
  it.each<[string, StatusFacts, string, string]>([
    ['long before its issue', published, '1990-01-01', '尚未发布'],
    ['the day before its issue', published, '2023-05-09', '尚未发布'],
    ['on the day of issue', published, '2023-05-10', '即将实施'],
    ['the day before it comes into force', published, '2023-08-09', '即将实施'],
    ['on the day it comes into force', published, '2023-08-10', '现行'],
    ['the day before its successor comes into force', replaced, '2026-02-28', '现行'],
    ['on the day its successor comes into force', replaced, '2026-03-01', '被代替'],
    ['replaced, before its issue', replaced, '2023-01-01', '尚未发布'],
    ['the day before its withdrawal', withdrawn, '2024-12-31', '现行'],
    ['on the day of its withdrawal', withdrawn, '2025-01-01', '废止'],
    ['withdrawn, before its issue', withdrawn, '2023-05-09', '尚未发布'],
    ['a draft', { declared: 'draft' }, '1990-01-01', '草案'],
    ['withdrawn without a day, long in force', heard('废止', issued), '2024-01-01', '未知'],
    ['withdrawn without a day, not in force yet', heard('废止', issued), '2023-06-01', '即将实施'],
    ['withdrawn without a day, not issued yet', heard('废止', issued), '2023-05-01', '尚未发布'],
    ['withdrawn without a day, when it was said', heard('废止', issued), '2026-07-02', '废止'],
    [
      'withdrawn on a day that is known by its successor',
      heard('废止', { ...replaced }),
      '2024-01-01',
      '现行',
    ],
    [
      'issued only, as international standards are',
      heard('现行', { issued: '2020-09-02' }),
      '2021-01-01',
      '现行',
    ],
    ['without days, before anything was said of it', heard('现行'), '2026-07-01', '未知'],
    ['without days, when it was said', heard('现行'), '2026-07-02', '现行'],
    [
      'with one day only, before it',
      heard('现行', { implemented: '2020-01-01' }),
      '2019-12-31',
      '未知',
    ],
    [
      'with one day only, from it',
      heard('现行', { implemented: '2020-01-01' }),
      '2020-01-01',
      '现行',
    ],
    [
      'announced, before that was said',
      heard('即将实施', { implemented: '2026-12-01' }),
      '2026-01-01',
      '未知',
    ],
    [
      'announced, and not in force',
      heard('即将实施', { implemented: '2026-12-01' }),
      '2026-11-30',
      '即将实施',
    ],
    ['nothing known at all', {}, '2020-01-01', '未知'],
  ])('%s', (_, facts, day, status) => {
    expect(standingOn(facts, day).status).toBe(status);
  });

  it('takes the year of the number for that of its issue where the day is not known', () => {
    const facts = heard('现行', { implemented: '2026-02-01' });
    const on = (day: string) => standingOn(facts, day, { key: 'GB/T 90191-2025' }).status;
    expect(on('2024-12-31')).toBe('尚未发布');
    expect(on('2025-06-01')).toBe('未知');
    expect(on('2026-01-31')).toBe('即将实施');
    expect(standingOn(heard('现行'), '2014-01-01', { key: 'IEC 60299:2014' }).status).toBe('未知');
    expect(standingOn(heard('现行'), '2013-12-31', { key: 'IEC 60299:2014' }).status).toBe(
      '尚未发布',
    );
  });

  it('says when it will be issued, and what was heard later', () => {
    expect(standingOn(published, '2023-01-01')).toMatchObject({ until: '2023-05-10', flags: [] });
    expect(standingOn(heard('废止', issued), '2024-01-01').heard).toEqual({
      status: '废止',
      asOf: '2026-07-02',
    });
  });

  it('is as any day says from the issue on, where every day is known', () => {
    const day = fc
      .date({ min: new Date('2023-05-10'), max: new Date('2032-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(published, replaced, withdrawn), (asked, facts) => {
        expect(standingOn(facts, asked)).toEqual(effectiveStatus(facts, asked));
      }),
    );
  });
});

describe('the days an edition is in force', () => {
  it.each<[string, StatusFacts, object]>([
    ['still', published, { from: '2023-08-10' }],
    ['until its successor', replaced, { from: '2023-08-10', until: '2026-03-01' }],
    ['until its withdrawal', withdrawn, { from: '2023-08-10', until: '2025-01-01' }],
    [
      'until the first of both',
      { ...replaced, withdrawn: '2026-01-01' },
      { from: '2023-08-10', until: '2026-01-01' },
    ],
    [
      'beyond what replaces a part',
      {
        ...published,
        replacedBy: [{ key: 'T/SFA 1-2024', implemented: '2024-01-01', partial: true }],
      },
      { from: '2023-08-10' },
    ],
    ['not known', {}, {}],
  ])('%s', (_, facts, days) => {
    expect(listDaysInForce(facts)).toEqual(days);
  });
});

it.each([
  ['2025-03-01', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-13-01', false],
  ['2025-3-1', false],
  ['20250301', false],
  ['', false],
])('a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
