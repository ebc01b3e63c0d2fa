import { isHoldingEntries } from './cache.ts';
import { shortDigest } from './digest.ts';
import { changeStore, withStore } from './store.ts';
import type { Store } from './store.ts';

/** What a site was made from. */
export interface PageKeys {
  /** Digest of the code and settings that drew the pages. */
  readonly code: string;
  /** By path, the digest of what each page was drawn from. */
  readonly pages: Readonly<Record<string, string>>;
}

/** So many states of a site are known, the last one among them: of those that came before, what is different. */
const mostStates = 30;

/**
 * What the state of a site was made from that goes by a name; null when it is not known any more. The
 * last state is held whole, one before it by what each later one changed.
 */
export function loadPageKeys(cache: string, out: string, name: string): PageKeys | null {
  return withStore(cache, (store) => {
    const states = listStates(store, out);
    const wanted = states.findLast((state) => state.name === name);
    if (!wanted) return null;
    if (isHeld(cache, out, name) && wanted === states.at(-1)) return last?.keys ?? null;
    const pages = readPages(store, out);
    const undo = store.prepare('select path, key from undone where state = ?');
    for (const { id } of states.toReversed()) {
      if (id === wanted.id) break;
      for (const { path, key } of undo.iterate(id)) {
        if (key === null) delete pages[String(path)];
        else pages[String(path)] = String(key);
      }
    }
    const keys = { code: wanted.code, pages };
    const sum = sumPages(pages);
    if (nameSum(keys.code, sum) !== name) return null;
    // The state that the next one will be told apart from.
    if (wanted === states.at(-1)) last = { cache, out, name, sum, keys };
    return keys;
  });
}

/** Keep what a state of a site was made from, in one transaction; answers with its name. Only what differs is written. */
export function storePageKeys(cache: string, out: string, { code, pages }: PageKeys): string {
  let name = '';
  changeStore(cache, (store) => {
    const { prepare } = store;
    const states = listStates(store, out);
    const held = isHeld(cache, out, states.at(-1)?.name) ? last : null;
    const before = held?.keys.pages ?? readPages(store, out);
    const changes = listChanges(before, pages);
    const sum = held ? followSum(held.sum, changes) : sumPages(pages);
    name = nameSum(code, sum);
    if (isHoldingEntries()) last = { cache, out, name, sum, keys: { code, pages } };
    if (states.at(-1)?.name === name) return;
    prepare('insert into states (site, name, code) values (?, ?, ?)').run(out, name, code);
    const id = Number(prepare('select last_insert_rowid() as id').get()?.['id']);
    const put = prepare('insert or replace into pages values (?, ?, ?)');
    const remove = prepare('delete from pages where site = ? and path = ?');
    const keep = prepare('insert into undone values (?, ?, ?)');
    for (const { path, was, is } of changes) {
      keep.run(id, path, was);
      if (is === null) remove.run(out, path);
      else put.run(out, path, is);
    }
    for (const old of states.slice(0, Math.max(0, states.length + 1 - mostStates))) {
      prepare('delete from undone where state = ?').run(old.id);
      prepare('delete from states where id = ?').run(old.id);
    }
  });
  return name;
}

interface PageChange {
  readonly path: string;
  /** Null where the page is new, or is no more. */
  readonly was: string | null;
  readonly is: string | null;
}

function listChanges(before: PageKeys['pages'], pages: PageKeys['pages']): readonly PageChange[] {
  const changes: PageChange[] = [];
  let common = 0;
  for (const path in pages) {
    const [was = null, is = ''] = [before[path], pages[path]];
    if (was !== null) common += 1;
    if (was !== is) changes.push({ path, was, is });
  }
  if (Object.keys(before).length === common) return changes;
  for (const path in before) {
    if (!(path in pages)) changes.push({ path, was: before[path] ?? '', is: null });
  }
  return changes;
}

/** The last state that this process read, or kept where it publishes again and again. */
let last: {
  readonly cache: string;
  readonly out: string;
  readonly name: string;
  readonly sum: bigint;
  readonly keys: PageKeys;
} | null = null;

const isHeld = (cache: string, out: string, name: string | undefined): boolean =>
  last?.cache === cache && last.out === out && last.name === name;

/** Digest of what a site was made from, in whatever order its pages are listed. */
const nameSum = (code: string, sum: bigint): string => shortDigest(`${code} ${sum}`);

/** The sum of a digest for each page: it is followed from one state to the next at the cost of what differs. */
function sumPages(pages: PageKeys['pages']): bigint {
  let sum = 0n;
  for (const path in pages) sum += digestPage(path, pages[path] ?? '');
  return sum;
}

function followSum(sum: bigint, changes: readonly PageChange[]): bigint {
  let followed = sum;
  for (const { path, was, is } of changes) {
    if (was !== null) followed -= digestPage(path, was);
    if (is !== null) followed += digestPage(path, is);
  }
  return followed;
}

const digestPage = (path: string, key: string): bigint =>
  BigInt(`0x${shortDigest(`${path}\0${key}`)}`);

interface State {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}

/** The known states of a site, the last one at the end. */
function listStates({ prepare }: Store, out: string): readonly State[] {
  return prepare('select id, name, code from states where site = ? order by id')
    .all(out)
    .map(({ id, name, code }) => ({
      id: Number(id),
      name: String(name),
      code: String(code),
    }));
}

function readPages({ prepare }: Store, out: string): Record<string, string> {
  // One text for all of them: a third of the time of a row each.
  const found = prepare('select json_group_object(path, key) as pages from pages where site = ?');
  return JSON.parse(String(found.get(out)?.['pages'])) as Record<string, string>;
}
