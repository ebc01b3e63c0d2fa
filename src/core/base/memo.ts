/** A function that works out each answer once. Answers about an object live as long as the object, others as long as the function. */
export function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const ofObjects = new WeakMap<object, V>();
  const ofValues = new Map<K, V>();
  return (key) => {
    const isObject = typeof key === 'object' && key !== null;
    const before = isObject ? ofObjects.get(key) : ofValues.get(key);
    if (before !== undefined) return before;
    if (isObject ? ofObjects.has(key) : ofValues.has(key)) return before as V;
    const made = compute(key);
    if (isObject) ofObjects.set(key, made);
    else ofValues.set(key, made);
    return made;
  };
}

/** As `memo`, of what an object alone decides: `beside` is what it is worked out with the first time. */
export function memoBeside<K extends object, B, V>(
  compute: (key: K, beside: B) => V,
): (key: K, beside: B) => V {
  const kept = new WeakMap<K, V>();
  return (key, beside) => {
    const before = kept.get(key);
    if (before !== undefined || kept.has(key)) return before as V;
    const made = compute(key, beside);
    kept.set(key, made);
    return made;
  };
}

/**
 * A function that computes its value at the first call and gives the same afterwards; a call that throws is made
 * again.
 */
export function once<V>(compute: () => V): () => V {
  let made: { readonly value: V } | undefined;
  return () => (made ??= { value: compute() }).value;
}
