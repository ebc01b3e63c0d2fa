import { statTrees } from './tree-stat.ts';

/**
 * What was made of some files and folders, kept in this process while the system says of them what it said before they were
 * read: `keep(name, paths, make)`. Null is not kept.
 */
export function keepByStat<T>(): (name: string, paths: readonly string[], make: () => T) => T {
  const kept = new Map<string, { readonly stat: string; readonly value: T }>();
  return (name, paths, make) => {
    const stat = statTrees(paths);
    const before = kept.get(name);
    if (before && before.stat === stat) return before.value;
    const value = make();
    kept.delete(name);
    if (stat !== null && value !== null) kept.set(name, { stat, value });
    return value;
  };
}
