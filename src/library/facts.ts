import { shortDigest } from './digest.ts';
import { changeStore, withStore } from './store.ts';
import type { Store } from './store.ts';

/** Plain data that was kept in a store under a name; null when there is none, or it is damaged. */
export function loadFact(cache: string, name: string): unknown {
  const found = withStore(cache, ({ prepare }) =>
    prepare('select value from facts where name = ?').get(name),
  );
  const text = String(found?.['value'] ?? '');
  const content = text.slice(32);
  return content !== '' && shortDigest(content) === text.slice(0, 32) ? JSON.parse(content) : null;
}

/** Keep plain data in a store under a name. */
export function storeFact(cache: string, name: string, value: unknown): void {
  changeStore(cache, (store) => putFact(store, name, value));
}

/**
 * The same for one of several of a kind, whose names begin with it and a space: where there are `most` of them, all are forgotten
 * first.
 */
export function storeFactOf(
  cache: string,
  { kind, most }: { readonly kind: string; readonly most: number },
  name: string,
  value: unknown,
): void {
  changeStore(cache, (store) => {
    // A stroke sorts behind the space.
    const [from, to] = [`${kind} `, `${kind}!`];
    const count = store.prepare('select count(*) as n from facts where name > ? and name < ?');
    if (Number(count.get(from, to)?.['n']) >= most)
      store.prepare('delete from facts where name > ? and name < ?').run(from, to);
    putFact(store, `${kind} ${name}`, value);
  });
}

function putFact({ prepare }: Store, name: string, value: unknown): void {
  const content = JSON.stringify(value);
  prepare('insert or replace into facts values (?, ?)').run(name, shortDigest(content) + content);
}
