import type { Catalog, CatalogEntry } from '../catalog/index.ts';
import type { System, SystemRow } from '../systems/index.ts';
import { isForeign } from '../terms/index.ts';
import type { Crossing } from './crossings.ts';

/** A standard here that rests on another by a normative reference. */
export interface Reliance {
  readonly by: CatalogEntry;
  /** What it cites: one that crosses, or the international standard itself. */
  readonly cites: CatalogEntry;
}

/** One international standard with all that leads to it: local ↔ national ↔ international. */
export interface Bridge {
  /** Number without year. */
  readonly undated: string;
  /** Of national and industry standards. */
  readonly national: readonly Crossing[];
  /** Of local, group and enterprise standards. */
  readonly local: readonly Crossing[];
  /** Hosted standards that cite one of the above, or the international one, normatively. */
  readonly reliances: readonly Reliance[];
}

const isNational = ({ own }: Crossing): boolean =>
  own.family === 'national' || own.family === 'industry';

/** Crossings with one international standard side by side, each with who rests on it, by its number. */
export function buildBridges(crossings: readonly Crossing[], catalog: Catalog): readonly Bridge[] {
  const groups = Map.groupBy(crossings, ({ undated }) => undated);
  return [...groups].map(([undated, list]): Bridge => {
    const entries = new Set(
      list.flatMap(({ own, target }) => [own.entry ?? [], target.entry ?? []].flat()),
    );
    return {
      undated,
      national: list.filter(isNational),
      local: list.filter((each) => !isNational(each)),
      reliances: [...entries].flatMap((cites) => listReliances(cites, catalog)),
    };
  });
}

function listReliances(cites: CatalogEntry, catalog: Catalog): readonly Reliance[] {
  return catalog.citedBy(cites).flatMap(({ by, normative }): readonly Reliance[] => {
    const entry = normative ? catalog.byKey(by.key) : undefined;
    return entry ? [{ by: entry, cites }] : [];
  });
}

/** What leads abroad from one standard: itself, or what it cites normatively. */
export interface Path {
  /** Its own adoptions. */
  readonly own: readonly Crossing[];
  /** Those of standards that it cites. */
  readonly through: readonly Crossing[];
  /** International standards that it cites itself. */
  readonly cited: readonly CatalogEntry[];
}

/** What leads abroad from a standard, each once; of one without a text only its own adoptions are known. */
export function findPath(
  entry: CatalogEntry,
  crossings: readonly Crossing[],
  catalog: Catalog,
): Path {
  const references = entry.row?.references ?? [];
  const cited = new Set(
    references.flatMap(({ role, key, dated }) => {
      if (role !== 'normative-list') return [];
      const found = catalog.resolve(key, dated);
      return found.kind === 'unknown' ? [] : [found.entry];
    }),
  );
  const keys = new Set([...cited].map(({ key }) => key));
  return {
    own: crossings.filter(({ own }) => own.key === entry.key),
    through: crossings.filter(({ own }) => keys.has(own.key) && own.key !== entry.key),
    cited: [...cited].filter(({ family }) => isForeign(family)),
  };
}

/** What a chain lacks of international adoption, by what is known. */
export interface AdoptionGaps {
  /** International standards in force in the chain that nothing national is known to adopt; NEQ is none. */
  readonly unadopted: readonly {
    readonly row: SystemRow;
    /** Standards that correspond to it only, or are local. */
    readonly near: readonly Crossing[];
  }[];
  /** Its own rows that adopt an edition which has a later one, or was withdrawn. */
  readonly outdated: readonly { readonly row: SystemRow; readonly crossing: Crossing }[];
  /** Rows that adopt something of which no edition is known. */
  readonly unknown: readonly { readonly row: SystemRow; readonly crossing: Crossing }[];
}

/** The gaps of adoption in a chain, in the order of its rows. A standard that is over counts neither way. */
export function listAdoptionGaps(
  { rows }: Pick<System, 'rows'>,
  crossings: readonly Crossing[],
): AdoptionGaps {
  const isValid = ({ state }: SystemRow) => state === 'in-force' || state === 'coming';
  const byTarget = Map.groupBy(crossings, ({ undated }) => undated);
  const byOwn = Map.groupBy(crossings, ({ own }) => own.key);
  const own = rows.filter(isValid).flatMap((row) => {
    const key = row.subject.kind === 'standard' ? row.subject.entry.key : '';
    return (byOwn.get(key) ?? []).map((crossing) => ({ row, crossing }));
  });
  return {
    unadopted: rows.filter(isValid).flatMap((row) => {
      if (row.adoption.kind !== 'international' || row.subject.kind !== 'standard') return [];
      const near = byTarget.get(row.subject.entry.undated) ?? [];
      const isAdopted = near.some((each) => isNational(each) && each.degree !== 'NEQ');
      return isAdopted ? [] : [{ row, near }];
    }),
    outdated: own.filter(
      ({ crossing: { edition } }) => edition.kind === 'newer' || edition.kind === 'withdrawn',
    ),
    unknown: own.filter(({ crossing: { edition } }) => edition.kind === 'unknown'),
  };
}
