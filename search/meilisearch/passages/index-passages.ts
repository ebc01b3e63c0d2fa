import { randomUUID } from 'node:crypto';
import type { StandardRow } from '#core/model/row.ts';
import type { Language } from '#core/model/standard.ts';
import { once } from '#core/base/memo.ts';
import { shortDigest } from '#library/digest.ts';
import type { SearchLibrary } from '../../library.ts';
import { SPAN, spanOf } from '../../match/passage-index.ts';
import { toKept, unpackKept } from '../../match/postings.ts';
import type { Sounds } from '../../question/sound.ts';
import { projectPages } from '../../record/page.ts';
import { buildShards } from './build-shards.ts';
import { loadIndex, loadLists, LostPassages, openShardsOf, storeIndex } from './passage-store.ts';
import type { IndexChange, KeptIndex, ShardMark } from './passage-store.ts';
import { patchShards } from './patch-shards.ts';
import type { PostingChange } from './patch-shards.ts';
import { placeStandards } from './place-standards.ts';
import { collectPostings, movePostings, slotsOf } from './standard-postings.ts';
import type { CountedText } from './standard-postings.ts';

/** A text in an index of passages. */
export interface PlacedText {
  readonly slug: string;
  readonly language: Language;
  /** Number of its first passage in steps of `SPAN`. */
  readonly slot: number;
  readonly passages: number;
}

/** An index of passages in which a text that comes or goes leaves the numbers of nearly all others as they are. */
export interface PlacedPassages {
  /** By their slots. */
  readonly texts: readonly PlacedText[];
  readonly shards: readonly ShardMark[];
  /** The content of a shard by its first token. */
  readonly read: (first: string) => string;
}

/** Where an index is kept, and the digest of the code that makes it. */
export interface KeptPlace {
  readonly cache: string;
  readonly code: string;
}

/** A standard as it is wanted; `lists` where it was read anew. */
interface Wanted {
  readonly slug: string;
  readonly stamp: string;
  readonly texts: readonly CountedText[];
  readonly lists?: ReadonlyMap<string, string>;
}

/** Above this part of all standards everything is made anew. */
const MOST_CHANGED = 1 / 8;

/**
 * The passages of all texts of a library. Where there is a place to keep them, of standards that have not changed nothing is read,
 * and of the index only what the others change; it is the same as one that is made anew.
 */
export function indexPassages(
  library: SearchLibrary,
  sounds: Sounds,
  place: KeptPlace | undefined,
): PlacedPassages {
  const rows = library.catalog.entries.flatMap(({ row }) => row ?? []);
  const anew = once(() => makeAnew(rows, library, sounds));
  if (!place) return anew();
  try {
    const kept = followKept(rows, library, sounds, place);
    const read = (first: string) => {
      try {
        return kept.read(first);
      } catch (error) {
        if (!(error instanceof LostPassages)) throw error;
        return anew().read(first);
      }
    };
    return { ...kept, read };
  } catch (error) {
    if (!(error instanceof LostPassages)) throw error;
  }
  return makeAnew(rows, library, sounds, place);
}

/** What a standard's passages are made from. */
const stampOf = ({ digest, number, meta }: StandardRow): string =>
  shortDigest(JSON.stringify([digest, number, meta.title, meta.titleEn ?? '']));

function wantAnew(row: StandardRow, library: SearchLibrary): Required<Wanted> {
  const postings = collectPostings(projectPages(library.body(row.slug)));
  return { slug: row.slug, stamp: stampOf(row), ...postings };
}

const placeAll = (wanted: readonly Wanted[]) =>
  placeStandards(wanted.map(({ slug, texts }) => ({ slug, span: slotsOf(texts) })));

function followKept(
  rows: readonly StandardRow[],
  library: SearchLibrary,
  sounds: Sounds,
  { cache, code }: KeptPlace,
): PlacedPassages {
  const before = loadIndex(cache, code);
  const wanted = rows.map((row): Wanted => {
    const known = before?.standards.get(row.slug);
    const { slug } = row;
    return known?.stamp === stampOf(row)
      ? { slug, stamp: known.stamp, texts: known.texts }
      : wantAnew(row, library);
  });
  const { room, slots } = placeAll(wanted);
  const moved = wanted.filter(({ slug, lists }) => {
    return lists !== undefined || before?.standards.get(slug)?.slot !== slots.get(slug);
  });
  const wants = new Set(wanted.map(({ slug }) => slug));
  const gone = [...(before?.standards.keys() ?? [])].filter((slug) => !wants.has(slug));
  const changed = moved.length + gone.length;
  const isFew = changed <= Math.max(4, MOST_CHANGED * wanted.length);
  if (!before || before.room !== room || before.shards.length === 0 || !isFew) {
    return makeAnew(rows, library, sounds, { cache, code }, wanted, before);
  }
  const texts = listTexts(wanted, slots);
  if (changed === 0)
    return { texts, shards: before.shards, read: readHeld(new Map(), cache, before.shards) };
  const changes = collectChanges(before, moved, gone, slots, (slug) => loadLists(cache, slug));
  const kept = openShardsOf(cache, before);
  const patch = patchShards(kept, changes, sounds);
  const digests = new Map(before.shards);
  const shards = patch.firsts.map((first): ShardMark => {
    const content = patch.contents.get(first);
    return [first, content === undefined ? (digests.get(first) ?? '') : shortDigest(content)];
  });
  const standards: IndexChange['standards'] = new Map([
    ...gone.map((slug) => [slug, null] as const),
    ...moved.map((each) => [each.slug, { ...each, slot: slots.get(each.slug) ?? 0 }] as const),
  ]);
  const index = { code, state: randomUUID(), room, shards };
  storeIndex(cache, before, index, { ...patch, standards });
  return { texts, shards, read: readHeld(patch.contents, cache, shards) };
}

