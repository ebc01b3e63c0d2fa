/** A function of an object that works out its answer once, and keeps it as long as the object lives. */
export function keepFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let known = kept.get(key);
    if (!known) kept.set(key, (known = { value: make(key) }));
    return known.value;
  };
}
