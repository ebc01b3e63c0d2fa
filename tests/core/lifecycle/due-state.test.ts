import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/base/day.ts';
import { addToMonth, judgeDue, layOutMonth } from '#core/lifecycle/due-state.ts';

describe('what is due, on the day of reading', () => {
  it('is late from the day after on, and soon within thirty days', () => {
    expect(judgeDue('2026-12-05', false, '2026-12-06')).toEqual({ state: 'late', days: 1 });
    expect(judgeDue('2026-12-05', false, '2026-12-05')).toEqual({ state: 'soon', days: 0 });
    expect(judgeDue('2026-12-05', false, '2026-11-05')).toEqual({ state: 'soon', days: 30 });
    expect(judgeDue('2026-12-05', false, '2026-11-04')).toEqual({ state: 'later', days: 31 });
  });

  it('is never late where it is a day before which nothing may end', () => {
    expect(judgeDue('2026-12-09', true, '2026-12-01')).toEqual({ state: 'waits', days: 8 });
    expect(judgeDue('2026-12-09', true, '2026-12-09')).toEqual({ state: 'open', days: 0 });
    expect(judgeDue('2026-12-09', true, '2027-01-09').state).toBe('open');
  });
});

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

describe('the weeks of a month', () => {
  it('hold each of its days once, in order, Monday first', () => {
    fc.assert(
      fc.property(month, (asked) => {
        const weeks = layOutMonth(asked);
        const days = weeks.flat().filter((day) => day !== null);
        expect(days[0]).toBe(`${asked}-01`);
        expect(days.every((day, at) => at === 0 || day === addDays(days[at - 1] ?? '', 1))).toBe(
          true,
        );
        expect(addDays(days.at(-1) ?? '', 1)).toBe(`${addToMonth(asked, 1)}-01`);
        const wrong = weeks.flatMap((week) =>
          week.filter(
            (day, at) => day !== null && new Date(`${day}T00:00:00Z`).getUTCDay() !== (at + 1) % 7,
          ),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('are turned forth and back over the turn of a year', () => {
    expect(addToMonth('2026-12', 1)).toBe('2027-01');
    expect(addToMonth('2027-01', -1)).toBe('2026-12');
    expect(addToMonth('2026-11', 14)).toBe('2028-01');
  });
});
