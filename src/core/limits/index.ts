export { findLimits } from './find-limits.ts';
export type { Limit, LimitContext } from './find-limits.ts';
export type { Comparator } from './comparators.ts';
export { findTableLimits } from './table-limits.ts';
export type { LimitTable, TableLimit } from './table-limits.ts';
export type { Quantity } from './quantities.ts';
