import { shortDigest } from './digest.ts';
import { changeStore, withStore } from './store.ts';

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
  const content = JSON.stringify(value);
  changeStore(cache, ({ prepare }) => {
    prepare('insert or replace into facts values (?, ?)').run(name, shortDigest(content) + content);
  });
}
