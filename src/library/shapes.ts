import { loadFact } from './facts.ts';
import { shortDigest } from './digest.ts';
import { changeStore, withStore } from './store.ts';

/** What is kept of the standards of a site as they were published last. */
export interface PublishedShapes {
  /** Of each standard, by its key, the digest of what it was. */
  readonly digests: Readonly<Record<string, string>>;
  /** What is kept of the site as a whole. */
  readonly whole: unknown;
  /** What is kept of some of the standards; of those that were not published nothing. */
  readonly read: (keys: Iterable<string>) => ReadonlyMap<string, unknown>;
}

/** A standard that has come, or is another. */
export interface ChangedShape {
  readonly key: string;
  readonly digest: string;
  readonly shape: unknown;
}

/** What has come, changed or gone since shapes were kept. */
export interface ShapeChange {
  readonly whole: unknown;
  /** Nothing of what was kept before stays. */
  readonly all: boolean;
  readonly changed: Iterable<ChangedShape>;
  readonly gone: readonly string[];
}

interface Kept {
  readonly state: string;
  readonly whole: unknown;
}

const factOf = (out: string): string => `shapes ${out}`;

/** The shapes of the state of a site that goes by a name; null when those that are kept are of another state. */
export function loadShapes(cache: string, out: string, state: string): PublishedShapes | null {
  const kept = loadFact(cache, factOf(out)) as Kept | null;
  if (!kept || kept.state !== state || state === '') return null;
  const found = withStore(cache, ({ prepare }) =>
    prepare('select json_group_object(key, digest) as all_of_them from shapes where site = ?').get(
      out,
    ),
  );
  if (!found) return null;
  return {
    digests: JSON.parse(String(found['all_of_them'])) as Record<string, string>,
    whole: kept.whole,
    read: (keys) => readShapes(cache, out, keys),
  };
}

function readShapes(
  cache: string,
  out: string,
  keys: Iterable<string>,
): ReadonlyMap<string, unknown> {
  const shapes = new Map<string, unknown>();
  withStore(cache, ({ prepare }) => {
    const select = prepare('select shape from shapes where site = ? and key = ?');
    for (const key of keys) {
      const text = select.get(out, key)?.['shape'];
      if (text !== undefined) shapes.set(key, JSON.parse(String(text)));
    }
  });
  return shapes;
}

/** Keep shapes as those of a state of a site, in one transaction. */
export function storeShapes(
  cache: string,
  out: string,
  state: string,
  { whole, all, changed, gone }: ShapeChange,
): void {
  const content = JSON.stringify({ state, whole } satisfies Kept);
  changeStore(cache, ({ prepare }) => {
    if (all) prepare('delete from shapes where site = ?').run(out);
    const put = prepare('insert or replace into shapes values (?, ?, ?, ?)');
    for (const { key, digest, shape } of changed) put.run(out, key, digest, JSON.stringify(shape));
    const remove = prepare('delete from shapes where site = ? and key = ?');
    for (const key of gone) remove.run(out, key);
    const fact = prepare('insert or replace into facts values (?, ?)');
    fact.run(factOf(out), shortDigest(content) + content);
  });
}
