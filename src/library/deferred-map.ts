/** A map whose content is made when it is asked for first: most are never asked. */
export function deferMap<K, V>(make: () => ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return new DeferredMap(make);
}

class DeferredMap<K, V> extends Map<K, V> {
  #make: (() => ReadonlyMap<K, V>) | undefined;

  constructor(make: () => ReadonlyMap<K, V>) {
    super();
    this.#make = make;
  }

  #fill(): void {
    const make = this.#make;
    this.#make = undefined;
    for (const [key, value] of make?.() ?? []) super.set(key, value);
  }

  override get size(): number {
    this.#fill();
    return super.size;
  }

  override get(key: K): V | undefined {
    this.#fill();
    return super.get(key);
  }

  override has(key: K): boolean {
    this.#fill();
    return super.has(key);
  }

  override entries(): MapIterator<[K, V]> {
    this.#fill();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  override keys(): MapIterator<K> {
    this.#fill();
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.#fill();
    return super.values();
  }

  override forEach(each: (value: V, key: K, map: Map<K, V>) => void): void {
    this.#fill();
    super.forEach(each);
  }
}
