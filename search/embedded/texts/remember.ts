import { isHoldingEntries } from '#library/cache.ts';

/**
 * What is made of each of many things, of which few change from one index to the next. A process that publishes again and
 * again remembers it till the next time, by `keyOf`; others make it each time.
 */
export function createMemory<In, Out>(
  make: (input: In) => Out,
  keyOf: (input: In) => string,
): () => (input: In) => Out {
  let last: ReadonlyMap<string, Out> = new Map();
  return () => {
    if (!isHoldingEntries()) return make;
    const before = last;
    const now = new Map<string, Out>();
    last = now;
    return (input) => {
      const key = keyOf(input);
      const made = before.get(key) ?? make(input);
      now.set(key, made);
      return made;
    };
  };
}
