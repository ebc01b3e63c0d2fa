import { localDay } from '#search/shared/day.ts';

/** A size as readers are told it: `612 KB`, `1.4 MB`. */
export function formatSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The day of a moment where the reader is; empty for what is none. */
export function toDay(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : localDay(date);
}
