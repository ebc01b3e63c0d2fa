export { checkRows, mostRows, verdicts } from './check-list.ts';
export type { CheckedNumber, ListRow, TitleCheck, Verdict } from './check-list.ts';
export { indexKnown, listKnown } from './known.ts';
export type { KnownIndex, KnownStandard, SuccessorStep } from './known.ts';
