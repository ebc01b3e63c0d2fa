import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a page brings before it is read, in bytes of brotli; fonts and pictures are not counted. */
export interface FirstLoad {
  readonly html: number;
  /** Sheets for screens. */
  readonly styles: number;
  /** Scripts with all modules that they import at once. */
  readonly scripts: number;
  readonly total: number;
}

/** The first load of a page of a site that was built below `/`, by its path: `/standards/db9902-t-12-2018/`. */
export function measureFirstLoad(site: string, path: string): FirstLoad {
  const read = (file: string): Buffer => readFileSync(join(site, file));
  const page = read(join(path, 'index.html'));
  const text = page.toString('utf8');
  const sheets = [...text.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('media="print"'))
    .flatMap((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? []);
  const scripts = new Set(
    [...text.matchAll(/<script\b[^>]*src="([^"]+)"/g)].map(([, src = '']) => src),
  );
  for (const script of scripts) {
    const code = read(script).toString('utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g))
      scripts.add(join(script, '..', name));
  }
  const html = brotliCompressSync(page).length;
  const styles = sum(sheets.map((file) => brotliCompressSync(read(file)).length));
  const code = sum([...scripts].map((file) => brotliCompressSync(read(file)).length));
  return { html, styles, scripts: code, total: html + styles + code };
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
