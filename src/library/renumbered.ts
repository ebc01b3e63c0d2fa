import { readIfThere } from './files.ts';
import { join } from 'node:path';
import { numberKey, numberSlug, parseNumber } from '#core/number/index.ts';
import type { CacheEntry } from './cache.ts';

/** A number that a standard had before. */
export interface FormerNumber {
  readonly key: string;
  readonly slug: string;
}

const formerly = /^formerly[ \t]*[:：]([^]*?)(?=^(?:[^\s#-]|---))/m;

/**
 * The numbers that a standard had before, by its front matter; where that cannot be read, by what
 * stands behind `formerly:` in the file.
 */
export function listFormerNumbers(
  library: string,
  { path, row }: CacheEntry,
): readonly FormerNumber[] {
  const written = row
    ? row.meta.formerly
    : (
        formerly.exec(
          readIfThere(join(library, path, 'index.md'))
            ?.toString()
            .slice(0, 64_000) ?? '',
        )?.[1] ?? ''
      )
        .split(/[\n,，[\]]/)
        .map((item) => item.replaceAll(/^[\s'"-]+|#.*|['"\s]+$/g, ''));
  return written.flatMap((each) => {
    const parsed = parseNumber(each);
    return parsed.ok ? [{ key: numberKey(parsed.number), slug: numberSlug(parsed.number) }] : [];
  });
}
