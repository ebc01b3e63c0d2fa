import { keepLoads } from '../directory/open-index.ts';
import type { PagefindData } from './text-clauses.ts';

/** A page as Pagefind keeps it: as it gives it back, with the words of the text as they are. */
export interface Fragment extends Omit<PagefindData, 'raw_content'> {
  readonly url: string;
  /** Words joined by U+200B. */
  readonly content: string;
}

/** Reads a text by the id of its fragment, without Pagefind; rejects where it cannot. */
export type ReadFragment = (id: string) => Promise<PagefindData>;

/** Fragments by their ids, from the unpacked content of a file: a file of one is named by its id. */
export function readFragments(unpacked: string, name: string): ReadonlyMap<string, Fragment> {
  const parsed = JSON.parse(unpacked.slice(unpacked.indexOf('{'))) as
    | Fragment
    | Readonly<Record<string, Fragment>>;
  return new Map(isFragment(parsed) ? [[name, parsed]] : Object.entries(parsed));
}

function isFragment(value: object): value is Fragment {
  return 'url' in value && typeof value.url === 'string';
}

/** A reader of texts that lie each in a file of its own; `load` unpacks a file, by its path below the folder of texts, and is asked once. */
export function createFragmentReader(load: (path: string) => Promise<string>): ReadFragment {
  return keepLoads(async (id) => {
    const fragment = readFragments(await load(`fragment/${id}.pf_fragment`), id).get(id);
    if (!fragment) throw new Error(`no fragment ${id}`);
    return toPagefindData(fragment);
  });
}

/** A fragment as Pagefind itself would give it back. */
export function toPagefindData({ content, ...rest }: Fragment): PagefindData {
  return { ...rest, raw_content: content.replaceAll('<', '&lt;').replaceAll('>', '&gt;') };
}
