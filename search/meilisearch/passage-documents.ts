import type { CatalogEntry } from '#core/catalog/index.ts';
import { once } from '#core/base/memo.ts';
import { shortDigest } from '#library/digest.ts';
import type { SearchLibrary } from '../library.ts';
import { buildTitleIndex } from '../match/title-index.ts';
import { packSaidWords } from '../match/vocabulary.ts';
import type { Sounds } from '../question/sound.ts';
import { orderCatalog } from '../record/standard-record.ts';
import { listPlaces, listStandardsOf, numberStandards } from '../places/list-places.ts';
import { numberInBands } from './number-in-bands.ts';
import { indexPassages } from './passages/index-passages.ts';
import type { KeptPlace, PlacedText } from './passages/index-passages.ts';
import {
  BLOCK,
  blockName,
  documentId,
  PLACES,
  placesOf,
  ROOT,
  SAID,
  shardName,
  STAMP,
  TITLES,
} from './schema.ts';
import type { MatchRoot } from './schema.ts';

/** A file of the indexes by which a question in people's own words is matched. */
export interface PassageDocument {
  readonly id: string;
  readonly content: string;
}

/** Some of them that are made of one thing. */
interface PassageGroup {
  readonly name: string;
  /** All that they are made from, as text. */
  readonly from: () => string;
  readonly make: () => readonly PassageDocument[];
}

/** What is known of the order of standards. */
interface Numbered {
  readonly ordered: readonly CatalogEntry[];
  /** Of each. */
  readonly numbers: readonly number[];
  readonly groups: Pick<MatchRoot, 'records' | 'hosted' | 'hostedLive' | 'recordsLive' | 'end'>;
}

/**
 * What is said in all texts: a group for each shard of their words, so that what has not changed is not made; the stamp, last,
 * tells a page whether what it knows is still so. `kept`: where the index of passages is kept.
 */
export function* listPassageGroups(
  library: SearchLibrary,
  sounds: Sounds,
  kept: KeptPlace | undefined,
): Generator<PassageGroup> {
  const numbered = numberCatalog(library);
  const { texts, shards, read } = indexPassages(library, sounds, kept);
  for (const [first, digest] of shards) {
    const id = shardName('text', first);
    yield { name: id, from: () => digest, make: () => [{ id, content: read(first) }] };
  }
  const others = [groupTitles(numbered), groupWords(library, numbered)];
  yield* others;
  const root: MatchRoot = {
    ...numbered.groups,
    texts: listTexts(texts, numbered),
    passages: {
      counts: texts.map(({ passages }) => passages),
      slots: texts.map(({ slot }) => slot),
      shards: shards.map(([first]) => first),
    },
  };
  const content = JSON.stringify(root);
  const from = once(() => JSON.stringify([content, shards, others.map((group) => group.from())]));
  yield {
    name: ROOT,
    from,
    make: () => [
      { id: ROOT, content },
      { id: STAMP, content: JSON.stringify(shortDigest(from())) },
    ],
  };
}

function numberCatalog({ catalog }: SearchLibrary): Numbered {
  const { ordered, bands, hosted, hostedLive, recordsLive } = orderCatalog(catalog);
  const { numbers, end } = numberInBands(bands);
  const numberAt = (at: number): number => numbers[at] ?? end;
  const groups = {
    records: ordered.length,
    hosted: numberAt(hosted),
    hostedLive: numberAt(hostedLive),
    recordsLive: numberAt(recordsLive),
    end,
  };
  return { ordered, numbers, groups };
}

function listTexts(
  texts: readonly PlacedText[],
  { ordered, numbers }: Numbered,
): MatchRoot['texts'] {
  const bySlug = new Map(
    ordered.flatMap(({ row }, at) => (row ? [[row.slug, numbers[at] ?? 0] as const] : [])),
  );
  return texts.map(({ slug, language }) => [slug, language, bySlug.get(slug) ?? 0]);
}

/** Standards without a text by the words of their titles, and which documents they are. */
function groupTitles({ ordered, numbers }: Numbered): PassageGroup {
  const records = ordered.flatMap(({ key, row, title, titleEn = '' }, at) =>
    row ? [] : [{ key, number: numbers[at] ?? 0, titles: [title, titleEn] }],
  );
  return {
    name: TITLES,
    from: once(() => JSON.stringify(records)),
    make: () => {
      const { firsts, contents } = buildTitleIndex(
        records.map(({ number, titles }) => [number, titles] as const),
      );
      return [
        { id: TITLES, content: JSON.stringify(firsts) },
        ...contents.map((content, at) => ({ id: shardName('title', firsts[at] ?? ''), content })),
        ...listBlocks(records),
      ];
    },
  };
}

/** Which documents the standards without a text are, by their numbers. */
function listBlocks(
  records: readonly { readonly key: string; readonly number: number }[],
): readonly PassageDocument[] {
  const blocks = new Map<number, string[]>();
  for (const { key, number } of records) {
    const block = Math.floor(number / BLOCK);
    const ids = blocks.get(block) ?? [];
    ids[number % BLOCK] = documentId(key);
    blocks.set(block, ids);
  }
  return [...blocks].map(([block, ids]) => ({
    id: blockName(block),
    content: JSON.stringify(Array.from(ids, (id) => id ?? '')),
  }));
}

/** Words that questions are put otherwise by, and what places are called. */
function groupWords(library: SearchLibrary, { ordered, numbers }: Numbered): PassageGroup {
  const { catalog, systems, vocabulary } = library;
  const placed = numberStandards(
    Object.fromEntries(systems.list.map((system) => [system.id, listStandardsOf(system, catalog)])),
    ordered.map(({ slug, row }) => ({ slug, hosted: row !== undefined })),
    (at) => numbers[at] ?? 0,
  );
  const documents = [
    { id: SAID, content: packSaidWords(vocabulary.said) },
    { id: PLACES, content: JSON.stringify(listPlaces(library)) },
    ...Object.entries(placed).map(([id, each]) => ({
      id: placesOf(id),
      content: JSON.stringify(each),
    })),
  ];
  return { name: SAID, from: once(() => JSON.stringify(documents)), make: () => documents };
}
