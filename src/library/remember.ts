/** Files that are remembered at a time; a library has some dozens of which much is made. */
const most = 500;

/**
 * Returns what gives for a file what was made of it last in this process, and makes it again only when its content is
 * another one. What cannot be made is not remembered.
 */
export function rememberLast<T>(): (file: string, digest: string, make: () => T) => T {
  const known = new Map<string, { readonly digest: string; readonly value: T }>();
  return (file, digest, make) => {
    const before = known.get(file);
    if (before?.digest === digest) return before.value;
    const value = make();
    known.delete(file);
    known.set(file, { digest, value });
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return value;
  };
}
