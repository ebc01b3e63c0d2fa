import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { numberKey, parseNumber } from '#core/number/index.ts';
import type { Library } from '#library/open.ts';
import { Problem } from '../bootstrap/problem.mjs';

/** A text to be put on paper: one of the library, or a draft that lies in a folder of its own. */
export type PaperText =
  | { readonly slug: string; readonly name: string }
  | { readonly folder: string; readonly name: string };

/**
 * Returns the text that is named by its folder, its number, or a path to a folder with `index.md`, which may be a draft under
 * way; `name` is what its file is called.
 *
 * @throws {Problem} when there is none
 */
export function findPaper(library: Library, name: string): PaperText {
  const folder = resolve(name.replace(/(^|[\\/])index\.md$/, '$1.'));
  const hosted = library.rows.find(({ slug }) => library.folder(slug) === folder);
  if (hosted) return { slug: hosted.slug, name: hosted.slug };
  if (existsSync(join(folder, 'index.md'))) return { folder, name: nameOf(folder) };
  const slug = findText(library, name);
  return { slug, name: slug };
}

/** Drafts of projects lie in folders of one name. */
const nameOf = (folder: string): string =>
  basename(folder) === 'draft' ? `${basename(dirname(folder))}-draft` : basename(folder);

/** The folder of a standard that is named by it, by a path to it or by its number. */
function findText({ catalog, rows }: Library, name: string): string {
  const parsed = parseNumber(name);
  const key = parsed.ok ? numberKey(parsed.number) : '';
  const folder = basename(name.replace(/[\\/]index\.md$/, ''));
  const row = rows.find(({ slug }) => slug === folder) ?? catalog.byKey(key)?.row;
  if (row) return row.slug;
  throw new Problem(
    { zh: `库里没有“${name}”的正文。`, en: `The library has no text of "${name}".` },
    {
      zh: '用文件夹名（如 db9999-t-12-2023）、带年号的编号（如 "DB9999/T 12—2023"），或里面有 index.md 的文件夹的路径。',
      en: 'Name its folder (db9999-t-12-2023), its number with the year ("DB9999/T 12—2023") or the path of a folder with index.md.',
    },
    { exitCode: 2 },
  );
}
