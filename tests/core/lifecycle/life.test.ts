import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDay } from '#core/base/day.ts';
import { addSpan } from '#core/lifecycle/days.ts';
import { listDues, noDeadlines, readDeadlines, stepOn } from '#core/lifecycle/index.ts';
import type { LifeStep } from '#core/lifecycle/index.ts';

const week = { holidays: [], workdays: [] };

describe('a span of time', () => {
  it('of months and years ends on the day of the same number, or on the last of a shorter month', () => {
    expect(addSpan('2026-01-31', { months: 1 }, week)).toBe('2026-02-28');
    expect(addSpan('2024-02-29', { years: 1 }, week)).toBe('2025-02-28');
    expect(addSpan('2024-02-29', { years: 4 }, week)).toBe('2028-02-29');
    expect(addSpan('2026-11-05', { days: 30 }, week)).toBe('2026-12-05');
  });

  it('of working days leaves out weekends and days off, and counts worked weekends', () => {
    // 2026-10-01 is a Thursday.
    expect(addSpan('2026-09-30', { workdays: 3 }, week)).toBe('2026-10-05');
    const holiday = {
      holidays: ['2026-10-01', '2026-10-02', '2026-10-05'],
      workdays: ['2026-10-10'],
    };
    expect(addSpan('2026-09-30', { workdays: 3 }, holiday)).toBe('2026-10-08');
    expect(addSpan('2026-09-30', { workdays: 5 }, holiday)).toBe('2026-10-10');
  });

  it('ends on a day that exists, later the longer it is', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    const key = fc.constantFrom('days', 'workdays', 'months', 'years');
    fc.assert(
      fc.property(day, key, fc.integer({ min: 1, max: 40 }), (start, unit, count) => {
        const end = addSpan(start, { [unit]: count }, week);
        expect(isDay(end) && end > start).toBe(true);
        expect(addSpan(start, { [unit]: count + 1 }, week) > end).toBe(true);
      }),
    );
  });
});

const { deadlines } = readDeadlines(
  `limits:
  - { id: comments, name: { zh: 征求意见, en: Comments }, from: { stage: 征求意见 }, to: { stage: 征求意见, day: ended }, bound: 至少, span: { days: 30 }, asOf: 2026-01-01 }
  - { id: filing, kinds: [local], name: { zh: 备案, en: Filing }, from: { stage: 发布 }, to: { stage: 备案 }, span: { days: 30 }, asOf: 2026-01-01 }
  - { id: review, name: { zh: 复审, en: Review }, from: [{ stage: 实施 }, { stage: 复审, day: ended, result: 继续有效 }], to: { stage: 复审, day: ended }, span: { years: 5 }, asOf: 2026-01-01 }
`,
  'deadlines.yaml',
);

const issued: readonly LifeStep[] = [
  { stage: '发布', began: '2020-01-10' },
  { stage: '实施', began: '2020-03-01' },
];

const show = (steps: readonly LifeStep[], kind = 'local', over = false) =>
  listDues(steps, kind, deadlines, over).map(({ limit, day, done }) => [limit, day, done]);

describe('what is due', () => {
  it('is counted from the day a limit begins with, and done on the day of its stage', () => {
    expect(show(issued)).toEqual([
      ['filing', '2020-02-09', undefined],
      ['review', '2025-03-01', undefined],
    ]);
    const filed = [...issued, { stage: '备案', began: '2020-03-20' }] as const;
    expect(show(filed)[0]).toEqual(['filing', '2020-02-09', '2020-03-20']);
  });

  it('begins again with a review that confirmed, and not with one that is under way', () => {
    const review = { stage: '复审', began: '2025-01-06' } as const;
    expect(show([...issued, review])).toContainEqual(['review', '2025-03-01', undefined]);
    const confirmed = { ...review, ended: '2025-02-14', result: '继续有效' } as const;
    expect(show([...issued, confirmed])).toContainEqual(['review', '2030-02-14', undefined]);
    const revised = { ...review, ended: '2025-02-14', result: '修订' } as const;
    expect(show([...issued, revised])).toContainEqual(['review', '2025-03-01', '2025-02-14']);
  });

  it('holds for the kinds that a limit names', () => {
    expect(show(issued, 'group').map(([limit]) => limit)).toEqual(['review']);
    expect(listDues(issued, undefined, deadlines)).toEqual([]);
    expect(listDues(issued, 'local', noDeadlines)).toEqual([]);
  });

  it('has the announced last day of a stage, done when it ended', () => {
    const step = { stage: '征求意见', began: '2026-03-02', until: '2026-04-10' } as const;
    expect(show([step])).toEqual([
      ['comments', '2026-04-01', undefined],
      ['until', '2026-04-10', undefined],
    ]);
    expect(show([{ ...step, ended: '2026-04-13' }])).toEqual([
      ['comments', '2026-04-01', '2026-04-13'],
      ['until', '2026-04-10', '2026-04-13'],
    ]);
  });

  it('is nothing any more when the life is over', () => {
    expect(show(issued, 'local', true)).toEqual([]);
  });
});

it('the stage on a day is the last that has begun: one that is announced is not reached', () => {
  const steps: readonly LifeStep[] = [
    { stage: '发布', began: '2026-10-20' },
    { stage: '实施', began: '2027-02-01' },
  ];
  expect(stepOn(steps, '2026-10-19')).toBeUndefined();
  expect(stepOn(steps, '2027-01-31')?.stage).toBe('发布');
  expect(stepOn(steps, '2027-02-01')?.stage).toBe('实施');
});
