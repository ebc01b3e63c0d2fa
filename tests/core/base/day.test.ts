import { expect, it } from 'vitest';
import { addDays, countDays, isDay, toChinaDay, toChinaTime } from '#core/base/day.ts';

it('a day is one of the calendar', () => {
  const said = ['2024-02-29', '2023-02-29', '2026-13-01', '2026-1-1', ''].filter(isDay);
  expect(said).toEqual(['2024-02-29']);
});

it('days are counted across months and years', () => {
  expect([addDays('2024-12-31', 1), addDays('2024-03-01', -1)]).toEqual([
    '2025-01-01',
    '2024-02-29',
  ]);
  expect([countDays('2025-12-31', '2026-01-02'), countDays('2026-01-02', '2025-12-31')]).toEqual([
    2, -2,
  ]);
});

it('in China the next day begins at 16:00 UTC', () => {
  expect(toChinaDay(Date.UTC(2026, 10, 30, 15, 59))).toBe('2026-11-30');
  expect(toChinaDay(Date.UTC(2026, 10, 30, 16))).toBe('2026-12-01');
  expect(toChinaTime(Date.UTC(2026, 11, 31, 23, 30)).slice(0, 16)).toBe('2027-01-01T07:30');
});
