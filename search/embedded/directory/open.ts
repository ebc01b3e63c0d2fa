import type { Language } from '#core/model/standard.ts';
import type { FilterName } from '#search/contract.ts';
import { publishedName } from '../file-names.ts';
import type { FileNames } from '../file-names.ts';
import { PAIRS_FOLDER, PASSAGES_FOLDER } from '../texts/texts-root.ts';
import type { TextList } from '../texts/texts-root.ts';
import type { StandardRecord, SystemEntry, TermRecord, TextMode } from '#search/record/index.ts';
import type { StandardsOfPlaces, SystemPlaces } from '#search/places/place.ts';
import { openColumn } from './columns.ts';
import type { Column, OrderName } from './columns.ts';
import { openPassageIndex } from '#search/match/passage-index.ts';
import type { PassageIndex } from '#search/match/passage-index.ts';
import { languagesOf, unpackSaidWords } from '#search/match/vocabulary.ts';
import type { Dictionary } from '#search/match/vocabulary.ts';
import { DIRECTORY_FOLDER, DIRECTORY_VERSION, saidFile, unpackRecord } from './format.ts';
import type {
  DirectoryRoot,
  NamedRecord,
  NamedRoot,
  PackedColumn,
  PackedOrder,
  PackedRecord,
} from './format.ts';
import { unpackNumbers } from './numbers-packed.ts';
import { keepLoads, openIndex } from './open-index.ts';
import type { LoadJson, TokenIndex } from './open-index.ts';

export type { LoadJson, TokenIndex, TokenRecords } from './open-index.ts';

/** All standards by number, title and pinyin, with what they are filtered and sorted by; and terms and systems by name. */
export interface Directory extends TokenIndex<StandardRecord> {
  readonly hosted: number;
  readonly hostedLive: number;
  readonly recordsLive: number;
  readonly texts: TextMode;
  readonly synonyms: readonly (readonly string[])[];
  /** Names that there are columns of. */
  readonly columns: readonly FilterName[];
  /** The hosted standard with a text of this slug. */
  readonly bySlug: (slug: string) => number | undefined;
  /** The texts that can be asked; none where they are light. */
  readonly textList: TextList;
  /** In which of `textList` each pair and word stands. */
  readonly pairs: TokenIndex<unknown> | undefined;
  /** The clauses of these texts by the words of them; none where texts are light. */
  readonly passages: PassageIndex | undefined;
  /** What people say for what texts say, and words that mean the same. */
  readonly dictionary: (question: string) => Promise<Dictionary>;
  /** Null for a name without values; rejects when it cannot be read. */
  readonly column: (name: FilterName, day: string) => Promise<Column | null>;
  /** The place of each record in an order; 0 for none. */
  readonly order: (name: OrderName) => Promise<Uint32Array>;
  readonly terms: () => Promise<NamedIndex<TermRecord>>;
  readonly systems: () => Promise<NamedIndex<SystemEntry>>;
  /** Places of systems that a question may name, with the words they are asked by. */
  readonly places: (question: string) => Promise<readonly SystemPlaces[]>;
  /** The standards of the places of a system, by its id. */
  readonly placeStandards: (system: string) => Promise<StandardsOfPlaces>;
}

export interface NamedIndex<T> extends TokenIndex<T> {
  /** Place of each entry's standard in the directory, with 1 added; 0 for none. */
  readonly owners: Uint32Array;
}

const isLanguage = (name: string): name is Language => name === 'zh' || name === 'en';

/** Throws when the root cannot be read or is of another version. */
export async function openDirectory(load: LoadJson): Promise<Directory> {
  const root = (await load('directory.json')) as DirectoryRoot | null;
  if (root?.version !== DIRECTORY_VERSION) {
    throw new Error(`search directory of version ${root?.version}, not ${DIRECTORY_VERSION}`);
  }
  const once = keepLoads(load);
  const insideOf =
    (files: FileNames): LoadJson =>
    (path) =>
      once(`${DIRECTORY_FOLDER}/${publishedName(files, path)}`);
  const inside = insideOf(root.files);
  const openNamed = async <T extends NamedRecord>(name: string): Promise<NamedIndex<T>> => {
    const named = (await inside(`${name}.json`)) as NamedRoot;
    const index = openIndex(named, insideOf(named.files), (record) => record as T);
    return { ...index, owners: unpackNumbers(named.owners, named.records) };
  };
  const { hosted, hostedLive, recordsLive, texts, synonyms, columns } = root;
  const column = keepLoads(async (asked) => {
    const [name = '', day = ''] = asked.split(' ');
    return openColumn((await inside(`c-${name}.json`)) as PackedColumn, root.records, day);
  });
  const order = keepLoads(async (name) =>
    unpackNumbers((await inside(`o-${name}.json`)) as PackedOrder, root.records),
  );
  const { slugs, textsRoot } = root;
  const places = new Map(slugs.map((slug, id) => [slug, id]));
  const terms = keepLoads((name) => openNamed<TermRecord>(name));
  const systems = keepLoads((name) => openNamed<SystemEntry>(name));
  const dictionary = keepLoads(async (languages) => {
    const names = languages.split(' ').filter(isLanguage).map(saidFile);
    const files = await Promise.all(names.map(inside));
    return { synonyms, said: files.flatMap(unpackSaidWords) };
  });
  return {
    ...openIndex(root, inside, (packed) => unpackRecord(packed as PackedRecord)),
    hosted,
    hostedLive,
    recordsLive,
    texts,
    synonyms,
    columns,
    bySlug: (slug) => places.get(slug),
    textList: textsRoot?.texts ?? [],
    pairs:
      textsRoot &&
      openIndex(
        { records: textsRoot.texts.length, block: 1, shards: textsRoot.shards },
        (path) => once(`standards/${PAIRS_FOLDER}/${publishedName(textsRoot.files, path)}`),
        (packed) => packed,
      ),
    passages:
      textsRoot &&
      openPassageIndex(textsRoot.passages, (names) =>
        Promise.all(
          names.map((name) =>
            once(`standards/${PASSAGES_FOLDER}/${publishedName(textsRoot.passages.files, name)}`),
          ),
        ),
      ),
    dictionary: (question) => dictionary(languagesOf(question).join(' ')),
    column: (name, day) =>
      columns.includes(name) ? column(`${name} ${day}`) : Promise.resolve(null),
    order,
    terms: () => terms('terms'),
    systems: () => systems('systems'),
    places: async (question) => {
      const { readPlaces } = await import('#search/places/place-words.ts');
      return readPlaces(inside, question);
    },
    placeStandards: async (system) => (await inside(`places-${system}.json`)) as StandardsOfPlaces,
  };
}
