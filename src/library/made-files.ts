import { withStore } from './store.ts';
import type { Store } from './store.ts';

/** What nothing asked for so long is removed. */
const keptMs = 30 * 24 * 3600_000;

/** Beside the tables of every store: a store without it is no other version. */
const schema =
  'create table if not exists made_files (name text primary key, used integer not null, content blob not null)';

/** A file that was made from what its name says; null when it is not kept. */
export function loadMadeFile(cache: string, name: string): Uint8Array | null {
  return withTable(cache, ({ prepare }) => {
    const found = prepare('select content from made_files where name = ?').get(name)?.['content'];
    if (!(found instanceof Uint8Array)) return null;
    prepare('update made_files set used = ? where name = ?').run(Date.now(), name);
    return found;
  });
}

/** Keeps a file under the name of what it was made from; one that was not asked for in thirty days goes. */
export function storeMadeFile(cache: string, name: string, content: Uint8Array): void {
  withTable(cache, ({ prepare }) => {
    const now = Date.now();
    prepare('insert or replace into made_files values (?, ?, ?)').run(name, now, content);
    prepare('delete from made_files where used < ?').run(now - keptMs);
    return null;
  });
}

function withTable<T>(cache: string, work: (store: Store) => T | null): T | null {
  return withStore(cache, (store) => {
    store.database.exec(schema);
    return work(store);
  });
}
