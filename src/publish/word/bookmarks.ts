/** What the names of our bookmarks begin with: an import takes them for the addresses of clauses. */
const prefix = 'bl_';

/**
 * The name of the bookmark of an id: letters, digits and `_`, as Word allows; a hyphen is `_`, a point `__`. At most 40
 * characters: longer ones are cut, and two that would be alike get a number.
 */
export class BookmarkNames {
  private readonly names = new Map<string, string>();
  private readonly used = new Set<string>();

  of(id: string): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const plain = prefix + id.replaceAll('.', '__').replaceAll('-', '_');
    let name = plain.slice(0, 40);
    for (let copy = 2; this.used.has(name); copy += 1) name = `${plain.slice(0, 36)}_${copy}`;
    this.used.add(name);
    this.names.set(id, name);
    return name;
  }
}