/** What was just made, else what is kept, where it is still that. */
function readHeld(
  contents: ReadonlyMap<string, string>,
  cache: string,
  shards: readonly ShardMark[],
): PlacedPassages['read'] {
  const { read } = openShardsOf(cache, { shards });
  const digests = new Map(shards);
  return (first) => {
    const made = contents.get(first);
    if (made !== undefined) return made;
    const kept = read(first);
    if (shortDigest(kept) !== digests.get(first)) throw new LostPassages();
    return kept;
  };
}

/** What becomes of each token's postings where standards are others, stand elsewhere or are gone. */
function collectChanges(
  before: KeptIndex,
  moved: readonly Wanted[],
  gone: readonly string[],
  slots: ReadonlyMap<string, number>,
  listsOf: (slug: string) => ReadonlyMap<string, string>,
): ReadonlyMap<string, PostingChange> {
  const changes = new Map<string, PostingChange>();
  const changeOf = (token: string): PostingChange => {
    const known = changes.get(token) ?? { gone: [], come: [] };
    changes.set(token, known);
    return known;
  };
  const nothing: ReadonlyMap<string, string> = new Map();
  for (const { slug, lists } of [
    ...moved,
    ...gone.map((each) => ({ slug: each, lists: nothing })),
  ]) {
    const known = before.standards.get(slug);
    const was = known ? listsOf(slug) : nothing;
    const is = lists ?? was;
    const slot = slots.get(slug) ?? 0;
    const stays = known?.slot === slot;
    const from = (known?.slot ?? 0) * SPAN;
    const bounds = [toKept(from, 0), toKept(from + slotsOf(known?.texts ?? []) * SPAN, 0)] as const;
    for (const token of new Set([...was.keys(), ...is.keys()])) {
      const own = is.get(token);
      if (stays && own === was.get(token)) continue;
      const change = changeOf(token);
      if (was.has(token)) change.gone.push(bounds);
      if (own !== undefined) change.come.push(...movePostings(unpackKept(own), slot * SPAN));
    }
  }
  return changes;
}

/** Everything from the postings of all standards, which are made where they are not kept; kept where there is a place. */
function makeAnew(
  rows: readonly StandardRow[],
  library: SearchLibrary,
  sounds: Sounds,
  place?: KeptPlace,
  known?: readonly Wanted[],
  before?: KeptIndex | null,
): PlacedPassages {
  const wanted = rows.map((row, at): Required<Wanted> => {
    const own = known?.[at];
    if (own?.lists) return { ...own, lists: own.lists };
    if (own && before && place) return { ...own, lists: loadLists(place.cache, own.slug) };
    return wantAnew(row, library);
  });
  const { room, slots } = placeAll(wanted);
  const built = buildShards(
    wanted.map(({ slug, lists }) => ({ lists, first: (slots.get(slug) ?? 0) * SPAN })),
    sounds,
  );
  const shards = [...built.contents].map(([first, content]): ShardMark => [
    first,
    shortDigest(content),
  ]);
  if (place) {
    const standards = new Map(
      wanted.map((each) => [each.slug, { ...each, slot: slots.get(each.slug) ?? 0 }]),
    );
    const index = { code: place.code, state: randomUUID(), room, shards };
    storeIndex(place.cache, null, index, { ...built, standards });
  }
  return {
    texts: listTexts(wanted, slots),
    shards,
    read: (first) => built.contents.get(first) ?? '',
  };
}

function listTexts(
  wanted: readonly Wanted[],
  slots: ReadonlyMap<string, number>,
): readonly PlacedText[] {
  const bySlug = new Map(wanted.map((each) => [each.slug, each]));
  return [...slots].flatMap(([slug, first]) => {
    let slot = first;
    return (bySlug.get(slug)?.texts ?? []).map(([language, passages]): PlacedText => {
      const text = { slug, language, slot, passages };
      slot += spanOf(passages) / SPAN;
      return text;
    });
  });
}
