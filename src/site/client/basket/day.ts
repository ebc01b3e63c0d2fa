import { shownDay } from '../shown-day.ts';

/** The day of the address, `?on=2025-03-01`, or today where it names none. */
export const readDay = (): string => shownDay().day;
