import type { CatalogEntry } from '#core/catalog/index.ts';
import type { SearchLibrary } from '../library.ts';
import { createPassageBuilder, weighPage } from '../match/passage-index.ts';
import { buildTitleIndex } from '../match/title-index.ts';
import { packSaidWords } from '../match/vocabulary.ts';
import type { Sounds } from '../question/sound.ts';
import { hashFiles } from '#library/hash-files.ts';
import type { TextPage } from '../record/page.ts';
import { orderCatalog } from '../record/standard-record.ts';
import { listPlaces, listStandardsOf, numberStandards } from '../places/list-places.ts';
import { BLOCK, blockName, documentId, PLACES, placesOf, ROOT, SAID, STAMP } from './schema.ts';
import type { MatchRoot, MatchText } from './schema.ts';

/** A file of the indexes by which a question in people's own words is matched. */
export interface PassageDocument {
  readonly id: string;
  readonly content: string;
}

/** Gathers what is said in the texts as they go by. */
export interface PassageCollector {
  readonly add: (entry: CatalogEntry, page: TextPage) => void;
  /** After the last text. */
  readonly list: (sounds: Sounds) => readonly PassageDocument[];
}

/**
 * Texts are numbered as they are added, standards by their place in the order of a result list; a stamp of all there is tells a
 * page whether what it knows is still so.
 */
export function collectPassages(library: SearchLibrary): PassageCollector {
  const { catalog, systems, vocabulary } = library;
  const builder = createPassageBuilder();
  const { ordered, hosted, hostedLive, recordsLive } = orderCatalog(catalog);
  const places = new Map(ordered.slice(0, hosted).map((entry, place) => [entry, place]));
  const texts: MatchText[] = [];
  return {
    add: (entry, page) => {
      texts.push([page.slug, page.language, places.get(entry) ?? 0]);
      builder.add(weighPage(page));
    },
    list: (sounds) => {
      const passages = builder.build(sounds);
      const records = ordered.slice(hosted);
      const titles = buildTitleIndex(
        records.map(({ title, titleEn = '' }, at) => [hosted + at, [title, titleEn]] as const),
      );
      const groups = { records: ordered.length, hosted, hostedLive, recordsLive };
      const root: MatchRoot = {
        ...groups,
        texts,
        passages: passages.root,
        titles: titles.shards,
      };
      const placed = numberStandards(
        Object.fromEntries(
          systems.list.map((system) => [system.id, listStandardsOf(system, catalog)]),
        ),
        ordered.map(({ slug, row }) => ({ slug, hosted: row !== undefined })),
      );
      const files = new Map([
        ...passages.files,
        ...titles.files,
        ...listBlocks(records, hosted),
        [SAID, packSaidWords(vocabulary.said)],
        [PLACES, JSON.stringify(listPlaces(library))],
        ...Object.entries(placed).map(
          ([id, each]) => [placesOf(id), JSON.stringify(each)] as const,
        ),
        [ROOT, JSON.stringify(root)],
      ]);
      files.set(STAMP, JSON.stringify(hashFiles(files)));
      return [...files].map(([name, content]) => ({
        id: name.replace(/\.json$/, ''),
        content,
      }));
    },
  };
}

/** Which documents the standards without a text are, by their places. */
function listBlocks(
  records: readonly CatalogEntry[],
  hosted: number,
): readonly (readonly [name: string, content: string])[] {
  const blocks: string[][] = [];
  for (const [at, { key }] of records.entries()) {
    const block = Math.floor((hosted + at) / BLOCK);
    (blocks[block] ??= [])[(hosted + at) % BLOCK] = documentId(key);
  }
  return [...blocks.entries()]
    .filter(([, ids]) => ids !== undefined)
    .map(([block, ids]) => [blockName(block), JSON.stringify([...ids].map((id) => id ?? ''))]);
}
