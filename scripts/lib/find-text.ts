import { basename } from 'node:path';
import { numberKey, parseNumber } from '#core/number/index.ts';
import type { Library } from '#library/open.ts';
import { Problem } from '../bootstrap/problem.mjs';

/** The folder of a standard that is named by it, by a path to it or by its number. */
export function findText({ catalog, rows }: Library, name: string): string {
  const parsed = parseNumber(name);
  const key = parsed.ok ? numberKey(parsed.number) : '';
  const folder = basename(name.replace(/[\\/]index\.md$/, ''));
  const row = rows.find(({ slug }) => slug === folder) ?? catalog.byKey(key)?.row;
  if (row) return row.slug;
  throw new Problem(
    { zh: `库里没有“${name}”的正文。`, en: `The library has no text of "${name}".` },
    {
      zh: '用文件夹名（如 db9902-t-12-2023）或带年号的编号（如 "DB9902/T 12—2023"）。',
      en: 'Name its folder (db9902-t-12-2023) or its number with the year ("DB9902/T 12—2023").',
    },
    { exitCode: 2 },
  );
}
