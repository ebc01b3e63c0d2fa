import type { CatalogEntry } from '#core/catalog/index.ts';
import type { SearchLibrary } from '../library.ts';
import { createPassageBuilder, weighPage } from '../match/passage-index.ts';
import { buildTitleIndex } from '../match/title-index.ts';
import { packSaidWords } from '../match/vocabulary.ts';
import type { Sounds } from '../question/sound.ts';
import { hashFiles } from '#library/hash-files.ts';
import { projectPages } from '../record/page.ts';
import { orderCatalog } from '../record/standard-record.ts';
import { listPlaces, listStandardsOf, numberStandards } from '../places/list-places.ts';
import { BLOCK, blockName, documentId, PLACES, placesOf, ROOT, SAID, STAMP } from './schema.ts';
import type { MatchRoot, MatchText } from './schema.ts';

/** A file of the indexes by which a question in people's own words is matched. */
export interface PassageDocument {
  readonly id: string;
  readonly content: string;
}

/** What is said in all texts. */
export interface PassageCollector {
  /** All that the documents are made from, as text. */
  readonly from: () => string;
  readonly list: (sounds: Sounds) => readonly PassageDocument[];
}

/**
 * Texts are numbered in the order of the catalogue, standards by their place in the order of a result list; a stamp of all there is tells a
 * page whether what it knows is still so.
 */
export function collectPassages(library: SearchLibrary): PassageCollector {
  const { catalog, systems, vocabulary } = library;
  const { ordered, hosted, hostedLive, recordsLive } = orderCatalog(catalog);
  const groups = { records: ordered.length, hosted, hostedLive, recordsLive };
  const records = ordered.slice(hosted);
  const said = packSaidWords(vocabulary.said);
  const listed = JSON.stringify(listPlaces(library));
  const placed = numberStandards(
    Object.fromEntries(systems.list.map((system) => [system.id, listStandardsOf(system, catalog)])),
    ordered.map(({ slug, row }) => ({ slug, hosted: row !== undefined })),
  );
  return {
    from: () =>
      JSON.stringify([
        groups,
        catalog.entries.flatMap(({ row }) => (row ? [row.slug, row.digest] : [])),
        ordered.map(({ key, row, title, titleEn = '' }) => (row ? [key] : [key, title, titleEn])),
        said,
        listed,
        placed,
      ]),
    list: (sounds) => {
      const places = new Map(ordered.slice(0, hosted).map((entry, place) => [entry, place]));
      const builder = createPassageBuilder();
      const texts: MatchText[] = [];
      for (const entry of catalog.entries) {
        const pages = entry.row ? projectPages(library.body(entry.row.slug)) : [];
        for (const page of pages) {
          texts.push([page.slug, page.language, places.get(entry) ?? 0]);
          builder.add(weighPage(page));
        }
      }
      const passages = builder.build(sounds);
      const titles = buildTitleIndex(
        records.map(({ title, titleEn = '' }, at) => [hosted + at, [title, titleEn]] as const),
      );
      const root: MatchRoot = {
        ...groups,
        texts,
        passages: passages.root,
        titles: titles.shards,
      };
      const files = new Map([
        ...passages.files,
        ...titles.files,
        ...listBlocks(records, hosted),
        [SAID, said],
        [PLACES, listed],
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
