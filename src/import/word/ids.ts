import { isValidId } from '#core/text/index.ts';

const prefix = 'bl_';

/** Whether a bookmark was written by an export of the library and holds an id: `bl_wen_du` is `wen-du`. */
export const isOwnBookmark = (name: string): boolean => name.startsWith(prefix);

/** The type of provision that a bookmark of ours tags its text with, and the number of that text: `bp_inst_3_1`. */
export function tagOf(
  name: string,
): { readonly type: string; readonly number: string } | undefined {
  const [, type, number] = /^bp_(req|inst|rec|perm|cap|poss|stat)_(\d+)_\d+$/.exec(name) ?? [];
  return type !== undefined && number !== undefined ? { type, number } : undefined;
}

/** Ids of clauses and exhibits from the names of bookmarks: `_Ref123` → `ref-123`; each once. */
export class BookmarkIds {
  private readonly ids = new Map<string, string>();
  private readonly used = new Set<string>();

  /** The id of a place that has these bookmarks; all of them lead there. */
  assign(bookmarks: readonly string[], given?: string): string | undefined {
    const [first] = bookmarks;
    if (first === undefined) return undefined;
    const known =
      given ?? bookmarks.map((name) => this.ids.get(name)).find((id) => id !== undefined);
    const id = known ?? this.make(first);
    for (const name of bookmarks) this.ids.set(name, id);
    return id;
  }

  get(bookmark: string): string | undefined {
    return this.ids.get(bookmark);
  }

  private make(name: string): string {
    const plain = isOwnBookmark(name)
      ? name.slice(prefix.length).replaceAll('__', '.').replaceAll('_', '-')
      : name
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^[-\d]+|-+$/g, '');
    const base = isValidId(plain) ? plain : `mark-${this.used.size + 1}`;
    let id = base;
    for (let copy = 2; this.used.has(id) || !isValidId(id); copy += 1) id = `${base}-${copy}`;
    this.used.add(id);
    return id;
  }
}
