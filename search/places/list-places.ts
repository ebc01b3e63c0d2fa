import { memo, memoBeside } from '#core/base/memo.ts';
import type { StandardRecord } from '../record/standard-record.ts';
import type { Catalog } from '#core/catalog/index.ts';
import type { Place, System, SystemRow, Systems } from '#core/systems/index.ts';
import { foldText, unique } from '../record/spelling.ts';
import { isGeneric } from './generic.ts';
import type { PlaceEntry, PlaceStandard, StandardsOfPlaces, SystemPlaces } from './place.ts';
import { toRecord } from '../record/standard-record.ts';

/** What people call places, and names of trades and chains: `vocabulary/`. */
export interface PlaceVocabulary {
  readonly chains: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
  readonly industries: ReadonlyMap<string, { readonly zh?: string; readonly en?: string }>;
  readonly places: ReadonlyMap<
    string,
    {
      readonly zh: readonly string[];
      readonly en: readonly string[];
      readonly industries: readonly string[];
    }
  >;
}

export interface PlaceSources {
  readonly catalog: Catalog;
  readonly systems: Pick<Systems, 'list'>;
  readonly vocabulary: PlaceVocabulary;
}

/** All places of all systems with the words they are asked by, by the ids of systems and in their order. */
export function listPlaces({ systems, vocabulary }: PlaceSources): readonly SystemPlaces[] {
  return systems.list.map(placesOf(vocabulary));
}

const placesOf = memo((vocabulary: PlaceVocabulary) =>
  memo((system: System): SystemPlaces => {
    const { id, model, rows } = system;
    const chain = vocabulary.chains.find((each) => each.id === model.chain);
    const standards = rows.filter(isStandard);
    return {
      ...nameIt(id, [chain?.zh ?? '', chain?.en ?? '', model.name.zh, model.name.en], vocabulary),
      path: `/systems/${id}/`,
      name: chain?.zh ?? model.name.zh,
      nameEn: chain?.en ?? model.name.en,
      ...countThem(standards),
      places: system.places.map((place) => describePlace(system, place, vocabulary)),
    };
  }),
);

/** Standards of a system's places, in the order of its list: own ones, then those of others that apply there. */
export const listStandardsOf = memoBeside((system: System, catalog: Catalog): StandardsOfPlaces => {
  return Object.fromEntries(
    system.places.map((place) => [
      place.key,
      [
        ...place.rows.flatMap((row) => describeStandard(row, true, catalog)),
        ...place.related.flatMap((row) => describeStandard(row, false, catalog)),
      ],
    ]),
  );
});

/**
 * Standards of places by system, each with its number among the standards in the order of a result list: its place there, where
 * nothing else is given.
 */
export function numberStandards(
  listed: Readonly<Record<string, StandardsOfPlaces>>,
  ordered: readonly Pick<StandardRecord, 'slug' | 'hosted'>[],
  numberOf = (place: number): number => place,
): Readonly<Record<string, StandardsOfPlaces>> {
  const keyOf = ({ slug, hosted }: Pick<StandardRecord, 'slug' | 'hosted'>) => `${slug} ${hosted}`;
  const ids = new Map(ordered.map((record, at) => [keyOf(record), numberOf(at)]));
  const number = (standard: PlaceStandard): PlaceStandard => {
    const id = ids.get(keyOf(standard));
    return id === undefined ? standard : { ...standard, id };
  };
  return mapValues(listed, (places) => mapValues(places, (standards) => standards.map(number)));
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function describePlace(system: System, place: Place, vocabulary: PlaceVocabulary): PlaceEntry {
  const { key, id, name, rows, related } = place;
  const standards = [...rows, ...related].filter(isStandard);
  return {
    ...nameIt(key, [name.zh, name.en], vocabulary),
    path: `/systems/${system.id}/at/${id}/`,
    name: name.zh,
    nameEn: name.en,
    above: foldAll(listAbove(system, place)),
    ...countThem(standards),
  };
}

function nameIt(
  key: string,
  names: readonly string[],
  { places, industries }: PlaceVocabulary,
): Pick<PlaceEntry, 'key' | 'words' | 'trades'> {
  const said = places.get(key);
  const codes = said?.industries ?? [];
  const trades = (codes.length === 0 ? [] : [...industries])
    .filter(([code]) => codes.some((each) => code.startsWith(each)))
    .flatMap(([, { zh = '', en = '' }]) => [zh, en]);
  const words = foldAll([...names, ...(said?.zh ?? []), ...(said?.en ?? [])]);
  return { key, words, trades: foldAll(trades).filter((trade) => !words.includes(trade)) };
}

/** Names of the sub-systems from that of the place up; its own where it is a node. */
function listAbove({ branches, nodes }: System, { kind, id }: Place): readonly string[] {
  const code = kind === 'branch' ? id : nodes.find((node) => node.id === id)?.system;
  const names: string[] = [];
  let at = branches.find((branch) => branch.code === code);
  while (at) {
    if (kind === 'node' || at.code !== id) names.push(at.name.zh, at.name.en);
    at = at.parent === null ? undefined : branches[at.parent];
  }
  return names;
}

const foldAll = (words: readonly string[]): readonly string[] =>
  unique(words.map((word) => foldText(word).trim()).filter((word) => !isGeneric(word)));

const isStandard = ({ subject }: SystemRow): boolean => subject.kind === 'standard';

const countThem = (rows: readonly SystemRow[]) => ({
  listed: rows.length,
  mandatory: rows.filter(({ nature }) => nature === 'mandatory').length,
});

function describeStandard(
  row: SystemRow,
  own: boolean,
  catalog: Catalog,
): readonly PlaceStandard[] {
  if (row.subject.kind !== 'standard') return [];
  return [
    {
      ...toRecord(row.subject.entry, catalog),
      role: row.role,
      mandatory: row.nature === 'mandatory',
      own,
    },
  ];
}
