import { writeAtomically } from '#library/write-atomically.ts';
import { readFileSync } from 'node:fs';
import { standardPath } from '#search/paths.ts';
import { projectPages } from '#search/record/index.ts';
import { listTexts } from '#search/library.ts';
import type { SearchLibrary } from '#search/library.ts';
import { toPage } from './page-html.ts';

/** One page for Pagefind. */
export interface DrawnPage {
  readonly url: string;
  readonly html: string;
}

/** A standard's pages as they are kept between builds. */
interface KeptPages {
  readonly slug: string;
  /** Of the row they were drawn from. */
  readonly digest: string;
  readonly pages: readonly DrawnPage[];
}

/**
 * Pages of all hosted standards, in the order of rows. `file` keeps drawn pages, so that only changed standards are read from
 * disk again; `code` is the digest of the code that draws them.
 */
export function collectPages(
  library: SearchLibrary,
  file: string,
  code: string,
): readonly DrawnPage[] {
  const known = readKept(file, code);
  const texts = listTexts(library);
  let changed = known.size !== texts.length;
  const kept = texts.map((row): KeptPages => {
    const digest = `${row.digest} ${row.number} ${row.meta.title} ${row.meta.titleEn ?? ''}`;
    const before = known.get(row.slug);
    if (before?.digest === digest) return before;
    changed = true;
    const pages = projectPages(library.body(row.slug)).map((page) => ({
      url: standardPath(page.slug, page.language),
      html: toPage(page),
    }));
    return { slug: row.slug, digest, pages };
  });
  if (changed) storeKept(file, code, kept);
  return kept.flatMap(({ pages }) => pages);
}

/** Empty when there is no such file, it is damaged or it was written by other code. */
function readKept(file: string, code: string): ReadonlyMap<string, KeptPages> {
  try {
    const [first, ...lines] = readFileSync(file, 'utf8').split('\n');
    if (first !== code) return new Map();
    const kept = lines.filter(Boolean).map((line) => JSON.parse(line) as KeptPages);
    return new Map(kept.map((each) => [each.slug, each]));
  } catch {
    return new Map();
  }
}

function storeKept(file: string, code: string, kept: readonly KeptPages[]): void {
  writeAtomically(file, [code, ...kept.map((each) => JSON.stringify(each))].join('\n'));
}
