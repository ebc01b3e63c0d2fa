import type { StandardNumber } from './types.ts';
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly number: StandardNumber;
  readonly allParts: boolean;
}
export function findNumbers(_text: string): FoundNumber[] {
  return [];
}
