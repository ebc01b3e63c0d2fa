export { checkRows, mostRows } from './check-list.ts';
export type { CheckedNumber, ListRow, TitleCheck, Verdict } from './check-list.ts';
export { indexKnown, listKnown } from './known.ts';
export type { KnownIndex, KnownStandard, SuccessorStep } from './known.ts';
export { tabulate } from './table.ts';
export { traceDay } from './trace-day.ts';
export type { DayTrace } from './trace-day.ts';
export { verdictWords } from './words.ts';
