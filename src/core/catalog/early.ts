import type { StandardMeta } from '../model/meta.ts';

/** Whether a standard must not be seen on a day yet: its issue lies ahead. A draft has no issue to wait for. */
export function isEarly(
  { issued, status }: { readonly [K in 'issued' | 'status']?: StandardMeta[K] | undefined },
  day: string,
): boolean {
  return status !== 'draft' && issued !== undefined && issued > day;
}
