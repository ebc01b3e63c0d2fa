import type { SearchRequest } from '../contract.ts';

/** Which hits are wanted. */
export interface Window {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

const USUAL_SIZE = 10;
const LARGEST_SIZE = 1000;
const LAST_PAGE = 1_000_000;

/** The page asked for, within bounds; the usual ones for what is no number. */
export function windowOf({ page, size }: SearchRequest): Window {
  return { page: bound(page, 1, LAST_PAGE), size: bound(size, USUAL_SIZE, LARGEST_SIZE) };
}

function bound(value: number | undefined, usual: number, most: number): number {
  if (value === undefined || !Number.isFinite(value)) return usual;
  return Math.min(most, Math.max(1, Math.floor(value)));
}
